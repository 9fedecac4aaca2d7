import { writeCsv } from '@attune/exchange'
import { counted, groupName } from '@attune/report'
import { isSegmentLayout, type SegmentLayout } from '../agreement/layouts.ts'
import { planTasks } from '../agreement/plan.ts'
import { type Rated, readInput } from '../agreement/read-input.ts'
import { type AgreementRequest, readRequest } from '../agreement/request.ts'
import { clusterSpec, outputSpecs, readingSpecs, segmentLayoutSpecs } from '../agreement/specs.ts'
import { type Arguments, type OptionSpec, readArguments } from '../arguments.ts'
import type { Grid } from '../print/grid.ts'
import { sheet } from '../print/sheet.ts'
import { VERSION } from '../version.ts'
import { EXIT, type World } from '../world.ts'
import { type Choice, type Chosen, choicesFor } from './suits.ts'

/** Every option of `attune choose`. */
export const chooseSpecs: readonly OptionSpec[] = [
  ...readingSpecs,
  { ...clusterSpec, group: 'The file', about: 'column of what items belong together in, which is no rater' },
  ...segmentLayoutSpecs.filter(({ name }) => ['start', 'end', 'begin', 'length'].includes(name)),
  {
    name: 'all',
    group: 'Output',
    about: 'those that do not suit as well, with what stands against them (JSON and CSV have them)',
  },
  ...outputSpecs,
]

/** `attune choose FILE`: which coefficients suit these ratings, and why. */
export async function choose(words: readonly string[], world: World): Promise<number> {
  const args = readArguments(words, chooseSpecs)
  const request = readRequest(args)
  const { layout } = request
  const { found, input } = await (isSegmentLayout(layout)
    ? chosenSegments(args, request, layout, world)
    : chooseRatings(request, world))
  const { format } = request
  if (format === 'json') {
    const results = found.map(({ described: _, ...chosen }) => chosen)
    world.print(`${JSON.stringify({ attune: VERSION, input, results }, null, 2)}\n`)
  } else if (format === 'csv') world.print(csv(found))
  else {
    const parts = found.flatMap(({ described, choices }) => {
      const shown = choices.filter(({ suits }) => suits || args.has('all'))
      const left = choices.length - shown.length
      const note = `* computed by "attune agreement" without --measure.${left === 0 ? '' : ` ${counted(left, 'coefficient')} left out that do not suit; --all shows why.`}`
      return [[described], gridOf(shown), [note]]
    })
    const items = isSegmentLayout(layout)
      ? counted(input.items, 'document')
      : `${counted(input.items, 'item')}, ${counted(input.missing, 'missing value')}`
    const head = `attune ${VERSION}: ${items}`
    world.print(sheet(head, parts, { markdown: format === 'markdown', colour: world.colour }))
  }
  return EXIT.done
}

async function chosenSegments(args: Arguments, request: AgreementRequest, layout: SegmentLayout, world: World) {
  const { chooseSegments } = await import('../segments/choose.ts')
  const { segmentReading } = await import('../segments/reading.ts')
  return chooseSegments(segmentReading(args, request, layout), world)
}

async function chooseRatings(request: AgreementRequest, world: World) {
  const { sets, input } = await readInput(request, world)
  const found = sets.map((ready): Chosen => {
    const { by, raters, level, categories } = ready
    const choices = choicesFor(ready, usualFor(request, ready), request.categories !== undefined)
    return { by, raters, level, categories, described: described(ready), choices }
  })
  return { found, input }
}

const usualFor = (request: AgreementRequest, ready: Rated) =>
  ready.raters.length < 2 ? [] : planTasks(request, ready, ready.raters.length).map(({ id }) => id)

function described(ready: Rated): string {
  const { raters, level, categories } = ready
  const who = raters.length > 8 ? '' : ` (${raters.join(', ')})`
  const isScored = ready.scores() !== null
  const what = isScored ? 'plain numbers' : `${categories.length} categories (${categories.slice(0, 12).join(', ')})`
  return `${groupName(ready)}${counted(raters.length, 'rater')}${who}, level ${level}, ${what}.`
}

function gridOf(choices: readonly Choice[]): Grid {
  const rows = choices.map(({ id, suits, usual, answers, reasons }) => [
    usual ? '*' : '',
    id,
    suits ? 'yes' : 'no',
    suits ? answers : '',
    reasons.join(' '),
  ])
  return { columns: ['', 'coefficient', 'suits', 'it answers', 'note'], rows, right: new Set() }
}

function csv(found: readonly Chosen[]): string {
  const by = Object.keys(found[0]?.by ?? {})
  return writeCsv(
    [
      ...by.map((column) => `by_${column}`),
      'id',
      'title',
      'family',
      'suits',
      'usual',
      'why',
      'reasons',
      'attune_version',
    ],
    found.flatMap(({ by: group, choices }) =>
      choices.map(({ id, title, family, suits, usual, answers, reasons }) => [
        ...by.map((column) => group[column] ?? ''),
        id,
        title,
        family,
        suits ? 'yes' : 'no',
        usual ? 'yes' : 'no',
        answers,
        reasons.join(' '),
        VERSION,
      ]),
    ),
  )
}
