import type { Measure } from './measure.ts'
import type { AnyOptionName, AnyOptions } from './options.ts'
import type { Result } from './result.ts'
import type { AnyTable } from './table/segment-types.ts'

type TableOf<Kind extends AnyTable['kind']> = Extract<AnyTable, { kind: Kind }>

interface Definition<Kind extends AnyTable['kind']> extends Omit<Measure, 'better' | 'tables' | 'estimate'> {
  /** Default: `higher`. */
  readonly better?: Measure['better']
  readonly tables: readonly Kind[]
  readonly estimate: (table: TableOf<Kind>, options: AnyOptions) => Result
}

function isOfKind<Kind extends AnyTable['kind']>(table: AnyTable, kinds: readonly Kind[]): table is TableOf<Kind> {
  return kinds.some((kind) => kind === table.kind)
}

const needed: Record<AnyTable['kind'], string> = {
  codes: 'ratings from declared categories',
  scores: 'ratings that are numbers',
  counts: 'counts of raters for each item and category',
  units: 'units on a continuum',
  segmentation: 'segmentations of one text',
  events: 'events with times',
}

/**
 * A coefficient for the registry: its record, and its function behind the checks that all coefficients share. A bundler leaves the record out
 * where only the function is imported.
 */
/* @__NO_SIDE_EFFECTS__ */
export function defineMeasure<Kind extends AnyTable['kind']>(definition: Definition<Kind>): Measure {
  const estimate = (table: AnyTable, options: AnyOptions = {}): Result => {
    if (!isOfKind(table, definition.tables)) {
      throw new RangeError(`${definition.id} needs ${definition.tables.map((kind) => needed[kind]).join(' or ')}.`)
    }
    checkLevel(definition, table)
    checkOptions(definition, options)
    return definition.estimate(table, options)
  }
  return { better: 'higher', ...definition, estimate }
}

function checkLevel(measure: Pick<Measure, 'id' | 'levels'>, table: AnyTable): void {
  if (!measure.levels.includes(table.level)) {
    throw new RangeError(
      `${measure.id} needs the level ${measure.levels.join(' or ')}; the table is declared ${table.level}.`,
    )
  }
}

function checkOptions(measure: Pick<Measure, 'id' | 'options' | 'missing' | 'weights'>, options: AnyOptions): void {
  for (const [name, value] of Object.entries(options)) {
    const known: readonly string[] = ['confidence', ...measure.options] satisfies AnyOptionName[]
    if (value !== undefined && !known.includes(name)) throw new RangeError(`${measure.id} has no option ${name}.`)
  }
  const { missing, weights } = options
  if (missing !== undefined && !measure.missing.includes(missing)) {
    throw new RangeError(`${measure.id} treats missing ratings ${measure.missing.join(' or ')}, not ${missing}.`)
  }
  if (typeof weights === 'string' && !measure.weights.includes(weights)) {
    throw new RangeError(`${measure.id} takes the weights ${measure.weights.join(', ')}, not ${weights}.`)
  }
}
