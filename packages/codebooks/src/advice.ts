import { findVariable } from './find.ts'
import type { Codebook, RatingValue, Slot } from './schema.ts'
import { slotKey } from './slots.ts'
import { flattenCategories } from './tree.ts'
import type { Advice, Variable } from './variable-schema.ts'

/** A hint of the codebook about the ratings so far. It never changes a rating: the coder decides. */
export type AdviceGiven = {
  /** The rating that called for it. */
  slot: Slot
  /** 'suggestion': the score is above the limit. 'judgement': exactly at it, where the rule leaves the choice open. */
  strength: 'suggestion' | 'judgement'
  message: string
  suggests: { slot: Slot; category: string }
  /** Whether the first-ranked class already is the suggested category or one of its subgroups. */
  followed: boolean
}

type RatingGiven = { slot: Slot; value: RatingValue | null }

/** The codebook's hints that apply to these ratings, in the order of the codebook. */
export function adviceFor(codebook: Codebook, ratings: readonly RatingGiven[]): AdviceGiven[] {
  const bySlot = new Map(ratings.map((rating) => [slotKey(rating.slot), rating.value]))
  return codebook.variables
    .flatMap((variable) => variable.advice ?? [])
    .flatMap((advice) =>
      ratings
        .filter((rating) => rating.slot.variable === advice.when.variable && rating.value?.kind === 'score')
        .flatMap((rating) => adviseOn(codebook, advice, rating, bySlot)),
    )
}

function adviseOn(
  codebook: Codebook,
  advice: Advice,
  rating: RatingGiven,
  bySlot: ReadonlyMap<string, RatingValue | null>,
): AdviceGiven[] {
  if (rating.value?.kind !== 'score') return []
  const { score } = rating.value
  const given = score > advice.when.above ? advice.message : score === advice.when.above ? advice.boundary : undefined
  const suggested = findVariable(codebook, advice.suggests.variable)
  if (given === undefined || !suggested) return []
  const slot = slotBeside(suggested, rating.slot)
  return [
    {
      slot: rating.slot,
      strength: score > advice.when.above ? 'suggestion' : 'judgement',
      message: given,
      suggests: { slot, category: advice.suggests.category },
      followed: isFollowed(suggested, advice.suggests.category, bySlot.get(slotKey(slot))),
    },
  ]
}

/** Advice from a target (or episode) concerns the same target (or episode) where the other variable has them. */
function slotBeside(variable: Variable, from: Slot): Slot {
  return {
    variable: variable.id,
    target: variable.appliesTo === 'target' ? from.target : null,
    episode: variable.appliesTo === 'episode' ? from.episode : null,
  }
}

function isFollowed(variable: Variable, category: string, value: RatingValue | null | undefined): boolean {
  if (variable.kind !== 'classification' || value?.kind !== 'class') return false
  const first = flattenCategories(variable.categories).find((node) => node.category.id === value.classes[0])
  return first?.lineage.includes(category) ?? false
}
