import { measures } from '@attune/agreement'
import type { OptionSpec } from '../arguments.ts'
import { RULE_NAMES } from './benchmarks.ts'
import { coefficientSpecs } from './coefficient-options.ts'
import { BOOTSTRAPS, INTERVALS } from './interval-choice.ts'
import { LAYOUTS } from './layouts.ts'
import { PRIORS } from './posterior.ts'
import { segmentSpecs } from './segment-options.ts'

export const LEVELS = ['nominal', 'ordinal', 'interval', 'ratio'] as const
export const WEIGHTS = [
  'identity',
  'linear',
  'quadratic',
  'ordinal',
  'radical',
  'ratio',
  'circular',
  'bipolar',
] as const

/** Options under one heading of the help. */
const under = (group: string, specs: readonly OptionSpec[]): readonly OptionSpec[] =>
  specs.map((spec) => ({ ...spec, group }))

/** How a file is read: options of every command that takes ratings. */
export const readingSpecs = under('The file', [
  {
    name: 'layout',
    value: 'LAYOUT',
    among: LAYOUTS,
    about:
      'wide (default): a row an item, a column a rater; long: a row a rating; table: a k x k table of counts; units, events, segments, boundaries: a row each that a rater marked',
  },
  {
    name: 'item',
    value: 'COL',
    about: 'column that names the item (default: item, if there is one); with units and events the document or session',
  },
  { name: 'rater', value: 'COL', about: 'column that names the rater, where a row has one (default: rater)' },
  {
    name: 'value',
    value: 'COL',
    about:
      'long: column of the values (default: value); units, events: of the codes (default: category or code); segments: of the lengths (length); boundaries: of the positions (position)',
  },
  { name: 'raters', value: 'A,B,...', about: 'only these raters, in this order (wide default: all other columns)' },
  { name: 'by', value: 'COL[,COL]', about: 'repeat the analysis for each group: a scale, a wave' },
  {
    name: 'level',
    value: 'LEVEL',
    among: LEVELS,
    about: 'nominal, ordinal, interval or ratio (default: nominal for text, interval for numbers)',
  },
  {
    name: 'categories',
    value: 'A,B,...',
    about: 'all allowed codes in order, used or not (default: those found, sorted)',
  },
  {
    name: 'na',
    value: 'VALUES',
    about: 'cells that mean "no value" besides empty ones, comma-separated (default: NA)',
  },
])

const INTERVAL_GROUP = 'Intervals and clusters'

/** Who is compared with whom, and by which coefficients. */
export const comparingSpecs: readonly OptionSpec[] = [
  ...under('Who is compared, and how', [
    {
      name: 'reference',
      value: 'RATER',
      about: 'this rater is the criterion; the others are compared with it one by one',
    },
    { name: 'pairs', about: 'every pair of raters instead of all raters together' },
    {
      name: 'measure',
      value: 'ID[,ID...]',
      offered: Object.keys(measures),
      about: 'coefficients, see "attune measures" (default: what suits level and raters)',
    },
    { name: 'weights', value: 'NAME|FILE', about: `${WEIGHTS.join(', ')}, or a CSV file with a k x k matrix` },
  ]),
  ...under(
    'Options of single coefficients',
    coefficientSpecs.filter(({ name }) => name !== 'confidence'),
  ),
  ...under(
    INTERVAL_GROUP,
    coefficientSpecs.filter(({ name }) => name === 'confidence'),
  ),
]

/** Where units and events lie, and the options of their coefficients. */
export const segmentLayoutSpecs = under('Units, events, segments, boundaries', [
  { name: 'start', value: 'COL', about: 'units, events: column of the begins (default: start or onset)' },
  {
    name: 'end',
    value: 'COL',
    about: 'units, events: column of the ends, which do not belong to them (end or offset)',
  },
  { name: 'begin', value: 'NUMBER|COL', about: 'units, events: begin of what was worked on (default: 0)' },
  {
    name: 'length',
    value: 'NUMBER|COL',
    about: 'its length, needed where gaps count: a number, or a column that holds it',
  },
  {
    name: 'block',
    value: 'LENGTH',
    about: 'units, events: bootstrap or jackknife of a single document, cut into blocks of this length',
  },
  ...segmentSpecs,
])

export const clusterSpec: OptionSpec = {
  name: 'cluster',
  value: 'COL',
  group: INTERVAL_GROUP,
  about: 'column of what items belong together in (a dyad, a family), drawn or left out as a whole',
}

/** Where nothing else is drawn at random. */
export const seedSpec: OptionSpec = {
  name: 'seed',
  value: 'N',
  group: 'Units, events, segments, boundaries',
  about: 'gamma, gamma-cat: same seed, same numbers, on every machine (default: 1)',
}

export const outputSpecs = under('Output', [
  { name: 'json', about: 'one JSON document, full double precision' },
  { name: 'csv', about: 'one row a result, full double precision' },
  { name: 'markdown', about: 'the readable table for a Markdown file' },
  { name: 'help', about: 'show this help' },
])

/** What is computed from ratings, in the order of the help. */
export const ratingSpecs: readonly OptionSpec[] = [
  ...readingSpecs,
  ...comparingSpecs,
  ...under(INTERVAL_GROUP, [
    { name: 'ci', value: 'METHOD', among: INTERVALS, about: 'analytic (default), bootstrap, jackknife or none' },
    { name: 'resamples', value: 'N', about: 'bootstrap: number of samples (default: 2000)' },
    {
      name: 'bootstrap',
      value: 'KIND',
      among: BOOTSTRAPS,
      about: 'bca: corrected for bias and skew (default up to 5000 items), or percentile',
    },
    clusterSpec,
    {
      name: 'seed',
      value: 'N',
      about: 'bootstrap, prior, gamma: same seed, same numbers, on every machine (default: 1)',
    },
  ]),
]

/** Every option of `attune agreement`. */
export const agreementSpecs: readonly OptionSpec[] = [
  ...ratingSpecs,
  ...under('Words, few cases, many codes', [
    {
      name: 'benchmarks',
      value: 'RULE[,...]',
      offered: RULE_NAMES,
      about: `words for the values, apart from them: ${RULE_NAMES.join(', ')}`,
    },
    {
      name: 'certainty',
      value: 'LEVEL',
      about: 'benchmarks: probability with which a word is to hold (default: 0.95)',
    },
    { name: 'prior', value: 'PRIOR', among: PRIORS, about: 'Bayesian interval of kappa besides, for few cases: perks' },
    { name: 'threshold', value: 'KAPPA', about: 'prior: value that kappa is to exceed (default: 0.6)' },
    {
      name: 'pooled',
      value: 'COL',
      about: 'kappa of each value of this column (a code, a scale), and one pooled kappa of all of them',
    },
  ]),
  ...segmentLayoutSpecs,
  ...outputSpecs,
]
