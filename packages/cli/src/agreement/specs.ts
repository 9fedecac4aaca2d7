import type { OptionSpec } from '../arguments.ts'
import { coefficientSpecs } from './coefficient-options.ts'

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
export const LAYOUTS = ['wide', 'long', 'table'] as const
export const INTERVALS = ['analytic', 'bootstrap', 'jackknife', 'none'] as const

/** Every option of `attune agreement`, in the order of the help. */
export const agreementSpecs: readonly OptionSpec[] = [
  {
    name: 'layout',
    value: 'LAYOUT',
    among: LAYOUTS,
    about: 'wide (default): a row an item, a column a rater; long: a row a rating; table: a k x k table of counts',
  },
  { name: 'item', value: 'COL', about: 'column that names the item (default: item, if there is one)' },
  { name: 'rater', value: 'COL', about: 'long: column that names the rater (default: rater)' },
  { name: 'value', value: 'COL', about: 'long: column of the values (default: value)' },
  { name: 'raters', value: 'A,B,...', about: 'only these raters, in this order (wide default: all other columns)' },
  { name: 'by', value: 'COL[,COL]', about: 'repeat the analysis for each group: a scale, a wave' },
  {
    name: 'reference',
    value: 'RATER',
    about: 'this rater is the criterion; the others are compared with it one by one',
  },
  { name: 'pairs', about: 'every pair of raters instead of all raters together' },
  {
    name: 'measure',
    value: 'ID[,ID...]',
    about: 'coefficients, see "attune measures" (default: what suits level and raters)',
  },
  {
    name: 'level',
    value: 'LEVEL',
    among: LEVELS,
    about: 'nominal, ordinal, interval or ratio (default: nominal for text, interval for numbers)',
  },
  { name: 'weights', value: 'NAME|FILE', about: `${WEIGHTS.join(', ')}, or a CSV file with a k x k matrix` },
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
  ...coefficientSpecs.filter(({ name }) => name !== 'confidence'),
  { name: 'ci', value: 'METHOD', among: INTERVALS, about: 'analytic (default), bootstrap, jackknife or none' },
  ...coefficientSpecs.filter(({ name }) => name === 'confidence'),
  { name: 'resamples', value: 'N', about: 'bootstrap: number of samples (default: 2000)' },
  { name: 'seed', value: 'N', about: 'bootstrap: same seed, same numbers, on every machine (default: 1)' },
  { name: 'json', about: 'one JSON document, full double precision' },
  { name: 'csv', about: 'one row a coefficient, full double precision' },
  { name: 'markdown', about: 'the readable table for a Markdown file' },
  { name: 'help', about: 'show this help' },
]
