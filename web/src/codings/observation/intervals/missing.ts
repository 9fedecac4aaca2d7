import { missingIntervals } from '@attune/codebooks'
import type { Desk } from '../../desk.ts'
import { extentOf } from './extent.ts'

/** What is missing of the intervals that the codebook requires, in words; nothing where there is no observation. */
export function missingIntervalsOf(desk: Desk): string[] {
  const { material } = desk.workspace
  if (material.kind !== 'observation') return []
  const marks = [...desk.draft().intervals.values()]
  return missingIntervals(desk.codebook, extentOf(desk, material), marks).map(({ message }) => message)
}
