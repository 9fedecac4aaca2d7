import { writeCsv } from '@attune/exchange'
import { counted, groupName } from '@attune/report'
import { planTasks } from '../agreement/plan.ts'
import { type Rated, readInput } from '../agreement/read-input.ts'
import { type AgreementRequest, readRequest } from '../agreement/request.ts'
import { clusterSpec, outputSpecs, readingSpecs } from '../agreement/specs.ts'
import { type OptionSpec, readArguments } from '../arguments.ts'
import type { Grid } from '../print/grid.ts'
import { sheet } from '../print/sheet.ts'
import { VERSION } from '../version.ts'
import { EXIT, type World } from '../world.ts'
import { type Choice, choicesFor } from './suits.ts'

/** Every option of `attune choose`. */
export const chooseSpecs: readonly OptionSpec[] = [
  ...readingSpecs,
  { ...clusterSpec, group: 'The file', about: 'column of what items belong together in, which is no rater' },
  {
    name: 'all',
    group: 'Output',
    about: 'those that do not suit as well, with what stands against them (JSON and CSV have them)',
  },
  ...outputSpecs,
]

/** One group of ratings with what suits it. */
interface Chosen {
  readonly ready: Rated
  readonly choices: readonly Choice[]
}

/** `attune choose FILE`: which coefficients suit these ratings, and why. */
export async function choose(words: readonly string[], world: World): Promise<number> {
  const args = readArguments(words, chooseSpecs)
  const request = readRequest(args)
  const { sets, input } = await readInput(request, world)
  const found = sets.map(
    (ready): Chosen => ({
      ready,
      choices: choicesFor(ready, usualFor(request, ready), request.categories !== undefined),
    }),
  )
  const { format } = request
  if (format === 'json') {
    const results = found.map(({ ready: { by, raters, level, categories }, choices }) => ({
      by,
      raters,
      level,
      categories,
      choices,
    }))
    world.print(`${JSON.stringify({ attune: VERSION, input, results }, null, 2)}\n`)
  } else if (format === 'csv') world.print(csv(found))
  else {
    const parts = found.flatMap(({ ready, choices }) => {
      const shown = choices.filter(({ suits }) => suits || args.has('all'))
      const left = choices.length - shown.length
      const note = `* computed by "attune agreement" without --measure.${left === 0 ? '' : ` ${counted(left, 'coefficient')} left out that do not suit; --all shows why.`}`
      return [[described(ready)], gridOf(shown), [note]]
    })
    const head = `attune ${VERSION}: ${counted(input.items, 'item')}, ${counted(input.missing, 'missing value')}`
    world.print(sheet(head, parts, { markdown: format === 'markdown', colour: world.colour }))
  }
  return EXIT.done
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
  const by = Object.keys(found[0]?.ready.by ?? {})
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
    found.flatMap(({ ready, choices }) =>
      choices.map(({ id, title, family, suits, usual, answers, reasons }) => [
        ...by.map((column) => ready.by[column] ?? ''),
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
