/** A summary of tables, computed once for each. */
export interface Remembered<Table extends object, Summary> {
  (table: Table): Summary
  /** Keeps a summary that was computed together with those of other tables. */
  readonly keep: (table: Table, summary: Summary) => void
}

/**
 * Computes a summary of a table once and keeps it as long as the table lives: every coefficient of a table starts from the same counts.
 * Tables are values; whoever changes the arrays of one has to make a new one.
 *
 * The summary is kept in a private field, which an object gets when a constructor returns it. A copy of the table does not have it, and
 * thousands of small tables cost the garbage collector nothing, as they would in a WeakMap.
 */
export function remember<Table extends object, Summary>(
  summarise: (table: Table) => Summary,
): Remembered<Table, Summary> {
  class Kept extends Given {
    readonly #summary: Summary
    constructor(table: Table, summary: Summary) {
      super(table)
      this.#summary = summary
    }
    static of(table: Table): Summary | undefined {
      return #summary in table ? table.#summary : undefined
    }
  }
  const keep = (table: Table, summary: Summary): void => {
    new Kept(table, summary)
  }
  const recall = (table: Table): Summary => {
    const known = Kept.of(table)
    if (known !== undefined) return known
    const summary = summarise(table)
    keep(table, summary)
    return summary
  }
  return Object.assign(recall, { keep })
}

/** Whose constructor gives the object it was given, so that a class built on it adds its fields there. */
class Given {
  constructor(table: object) {
    // biome-ignore lint/correctness/noConstructorReturn: the field is to stand on that object
    return table
  }
}

/** The same for a summary that depends on settings as well: one is kept for each table and each set of settings. */
export function rememberWith<Table extends object, Settings extends object, Summary>(
  summarise: (table: Table, settings: Settings) => Summary,
): (table: Table, settings: Settings) => Summary {
  const kept = remember((_: Table) => new Map<string, Summary>())
  return (table, settings) => {
    const known = kept(table)
    const key = JSON.stringify(settings)
    const found = known.get(key) ?? summarise(table, settings)
    known.set(key, found)
    return found
  }
}
