import { compareDependent, type Measure, measures } from '@attune/agreement'
import { groupName } from '@attune/report'
import { optionsOfTask, tableOfTask } from '../agreement/compute.ts'
import { isSegmentLayout, type SegmentLayout } from '../agreement/layouts.ts'
import type { Task } from '../agreement/plan.ts'
import { type Rated, readInput } from '../agreement/read-input.ts'
import { type AgreementRequest, readRequest } from '../agreement/request.ts'
import { readWeights, type WeightsFor } from '../agreement/weights.ts'
import { MOST_LEFT_OUT } from '../agreement/with-interval.ts'
import { type Arguments, readArguments } from '../arguments.ts'
import { orRefuse, Refusal } from '../refusal.ts'
import { EXIT, type World } from '../world.ts'
import { type Compared, printComparisons } from './print.ts'
import { planOfRatings, type Sides, sidesOf } from './sides.ts'
import { compareSpecs } from './specs.ts'

/** `attune compare FILE`: do two coefficients of the same items differ? */
export async function compare(words: readonly string[], world: World): Promise<number> {
  const args = readArguments(words, compareSpecs)
  const request = readRequest(args, false)
  const { found, input } = await (isSegmentLayout(request.layout)
    ? comparedSegments(args, request, request.layout, world)
    : comparedRatings(request, world))
  if (found.length === 0) {
    throw new Refusal(
      'There is nothing to compare: two coders and the criterion are needed.',
      `The file has the raters ${input.raters.join(', ')}.`,
    )
  }
  const of = isSegmentLayout(request.layout) ? 'document' : 'item'
  printComparisons(found, input, { format: request.format, of }, world)
  return EXIT.done
}

async function comparedSegments(args: Arguments, request: AgreementRequest, layout: SegmentLayout, world: World) {
  const { compareSegments } = await import('../segments/compare.ts')
  const { segmentReading } = await import('../segments/reading.ts')
  return compareSegments(request, segmentReading(args, request, layout), world)
}

async function comparedRatings(request: AgreementRequest, world: World) {
  const weights = request.weights === undefined ? null : await readWeights(world, request.weights)
  const { sets, input } = await readInput(request, world)
  const found = sets.flatMap((ready) =>
    sidesOf(request, ready, planOfRatings(request, ready)).map((sides): Compared => {
      world.progress(`${groupName(ready)}${sides.first.raters.join(' - ')} and ${sides.second.raters.join(' - ')}`)
      return {
        by: ready.by,
        unit: ready.clusters === null ? 'item' : 'cluster',
        comparison: compareSides(sides, ready, request, weights),
      }
    }),
  )
  return { found, input }
}

/** On the items that everybody concerned worked on, so that both coefficients rest on the same ones. */
function compareSides(
  { all, first, second }: Sides,
  ready: Rated,
  request: AgreementRequest,
  weights: WeightsFor | null,
) {
  const remedy = 'Choose another --measure, --level or option, or declare the --categories; see "attune measures".'
  return orRefuse(groupName(ready), remedy, () => {
    const shared = { ...request, pairs: true, reference: undefined }
    const { table, clusters } = tableOfBoth(first.task, second.task, (task) => tableOfTask(task.id, ready, all, shared))
    if (table.size > MOST_LEFT_OUT) {
      throw new Refusal(
        `At most ${MOST_LEFT_OUT} items can be compared; there are ${table.size}.`,
        'Take a part of them.',
      )
    }
    const [one, other] = [first, second].map(({ task, raters }) => ({
      measure: task.id,
      raters,
      options: optionsOfTask(task, ready, request, weights),
    }))
    if (one === undefined || other === undefined) throw new Error('A comparison has two sides.')
    const { confidence } = request.options
    return compareDependent(table, one, other, {
      ...(clusters !== null && { clusters }),
      ...(confidence !== undefined && { confidence }),
    })
  })
}

/** A table that both coefficients take: scores if both do, else categories. */
function tableOfBoth(first: Task, second: Task, tableOf: (task: Task) => ReturnType<typeof tableOfTask>) {
  const found = tableOf(first)
  const { tables }: Measure = measures[second.id]
  return tables.some((kind) => kind === found.table.kind) ? found : tableOf(second)
}
