import { Refusal, type World } from '@attune/cli'

/** A world of files in memory, for what would cost a process each, or what a process in a test cannot have. */
export function worldOf(files: Readonly<Record<string, string | Uint8Array>>, differences: Partial<World> = {}) {
  const seen: { out: string; err: string; written: Record<string, string> } = { out: '', err: '', written: {} }
  const world: World = {
    read: async (path) => {
      const file = files[path]
      if (file === undefined) throw new Refusal(`${path}: there is no such file.`, 'Check the spelling.')
      return typeof file === 'string' ? new TextEncoder().encode(file) : file
    },
    jsonFiles: async () => Object.keys(files).filter((name) => name.endsWith('.json')),
    write: async (path, text, replace) => {
      if (path in files && !replace) throw new Refusal(`${path}: there is such a file already.`, 'Name another one.')
      seen.written[path] = text
    },
    print: (piece) => {
      seen.out += piece
    },
    say: (piece) => {
      seen.err += piece
    },
    colour: false,
    references: '',
    ...differences,
  }
  return { world, seen }
}
