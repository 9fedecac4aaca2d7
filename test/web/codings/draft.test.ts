import type { AnnotationInput } from '@attune/contract'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyEdit, type Draft, draftFrom, inverseOf, versionsFrom } from '../../../web/src/codings/draft.ts'
import { type Edit, leaveTheSame } from '../../../web/src/codings/edits.ts'
import { emptyHistory, record, redo, undo } from '../../../web/src/codings/undo.ts'

const slot = { variable: 'loving', target: 'mother', episode: null }
const id = '7d6ed1a4-56d3-4bfb-a9a7-3ba2cf2dc1aa'
const annotation: AnnotationInput = {
  id,
  unit: 'segment',
  code: 'anger',
  value: null,
  memo: '',
  confidence: null,
  evidence: [],
  contradicts: [],
  start: 3,
  end: 9,
}
const interval = {
  sampling: 'looks',
  subject: 'infant',
  episode: null,
  interval: 4,
  present: ['look-away'],
  isUnscorable: false,
}
const episode = { episode: '5', onset: 180, offset: null }
const empty: Draft = { ratings: new Map(), annotations: new Map(), intervals: new Map(), episodes: new Map(), memo: '' }

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({
    type: fc.constant('put-rating' as const),
    slot: fc.constantFrom(slot, { ...slot, target: 'father' }),
    value: fc.option(fc.record({ kind: fc.constant('score' as const), score: fc.integer({ min: 1, max: 9 }) })),
    confidence: fc.option(fc.integer({ min: 1, max: 5 })),
    rationale: fc.string(),
  }),
  fc.record({
    type: fc.constant('put-annotation' as const),
    annotation: fc.integer({ min: 0, max: 9 }).map((start) => ({ ...annotation, start, end: start + 1 })),
  }),
  fc.constant({ type: 'remove-annotation' as const, id }),
  fc.string().map((text) => ({ type: 'put-memo' as const, text })),
)

describe('a draft', () => {
  it('is read from the server without versions, which are kept apart', () => {
    const rating = { slot, value: { kind: 'score' as const, score: 4 }, confidence: 3, rationale: 'why' }
    const workspace = {
      ratings: [{ ...rating, version: 2 }],
      annotations: [{ ...annotation, version: 5 }],
      intervals: [{ ...interval, version: 3 }],
      episodes: [{ ...episode, version: 4 }],
      memo: { text: 'memo', version: 1 },
    }
    const draft = draftFrom(workspace)
    expect(draft.ratings.get('loving@mother')).toEqual(rating)
    expect(draft.annotations.get(id)).toEqual(annotation)
    expect(draft.intervals.get('looks/infant//4')).toEqual(interval)
    expect(draft.episodes.get('5')).toEqual(episode)
    expect(versionsFrom(workspace)).toEqual(
      new Map([
        ['rating loving@mother', 2],
        [`annotation ${id}`, 5],
        ['interval looks/infant//4', 3],
        ['episode 5', 4],
        ['memo', 1],
      ]),
    )
  })

  it('is as before after any edit and its inverse', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 8 }), edit, (before, next) => {
        const draft = before.reduce(applyEdit, empty)
        expect(applyEdit(applyEdit(draft, next), inverseOf(draft, next))).toEqual(draft)
      }),
    )
  })

  it('is never changed in place', () => {
    const draft = applyEdit(empty, { type: 'put-annotation', annotation })
    applyEdit(draft, { type: 'remove-annotation', id })
    expect(draft.annotations.size).toBe(1)
  })
})

describe('leaveTheSame', () => {
  it('ignores the order of fields and takes every removal for the same', () => {
    const put = (memo: string): Edit => ({ type: 'put-annotation', annotation: { ...annotation, memo } })
    const { unit, ...rest } = annotation
    expect(leaveTheSame(put(''), { annotation: { ...rest, unit } as AnnotationInput, type: 'put-annotation' })).toBe(
      true,
    )
    expect(leaveTheSame(put('a'), put('b'))).toBe(false)
    expect(leaveTheSame({ type: 'remove-annotation', id }, { type: 'remove-annotation', id })).toBe(true)
    expect(leaveTheSame({ type: 'remove-annotation', id }, put(''))).toBe(false)
  })
})

describe('undo', () => {
  const step = (text: string, before: string) => ({
    label: text,
    undo: [{ type: 'put-memo' as const, text: before }],
    redo: [{ type: 'put-memo' as const, text }],
  })

  it('goes back several steps and forward again', () => {
    let history = record(record(emptyHistory, step('a', ''), null, 0), step('b', 'a'), null, 1)
    const one = undo(history)
    history = one?.history ?? history
    const two = undo(history)
    history = two?.history ?? history
    expect([one?.step.label, two?.step.label]).toEqual(['b', 'a'])
    expect(undo(history)).toBeNull()
    expect(redo(history)?.step.label).toBe('a')
  })

  it('forgets what was undone once something new is done', () => {
    const undone = undo(record(emptyHistory, step('a', ''), null, 0))?.history ?? emptyHistory
    expect(redo(record(undone, step('b', ''), null, 1))).toBeNull()
  })

  it('takes quick strokes into one field as one step that goes back to its beginning', () => {
    let history = record(emptyHistory, step('a', ''), 'memo', 0)
    history = record(history, step('ab', 'a'), 'memo', 400)
    expect(history.done).toHaveLength(1)
    expect(history.done[0]).toMatchObject({ undo: [{ text: '' }], redo: [{ text: 'ab' }] })
    history = record(history, step('abc', 'ab'), 'memo', 9000)
    expect(history.done).toHaveLength(2)
    history = record(history, step('x', ''), 'another field', 9100)
    expect(history.done).toHaveLength(3)
  })
})
