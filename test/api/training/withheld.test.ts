import {
  enrolTrainees,
  listCertificates,
  markMaster,
  readMyTraining,
  releaseFeedback,
  rescoreAttempt,
  startAttempt,
} from '@attune/contract'
import { expect, it } from 'vitest'
import { halfAgreed } from '../support/cohort.ts'
import { forEachEngine } from '../support/lab.ts'
import type { Someone } from '../support/people.ts'
import { type Codes, submitted } from '../support/small-study.ts'
import { buildTraining, codeAll, openSetFor, type TrainingStudy, view } from '../support/training.ts'

const right: Codes = { score: 5, category: 'F' }
const wrong: Codes = { score: 9, category: 'E' }

const check = { feedback: 'check', release: 'trainer', criterion: halfAgreed, certifies: true } as const

forEachEngine('what is kept back for a test', (lab) => {
  const standings = async (study: TrainingStudy, who: Someone) => {
    const { sets, next } = await who.browser.call(readMyTraining, { params: { study: study.id } })
    const name = (id: string | undefined) => sets.find(({ set }) => set.id === id)?.set.name ?? null
    return {
      ...Object.fromEntries(
        sets.map(({ set, status, mayBegin, attempts }) => [set.name, [status, mayBegin, attempts.at(-1)?.met ?? null]]),
      ),
      next: name(next?.set),
    }
  }
  const release = (study: TrainingStudy, set: string, attempt: string, by = study.trainer) =>
    by.browser.call(releaseFeedback, { params: { study: study.id, set }, body: { attempts: [attempt] } })
  const certificates = async (study: TrainingStudy) =>
    (await study.trainer.browser.call(listCertificates, { params: { study: study.id } })).certificates
  const issuers = async (study: string) => {
    const deeds = await lab()
      .ground.db.selectFrom('history')
      .select('person')
      .where('study', '=', study)
      .where('action', '=', 'certificate issued')
      .execute()
    return deeds.map(({ person }) => person)
  }

  it('opens the test that holds it back, and comes with the certificate in nobody’s name but the releaser’s', async () => {
    const study = await buildTraining(lab(), 'kept-gate')
    const who = await study.add('trainee', 'kept-gate-t')
    const second = await study.add('trainer', 'kept-gate-2')
    const first = await openSetFor(study, [who], { ...check, name: 'First', cases: study.cases.slice(0, 2) })
    const done = await codeAll(lab(), study, who, first.id, right)
    const exam = await openSetFor(study, [who], { name: 'Exam', feedback: 'test', prerequisite: first.id })
    expect(await standings(study, who)).toMatchObject({ Exam: ['locked', false, null] })
    await release(study, first.id, done.attempt.id, second)
    expect(await standings(study, who)).toEqual({
      First: ['used-up', false, null],
      Exam: ['ready', true, null],
      next: 'Exam',
    })
    await codeAll(lab(), study, who, exam.id, right)
    expect(await standings(study, who)).toMatchObject({ First: ['met', false, true] })
    expect(await issuers(study.id)).toEqual([null])
    const given = await view(study, who, done.attempt.id)
    const rows = await lab().ground.db.selectFrom('certificate').selectAll().where('study', '=', study.id).execute()
    expect(rows.map(({ id }) => id)).toEqual([given.certificate])
    expect(JSON.parse(rows[0]?.document ?? '').certificate.issuedBy).toBe(second.name)
  })

  it('is told where the test can never be begun, because its cases were explained', async () => {
    const study = await buildTraining(lab(), 'kept-spent')
    const who = await study.add('trainee', 'kept-spent-t')
    const burning = await openSetFor(study, [who], { name: 'Burning', cases: study.cases.slice(2) })
    await codeAll(lab(), study, who, burning.id, right)
    const first = await openSetFor(study, [who], { ...check, name: 'First', cases: study.cases.slice(0, 2) })
    const done = await codeAll(lab(), study, who, first.id, right)
    await openSetFor(study, [who], { name: 'Exam', feedback: 'test' })
    await release(study, first.id, done.attempt.id)
    expect(await standings(study, who)).toMatchObject({
      First: ['met', false, true],
      Exam: ['spent', false, null],
    })
    expect((await certificates(study)).map(({ state }) => state)).toEqual(['valid'])
  })

  it('is told where the test is locked, also through another set, by one that can no longer be met', async () => {
    const study = await buildTraining(lab(), 'kept-shut', 4)
    const who = await study.add('trainee', 'kept-shut-t')
    const [a = '', b = '', c = '', d = ''] = study.cases
    const failed = { name: 'Failed', feedback: 'check' as const, cases: [c], criterion: halfAgreed }
    const used = await openSetFor(study, [who], failed)
    const between = await openSetFor(study, [who], { name: 'Between', cases: [d], prerequisite: used.id })
    const first = await openSetFor(study, [who], { ...check, name: 'First', cases: [a] })
    const done = await codeAll(lab(), study, who, first.id, right)
    await openSetFor(study, [who], { name: 'Exam', feedback: 'test', cases: [a, b], prerequisite: between.id })
    await release(study, first.id, done.attempt.id)
    // As long as it may still be met, the test may still be begun.
    expect(await standings(study, who)).toMatchObject({ First: ['used-up', false, null] })
    await codeAll(lab(), study, who, used.id, wrong)
    expect(await standings(study, who)).toMatchObject({
      Failed: ['used-up', false, false],
      Between: ['locked', false, null],
      // Nobody gets to it; now that its cases were explained, not even with another attempt at what comes first.
      Exam: ['spent', false, null],
      First: ['met', false, true],
    })
  })

  it('does not keep a set from being begun that the test itself waits for', async () => {
    const study = await buildTraining(lab(), 'kept-both')
    const who = await study.add('trainee', 'kept-both-t')
    const cases = study.cases.slice(0, 2)
    const first = await openSetFor(study, [], { name: 'First', cases, criterion: halfAgreed, attempts: 2 })
    const exam = await openSetFor(study, [], { name: 'Exam', feedback: 'test', prerequisite: first.id })
    const other = await openSetFor(study, [], { name: 'Other', cases })
    for (const set of [first.id, exam.id, other.id]) {
      const params = { study: study.id, set }
      await study.trainer.browser.call(enrolTrainees, { params, body: { people: [who.id], dueAt: null } })
    }
    expect(await standings(study, who)).toEqual({
      First: ['ready', true, null],
      Exam: ['locked', false, null],
      Other: ['held', false, null],
      next: 'First',
    })
    const refused = await who.browser.refused(startAttempt, {
      params: { study: study.id, set: other.id },
      body: { operation: lab().ports.id() },
    })
    expect(refused.message).toContain('Finish the test first')
    const done = await codeAll(lab(), study, who, first.id, right)
    expect(done).toMatchObject({ attempt: { met: null, isWithheld: true }, result: null })
    expect(await standings(study, who)).toMatchObject({ First: ['held', false, null], Exam: ['ready', true, null] })
    await codeAll(lab(), study, who, exam.id, right)
    expect(await standings(study, who)).toMatchObject({ First: ['met', false, true], Other: ['ready', true, null] })
  })

  it('ends a certificate that a later score does not bear, and shows none meanwhile', async () => {
    const study = await buildTraining(lab(), 'kept-ended')
    const who = await study.add('trainee', 'kept-ended-t')
    const [a = '', b = ''] = study.cases
    const first = await openSetFor(study, [who], { ...check, release: 'automatic', name: 'First', cases: [a, b] })
    const done = await codeAll(lab(), study, who, first.id, right)
    expect((await certificates(study)).map(({ state }) => state)).toEqual(['valid'])
    await openSetFor(study, [who], { name: 'Exam', feedback: 'test', cases: [a] })
    // As it was released before an item kept the whole back.
    await lab().ground.write((trx) =>
      trx
        .updateTable('attempt_case')
        .set({ released_at: null })
        .where('attempt', '=', done.attempt.id)
        .where('study_case', '=', a)
        .execute(),
    )
    const params = { study: study.id, attempt: done.attempt.id }
    const kept = { attempt: { met: null, isWithheld: true }, result: null, certificate: null }
    expect(await view(study, who, done.attempt.id)).toMatchObject(kept)
    await study.trainer.browser.call(rescoreAttempt, { params, body: { reason: 'Looked at once more.' } })
    const states = async () => (await certificates(study)).map(({ state }) => state).toSorted()
    expect(await states()).toEqual(['replaced', 'valid'])
    for (const [index, one] of [a, b].entries()) {
      const coder = await study.add('coder', `kept-ended-${index}`)
      const coding = await submitted(lab(), study, coder, one, wrong)
      const body = { rationale: 'Other, and written down at length.' }
      await study.trainer.browser.call(markMaster, { params: { study: study.id, coding }, body })
    }
    await study.trainer.browser.call(rescoreAttempt, { params, body: { reason: 'New master codings.' } })
    expect(await states()).toEqual(['replaced', 'revoked'])
    expect(await view(study, who, done.attempt.id)).toMatchObject(kept)
  })
})
