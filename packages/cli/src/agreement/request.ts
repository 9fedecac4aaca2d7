import { type AnyOptions, isMeasureId, type Level, type MeasureId, measures } from '@attune/agreement'
import { type Arguments, listOf, nearest, numberFrom } from '../arguments.ts'
import type { Reading } from '../input/layout.ts'
import { Refusal } from '../refusal.ts'
import { type Words, wordsOf } from './benchmarks.ts'
import { coefficientOptions } from './coefficient-options.ts'
import { type IntervalChoice, intervalOf, seedOf } from './interval-choice.ts'
import { checkLayout, isSegmentLayout, LAYOUTS, type Layout } from './layouts.ts'
import { isPositive } from './option-kinds.ts'
import { type Posterior, posteriorOf } from './posterior.ts'
import { LEVELS } from './specs.ts'

/** What somebody asked for, checked as far as that is possible without the data. */
export interface AgreementRequest {
  readonly file: string
  readonly layout: Layout
  readonly reading: Omit<Reading, 'layout' | 'cluster' | 'pooled'>
  readonly level: Level | undefined
  readonly categories: readonly string[] | undefined
  readonly reference: string | undefined
  readonly pairs: boolean
  readonly measures: readonly MeasureId[] | undefined
  readonly weights: string | undefined
  /** Options of coefficients besides the weights. */
  readonly options: AnyOptions
  readonly interval: IntervalChoice
  /** Column of what items belong together in. */
  readonly cluster: string | undefined
  /** Column whose values, such as codes, are pooled; it is among those of `reading.by`. */
  readonly pooled: string | undefined
  /** Length of the blocks that a single document is cut into. */
  readonly block: number | undefined
  readonly words: Words | null
  readonly posterior: Posterior | null
  readonly format: Format
}

export type Format = 'text' | 'json' | 'csv' | 'markdown'

function valuesAt(level: Level | undefined): Reading['values'] {
  if (level === undefined) return 'either'
  return level === 'interval' || level === 'ratio' ? 'numbers' : 'codes'
}

/**
 * @param hasIntervals whether the command draws samples for intervals; if not, a seed is that of a coefficient.
 * @throws Refusal for a value that no data could make right.
 */
export function readRequest(args: Arguments, hasIntervals = true): AgreementRequest {
  const level = LEVELS.find((name) => name === args.text('level'))
  const layout = LAYOUTS.find((name) => name === args.text('layout')) ?? 'wide'
  const categories = namesOf(args, 'categories')
  const reading = {
    item: args.text('item'),
    rater: args.text('rater'),
    value: args.text('value'),
    raters: namesOf(args, 'raters'),
    by: groupsOf(args),
    noValue: listOf(args.text('na')) ?? ['NA'],
    categories,
    values: valuesAt(level),
  }
  const seed = isSegmentLayout(layout) || !hasIntervals ? seedOf(args) : undefined
  const request: AgreementRequest = {
    file: fileOf(args),
    layout,
    reading,
    level,
    categories,
    reference: args.text('reference'),
    pairs: args.has('pairs'),
    measures: measuresOf(args) ?? usualOfPooled(args),
    weights: args.text('weights'),
    options: { ...coefficientOptions(args), ...(seed !== undefined && { seed }) },
    interval: intervalOf(args),
    cluster: args.text('cluster'),
    pooled: args.text('pooled'),
    block: blockOf(args),
    words: wordsOf(args),
    posterior: posteriorOf(args),
    format: formatOf(args),
  }
  checkLayout(args, layout)
  checkTogether(request)
  if (hasIntervals) checkSeed(args, request)
  return request
}

/** The columns that the analysis is repeated for; what is pooled is computed by itself before. */
function groupsOf(args: Arguments): string[] {
  const by = namesOf(args, 'by') ?? []
  const pooled = args.text('pooled')
  return pooled === undefined || by.includes(pooled) ? by : [...by, pooled]
}

function usualOfPooled(args: Arguments): MeasureId[] | undefined {
  if (!args.has('pooled')) return undefined
  return [args.has('weights') ? 'weighted-kappa' : 'cohen-kappa']
}

function blockOf(args: Arguments): number | undefined {
  const text = args.text('block')
  return text === undefined ? undefined : numberFrom('block', text, isPositive, 'a length above 0, as the places are')
}

/** The one file of a command. */
export function fileOf({ files }: Arguments): string {
  const [file, ...more] = files
  if (file === undefined) throw new Refusal('Which file?', 'Name it after the command; "-" is standard input.')
  if (more.length > 0)
    throw new Refusal(`One file at a time, not also ${more.join(', ')}.`, 'Start attune once for each.')
  return file
}

export function namesOf(args: Arguments, option: string): string[] | undefined {
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

export function formatOf(args: Arguments): Format {
  const chosen = (['json', 'csv', 'markdown'] as const).filter((name) => args.has(name))
  if (chosen.length > 1)
    throw new Refusal(`Choose one of ${chosen.map((name) => `--${name}`).join(', ')}.`, 'Leave one out.')
  return chosen[0] ?? 'text'
}

function checkTogether({ reference, pairs }: AgreementRequest): void {
  if (reference !== undefined && pairs) throw new Refusal('--reference and --pairs exclude each other.', 'Choose one.')
}

function checkSeed(args: Arguments, { layout, interval, posterior }: AgreementRequest): void {
  const isDrawn = interval.method === 'bootstrap' || posterior !== null || isSegmentLayout(layout)
  if (args.has('seed') && !isDrawn) {
    throw new Refusal('--seed belongs to --ci bootstrap or --prior.', 'Leave --seed out.')
  }
}
