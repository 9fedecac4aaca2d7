import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, readdir, rm, stat, statfs, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeStream } from 'node:stream/web'

export type MediaFolder = ReturnType<typeof openMediaFolder>

/** Enough for a file's own word about what it is. */
const headBytes = 64
const readStep = 256 * 1024

/** Recordings on disk, each under a random id and without an extension: nothing there says what or whose it is. */
export function openMediaFolder(folder: string) {
  const at = (id: string) => join(folder, id)

  /** Bytes that are there; 0 before the first part. */
  async function size(id: string): Promise<number> {
    const found = await stat(at(id)).catch(ifAbsent)
    return found?.size ?? 0
  }

  /** Puts bytes behind those that are there. What arrived before an interruption stays, and the next part goes on after it. */
  async function append(id: string, from: number, bytes: ReadableStream<Uint8Array>): Promise<void> {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    // The two declarations of a web stream, the browser's and Node's, are the same thing.
    const source = Readable.fromWeb(bytes as NodeStream<Uint8Array>)
    await pipeline(source, createWriteStream(at(id), { flags: from === 0 ? 'w' : 'r+', start: from, mode: 0o600 }))
  }

  /** SHA-256 of a whole file, read in steps; on disk for good before it is answered. */
  async function seal(id: string): Promise<string> {
    const file = await open(at(id), 'r+')
    try {
      await file.sync()
    } finally {
      await file.close()
    }
    const hash = createHash('sha256')
    for await (const step of createReadStream(at(id), { highWaterMark: 4 * readStep })) hash.update(step)
    return hash.digest('hex')
  }

  async function head(id: string): Promise<Uint8Array> {
    const file = await open(at(id), 'r')
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0)
      return buffer.subarray(0, bytesRead)
    } finally {
      await file.close()
    }
  }

  /** Bytes `from` up to and with `to`, as they are asked for. */
  async function read(id: string, from: number, to: number): Promise<ReadableStream<Uint8Array>> {
    const file = await open(at(id), 'r')
    return Readable.toWeb(
      file.createReadStream({ start: from, end: to, highWaterMark: readStep }),
    ) as ReadableStream<Uint8Array>
  }

  return {
    size,
    append,
    seal,
    head,
    read,
    shorten: (id: string, to: number) => truncate(at(id), to),
    remove: (id: string) => rm(at(id), { force: true }),
    ids: async (): Promise<string[]> => (await readdir(folder).catch(ifAbsent)) ?? [],
    /** Bytes that this disk still takes. */
    async free(): Promise<number> {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const { bavail, bsize } = await statfs(folder)
      return bavail * bsize
    },
  }
}

function ifAbsent(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
  throw error
}
