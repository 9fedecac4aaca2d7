import { statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { codesOf } from '../ratings.ts'
import type { Row, Task } from '../row.ts'
import { attune, bareNode, benchFolder, builtProgram, spentByPrograms, witnessed } from './process.ts'

const names = ['F', 'Ds', 'E', 'U', 'CC']

/** `item,A,B` with a code of each rater. */
function ratingsFile(items: number): { path: string; folder: string } {
  const folder = benchFolder()
  const codes = codesOf({ items, raters: 2, k: names.length })
  const lines = Array.from(
    { length: items },
    (_, item) => `c${item + 1},${names[codes[2 * item] ?? 0]},${names[codes[2 * item + 1] ?? 0]}\n`,
  )
  const path = join(folder, 'ratings.csv')
  writeFileSync(path, `item,A,B\n${lines.join('')}`)
  return { path, folder }
}

const bytesOf = (path: string) => new TextEncoder().encode(path)

async function kappaOf(items: number, floor: (path: string) => Task['floor']) {
  await builtProgram()
  const { path, folder } = ratingsFile(items)
  const words = ['agreement', path, '--measure', 'cohen-kappa', '--json']
  return {
    ours: () => [JSON.parse(attune(words)).results[0].estimate],
    witnessed: () => [JSON.parse(witnessed(words, folder).printed).results[0].estimate],
    floor: floor(path),
    peak: () => witnessed(words, folder).peak,
  }
}

/** A process costs its start, so nothing can be nearer to 1 than Node is to itself. */
const smallFile: Row = {
  what: 'attune agreement, whole process against a bare Node',
  unit: 'rows',
  sizes: [{ n: 1000, limit: 1.4 }],
  small: 20,
  prepare: async (items) => {
    const run = () => {
      bareNode()
      return []
    }
    return { ...(await kappaOf(items, () => ({ name: 'node -e 0', run }))), tolerance: null }
  },
}

/** Ours begins a process for each file, the floor is already running. */
const largeFile: Row = {
  what: 'attune agreement, kappa of a file, whole process',
  unit: 'rows',
  sizes: [1e5, 1e6].map((n) => ({ n, limit: null })),
  small: 500,
  memory: 80,
  prepare: async (items) => {
    const task = await kappaOf(items, (path) => ({ kernel: 'csv-kappa', input: [bytesOf(path)] }))
    return { ...task, ours: task.witnessed, clock: spentByPrograms }
  },
}

const COLUMNS = ['case', 'wave', 'r1', 'r2', 'r3', 'r4', 'r5', 'r6', 'r7', 'r8', 'note', 'score']

function twelveColumns(rows: number): { path: string; folder: string } {
  const folder = benchFolder()
  const codes = codesOf({ items: rows, raters: 9, k: 9 })
  const lines = Array.from({ length: rows }, (_, row) => {
    const ratings = Array.from(codes.subarray(9 * row, 9 * row + 8), (code) => code + 1)
    const note = row % 10 === 0 ? `"note, ${row % 17}"` : `note ${row % 17}`
    return `c${row + 1},${(row % 3) + 1},${ratings.join(',')},${note},${(codes[9 * row + 8] ?? 0) / 8}\n`
  })
  const path = join(folder, 'table.csv')
  writeFileSync(path, `${COLUMNS.join(',')}\n${lines.join('')}`)
  return { path, folder }
}

const copiedFile: Row = {
  what: 'attune convert, 12 columns read and written, whole process',
  unit: 'rows',
  sizes: [
    { n: 1e5, limit: null },
    { n: 1e6, limit: 2.9 },
  ],
  small: 500,
  memory: 150,
  prepare: async (rows) => {
    await builtProgram()
    const { path, folder } = twelveColumns(rows)
    const words = ['convert', path, '-o', join(folder, 'ours.csv'), '--force']
    return {
      ours: () => {
        witnessed(words, folder)
        return [statSync(join(folder, 'ours.csv')).size]
      },
      floor: { kernel: 'csv-copy', input: [bytesOf(path)] },
      clock: spentByPrograms,
      peak: () => witnessed(words, folder).peak,
    }
  },
}

export const rows: readonly Row[] = [smallFile, largeFile, copiedFile]
