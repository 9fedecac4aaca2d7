import { slotKey } from '@attune/codebooks'
import type { Annotation, CaseFeedback, ComparedRating } from '@attune/contract'
import { formatScore } from '../../base/numbers.ts'
import { timeWords } from '../../codings/instruments/place-words.ts'
import { valueWords } from '../../codings/instruments/value-words.ts'
import { placeInWords, type Segment } from '../../codings/turns.ts'
import { t } from '../../messages/index.ts'

export type Side = 'mine' | 'master'
/** Whose codings stand beside each other: the trainee's own screen says "you", the trainer's the name. */
export type Names = Readonly<Record<Side, string>>

/** An annotation of one side, by its id. */
export type Found = { side: Side; annotation: Annotation }

export function foundIn({ annotations }: CaseFeedback): ReadonlyMap<string, Found> {
  const one = (side: Side) => annotations[side].map((annotation) => [annotation.id, { side, annotation }] as const)
  return new Map([...one('master'), ...one('mine')])
}

export const ratingId = ({ slot }: ComparedRating): string =>
  `compared-${slotKey(slot).replace('@', '-at-').replace('#', '-in-')}`

/** How far apart two scores are, as a sentence; null where values are no numbers or equal. */
export function distanceWords({ distance, agrees }: ComparedRating): string | null {
  if (distance === null || distance === 0) return null
  const words = t().myTraining.feedback
  const size = Number(Math.abs(distance).toFixed(6))
  const points = words.points(formatScore(size), size === 1)
  if (agrees) return words.withinTolerance(points)
  return distance > 0 ? words.higher(points) : words.lower(points)
}

/** Which confusion this was: own value where the master has another; null where they agree or scores say it by their distance. */
export function confusionWords({ agrees, distance, mine, masters }: ComparedRating): string | null {
  const [reference] = masters
  if (agrees || distance !== null || !reference) return null
  return t().myTraining.feedback.confusion(valueWords(mine.value), valueWords(reference.value))
}

type Turns = Parameters<typeof placeInWords>[0]
/** "turn 12" or "1:23 to 1:30". */
export const whereWords = (annotation: Annotation, turns: Turns): string =>
  annotation.unit === 'event' ? timeWords(annotation) : placeInWords(turns, annotation)

export type Unit = CaseFeedback['units'][number]
/** A compared unit with its annotations, in the order of the material. */
export type PlacedUnit = { unit: Unit; mine: Annotation | null; master: Annotation | null }

export function placedUnits(feedback: CaseFeedback): PlacedUnit[] {
  const found = foundIn(feedback)
  const one = (id: string | null) => (id === null ? null : (found.get(id)?.annotation ?? null))
  return feedback.units
    .map((unit) => ({ unit, mine: one(unit.mine), master: one(unit.master) }))
    .toSorted((first, second) => beginOf(first) - beginOf(second))
}

const beginOf = ({ mine, master }: PlacedUnit): number => {
  const any = mine ?? master
  return any === null ? 0 : any.unit === 'event' ? any.onset : any.start
}

export const segmentsOf = (annotations: readonly Annotation[]): (Segment & Annotation)[] =>
  annotations.filter((one): one is Segment & Annotation => one.unit === 'segment')
