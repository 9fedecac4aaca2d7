import { influence as influenceOf } from '@attune/agreement'
import { groupName } from '@attune/report'
import { noComparison } from '../agreement/analyse.ts'
import { NOT_CORRECTED } from '../agreement/benchmarks.ts'
import { comparisonsOf } from '../agreement/comparisons.ts'
import { marksOf, optionsOfTask, tableOfTask } from '../agreement/compute.ts'
import { isSegmentLayout, type SegmentLayout } from '../agreement/layouts.ts'
import { planTasks, type Task } from '../agreement/plan.ts'
import { type Rated, readInput } from '../agreement/read-input.ts'
import { type AgreementRequest, readRequest } from '../agreement/request.ts'
import {
  clusterSpec,
  comparingSpecs,
  outputSpecs,
  readingSpecs,
  seedSpec,
  segmentLayoutSpecs,
} from '../agreement/specs.ts'
import { readWeights, type WeightsFor } from '../agreement/weights.ts'
import { MOST_LEFT_OUT } from '../agreement/with-interval.ts'
import { type Arguments, numberFrom, type OptionSpec, readArguments } from '../arguments.ts'
import { orRefuse, Refusal } from '../refusal.ts'
import { EXIT, type World } from '../world.ts'
import type { Influenced } from './influenced.ts'
import { printInfluence } from './print.ts'

/** Every option of `attune influence`. */
export const influenceSpecs: readonly OptionSpec[] = [
  ...readingSpecs,
  ...comparingSpecs,
  clusterSpec,
  ...segmentLayoutSpecs,
  seedSpec,
  {
    name: 'top',
    value: 'N',
    group: 'Output',
    about: 'items to show, those that cost most first (default: 10; JSON and CSV have all)',
  },
  ...outputSpecs,
]

/** `attune influence FILE`: which item and which rater costs most agreement. */
export async function influence(words: readonly string[], world: World): Promise<number> {
  const args = readArguments(words, influenceSpecs)
  const request = readRequest(args, false)
  if (request.layout === 'table') {
    throw new Refusal('A table of counts does not say which item is which.', 'Choose --layout wide or long.')
  }
  const isCount = (value: number) => Number.isSafeInteger(value) && value > 0
  const top = numberFrom('top', args.text('top') ?? '10', isCount, 'a whole number above 0')
  const { found, input } = await (isSegmentLayout(request.layout)
    ? influencedSegments(args, request, request.layout, world)
    : influencedRatings(request, world))
  if (found.length === 0) throw noComparison(request, [`The file has the raters ${input.raters.join(', ')}.`])
  const of = isSegmentLayout(request.layout) ? 'document' : 'item'
  printInfluence(found, input, { format: request.format, top, of }, world)
  return EXIT.done
}

async function influencedSegments(args: Arguments, request: AgreementRequest, layout: SegmentLayout, world: World) {
  const { influenceOfSegments } = await import('../segments/influence.ts')
  const { segmentReading } = await import('../segments/reading.ts')
  return influenceOfSegments(request, segmentReading(args, request, layout), world)
}

async function influencedRatings(request: AgreementRequest, world: World) {
  const weights = request.weights === undefined ? null : await readWeights(world, request.weights)
  const { sets, input } = await readInput(request, world, true)
  const found = sets.flatMap((ready) =>
    comparisonsOf(ready, request).flatMap((raters) =>
      tasksOf(request, ready, raters.length).map((task) => {
        world.progress(`${groupName(ready)}${task.id} without each item`)
        return influenced(task, ready, raters, request, weights)
      }),
    ),
  )
  return { found, input }
}

/** The coefficients asked for, or the one that a report would rest on. */
function tasksOf(request: AgreementRequest, ready: Rated, raters: number): Task[] {
  const tasks = planTasks(request, ready, raters)
  if (request.measures !== undefined) return tasks
  const beyondChance = tasks.filter(({ id }) => !NOT_CORRECTED.test(id))
  return (beyondChance.length > 0 ? beyondChance : tasks).slice(0, 1)
}

function influenced(
  task: Task,
  ready: Rated,
  raters: readonly string[],
  request: AgreementRequest,
  weights: WeightsFor | null,
): Influenced {
  const remedy = 'Choose another --measure, --level or option, or declare the --categories; see "attune measures".'
  return orRefuse(groupName(ready), remedy, () => {
    const { table, clusters } = tableOfTask(task.id, ready, raters, request)
    if (table.size > MOST_LEFT_OUT) {
      const message = `At most ${MOST_LEFT_OUT} items can be left out one by one; there are ${table.size}.`
      throw new Refusal(message, 'Take a part of them.')
    }
    const items = marksOf(ready.names ?? [], ready, raters, request)
    const options = optionsOfTask(task, ready, request, weights)
    const together = clusters === null ? {} : { clusters }
    return {
      by: ready.by,
      influence: influenceOf(task.id, { ...table, items }, options, together),
      units: clusters === null ? 'item' : 'cluster',
    }
  })
}
