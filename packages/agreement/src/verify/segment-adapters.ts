import { bestAlignment, gammaFrom } from '../gamma.ts'
import type { AnyOptions } from '../options.ts'
import { estimate, type MeasureId } from '../registry.ts'
import type { Result } from '../result.ts'
import { eventTableOf, segmentationTableOf, unitTableOf } from './case-segments.ts'
import { type Actual, fieldsOf } from './fields.ts'
import type { Expected } from './guards.ts'
import { linkAdapters } from './link-adapters.ts'
import type { ReferenceCase } from './reference.ts'

type Adapter = (given: ReferenceCase) => Actual

function categoryOption({ options: { category } }: ReferenceCase): Pick<AnyOptions, 'category'> {
  return typeof category === 'string' ? { category } : {}
}

function uAlpha1995(given: ReferenceCase): Actual {
  const result = estimate('u-alpha-1995', unitTableOf(given), categoryOption(given))
  return { estimate: result.estimate, Do: result.observed, De: result.expected }
}

const variants = ['u', '|u', 'cu', '(k)u'] as const

/** The reference files give (k)u for all categories at once. */
function uAlpha2016(given: ReferenceCase): Actual {
  const variant = variants.find((name) => name === given.options.variant)
  if (variant === undefined) throw new RangeError(`The variant ${given.options.variant} is not known.`)
  const table = unitTableOf(given)
  const of = (options: AnyOptions): Result => estimate('u-alpha-2016', table, options)
  if (variant === '(k)u') {
    const values = table.categories.map((category): [string, Expected] => [
      category,
      of({ variant, category }).estimate,
    ])
    return { estimate: Object.fromEntries(values) }
  }
  const result = of({ variant })
  return { estimate: result.estimate, coverage: result.details?.coverage }
}

const onBoundaries =
  (id: MeasureId): Adapter =>
  (given) => {
    const nearMiss = Number(given.options.n_t ?? 2)
    return { estimate: estimate(id, segmentationTableOf(given), { nearMiss }).estimate }
  }

const onWindows =
  (id: MeasureId): Adapter =>
  (given) => {
    const { k, convention: named } = given.options
    const convention = named === 'nltk' ? 'nltk' : 'segeval'
    const result = estimate(id, segmentationTableOf(given), { convention, ...(typeof k === 'number' && { window: k }) })
    return { estimate: result.estimate, window: result.details?.window }
  }

function eventMatch(given: ReferenceCase): Actual {
  const result = estimate('event-match', eventTableOf(given), { tolerance: Number(given.options.tolerance) })
  const { matches, matchesAnyCode, precision, recall } = result.details ?? {}
  return {
    ...fieldsOf(result),
    agreement: result.estimate,
    matches,
    matches_any_code: matchesAnyCode,
    precision_c2: precision,
    recall_c2: recall,
  }
}

/**
 * The disorder is computed here. Where a case lists the disorders of a package's random continua they are an input: what is checked is
 * the value that follows from them.
 */
function alignment(given: ReferenceCase): Actual {
  const { alpha, beta, delta_empty: deltaEmpty } = given.options
  const weights = { alpha: Number(alpha), beta: Number(beta), deltaEmpty: Number(deltaEmpty) }
  const disorder = bestAlignment(unitTableOf(given), weights)?.disorder ?? null
  const { sample_disorders: samples } = given.expected
  if (!Array.isArray(samples) || disorder === null) return { disorder }
  const expected = samples.map(Number).reduce((sum, sample) => sum + sample, 0) / samples.length
  return { disorder, sample_disorders: samples, gamma_given_samples: gammaFrom(disorder, expected) }
}

/** How each measure of segments and events in the reference files is computed with this library. */
export const segmentAdapters: { readonly [measure: string]: Adapter } = {
  u_alpha_1995: uAlpha1995,
  u_alpha_2016: uAlpha2016,
  boundary_similarity: onBoundaries('boundary-similarity'),
  segmentation_similarity: onBoundaries('segmentation-similarity'),
  pk: onWindows('pk'),
  window_diff: onWindows('window-diff'),
  gamma_best_alignment: alignment,
  event_match: eventMatch,
  duration_kappa: (given) => fieldsOf(estimate('duration-kappa', unitTableOf(given))),
  ...linkAdapters,
}
