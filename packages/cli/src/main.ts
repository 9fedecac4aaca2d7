#!/usr/bin/env node
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { Refusal } from './refusal.ts'
import { run } from './run.ts'
import type { World } from './world.ts'
import { writeWhole } from './write-whole.ts'

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
  const [reason, remedy] = reasons[String(code)] ?? ['it cannot be read', String(error)]
  return new Refusal(`${path}: ${reason}.`, remedy)
}

async function orRefuse<Value>(path: string, reading: Promise<Value>): Promise<Value> {
  try {
    return await reading
  } catch (error) {
    throw cannotUse(path, error)
  }
}

const world: World = {
  read: async (path) => (path === '-' ? buffer(process.stdin) : orRefuse(path, readFile(path))),
  jsonFiles: async (folder) => {
    const names = await orRefuse(folder, readdir(folder))
    return names
      .filter((name) => name.endsWith('.json'))
      .toSorted()
      .map((name) => join(folder, name))
  },
  write: (path, text, replace) => orRefuse(path, writeWhole(path, text, replace)),
  print: (text) => void process.stdout.write(text),
  say: (text) => void process.stderr.write(text),
  colour: process.stdout.isTTY === true && (process.env.NO_COLOR ?? '') === '' && process.env.TERM !== 'dumb',
  references: fileURLToPath(new URL('../../../data/reference', import.meta.url)),
}

// `attune ... | head` closes the pipe early; that is no error of anybody.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

process.exitCode = await run(process.argv.slice(2), world)
