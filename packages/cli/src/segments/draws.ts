import { type AnyOptions, type MeasureId, type Result, type SegmentTable, timeBlocks } from '@attune/agreement'
import { counted } from '@attune/report'
import { drawnBy } from '../agreement/compute.ts'
import type { IntervalChoice } from '../agreement/interval-choice.ts'
import type { AgreementRequest } from '../agreement/request.ts'
import { type Drawn, withInterval } from '../agreement/with-interval.ts'
import type { World } from '../world.ts'
import { clustersOf, type Together } from './together.ts'

/** What an interval can be made from; or that there is nothing, and why that needs saying, if it does. */
export type Draws = { readonly drawn: Drawn } | { readonly drawn: null; readonly why: string | null }

/**
 * Several documents are drawn or left out one by one, or by their clusters; a single one by its blocks of time.
 *
 * @param isPart whether there is a row of several documents, which has the interval.
 */
export function drawsOf(one: Together, table: SegmentTable, isPart: boolean, { block }: AgreementRequest): Draws {
  const { documents } = one
  const clusters = clustersOf(one)
  if (documents.length > 1) {
    return { drawn: clusters === null ? { named: counted(documents.length, 'document') } : drawnBy(clusters) }
  }
  if (block === undefined || table.kind === 'segmentation') return { drawn: null, why: isPart ? null : alone(table) }
  const cut = timeBlocks(table, block).joined?.parts.length ?? 1
  if (cut > 1) return { drawn: { block, named: `${cut} blocks of ${block}` } }
  return {
    drawn: null,
    why: `A block of ${block} is as long as the document, so there is nothing to draw or leave out.`,
  }
}

function alone({ kind }: SegmentTable): string {
  const remedy = kind === 'segmentation' ? '' : ', or cut it with --block'
  return `One document does not show how much another would differ: take several${remedy}.`
}

/** A result with the interval that was asked for, as far as the documents allow one. */
export function withDraws(
  id: MeasureId,
  table: SegmentTable,
  options: AnyOptions,
  choice: IntervalChoice,
  draws: Draws,
  told: World['progress'],
): Result {
  if (draws.drawn !== null) return withInterval(id, table, options, choice, draws.drawn, told)
  const isAsked = choice.method === 'bootstrap' || choice.method === 'jackknife'
  const result = withInterval(id, table, options, isAsked ? { method: 'none' } : choice, null)
  if (!isAsked || draws.why === null || result.estimate === null) return result
  return { ...result, warnings: [...result.warnings, { code: 'one-continuum', message: draws.why }] }
}
