import { Refusal, type World } from '@attune/cli'

/** Small pieces, so that cells, characters and quotation marks are cut apart. */
const [PIECE, LARGE_PIECE] = [7, 4099]

/** A world of files in memory, for what would cost a process each, or what a process in a test cannot have. */
export function worldOf(files: Readonly<Record<string, string | Uint8Array>>, differences: Partial<World> = {}) {
  const seen: { out: string; err: string; written: Record<string, string> } = { out: '', err: '', written: {} }
  const read = async (path: string) => {
    const file = files[path]
    if (file === undefined) throw new Refusal(`${path}: there is no such file.`, 'Check the spelling.')
    return typeof file === 'string' ? new TextEncoder().encode(file) : file
  }
  const checkPlace = (path: string, replace: boolean) => {
    if (path in files && !replace) throw new Refusal(`${path}: there is such a file already.`, 'Name another one.')
  }
  const world: World = {
    read,
    pieces: async function* (path) {
      const bytes = await read(path)
      const size = bytes.length > 100_000 ? LARGE_PIECE : PIECE
      for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size)
    },
    jsonFiles: async () => Object.keys(files).filter((name) => name.endsWith('.json')),
    write: async (path, text, replace) => {
      checkPlace(path, replace)
      seen.written[path] = text
    },
    create: (path, replace) => {
      checkPlace(path, replace)
      const pieces: Uint8Array[] = []
      return {
        write: (bytes) => void pieces.push(Uint8Array.from(bytes)),
        finish: () => {
          const text = Buffer.concat(pieces).toString()
          if (path === '-') seen.out += text
          else seen.written[path] = text
        },
        abandon: () => {},
      }
    },
    print: (piece) => {
      seen.out += piece
    },
    say: (piece) => {
      seen.err += piece
    },
    progress: () => {},
    now: () => new Date('2026-01-15T12:00:00Z'),
    colour: false,
    references: '',
    ...differences,
  }
  return { world, seen }
}
