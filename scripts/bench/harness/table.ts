import type { Measured } from './measure.ts'

/** One size of a row as words; `smaller` is the size before, from which growth is read. */
function cells(found: Measured, smaller: Measured | undefined): string[] {
  const { what, unit, n, ours, floor, ratio, limit, first, memory, memoryLimit } = found
  return [
    what,
    `${n.toLocaleString('en')} ${unit}`,
    time(ours),
    floor === null ? '' : time(floor),
    ratio === null ? 'no compiler' : ratio.toPrecision(2),
    limit === null ? '' : String(limit),
    verdict(found),
    smaller ? `n^${growth(smaller, found).toFixed(2)}` : '',
    time(first),
    memory.toFixed(0) + (memoryLimit === null ? '' : ` of ${memoryLimit}`),
  ]
}

export function isMissed({ ratio, limit, memory, memoryLimit }: Measured): boolean {
  return (ratio !== null && limit !== null && ratio > limit) || (memoryLimit !== null && memory > memoryLimit)
}

function verdict(found: Measured): string {
  if (isMissed(found)) return 'MISSED'
  return found.ratio === null || found.limit === null ? '' : 'met'
}

/** The exponent by which time grows with n between two sizes. */
export function growth(small: Measured, large: Measured): number {
  return Math.log(large.ours / small.ours) / Math.log(large.n / small.n)
}

const heads = ['what', 'size', 'ours', 'floor', 'ratio', 'limit', '', 'growth', 'first call', 'MiB']

function rowsOf(all: readonly Measured[]): string[][] {
  return all.map((found, index) => {
    const before = all[index - 1]
    return cells(found, before?.what === found.what ? before : undefined)
  })
}

export function textTable(all: readonly Measured[]): string {
  const lines = [heads, ...rowsOf(all)]
  const widths = heads.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)))
  const padded = (line: readonly string[]) =>
    line.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
  return lines.map((line) => padded(line).join('  ').trimEnd()).join('\n')
}

export function markdownTable(all: readonly Measured[]): string {
  const line = (row: readonly string[]) => `| ${row.join(' | ')} |`
  const rule = heads.map((_, column) => (column === 0 ? '---' : '---:'))
  return [line(heads), line(rule), ...rowsOf(all).map(line)].join('\n')
}

/** A time in the unit that leaves it readable. */
export function time(seconds: number): string {
  const [unit, scale] = seconds < 1e-3 ? ['µs', 1e6] : seconds < 1 ? ['ms', 1e3] : ['s', 1]
  const value = seconds * Number(scale)
  return `${value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)} ${unit}`
}
