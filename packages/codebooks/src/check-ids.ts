import { type Fault, formatPath } from './fault.ts'
import type { Codebook } from './schema.ts'

type Steps = (string | number)[]

/** Every entry after the first with the same id. */
export function repeated(ids: readonly string[], stepsTo: (index: number) => Steps, what: string): Fault[] {
  return ids.flatMap((id, index): Fault[] => {
    if (ids.indexOf(id) === index) return []
    return [{ path: formatPath(stepsTo(index)), message: `There already is ${what} "${id}". Give each its own.` }]
  })
}

const LISTS = [
  ['targets', 'a target'],
  ['episodes', 'an episode'],
  ['subjects', 'a subject'],
  ['sections', 'a section'],
  ['variables', 'a variable'],
  ['codes', 'a code'],
  ['sampling', 'a sampling'],
] as const

export function checkIds(codebook: Codebook): Fault[] {
  return LISTS.flatMap(([list, what]) =>
    repeated(
      (codebook[list] ?? []).map((entry) => entry.id),
      (index) => [list, index, 'id'],
      what,
    ),
  )
}

/** References to ids that are declared nowhere, or that stand twice in one list. */
export function checkReferences(ids: readonly string[], known: readonly string[], steps: Steps, what: string): Fault[] {
  const strangers = ids.flatMap((id, index): Fault[] => {
    if (known.includes(id)) return []
    const declared = known.length === 0 ? 'none is declared' : `declared are ${known.join(', ')}`
    const message = `There is no ${what} "${id}"; ${declared}. Correct it or declare it.`
    return [{ path: formatPath([...steps, index]), message }]
  })
  return [...strangers, ...repeated(ids, (index) => [...steps, index], `the ${what}`)]
}
