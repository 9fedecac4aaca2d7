/** The parts of Stryker's report that are looked at here. */
export interface MutationReport {
  readonly files: { readonly [path: string]: { readonly source: string; readonly mutants: readonly Mutant[] } }
}

interface Place {
  readonly line: number
  readonly column: number
}

interface Mutant {
  readonly status: string
  readonly mutatorName: string
  readonly replacement?: string
  readonly location: { readonly start: Place; readonly end: Place }
}

interface Score {
  readonly noticed: number
  readonly all: number
}

const noticed = new Set(['Killed', 'Timeout', 'RuntimeError'])
const unnoticed = new Set(['Survived', 'NoCoverage'])

function scoreOf(mutants: readonly Mutant[]): Score {
  const killed = mutants.filter(({ status }) => noticed.has(status)).length
  return { noticed: killed, all: killed + mutants.filter(({ status }) => unnoticed.has(status)).length }
}

function line(name: string, { noticed, all }: Score): string {
  return `${name.padEnd(40)} ${String(noticed).padStart(6)} of ${String(all).padStart(6)}  ${((100 * noticed) / Math.max(1, all)).toFixed(1).padStart(5)} %`
}

/** Changes noticed, file by file and in all. */
export function scoreTable({ files }: MutationReport): string {
  const lines = Object.entries(files).map(([path, { mutants }]) =>
    line(path.replace('packages/agreement/src/', ''), scoreOf(mutants)),
  )
  return [...lines, line('all', scoreOf(Object.values(files).flatMap(({ mutants }) => mutants)))].join('\n')
}

/** Every change that no test noticed: where, what stood there, what stood there instead. */
export function survivorList({ files }: MutationReport): string {
  return Object.entries(files)
    .flatMap(([path, { source, mutants }]) => {
      const lines = source.split('\n')
      return mutants
        .filter(({ status }) => unnoticed.has(status))
        .map(({ location: { start, end }, replacement = '' }) => {
          const last = start.line === end.line ? end.column - 1 : undefined
          const old = (lines[start.line - 1] ?? '').slice(start.column - 1, last)
          return `${path}:${start.line}:${start.column}\n  - ${old}\n  + ${replacement.replaceAll(/\s+/g, ' ')}`
        })
    })
    .join('\n')
}
