import { type Slot, slotKey, slotLabel } from '@attune/codebooks'
import type { Annotation, CaseFeedback, ComparedRating } from '@attune/contract'
import type { Db } from '../../base/database/database.ts'
import { notFound } from '../../base/refusal.ts'
import { rationaleOf } from '../../codings/masters-today.ts'
import type { Cell } from '../../reliability/cells.ts'
import { casesOf, type ScoredCase } from '../scoring/cases.ts'
import { othersTrained } from '../scoring/coders.ts'
import { cellIn, type Item, itemKinds } from '../scoring/items.ts'
import type { SetGround } from '../scoring/set-ground.ts'
import type { Submitted } from '../scoring/submitted.ts'
import { confidence, shareOf } from './share.ts'
import { tallyOf } from './tally.ts'

/** Fewer people than this could be told apart. */
const leastOthers = 5

/** Annotations of the codes that the set trains, with nothing about other variables. */
function shown({ codebook }: SetGround, submitted: Submitted): Annotation[] {
  const codes = new Set(codebook.codes.map(({ id }) => id))
  const variables = new Set(codebook.variables.map(({ id }) => id))
  const trained = (slots: readonly Slot[]) => slots.filter(({ variable }) => variables.has(variable))
  return submitted.annotations
    .filter(({ code }) => codes.has(code))
    .map((one) => ({ ...one, evidence: trained(one.evidence), contradicts: trained(one.contradicts) }))
}

/** A rating with the annotations that speak for it and against it. */
function ratedBy(set: SetGround, submitted: Submitted, slot: Slot): ComparedRating['mine'] {
  const rating = submitted.ratings.get(slotKey(slot))
  const links = (kind: 'evidence' | 'contradicts') =>
    shown(set, submitted)
      .filter((one) => one[kind].some((other) => slotKey(other) === slotKey(slot)))
      .map(({ id }) => id)
  return {
    value: rating?.value ?? null,
    rationale: rating?.rationale ?? '',
    evidence: links('evidence'),
    contradicts: links('contradicts'),
  }
}

/** How many others gave the same wrong value, once they are enough that nobody is told apart. */
function othersOn(item: Item, others: readonly Submitted[]): ComparedRating['others'] {
  if (item.agrees !== false || item.own === null) return null
  const cells = others.map((one) => cellIn(item.kind, one)).filter((cell) => cell !== null)
  if (cells.length < leastOthers) return null
  return { same: cells.filter((cell) => cell === item.own).length, of: cells.length }
}

const distanceOf = (own: Cell, reference: Cell): number | null =>
  typeof own === 'number' && typeof reference === 'number' ? own - reference : null

/** The master compared with comes first. */
function inTurn(item: Item, masters: readonly Submitted[]): Submitted[] {
  const counted = masters.filter((_, place) => item.references[place] === item.reference)
  const [first = masters[0]] = counted
  return first === undefined ? [] : [first, ...masters.filter((one) => one !== first)]
}

function comparedRating(set: SetGround, own: Submitted, item: Item, others: readonly Submitted[]): ComparedRating {
  const { slot } = item.kind
  return {
    slot,
    label: slotLabel(set.codebook, slot),
    agrees: item.agrees,
    distance: distanceOf(item.own, item.reference),
    mine: ratedBy(set, own, slot),
    masters: inTurn(item, item.case.masters).map((master) => ratedBy(set, master, slot)),
    others: othersOn(item, others),
  }
}

async function commentsOn(db: Db, { attempt, position }: ScoredCase): Promise<CaseFeedback['comments']> {
  const rows = await db
    .selectFrom('submission_comment')
    .innerJoin('person', 'person.id', 'submission_comment.author')
    .select(['submission_comment.id', 'person.name', 'about', 'text', 'at'])
    .where('attempt', '=', attempt)
    .where('position', '=', position)
    .orderBy('at')
    .orderBy('submission_comment.id')
    .execute()
  return rows.map(({ name, about, ...row }) => ({ ...row, author: name, about: about && JSON.parse(about) }))
}

/** One case of an attempt with its masters, those of the score where there is one. @throws Refusal if there is no such case. */
export async function caseAt(db: Db, set: SetGround, attempt: string, position: number): Promise<ScoredCase> {
  const cases = await casesOf(db, set, [attempt], { masters: 'scored', annotations: true, position })
  const [one] = cases
  if (one === undefined || one.own === null) throw notFound()
  return one
}

/** A submitted case side by side with the master: for who coded it, once that is released, and for the trainer. */
export async function feedbackOn(db: Db, set: SetGround, one: ScoredCase, person: string): Promise<CaseFeedback> {
  const { own, masters } = one
  if (own === null) throw notFound()
  const { items, units, agreed, compared } = tallyOf(set, itemKinds(set), one)
  const others = (await othersTrained(db, set, [one.case], person)).get(one.case) ?? []
  const { lower, upper } = shareOf(agreed, compared)
  const [master] = masters
  return {
    attempt: one.attempt,
    position: one.position,
    case: { id: one.case, case: one.caseName, targets: [...one.targets], contentNote: one.contentNote },
    coding: own.coding,
    feedback: set.content.feedback,
    agreed,
    compared,
    interval: lower === null || upper === null ? null : { lower, upper, level: confidence },
    ratings: items.map((item) => comparedRating(set, own, item, others)),
    units: units.map(({ kind, mine, master, closeness }) => ({ kind, mine, master, closeness })),
    annotations: { mine: shown(set, own), master: masters.flatMap((master) => shown(set, master)) },
    rationale: master === undefined ? '' : await rationaleOf(db, master.coding),
    comments: await commentsOn(db, one),
    reflection: one.reflection,
  }
}
