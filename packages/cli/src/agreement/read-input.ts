import { readContingency } from '../input/contingency.ts'
import { readRatings } from '../input/ratings.ts'
import { openSource } from '../input/source.ts'
import { type Declared, type Ready, readyGroup } from '../input/tables.ts'
import type { World } from '../world.ts'
import type { InputSummary } from './json.ts'
import type { AgreementRequest } from './request.ts'

/** More categories than this are scores, and nobody reads a list of them. */
const MOST_LISTED = 1000

/** The file as sets of ratings, one for each group. @throws Refusal naming file, line and column of what cannot be read. */
export async function readInput(
  request: AgreementRequest,
  world: World,
): Promise<{ sets: Ready[]; input: InputSummary }> {
  const source = await openSource(world, request.file)
  const declared: Declared = {
    level: request.level,
    categories: request.categories,
    decimalComma: source.delimiter !== ',',
  }
  if (request.layout === 'table') {
    const { ready, items } = readContingency(source, declared)
    return { sets: [ready], input: { items, raters: ready.raters, categories: ready.categories, missing: 0 } }
  }
  const ratings = readRatings(source, { ...request.reading, layout: request.layout })
  const sets = ratings.groups.map((group) => readyGroup(group, ratings.texts, declared))
  const { items, raters, missing } = ratings
  const found = request.categories ?? [...new Set(sets.flatMap(({ categories }) => categories))]
  return { sets, input: { items, raters, categories: found.length > MOST_LISTED ? [] : found, missing } }
}
