import type { Readable } from 'node:stream'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'

// Their types are of an older version, without promises.
declare module 'yauzl' {
  interface ZipFile {
    eachEntry(): AsyncIterable<Entry>
    openReadStreamPromise(entry: Entry): Promise<Readable>
  }
  function fromBufferPromise(bytes: Buffer, options: Options): Promise<ZipFile>
}

/** Generous for any Word file, far below what a made-up archive can unpack to. */
const MOST_ENTRIES = 2000
const LARGEST_ENTRY = 50 * 1024 * 1024
const LARGEST_TOTAL = 200 * 1024 * 1024
const HIGHEST_RATIO = 200
const SMALL = 64 * 1024
const FILE_KIND = 0o170000
const SYMLINK = 0o120000

/** Why an archive is not opened. */
export class RefusedArchive extends Error {}

/** The entries that were asked for, unpacked. Every other one is unpacked too, to nowhere: a header may lie. */
export async function unpack(bytes: Buffer, isWanted: (name: string) => boolean): Promise<Map<string, string>> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true, strictFileNames: true })
  const kept = new Map<string, string>()
  const names = new Set<string>()
  let total = 0
  for await (const entry of zip.eachEntry()) {
    total += entry.uncompressedSize
    const why = whyNot(entry, names, total)
    if (why !== null) throw new RefusedArchive(why)
    names.add(entry.fileName)
    if (entry.fileName.endsWith('/')) continue
    const content = await read(zip, entry, isWanted(entry.fileName))
    if (content !== null) kept.set(entry.fileName, content)
  }
  return kept
}

function whyNot(entry: Entry, names: ReadonlySet<string>, total: number): string | null {
  const { uncompressedSize, compressedSize } = entry
  const kind = (entry.externalFileAttributes >>> 16) & FILE_KIND
  const isDense = uncompressedSize > SMALL && uncompressedSize > HIGHEST_RATIO * compressedSize
  if (names.size >= MOST_ENTRIES) return 'It holds too many files.'
  if (entry.isEncrypted()) return 'It is protected by a password.'
  if (kind === SYMLINK) return 'It holds a link to another file.'
  if (names.has(entry.fileName)) return 'It holds two files of one name.'
  if (uncompressedSize > LARGEST_ENTRY || total > LARGEST_TOTAL || isDense) {
    return 'It unpacks to far more than a document holds.'
  }
  return null
}

/** yauzl itself refuses a stream that is longer or shorter than its header says. */
async function read(zip: ZipFile, entry: Entry, isKept: boolean): Promise<string | null> {
  const parts: Buffer[] = []
  for await (const part of await zip.openReadStreamPromise(entry)) if (isKept) parts.push(part)
  return isKept ? Buffer.concat(parts).toString('utf8') : null
}
