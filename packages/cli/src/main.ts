import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from './refusal.ts'
import { run } from './run.ts'
import { clearProgress, print, say, showProgress, showsColour } from './terminal.ts'
import { wholeFile } from './whole-file.ts'
import type { Output, World } from './world.ts'

/** Why a path cannot be used, in words. */
function cannotUse(path: string, error: unknown): Refusal {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  const reasons: Partial<Record<string, [string, string]>> = {
    ENOENT: ['there is no such file or folder', 'Check the spelling and the folder you are in.'],
    EISDIR: ['this is a folder', 'Name a file in it.'],
    EEXIST: ['there is such a file already', 'Name another one, or add --force to replace it.'],
    ENOSPC: ['the disk is full', 'Make room, or name a file on another disk.'],
    EROFS: ['nothing can be written there', 'Name a file in another folder.'],
    ENOTDIR: ['a part of this path is not a folder', 'Check the spelling.'],
    EACCES: ['you have no right to it', 'Ask its owner, or name another one.'],
    ERR_FS_FILE_TOO_LARGE: ['it is larger than 2 GB', 'Split it.'],
  }
  const [reason, remedy] = reasons[String(code)] ?? ['it cannot be used', String(error)]
  return new Refusal(`${path}: ${reason}.`, remedy)
}

function orRefuse<Value>(path: string, use: () => Value): Value {
  try {
    return use()
  } catch (error) {
    throw cannotUse(path, error)
  }
}

const PIECE = 1024 * 1024

async function* piecesOf(path: string): AsyncIterable<Uint8Array> {
  if (path === '-') return yield* process.stdin
  const file = orRefuse(path, () => openSync(path, 'r'))
  try {
    const buffer = new Uint8Array(PIECE)
    for (;;) {
      const length = orRefuse(path, () => readSync(file, buffer))
      if (length === 0) return
      yield buffer.subarray(0, length)
      // Ctrl-C is noticed between two pieces.
      await new Promise((resolve) => setImmediate(resolve))
    }
  } finally {
    closeSync(file)
  }
}

async function standardInput(): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  for await (const piece of process.stdin) pieces.push(piece)
  return Buffer.concat(pieces)
}

const printed = (bytes: Uint8Array) => orRefuse('standard output', () => print(bytes))

const standardOutput: Output = { write: printed, finish: () => {}, abandon: () => {} }

function create(path: string, replace: boolean): Output {
  if (path === '-') return standardOutput
  const file = orRefuse(path, () => wholeFile(path, replace, clearProgress))
  return {
    write: (bytes) => orRefuse(path, () => file.write(bytes)),
    finish: () => orRefuse(path, file.finish),
    abandon: file.abandon,
  }
}

const encoder = new TextEncoder()
/** Beside the program when it is installed, beside the packages in a checkout. */
const references = ['reference', '../../../data/reference'].map((path) => join(import.meta.dirname, path))

const world: World = {
  read: async (path) => (path === '-' ? standardInput() : orRefuse(path, () => readFileSync(path))),
  pieces: piecesOf,
  jsonFiles: async (folder) =>
    orRefuse(folder, () => readdirSync(folder))
      .filter((name) => name.endsWith('.json'))
      .toSorted()
      .map((name) => join(folder, name)),
  write: async (path, text, replace) => {
    const file = create(path, replace)
    file.write(encoder.encode(text))
    file.finish()
  },
  create,
  print: (text) => printed(encoder.encode(text)),
  say,
  progress: showProgress,
  now: () => new Date(),
  colour: showsColour(),
  references: references.find((folder) => existsSync(folder)) ?? '',
}

void run(process.argv.slice(2), world).then((code) => {
  clearProgress()
  // Everything is written. Node left to itself would first finish what it compiles in the background, and clear its memory.
  process.exit(code)
})
