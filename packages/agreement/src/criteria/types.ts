import type { Cell, Level } from '../table/types.ts'

/** What one person gave one item of one case, and what the reference, or each of several, gave it. `null`: missing. */
export interface ComparedItem {
  /** Key of the case, one of `Compared.cases`. */
  readonly case: string
  readonly own: Cell
  /** Master codings that count, or other coders. The nearest one is compared with where several stand here for a master. */
  readonly references: readonly Cell[]
}

/** All items of one variable: those of its targets and episodes lie together. */
export interface ComparedVariable {
  readonly id: string
  readonly label: string
  readonly kind: 'scale' | 'classification' | 'presence' | 'count' | 'duration'
  /** The collapse that applies; `null` where there is nothing to collapse. */
  readonly collapse: string | null
  readonly level: Level
  /** In order, where they are declared. */
  readonly categories: readonly (string | number)[] | null
  readonly notCodable: readonly string[]
  readonly items: readonly ComparedItem[]
}

/** Annotations of one case, of one code after another. */
export interface ComparedUnits {
  readonly case: string
  readonly unit: 'segment' | 'event'
  /** Segments: characters of the text; events: seconds. */
  /** `null`: the case was not handed in. */
  readonly own: readonly ComparedUnit[] | null
  readonly reference: readonly ComparedUnit[]
  /** Where the borders were given, each of them is an item. */
  readonly given: readonly { readonly start: number; readonly end: number }[] | null
}
export interface ComparedUnit {
  readonly code: string
  readonly start: number
  readonly end: number
}

/** The codes of one person beside a reference: what a rule is held against. */
export interface Compared {
  /** In the order in which they were coded. A case that was not handed in stands here too and has no own values. */
  readonly cases: readonly string[]
  readonly variables: readonly Pick<ComparedVariable, 'id' | 'label' | 'kind'>[]
  /** The variable under a collapse, beside the masters or beside every other coder. */
  readonly variable: (id: string, collapse: string, against: 'master' | 'coders') => ComparedVariable
  readonly units: readonly ComparedUnits[]
  readonly codes: readonly { readonly id: string; readonly label: string }[]
  /** Points of a scale that count as agreement, 0 for exact. */
  readonly tolerance: number
  /** Segments match from this intersection over union on, events within so many seconds of onset. */
  readonly overlap: number
  readonly seconds: number
}
