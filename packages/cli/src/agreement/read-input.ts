import { readContingency } from '../input/contingency.ts'
import type { Reading } from '../input/layout.ts'
import { readRatings } from '../input/ratings.ts'
import { openSource } from '../input/source.ts'
import { type Declared, type Ready, readyGroup } from '../input/tables.ts'
import { Refusal } from '../refusal.ts'
import type { World } from '../world.ts'
import { readMarks } from './item-marks.ts'
import type { InputSummary } from './json.ts'
import { isSegmentLayout } from './layouts.ts'
import type { AgreementRequest } from './request.ts'

/** More categories than this are scores, and nobody reads a list of them. */
const MOST_LISTED = 1000

/** Ratings with what was asked for about their items. */
export interface Rated extends Ready {
  /** Names of the items, if they were asked for. */
  readonly names: readonly string[] | null
  /** What each item belongs to, if a column says so. */
  readonly clusters: readonly string[] | null
}

/**
 * The file as sets of ratings, one for each group.
 *
 * @param named whether the names of the items are needed.
 * @throws Refusal naming file, line and column of what cannot be read.
 */
export async function readInput(
  request: AgreementRequest,
  world: World,
  named = false,
): Promise<{ sets: Rated[]; input: InputSummary }> {
  const { layout, cluster } = request
  if (isSegmentLayout(layout)) {
    throw new Refusal(
      `--layout ${layout} holds no ratings of items, which this command is about.`,
      'Use "attune agreement" for such a file, or choose --layout wide, long or table.',
    )
  }
  const source = await openSource(world, request.file)
  const declared: Declared = {
    level: request.level,
    categories: request.categories,
    decimalComma: source.delimiter !== ',',
  }
  if (layout === 'table') {
    const { ready, items } = readContingency(source, declared)
    const sets = [{ ...ready, names: null, clusters: null }]
    return { sets, input: { items, raters: ready.raters, categories: ready.categories, missing: 0 } }
  }
  const reading: Reading = { ...request.reading, layout, cluster, pooled: request.pooled }
  const ratings = readRatings(source, reading)
  const marksOf = named || cluster !== undefined ? readMarks(source, reading) : null
  const sets = ratings.groups.map((group): Rated => {
    const { names = null, clusters = null } = marksOf?.(group.by) ?? {}
    return { ...readyGroup(group, ratings.texts, declared), names, clusters }
  })
  const { items, raters, missing } = ratings
  const found = request.categories ?? [...new Set(sets.flatMap(({ categories }) => categories))]
  return { sets, input: { items, raters, categories: found.length > MOST_LISTED ? [] : found, missing } }
}
