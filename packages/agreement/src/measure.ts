import type { AnyOptionName, AnyOptions, MissingRule, WeightName } from './options.ts'
import type { Result } from './result.ts'
import type { AnyTable } from './table/segment-types.ts'
import type { Level } from './table/types.ts'

/** What a coefficient is and what it can take: one record each, listed in `registry.ts`. */
export interface Measure<Table extends AnyTable = AnyTable> {
  /** The name in commands, files and addresses. */
  readonly id: string
  readonly title: string
  readonly family: 'categories' | 'scales' | 'tests' | 'criterion' | 'segments' | 'events'
  /** Which way more agreement lies; null: neither way, as of a mean difference or the statistic of a test. */
  readonly better: 'higher' | 'lower' | null
  readonly levels: readonly Level[]
  /** 2: exactly two raters. `many`: two or more. */
  readonly raters: 2 | 'many'
  /** Exactly so many declared categories; default: any number. */
  readonly categories?: 2
  /** The kinds of table it can be computed from. */
  readonly tables: readonly Table['kind'][]
  /** The first is the default, and what the source prescribes. */
  readonly missing: readonly [MissingRule, ...MissingRule[]]
  /** The weights it takes by name; a matrix is allowed wherever any are. Empty: it has none. */
  readonly weights: readonly WeightName[]
  /** The weights it takes if none are named, where those are not `identity`. */
  readonly usualWeights?: WeightName
  /** The options it takes besides `confidence`. */
  readonly options: readonly AnyOptionName[]
  readonly source: string
  readonly estimate: (table: Table, options?: AnyOptions) => Result
}
