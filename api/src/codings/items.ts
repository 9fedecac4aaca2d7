import { slotKey } from '@attune/codebooks'
import type { AnnotationInput, Change } from '@attune/contract'
import type { Trx } from '../base/database/database.ts'
import { Refusal } from '../base/refusal.ts'
import { annotationOf, columnsOfSlot, ratingOf } from './queries.ts'

/** What a change did to its one item: for the history, and for the answer. */
export type Effect = {
  readonly action: string
  readonly item: string
  readonly old: unknown
  readonly new: unknown
  readonly version: number
}

export type At<Type extends Change['type']> = {
  readonly coding: string
  readonly now: string
  readonly change: Extract<Change, { type: Type }>
}

export function refuseStale(base: number, version: number, current: unknown): void {
  if (base === version) return
  throw new Refusal('stale', 'This was changed in another window meanwhile.', { current: { version, item: current } })
}

export async function putRating(trx: Trx, { coding, now, change }: At<'put-rating'>): Promise<Effect> {
  const key = columnsOfSlot(change.slot)
  const there = await trx
    .selectFrom('rating')
    .selectAll()
    .where('coding', '=', coding)
    .where('variable', '=', key.variable)
    .where('target', '=', key.target)
    .where('episode', '=', key.episode)
    .executeTakeFirst()
  const old = there === undefined ? null : ratingOf(there)
  refuseStale(change.base, there?.version ?? 0, old)
  const version = change.base + 1
  const values = {
    value: change.value === null ? null : JSON.stringify(change.value),
    confidence: change.confidence,
    rationale: change.rationale,
    version,
    changed_at: now,
  }
  await trx
    .insertInto('rating')
    .values({ coding, ...key, ...values })
    .onConflict((conflict) => conflict.columns(['coding', 'variable', 'target', 'episode']).doUpdateSet(values))
    .execute()
  const { value, confidence, rationale } = change
  return { action: 'rating changed', item: slotKey(change.slot), old, new: { value, confidence, rationale }, version }
}

function annotationColumns(annotation: AnnotationInput) {
  const { code, unit, value, memo, confidence } = annotation
  const shared = { code, unit, value, memo, confidence, ...linksOf(annotation) }
  if (annotation.unit === 'segment') {
    const { start, end } = annotation
    const noEvent = { onset: null, offset_at: null, subject: null, modifiers: '{}' }
    return { ...shared, span_start: start, span_end: end, ...noEvent }
  }
  const { onset, offset, subject } = annotation
  const modifiers = JSON.stringify(annotation.modifiers)
  return { ...shared, span_start: null, span_end: null, onset, offset_at: offset, subject, modifiers }
}

const linksOf = ({ evidence, contradicts }: AnnotationInput) => ({
  evidence: JSON.stringify(evidence),
  contradicts: JSON.stringify(contradicts),
})

async function annotationThere(trx: Trx, coding: string, id: string) {
  const row = await trx
    .selectFrom('annotation')
    .selectAll()
    .where('coding', '=', coding)
    .where('id', '=', id)
    .executeTakeFirst()
  const old = row === undefined || row.removed_at !== null ? null : annotationOf(row)
  return { version: row?.version ?? 0, old }
}

/** Creates, changes, or brings back after removal: the version goes on counting. */
export async function putAnnotation(trx: Trx, { coding, now, change }: At<'put-annotation'>): Promise<Effect> {
  const { id } = change.annotation
  const there = await annotationThere(trx, coding, id)
  refuseStale(change.base, there.version, there.old)
  const version = change.base + 1
  const values = { ...annotationColumns(change.annotation), version, changed_at: now, removed_at: null }
  await trx
    .insertInto('annotation')
    .values({ coding, id, ...values })
    .onConflict((conflict) => conflict.columns(['coding', 'id']).doUpdateSet(values))
    .execute()
  const action = there.old === null ? 'annotation added' : 'annotation changed'
  return { action, item: `annotation ${id}`, old: there.old, new: change.annotation, version }
}

export async function removeAnnotation(trx: Trx, { coding, now, change }: At<'remove-annotation'>): Promise<Effect> {
  const there = await annotationThere(trx, coding, change.id)
  refuseStale(change.base, there.version, there.old)
  if (there.version === 0) throw new Refusal('bad-request', 'There is no such annotation in this coding.')
  const version = change.base + 1
  await trx
    .updateTable('annotation')
    .set({ removed_at: now, changed_at: now, version })
    .where('coding', '=', coding)
    .where('id', '=', change.id)
    .execute()
  return { action: 'annotation removed', item: `annotation ${change.id}`, old: there.old, new: null, version }
}

export async function putMemo(trx: Trx, { coding, change }: At<'put-memo'>): Promise<Effect> {
  const row = await trx
    .selectFrom('coding')
    .select(['memo', 'memo_version'])
    .where('id', '=', coding)
    .executeTakeFirstOrThrow()
  refuseStale(change.base, row.memo_version, row.memo)
  const version = change.base + 1
  await trx.updateTable('coding').set({ memo: change.text, memo_version: version }).where('id', '=', coding).execute()
  return { action: 'memo changed', item: 'memo', old: row.memo, new: change.text, version }
}
