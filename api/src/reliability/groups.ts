import type { Comparison, Rater } from '@attune/contract'
import type { CountedCoding } from './queries.ts'

/** Raters compared with one another, and the cases that all of them (or, for many, at least two) have coded. */
export type RaterGroup = {
  readonly raters: readonly Rater[]
  /** Per case: the coding of each rater, null where a rater has none. */
  readonly items: readonly {
    readonly case: string
    readonly caseName: string
    readonly codings: readonly (string | null)[]
  }[]
}

type ByCase = ReadonlyMap<string, { readonly name: string; readonly codings: ReadonlyMap<string, string> }>

function byCase(codings: readonly CountedCoding[]): ByCase {
  const cases = new Map<string, { name: string; codings: Map<string, string> }>()
  for (const coding of codings) {
    const entry = cases.get(coding.case) ?? { name: coding.caseName, codings: new Map() }
    entry.codings.set(coding.rater.id, coding.coding)
    cases.set(coding.case, entry)
  }
  return cases
}

function groupOf(cases: ByCase, raters: readonly Rater[], atLeast: number): RaterGroup {
  const items = [...cases].flatMap(([id, { name, codings }]) => {
    const own = raters.map((rater) => codings.get(rater.id) ?? null)
    return own.filter((coding) => coding !== null).length >= atLeast ? [{ case: id, caseName: name, codings: own }] : []
  })
  return { raters, items }
}

/** Every rater once, the master first, then by name. */
export function ratersOf(codings: readonly CountedCoding[]): Rater[] {
  const raters = new Map(codings.map((coding) => [coding.rater.id, coding.rater]))
  return [...raters.values()].sort(
    (one, other) =>
      Number(other.isMaster) - Number(one.isMaster) ||
      one.name.localeCompare(other.name, 'en') ||
      one.id.localeCompare(other.id),
  )
}

/** Who is compared with whom. Coders without a case in common make no group: there is nothing to say about them. */
export function raterGroups(codings: readonly CountedCoding[], comparison: Comparison): RaterGroup[] {
  const cases = byCase(codings)
  const raters = ratersOf(codings)
  const coders = raters.filter((rater) => !rater.isMaster)
  const master = raters.find((rater) => rater.isMaster)
  if (comparison === 'all') return coders.length < 2 ? [] : [groupOf(cases, coders, 2)].filter(hasItems)
  if (comparison === 'master') {
    if (master === undefined) return []
    // The coder first: a bias is the first rater minus the second, so above 0 the coder rates higher than the master.
    return coders.map((coder) => groupOf(cases, [coder, master], 2)).filter(hasItems)
  }
  const pairs = coders.flatMap((one, index) => coders.slice(index + 1).map((other) => [one, other]))
  return pairs.map((pair) => groupOf(cases, pair, 2)).filter(hasItems)
}

/** Two raters on the cases that both coded. */
export function pairGroup(codings: readonly CountedCoding[], raters: readonly [Rater, Rater]): RaterGroup {
  return groupOf(byCase(codings), raters, 2)
}

/** All whom a comparison is about, on every case that one of them coded. */
export function everybody(codings: readonly CountedCoding[], comparison: Comparison): RaterGroup {
  const raters = ratersOf(codings).filter((rater) => comparison === 'master' || !rater.isMaster)
  return groupOf(byCase(codings), raters, 1)
}

const hasItems = (group: RaterGroup): boolean => group.items.length > 0
