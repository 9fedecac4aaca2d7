import type { Compared, ComparedVariable } from './types.ts'

/** The same, with each variable asked for once however many predicates and cases look at it. */
export function readOnce(compared: Compared): Compared {
  const known = new Map<string, ComparedVariable>()
  const variable: Compared['variable'] = (id, collapse, against) => {
    const key = JSON.stringify([id, collapse, against])
    const found = known.get(key) ?? compared.variable(id, collapse, against)
    known.set(key, found)
    return found
  }
  return { ...compared, variable }
}
