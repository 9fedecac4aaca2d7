import {
  type AnyOptions,
  isMeasureId,
  type Level,
  type Measure,
  type MeasureId,
  measures,
  type Options,
} from '@attune/agreement'
import type { Ready } from '../input/tables.ts'
import { Refusal } from '../refusal.ts'
import { flagOf } from './coefficient-options.ts'
import type { AgreementRequest } from './request.ts'

/** One coefficient to compute, with the options that make it another one than its neighbours. */
export interface Task {
  readonly id: MeasureId
  readonly options: Options
}

interface Usual {
  readonly id: string
  readonly options: Options
}
const plain = (id: string): Usual => ({ id, options: {} })
const icc = ['ICC(A,1)', 'ICC(C,1)'].map((form): Usual => ({ id: 'icc', options: { form } }))
const scores = { two: [...icc, plain('bias'), plain('within-k')], many: icc }

/** What a reader expects to see first; ids that this library does not have are passed over. */
const USUAL: Record<Level, { readonly two: readonly Usual[]; readonly many: readonly Usual[] }> = {
  nominal: {
    two: ['percent-agreement', 'cohen-kappa'].map(plain),
    many: ['percent-agreement', 'fleiss-kappa', 'krippendorff-alpha'].map(plain),
  },
  ordinal: {
    two: ['percent-agreement', 'weighted-kappa'].map(plain),
    many: ['kendall-w', 'krippendorff-alpha'].map(plain),
  },
  interval: scores,
  ratio: scores,
}

/** The coefficients for a number of raters at a level. @throws Refusal if those asked for do not fit. */
export function planTasks(request: AgreementRequest, ready: Ready, raters: number): Task[] {
  const tasks = request.measures?.map((id): Task => ({ id, options: {} })) ?? usualTasks(request, ready.level, raters)
  if (tasks.length === 0) {
    throw new Refusal(
      `No coefficient of this version takes ${raters} raters at the level ${ready.level}.`,
      'Add --pairs or --reference, or choose another --level or --measure.',
    )
  }
  for (const { id } of tasks) {
    const measure: Measure = measures[id]
    if (!measure.tables.some((kind) => kind === 'codes' || kind === 'scores')) {
      const message = `${id} is computed from ${measure.tables.join(' or ')}, not from a table of ratings.`
      throw new Refusal(message, 'Choose --layout units, events, segments or boundaries for it.')
    }
    if (measure.raters === 2 && raters > 2) {
      throw new Refusal(
        `${id} takes two raters; there are ${raters}.`,
        'Add --pairs, --reference RATER or --raters A,B.',
      )
    }
  }
  checkOptions(request, tasks)
  return tasks
}

function usualTasks(request: AgreementRequest, level: Level, raters: number): Task[] {
  const usual = USUAL[level][raters === 2 ? 'two' : 'many']
  const tasks = usual.flatMap(({ id, options }) => (isMeasureId(id) ? [{ id, options }] : []))
  // A form that was asked for takes the place of all forms that are usual.
  return tasks.filter(
    ({ id }, index) => request.options.form === undefined || tasks.findIndex((task) => task.id === id) === index,
  )
}

/** The options of one coefficient: those that were given, as far as it takes them. */
export function optionsFor({ id, options }: Task, given: AnyOptions): AnyOptions {
  const taken: readonly string[] = ['confidence', ...measures[id].options]
  return Object.fromEntries(Object.entries({ ...options, ...given }).filter(([name]) => taken.includes(name)))
}

/** @throws Refusal for an option that none of the coefficients takes: it would be silently without effect. */
export function checkOptions(request: AgreementRequest, tasks: readonly Task[]): void {
  const given = Object.keys({ ...request.options, ...(request.weights !== undefined && { weights: '' }) })
  for (const option of given) {
    if (option === 'confidence' || option === 'missing') continue
    if (tasks.some(({ id }) => measures[id].options.some((name) => name === option))) continue
    const names = [...new Set(tasks.map(({ id }) => id))].join(', ')
    throw new Refusal(
      `${flagOf(option)} means nothing to ${names}.`,
      `Leave ${flagOf(option)} out, or choose another --measure.`,
    )
  }
  const { missing } = request.options
  if (missing === undefined) return
  for (const { id } of tasks) {
    const rules: readonly string[] = measures[id].missing
    if (!rules.includes(missing)) {
      throw new Refusal(
        `${id} treats missing values ${rules.join(' or ')}, not ${missing}.`,
        'Choose another --missing or --measure.',
      )
    }
  }
}
