import { measures } from '@attune/agreement'
import {
  clusterSpec,
  comparingSpecs,
  outputSpecs,
  readingSpecs,
  seedSpec,
  segmentLayoutSpecs,
} from '../agreement/specs.ts'
import type { OptionSpec } from '../arguments.ts'

const measure: OptionSpec = {
  name: 'measure',
  value: 'ID[,ID]',
  group: 'Who is compared, and how',
  offered: Object.keys(measures),
  about: 'one coefficient, to compare raters with --reference; or two, to compare them with each other',
}

/** Every option of `attune compare`. */
export const compareSpecs: readonly OptionSpec[] = [
  ...readingSpecs,
  measure,
  ...comparingSpecs.filter(({ name }) => name !== 'measure'),
  clusterSpec,
  ...segmentLayoutSpecs,
  seedSpec,
  ...outputSpecs,
]
