import type { CriterionMeasure, Judged, Predicate } from '@attune/criteria'
import { plural } from './plural.ts'

type Against = Predicate['against']
type Kind = 'scale' | 'classification' | 'presence' | 'count' | 'duration'

const points = (count: number) => `${count}\u00a0${count === 1 ? 'point' : 'points'}`
const list = (parts: readonly string[]) => new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(parts)

const references: Record<Against, string> = { master: 'the master coding', coders: 'the other coders' }
const statistics: Record<CriterionMeasure, (reference: string, k: number) => string> = {
  'percent-agreement': (reference) => `percent agreement with ${reference}`,
  'within-k': (reference, k) => `the share of scores within ${points(k)} of ${reference}`,
  'total-within-k': (reference, k) => `the share of cases whose scores add up to within ${points(k)} of ${reference}`,
  'cohen-kappa': (reference) => `Cohen’s kappa with ${reference}`,
  'weighted-kappa': (reference) => `quadratically weighted kappa with ${reference}`,
  'gwet-ac1': (reference) => `Gwet’s AC1 with ${reference}`,
  'krippendorff-alpha': (reference) => `Krippendorff’s alpha with ${reference}`,
  icc: (reference) => `the ICC(A,1) with ${reference}`,
  bias: (reference) => `the mean difference from ${reference}, in either direction,`,
  'unit-f1': (reference) => `F1 of the passages and events matched with ${reference}`,
  'unit-kappa': (reference) => `kappa of the codes at given borders with ${reference}`,
}
const kinds: Record<Kind, { one: string; many: string }> = {
  scale: { one: 'scale', many: 'scales' },
  classification: { one: 'classification', many: 'classifications' },
  presence: { one: 'presence variable', many: 'presence variables' },
  count: { one: 'count', many: 'counts' },
  duration: { one: 'duration', many: 'durations' },
}
const others: Record<Against, string> = { master: 'the master coding has', coders: 'another coder has' }
const times = (atMost: number) =>
  atMost === 0 ? 'never' : `at most ${plural(atMost, { one: '# time', other: '# times' })}`

/** Names of measures, rules in sentences and what became of them: shared by all screens of training. */
export const criteria = {
  points,
  list,
  measures: {
    'percent-agreement': 'Percent agreement',
    'within-k': 'Scores within k points',
    'total-within-k': 'Sum of scores within k points',
    'cohen-kappa': 'Cohen’s kappa',
    'weighted-kappa': 'Weighted kappa (quadratic)',
    'gwet-ac1': 'Gwet’s AC1',
    'krippendorff-alpha': 'Krippendorff’s alpha',
    icc: 'ICC(A,1)',
    bias: 'Bias',
    'unit-f1': 'F1 of passages and events',
    'unit-kappa': 'Kappa at given borders',
  } satisfies Record<CriterionMeasure, string>,
  criticalErrors: 'Critical errors',
  kinds: (kind: Kind) => kinds[kind].many,
  comparators: { '>=': 'at least', '>': 'more than', '<=': 'at most', '<': 'less than' },
  mainGroups: 'Main groups',
  statistic: (measure: CriterionMeasure, against: Against, k: number) => statistics[measure](references[against], k),
  /** What a predicate is about, as it follows the number: "for each scale". */
  about: {
    everyVariable: (isEach: boolean): string => (isEach ? 'for each variable' : 'for all variables together'),
    everyCode: (isEach: boolean): string => (isEach ? 'for each code' : 'for all codes together'),
    kinds: (chosen: readonly Kind[], isEach: boolean) =>
      isEach
        ? `for each ${list(chosen.map((kind) => kinds[kind].one))}`
        : `for all ${list(chosen.map((kind) => kinds[kind].many))} together`,
    named: (names: readonly string[], isEach: boolean) => {
      if (names.length === 1) return `for ${names[0]}`
      return isEach ? `for each of ${list(names)}` : `for ${list(names)} together`
    },
  },
  collapsed: (classes: string) => ` (${classes})`,
  window: {
    all: 'over all cases',
    last: (count: number) => plural(count, { one: 'over the last case', other: 'over the last # cases' }),
    'in-a-row': (count: number) => plural(count, { one: 'in at least one case', other: 'in each of # cases in a row' }),
  },
  minimum: (items: number, isEach: boolean) =>
    `, from at least ${plural(items, { one: '# item', other: '# items' })}${isEach ? ' each' : ''}`,
  clause: (part: {
    statistic: string
    on: 'estimate' | 'lower' | 'upper'
    level: string
    comparator: string
    threshold: string
    about: string
    window: string
    minimum: string
  }) => {
    const end = part.on === 'lower' ? 'lower' : 'upper'
    const subject =
      part.on === 'estimate' ? part.statistic : `the ${end} end of the ${part.level} interval of ${part.statistic}`
    return `${subject} is ${part.comparator} ${part.threshold} ${part.about}, ${part.window}${part.minimum}`
  },
  error: {
    confusion: (part: { reference: string | null; given: string | null; against: Against; atMost: number }) => {
      const { reference, given, against, atMost } = part
      if (reference === null && given === null)
        return `${times(atMost)} another class than ${against === 'master' ? 'the master coding' : 'another coder'}`
      return `${times(atMost)} ${given ?? 'another class'} where ${others[against]} ${reference ?? 'another class'}`
    },
    distance: (part: { points: number; against: Against; atMost: number }) =>
      `${times(part.atMost)} ${points(part.points)} or more away from ${references[part.against]}`,
    clause: (error: string, about: string, window: string) => `${error}, ${about}, ${window}`,
  },
  both: (parts: readonly string[]) => parts.join('; and '),
  either: (parts: readonly string[]) => `either ${parts.join('; or ')}`,
  reasons: {
    missed: 'The threshold was not reached.',
    'too-few': 'There are fewer items than the rule asks for.',
    undefined: 'The codes do not determine this figure.',
    'critical-error': 'There were more critical errors than the rule allows.',
    'no-such-run': 'No run of so many cases met it.',
  } satisfies Record<NonNullable<Judged['reason']>, string>,
  met: 'met',
  notMet: 'not met',
  allOf: 'All of these',
  anyOf: 'One of these is enough',
  valid: {
    always: 'A certificate does not expire.',
    months: (months: number) => `A certificate is valid for ${plural(months, { one: '# month', other: '# months' })}.`,
  },
  renewal: {
    none: 'Passing the set again does not renew it.',
    repeat: (days: number) =>
      days === 0
        ? 'The set may be passed again once it has expired.'
        : `The set may be passed again from ${plural(days, { one: '# day', other: '# days' })} before it expires.`,
  },
}
