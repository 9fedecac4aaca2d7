import type { AnyOptions } from '../options.ts'
import { estimate, type MeasureId } from '../registry.ts'
import type { AnyTable } from '../table/segment-types.ts'
import { eventTableOf, unitTableOf } from './case-segments.ts'
import { type Actual, fieldsOf } from './fields.ts'
import { detailsOf } from './guards.ts'
import type { ReferenceCase } from './reference.ts'

type Adapter = (given: ReferenceCase) => Actual

const numbers = ['tolerance', 'step', 'overlap', 'alpha', 'beta', 'samples', 'seed'] as const

/** The options of a case under the names of this library. */
function optionsOf({ options }: ReferenceCase): AnyOptions {
  const { category, delta_empty: deltaEmpty } = options
  const given = numbers.flatMap((name) => (typeof options[name] === 'number' ? [[name, options[name]]] : []))
  return {
    ...Object.fromEntries(given),
    ...(typeof deltaEmpty === 'number' && { deltaEmpty }),
    ...(typeof category === 'string' && { category }),
  }
}

/** All that the result has, details included. */
const on =
  (id: MeasureId, tableOf: (given: ReferenceCase) => AnyTable): Adapter =>
  (given) => {
    const result = estimate(id, tableOf(given), optionsOf(given))
    return { ...fieldsOf(result), ...detailsOf(result), observed: result.observed }
  }

/** How measures that link units or events of different raters, or look at them step by step, are computed with this library. */
export const linkAdapters: { readonly [measure: string]: Adapter } = {
  event_kappa: on('event-kappa', eventTableOf),
  time_unit_kappa: on('time-unit-kappa', unitTableOf),
  span_f1: on('span-f1', unitTableOf),
  gamma: on('gamma', unitTableOf),
  gamma_cat: on('gamma-cat', unitTableOf),
}
