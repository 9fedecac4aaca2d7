import { outputSpecs } from '../agreement/specs.ts'
import type { OptionSpec } from '../arguments.ts'

/** Every option of `attune plan`, in the order of the help. */
export const planSpecs: readonly OptionSpec[] = [
  { name: 'kappa0', value: 'KAPPA', about: 'kappa: value that the study is to tell from' },
  { name: 'kappa1', value: 'KAPPA', about: 'kappa: value that is expected' },
  { name: 'rates', value: 'P,P', about: "kappa of two categories: each rater's share of the first" },
  { name: 'shares', value: 'P,P,...', about: 'kappa of any number of categories: their shares, together 1' },
  { name: 'prevalence', value: 'P', about: 'intraclass kappa of two categories: share of the first' },
  { name: 'rho0', value: 'ICC', about: 'icc: value that the study is to show to be exceeded' },
  { name: 'rho1', value: 'ICC', about: 'icc: value that is expected, for a test' },
  { name: 'rho', value: 'ICC', about: 'icc: value that is expected, for an interval' },
  {
    name: 'width',
    value: 'WIDTH',
    about: 'icc: width that the interval is to have: on average, or at most with --assurance',
  },
  { name: 'lower', value: 'ICC', about: 'icc: value that the interval is to stay above, with --assurance' },
  { name: 'assurance', value: 'P', about: 'icc: probability that it does (default: 0.8)' },
  {
    name: 'design',
    value: 'DESIGN',
    among: ['oneway', 'twoway'],
    about: 'icc with --assurance: oneway (default) ICC(1,1), or twoway, the consistency ICC(C,1)',
  },
  { name: 'raters', value: 'N', about: 'icc, intraclass kappa: raters of each item (default: 2)' },
  { name: 'power', value: 'P', about: 'probability of finding the difference (default: 0.8)' },
  { name: 'alpha', value: 'P', about: 'risk of finding one that is not there (default: 0.05)' },
  { name: 'tails', value: '1|2', among: ['1', '2'], about: 'sides of the test (default: what the source prescribes)' },
  { name: 'confidence', value: 'LEVEL', about: 'icc: level of the interval (default: 0.95)' },
  { name: 'items', value: 'N', about: 'power or assurance with so many items, instead of the items needed' },
  { name: 'half-width', value: 'WIDTH', about: 'more: half the width that the interval is to have' },
  ...outputSpecs,
]
