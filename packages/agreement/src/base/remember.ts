/** A summary of tables, computed once for each. */
export interface Remembered<Table extends object, Summary> {
  (table: Table): Summary
  /** Keeps a summary that was computed together with those of other tables. */
  readonly keep: (table: Table, summary: Summary) => void
}

/**
 * Computes a summary of a table once and keeps it as long as the table lives: every coefficient of a table starts from the same counts.
 * Tables are values; whoever changes the arrays of one has to make a new one.
 */
export function remember<Table extends object, Summary>(
  summarise: (table: Table) => Summary,
): Remembered<Table, Summary> {
  const kept = new WeakMap<Table, Summary>()
  const recall = (table: Table): Summary => {
    const known = kept.get(table)
    if (known !== undefined) return known
    const summary = summarise(table)
    kept.set(table, summary)
    return summary
  }
  const keep = (table: Table, summary: Summary): void => {
    kept.set(table, summary)
  }
  return Object.assign(recall, { keep })
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
