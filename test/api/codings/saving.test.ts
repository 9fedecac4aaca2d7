import { openCoding, readCodingHistory, saveChange, withdrawCoding } from '@attune/contract'
import { beforeAll, expect, it } from 'vitest'
import { classes, codingOf, put, save, score, slot } from '../support/coding.ts'
import { forEachEngine } from '../support/lab.ts'
import { fixedId } from '../support/ports.ts'
import { newOperation, openStudy, type TestStudy, transcriptText } from '../support/study.ts'

forEachEngine('saving a change', (lab) => {
  let study: TestStudy
  let coding: string
  const open = () => study.coder.browser.call(openCoding, { params: { study: study.id, coding } })
  const refused = (change: unknown, operation = newOperation()) =>
    study.coder.browser.refused(saveChange, {
      params: { study: study.id, coding },
      body: { operation, change } as never,
    })
  const segment = (id: string, start: number, end: number) => ({
    unit: 'segment' as const,
    id,
    code: 'loss',
    value: null,
    memo: '',
    confidence: null,
    evidence: [slot('coherence')],
    contradicts: [],
    start,
    end,
  })
  beforeAll(async () => {
    study = await openStudy(lab())
    coding = await codingOf(study, study.coder)
  })

  it('keeps a rating with its version and begins the draft', async () => {
    const answer = await save(study, study.coder, coding, put('coherence', score(5.5)))
    expect(answer).toMatchObject({ version: 1, revision: 1 })
    const { coding: head, ratings, mayWrite } = await open()
    expect(head).toMatchObject({ state: 'draft', rated: 1, required: 4 })
    expect(mayWrite).toBe(true)
    expect(ratings).toEqual([
      { slot: slot('coherence'), value: score(5.5), confidence: null, rationale: '', version: 1 },
    ])
  })

  it('answers the same operation with the same answer and does nothing twice', async () => {
    const operation = newOperation()
    const first = await save(study, study.coder, coding, put('loving', score(4), 0, 'mother'), operation)
    const second = await save(study, study.coder, coding, put('loving', score(4), 0, 'mother'), operation)
    expect(second).toEqual(first)
    expect((await open()).revision).toBe(first.revision)
  })

  it('refuses a change based on an older version and shows the item as it is', async () => {
    const answer = await refused(put('coherence', score(1)))
    expect(answer).toMatchObject({ status: 409, code: 'stale', current: { version: 1, item: { value: score(5.5) } } })
    expect((await open()).ratings.find((rating) => rating.slot.variable === 'coherence')?.value).toEqual(score(5.5))
  })

  it('lets two windows change different items without a conflict', async () => {
    const [one, other] = await Promise.all([
      save(study, study.coder, coding, put('loving', score(3), 0, 'father')),
      save(study, study.coder, coding, put('pattern', classes('F'))),
    ])
    expect(new Set([one.revision, other.revision]).size).toBe(2)
  })

  it('lets one of many windows win and tells every other', async () => {
    const tries = await Promise.allSettled(
      Array.from({ length: 12 }, (_, index) =>
        save(study, study.coder, coding, put('coherence', score(1 + index / 2), 1)),
      ),
    )
    expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    expect((await open()).ratings.find((rating) => rating.slot.variable === 'coherence')?.version).toBe(2)
  })

  it('takes a rating back and goes on counting its version', async () => {
    await save(study, study.coder, coding, put('coherence', null, 2))
    expect((await open()).ratings.some((rating) => rating.slot.variable === 'coherence')).toBe(false)
    expect(
      await save(study, study.coder, coding, put('coherence', { kind: 'none', reason: 'cannot-rate' }, 3)),
    ).toMatchObject({ version: 4 })
  })

  it('refuses what the codebook does not allow, naming the field', async () => {
    const cases: [unknown, string][] = [
      [put('coherence', score(5.25), 4), 'body.change.value.score'],
      [put('coherence', score(9.5), 4), 'body.change.value.score'],
      [put('loving', score(5)), 'body.change.slot'],
      [put('nonsense', score(5)), 'body.change.slot'],
      [put('pattern', classes('U'), 1), 'body.change.value.classes[0]'],
      [put('pattern', classes('E'), 1), 'body.change.value.classes[0]'],
      [put('pattern', { kind: 'none', reason: 'not-present' }, 1), 'body.change.value.reason'],
    ]
    for (const [change, path] of cases) {
      const answer = await refused(change)
      expect([answer.code, answer.faults[0]?.path]).toEqual(['bad-request', path])
    }
  })

  it('keeps annotations by UTF-16 offsets of the raw text, whatever stands there', async () => {
    const id = fixedId('annotation one')
    const start = transcriptText.indexOf('🌊')
    await save(study, study.coder, coding, {
      type: 'put-annotation',
      annotation: segment(id, start, start + 2),
      base: 0,
    })
    const { annotations, material } = await open()
    expect(annotations).toMatchObject([{ id, start, end: start + 2, version: 1, evidence: [slot('coherence')] }])
    expect(material.kind === 'transcript' && material.text.slice(start, start + 2)).toBe('🌊')
  })

  it('removes an annotation and brings the same one back', async () => {
    const id = fixedId('annotation one')
    await save(study, study.coder, coding, { type: 'remove-annotation', id, base: 1 })
    expect((await open()).annotations).toEqual([])
    await save(study, study.coder, coding, { type: 'put-annotation', annotation: segment(id, 0, 5), base: 2 })
    expect((await open()).annotations).toMatchObject([{ id, version: 3 }])
  })

  it('refuses annotations that do not fit text, code, unit or evidence', async () => {
    const id = fixedId('annotation two')
    const good = segment(id, 0, 5)
    const bad: [object, string][] = [
      [{ ...good, end: transcriptText.length + 1 }, 'body.change.annotation.end'],
      [{ ...good, start: 5, end: 5 }, 'body.change.annotation.end'],
      [{ ...good, code: 'nothing' }, 'body.change.annotation.code'],
      [{ ...good, value: 2 }, 'body.change.annotation.value'],
      [{ ...good, code: 'strength', value: 4 }, 'body.change.annotation.value'],
      [{ ...good, evidence: [slot('loving')] }, 'body.change.annotation.evidence.0'],
    ]
    for (const [annotation, path] of bad) {
      const answer = await refused({ type: 'put-annotation', annotation, base: 0 })
      expect([answer.code, answer.faults[0]?.path]).toEqual(['bad-request', path])
    }
    const memo = { ...good, memo: 'half \ud83c pair' }
    expect((await refused({ type: 'put-annotation', annotation: memo, base: 0 })).code).toBe('bad-request')
  })

  it('keeps the memo of the case with a version of its own', async () => {
    await save(study, study.coder, coding, { type: 'put-memo', text: 'Warm voice.', base: 0 })
    expect((await open()).memo).toEqual({ text: 'Warm voice.', version: 1 })
    expect((await refused({ type: 'put-memo', text: 'Other', base: 0 })).code).toBe('stale')
  })

  it('writes every change into the history with old and new value', async () => {
    const { entries } = await study.coder.browser.call(readCodingHistory, { params: { study: study.id, coding } })
    const coherence = entries.filter((entry) => entry.item === 'coherence')
    expect(coherence).toHaveLength(4)
    expect(coherence[0]).toMatchObject({ old: '', person: study.coder.name })
    expect(coherence[0]?.new).toContain('5.5')
    expect(coherence.at(-1)?.new).toContain('cannot-rate')
  })

  it('lets nobody else write into it, not even a supervisor', async () => {
    const params = { study: study.id, coding }
    const body = { operation: newOperation(), change: put('coherence', score(9), 4) }
    for (const other of [study.trainee, study.trainer, study.pi]) {
      expect((await other.browser.refused(saveChange, { params, body })).status).toBe(404)
    }
  })

  it('is no longer withdrawn once it was begun', async () => {
    const answer = await study.pi.browser.refused(withdrawCoding, { params: { study: study.id, coding } })
    expect(answer.code).toBe('in-use')
  })
})
