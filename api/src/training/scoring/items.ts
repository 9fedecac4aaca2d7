import { type ComparedVariable, compareItem } from '@attune/agreement'
import { type Slot, scalePoints, slotKey } from '@attune/codebooks'
import { type Cell, cellOf, declaredOutcomes, noValue } from '../../reliability/cells.ts'
import { type Comparable, comparables } from '../../reliability/selection.ts'
import type { ScoredCase } from './cases.ts'
import type { SetGround } from './set-ground.ts'
import type { Submitted } from './submitted.ts'

/** What is known of a variable before any rating is read. */
export type Declared = Omit<ComparedVariable, 'items'>

/** A slot of the codebook under a collapse, with its variable as the library takes it. */
export type ItemKind = Comparable & { readonly declared: Declared }

/** One thing that was to be rated in one case: the own value, and that of every master coding that counts. */
export type Item = {
  readonly case: ScoredCase
  readonly kind: ItemKind
  readonly own: Cell
  readonly references: readonly Cell[]
  /** The one compared with; null where no master coding gave a value. */
  readonly reference: Cell
  /** null: there was nothing to compare with. Left out does not agree. */
  readonly agrees: boolean | null
}

function declaredOf(comparable: Comparable): Declared {
  const { variable, collapse } = comparable
  const { id, label, kind } = variable
  const shared = { id, label, kind, collapse, notCodable: [noValue] }
  if (variable.kind === 'scale') return { ...shared, level: 'interval', categories: scalePoints(variable) }
  if (variable.kind === 'count' || variable.kind === 'duration') return { ...shared, level: 'ratio', categories: null }
  const categories = (declaredOutcomes(comparable) ?? []).map((outcome) => outcome.id)
  return { ...shared, level: 'nominal', categories }
}

/** All that a set compares, in the order of the codebook; made once and used for every case. */
export function itemKinds({ codebook }: SetGround, variables: readonly string[] = [], collapse = 'as-coded') {
  return comparables(codebook, variables, collapse).map(
    (comparable): ItemKind => ({ ...comparable, declared: declaredOf(comparable) }),
  )
}

export function cellIn({ slot, variable, collapse }: Comparable, submitted: Submitted | null): Cell {
  const rating = submitted?.ratings.get(slotKey(slot))
  return rating === undefined ? null : cellOf(variable, collapse, rating.value)
}

const concerns = (slot: Slot, { targets }: ScoredCase): boolean => slot.target === null || targets.includes(slot.target)

/** The items of a case in the order of the codebook: targets that the case is not about are none of them. */
export function itemsOf(set: SetGround, kinds: readonly ItemKind[], one: ScoredCase): Item[] {
  const { tolerance } = set.content
  return kinds
    .filter(({ slot }) => concerns(slot, one))
    .map((kind) => {
      const own = cellIn(kind, one.own)
      const references = one.masters.map((master) => cellIn(kind, master))
      const item = { case: one.caseName, own, references }
      const result = compareItem({ tolerance }, { ...kind.declared, items: [item] }, item)
      return { case: one, kind, own, references, ...result }
    })
}
