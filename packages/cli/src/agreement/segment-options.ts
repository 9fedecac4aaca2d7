import type { AnyOptions, SegmentOptionName } from '@attune/agreement'
import { numberFrom, type OptionSpec } from '../arguments.ts'
import { type CoefficientOption, isPositive, oneOf } from './option-kinds.ts'

const isNotNegative = (value: number) => value === 0 || isPositive(value)
const isCount = (value: number) => Number.isSafeInteger(value) && value > 0

/** An option that is a number. */
function numeric(
  name: string,
  about: string,
  fits: (value: number) => boolean,
  rule: string,
  option: (value: number) => AnyOptions,
): CoefficientOption {
  return { name, value: 'NUMBER', about, take: (text) => option(numberFrom(name, text, fits, rule)) }
}

/** The seed is an option of the bootstrap too, so it is read with the interval. */
type Here = Exclude<SegmentOptionName, 'seed'>

/** Every option of the coefficients of segments and events. */
export const segmentOptions: Readonly<Record<Here, CoefficientOption>> = {
  tolerance: numeric(
    'tolerance',
    'events: largest difference in time that still counts as the same moment, its end included',
    isNotNegative,
    '0 or more, in the unit of the times',
    (tolerance) => ({ tolerance }),
  ),
  step: numeric(
    'step',
    'time-unit-kappa: length of one time unit',
    isPositive,
    'a number above 0, in the unit of the times',
    (step) => ({ step }),
  ),
  variant: {
    name: 'variant',
    value: 'NAME',
    about: 'u-alpha-2016: u (default), |u (unit or gap), cu (categories of overlapping units), (k)u (one --category)',
    ...oneOf(['u', '|u', 'cu', '(k)u'], (variant) => ({ variant })),
  },
  overlap: numeric(
    'overlap',
    'span-f1: smallest share of overlap of two matching units (default: 0.5)',
    (value) => value > 0 && value <= 1,
    'above 0, at most 1',
    (overlap) => ({ overlap }),
  ),
  window: numeric(
    'window',
    'pk, window-diff: size of the window (default: half the mean segment of the reference)',
    isCount,
    'a whole number above 0',
    (window) => ({ window }),
  ),
  convention: {
    name: 'convention',
    value: 'NAME',
    about: 'pk, window-diff: windows as in segeval (default) or nltk',
    ...oneOf(['segeval', 'nltk'], (convention) => ({ convention })),
  },
  nearMiss: numeric(
    'near-miss',
    'boundary-similarity: fewer positions apart than this is a near miss (default: 2)',
    isCount,
    'a whole number above 0',
    (nearMiss) => ({ nearMiss }),
  ),
  samples: numeric(
    'samples',
    'gamma: random continua of the chance model (default: 30)',
    isCount,
    'a whole number above 0',
    (samples) => ({ samples }),
  ),
  alpha: numeric('alpha', 'gamma: weight of positions (default: 1)', isNotNegative, '0 or more', (alpha) => ({
    alpha,
  })),
  beta: numeric('beta', 'gamma: weight of categories (default: 1)', isNotNegative, '0 or more', (beta) => ({ beta })),
  deltaEmpty: numeric(
    'delta-empty',
    'gamma: cost of a unit without counterpart (default: 1)',
    isPositive,
    'a number above 0',
    (deltaEmpty) => ({ deltaEmpty }),
  ),
  effort: numeric(
    'effort',
    'gamma: most steps of the search for the best alignment of three or more raters',
    isCount,
    'a whole number above 0',
    (effort) => ({ effort }),
  ),
}

/** The options of coefficients of segments and events, as the help lists them. */
export const segmentSpecs: readonly OptionSpec[] = Object.values(segmentOptions)
