import type { AnyOptions, OptionName } from '@attune/agreement'
import { type Arguments, numberFrom, type OptionSpec } from '../arguments.ts'
import { Refusal } from '../refusal.ts'
import { type CoefficientOption, isAnyNumber, isPositive, oneOf } from './option-kinds.ts'
import { segmentOptions } from './segment-options.ts'

const YES_NO = ['yes', 'no']

/** Weights may need a file and the categories, so they are read elsewhere. */
type Here = Exclude<OptionName, 'weights'>

/** Every option of every coefficient: an option that the library adds has to be added here before types fit again. */
const options: Readonly<Record<Here, CoefficientOption>> = {
  missing: {
    name: 'missing',
    value: 'RULE',
    about: 'pairwise, listwise or available (default: what the source of the coefficient prescribes)',
    ...oneOf(['pairwise', 'listwise', 'available'], (missing) => ({ missing })),
  },
  form: {
    name: 'icc-form',
    value: 'FORM',
    about: 'form of the ICC: ICC(1,1), ICC(A,1), ICC(C,k) ..., or a name of Shrout and Fleiss',
    take: (form) => ({ form }),
  },
  model: {
    name: 'icc-model',
    value: 'MODEL',
    about: 'random (default) or mixed: are the raters a sample or the only ones?',
    ...oneOf(['random', 'mixed'], (model) => ({ model })),
  },
  r0: {
    name: 'r0',
    value: 'NUMBER',
    about: 'value of the ICC under the null hypothesis (default: 0)',
    take: (text) => ({ r0: numberFrom('r0', text, (value) => value >= 0 && value < 1, 'from 0 to below 1') }),
  },
  k: {
    name: 'k',
    value: 'POINTS',
    about: 'within-k: points of difference that still count as agreement (default: 1)',
    take: (text) => ({ k: numberFrom('k', text, (value) => isAnyNumber(value) && value >= 0, '0 or more points') }),
  },
  metric: {
    name: 'metric',
    value: 'METRIC',
    about: "difference function of Krippendorff's alpha (default: that of the level)",
    ...oneOf(['nominal', 'ordinal', 'interval', 'ratio', 'circular', 'bipolar'], (metric) => ({ metric })),
  },
  period: {
    name: 'period',
    value: 'NUMBER',
    about: 'length of the circle for circular weights or metric',
    take: (text) => ({ period: numberFrom('period', text, isPositive, 'a number above 0') }),
  },
  poles: {
    name: 'poles',
    value: 'LOW,HIGH',
    about: 'ends of the scale for the bipolar metric',
    take: (text) => {
      const [low = '', high = '', ...more] = text.split(',')
      if (more.length > 0) throw new Refusal(`--poles cannot be "${text}".`, 'Write the two ends, such as --poles 1,9.')
      return {
        poles: [numberFrom('poles', low, isAnyNumber, 'LOW,HIGH'), numberFrom('poles', high, isAnyNumber, 'LOW,HIGH')],
      }
    },
  },
  category: {
    name: 'category',
    value: 'CODE',
    about: 'category that counts as the positive one',
    take: (category) => ({ category }),
  },
  correct: {
    name: 'correct',
    value: 'YES|NO',
    about: "McNemar's test with continuity correction: yes or no",
    ...oneOf(YES_NO, (word) => ({ correct: word === 'yes' })),
  },
  exact: {
    name: 'exact',
    value: 'YES|NO',
    about: 'exact (binomial) test: yes or no',
    ...oneOf(YES_NO, (word) => ({ exact: word === 'yes' })),
  },
  type: {
    name: 'type',
    value: 'TYPE',
    about: "agreement (default) or consistency: do differences of the raters' means count as error?",
    ...oneOf(['agreement', 'consistency'], (type) => ({ type })),
  },
  agreement: {
    name: 'agreement',
    value: 'RULE',
    about: 'hubert-kappa: all (default: everybody chose the same category) or pairs (share of pairs that did)',
    ...oneOf(['all', 'pairs'], (agreement) => ({ agreement })),
  },
  design: {
    name: 'design',
    value: 'DESIGN',
    about: 'oneway (default): each item has raters of its own; twoway: raters are crossed with items',
    ...oneOf(['oneway', 'twoway'], (design) => ({ design })),
  },
  points: {
    name: 'points',
    value: 'N',
    about: 'number of points of the rating scale (default: the categories)',
    take: (text) => ({ points: numberFrom('points', text, isPositive, 'a number of points') }),
  },
  coverage: {
    name: 'coverage',
    value: 'SHARE',
    about: 'share of differences within limits of agreement or detectable change (default: 0.95)',
    take: (text) => ({ coverage: numberFrom('coverage', text, (value) => value > 0 && value < 1, 'between 0 and 1') }),
  },
  limits: {
    name: 'limits',
    value: 'RULE',
    about: 'limits of agreement: z (normal quantile, default) or 2sd',
    ...oneOf(['z', '2sd'], (limits) => ({ limits })),
  },
  limitsInterval: {
    name: 'limits-interval',
    value: 'METHOD',
    about: 'interval of the limits of agreement: exact (default), t or rough',
    ...oneOf(['exact', 't', 'rough'], (limitsInterval) => ({ limitsInterval })),
  },
  plannedRaters: {
    name: 'planned-raters',
    value: 'N',
    about: 'raters of a planned study (default: those of the file)',
    take: (text) => ({ plannedRaters: numberFrom('planned-raters', text, isPositive, 'a number of raters') }),
  },
  confidence: {
    name: 'confidence',
    value: 'LEVEL',
    about: 'level of the interval (default: 0.95)',
    take: (text) => ({
      confidence: numberFrom('confidence', text, (value) => value > 0 && value < 1, 'between 0 and 1, such as 0.95'),
    }),
  },
}

const all = Object.entries<CoefficientOption>({ ...options, ...segmentOptions })

/** The options of coefficients of ratings, as the help lists them. */
export const coefficientSpecs: readonly OptionSpec[] = Object.values(options)

/** @throws Refusal for a value that no coefficient could take. */
export function coefficientOptions(args: Arguments): AnyOptions {
  const taken = all.map(([, { name, take }]) => {
    const text = args.text(name)
    return text === undefined ? {} : take(text)
  })
  return Object.assign({}, ...taken)
}

/** How an option of the library is called on the command line. */
export function flagOf(option: string): string {
  return `--${all.find(([name]) => name === option)?.[1].name ?? option}`
}
