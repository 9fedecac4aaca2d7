import { type Reply, readProgress } from '@attune/contract'
import { call } from '../base/call.ts'

export type Progress = Omit<Reply<typeof readProgress>, 'next'>
export type ProgressCase = Progress['cases'][number]
export type ProgressCoding = Progress['codings'][number]
export type ProgressPerson = Progress['people'][number]

/** Every page of the matrix, one after the other. */
export async function readWholeProgress(study: string, signal: AbortSignal): Promise<Progress> {
  const whole: Progress = { cases: [], people: [], codings: [] }
  let after: string | undefined
  do {
    const part = await call(readProgress, { study }, { query: { limit: 500, ...(after ? { after } : {}) }, signal })
    whole.cases.push(...part.cases)
    whole.codings.push(...part.codings)
    whole.people = part.people
    after = part.next ?? undefined
  } while (after)
  return whole
}

/** Codings of one codebook version by `case:person`. */
export function byCell(progress: Progress, codebookVersion: string): Map<string, ProgressCoding> {
  const cells = new Map<string, ProgressCoding>()
  for (const coding of progress.codings) {
    if (coding.codebookVersion === codebookVersion) cells.set(`${coding.case}:${coding.coder}`, coding)
  }
  return cells
}

export function byCase(codings: Iterable<ProgressCoding>): Map<string, ProgressCoding[]> {
  const groups = new Map<string, ProgressCoding[]>()
  for (const coding of codings) groups.set(coding.case, [...(groups.get(coding.case) ?? []), coding])
  return groups
}

/** The codebook version most codings are pinned to: what a matrix shows first. */
export function busiestCodebook(progress: Progress): string | undefined {
  const counts = new Map<string, number>()
  for (const { codebookVersion } of progress.codings)
    counts.set(codebookVersion, (counts.get(codebookVersion) ?? 0) + 1)
  return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0]
}

export const gaps = ['all', 'unassigned', 'no-second', 'no-master', 'draft', 'submitted'] as const
export type Gap = (typeof gaps)[number]

/** Whether a case has the gap that is looked for, with one codebook version. */
export function hasGap(
  gap: Gap,
  one: ProgressCase,
  codings: readonly ProgressCoding[],
  codebookVersion: string,
): boolean {
  if (gap === 'unassigned') return codings.length === 0
  if (gap === 'no-second') return codings.length === 1
  if (gap === 'no-master') return !one.masters.includes(codebookVersion)
  if (gap === 'draft') return codings.some((coding) => coding.state === 'draft')
  if (gap === 'submitted') return codings.length > 0 && codings.every((coding) => coding.state === 'submitted')
  return true
}

/** A codebook version as the progress screen needs it. */
export type Version = { id: string; title: string; version: string; material: 'transcript' | 'observation' }
