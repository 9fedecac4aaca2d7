import { isMeasureId, type Level, type MeasureId, measures, type Options } from '@attune/agreement'
import { type Arguments, listOf, nearest, numberFrom } from '../arguments.ts'
import type { Reading } from '../input/ratings.ts'
import { Refusal } from '../refusal.ts'
import { coefficientOptions } from './coefficient-options.ts'
import { INTERVALS, LAYOUTS, LEVELS } from './specs.ts'

/** How the interval is made; a bootstrap is repeatable by its seed. */
export type IntervalChoice =
  | { readonly method: 'analytic' | 'jackknife' | 'none' }
  | { readonly method: 'bootstrap'; readonly resamples: number; readonly seed: number }

/** What somebody asked for, checked as far as that is possible without the data. */
export interface AgreementRequest {
  readonly file: string
  readonly layout: (typeof LAYOUTS)[number]
  readonly reading: Omit<Reading, 'layout'>
  readonly level: Level | undefined
  readonly categories: readonly string[] | undefined
  readonly reference: string | undefined
  readonly pairs: boolean
  readonly measures: readonly MeasureId[] | undefined
  readonly weights: string | undefined
  /** Options of coefficients besides the weights. */
  readonly options: Options
  readonly interval: IntervalChoice
  readonly format: 'text' | 'json' | 'csv' | 'markdown'
}

/** @throws Refusal for a value that no data could make right. */
export function readRequest(args: Arguments): AgreementRequest {
  const [file, ...more] = args.files
  if (file === undefined) throw new Refusal('Which file?', 'Name it after the command; "-" is standard input.')
  if (more.length > 0)
    throw new Refusal(`One file at a time, not also ${more.join(', ')}.`, 'Start attune once for each.')
  const level = LEVELS.find((name) => name === args.text('level'))
  const categories = namesOf(args, 'categories')
  const reading = {
    item: args.text('item'),
    rater: args.text('rater'),
    value: args.text('value'),
    raters: namesOf(args, 'raters'),
    by: namesOf(args, 'by') ?? [],
    noValue: listOf(args.text('na')) ?? ['NA'],
    categories,
    numeric: level === 'interval' || level === 'ratio',
  }
  const request: AgreementRequest = {
    file,
    layout: LAYOUTS.find((name) => name === args.text('layout')) ?? 'wide',
    reading,
    level,
    categories,
    reference: args.text('reference'),
    pairs: args.has('pairs'),
    measures: measuresOf(args),
    weights: args.text('weights'),
    options: coefficientOptions(args),
    interval: intervalOf(args),
    format: formatOf(args),
  }
  checkLayout(args, request)
  return request
}

function namesOf(args: Arguments, option: string): string[] | undefined {
  const names = listOf(args.text(option))
  if (names === undefined) return undefined
  if (names.includes('')) throw new Refusal(`--${option} has an empty part.`, 'Separate the names by single commas.')
  if (new Set(names).size < names.length) throw new Refusal(`--${option} names something twice.`, 'Name each once.')
  return names
}

function measuresOf(args: Arguments): MeasureId[] | undefined {
  return namesOf(args, 'measure')?.map((id) => {
    if (isMeasureId(id)) return id
    const near = nearest(id, Object.keys(measures))
    const remedy = '"attune measures" lists them all.'
    throw new Refusal(
      `There is no coefficient "${id}".`,
      near === undefined ? remedy : `Did you mean ${near}? ${remedy}`,
    )
  })
}

function intervalOf(args: Arguments): IntervalChoice {
  const method = INTERVALS.find((name) => name === args.text('ci')) ?? 'analytic'
  if (method === 'bootstrap') {
    const isSize = (value: number) => Number.isInteger(value) && value >= 20 && value <= 1_000_000
    const isSeed = (value: number) => Number.isSafeInteger(value) && value >= 0
    return {
      method,
      resamples: numberFrom(
        'resamples',
        args.text('resamples') ?? '2000',
        isSize,
        'a whole number from 20 to a million',
      ),
      seed: numberFrom('seed', args.text('seed') ?? '1', isSeed, 'a whole number, 0 or more'),
    }
  }
  for (const option of ['resamples', 'seed']) {
    if (args.has(option)) throw new Refusal(`--${option} belongs to --ci bootstrap.`, `Leave --${option} out.`)
  }
  return { method }
}

function formatOf(args: Arguments): AgreementRequest['format'] {
  const chosen = (['json', 'csv', 'markdown'] as const).filter((name) => args.has(name))
  if (chosen.length > 1)
    throw new Refusal(`Choose one of ${chosen.map((name) => `--${name}`).join(', ')}.`, 'Leave one out.')
  return chosen[0] ?? 'text'
}

function checkLayout(args: Arguments, { layout, reference, pairs }: AgreementRequest): void {
  const foreign = { wide: ['rater', 'value'], long: [], table: ['item', 'rater', 'value', 'raters', 'by', 'na'] }[
    layout
  ]
  for (const option of foreign) {
    if (args.has(option)) {
      throw new Refusal(
        `--${option} has no meaning for --layout ${layout}.`,
        `Leave it out, or choose another --layout.`,
      )
    }
  }
  if (reference !== undefined && pairs) throw new Refusal('--reference and --pairs exclude each other.', 'Choose one.')
}
