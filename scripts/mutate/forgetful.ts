import { epoch } from './state.ts'

interface Remembered<Table extends object, Summary> {
  (table: Table): Summary
  readonly keep: (table: Table, summary: Summary) => void
}

/**
 * Takes the place of base/remember.ts: what is remembered of a table that several tests share is forgotten with the mutant it was
 * computed under.
 */
export function remember<Table extends object, Summary>(
  summarise: (table: Table) => Summary,
): Remembered<Table, Summary> {
  let kept = new WeakMap<Table, Summary>()
  let since = epoch
  const current = (): WeakMap<Table, Summary> => {
    if (since !== epoch) {
      kept = new WeakMap()
      since = epoch
    }
    return kept
  }
  const keep = (table: Table, summary: Summary): void => {
    current().set(table, summary)
  }
  const recall = (table: Table): Summary => {
    const known = current().get(table)
    if (known !== undefined) return known
    const summary = summarise(table)
    keep(table, summary)
    return summary
  }
  return Object.assign(recall, { keep })
}

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
