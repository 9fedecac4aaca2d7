/**
 * Computes a summary of a table once and keeps it as long as the table lives: every coefficient of a table starts from the same counts.
 * Tables are values; whoever changes the arrays of one has to make a new one.
 */
export function remember<Table extends object, Summary>(
  summarise: (table: Table) => Summary,
): (table: Table) => Summary {
  const kept = new WeakMap<Table, Summary>()
  return (table) => {
    const known = kept.get(table)
    if (known !== undefined) return known
    const summary = summarise(table)
    kept.set(table, summary)
    return summary
  }
}
