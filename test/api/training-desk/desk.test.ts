import {
  decideRequest,
  exportAttempts,
  exportCohort,
  exportItems,
  readAttempt,
  readAttemptReview,
  readCohort,
  readMyTraining,
  releaseFeedback,
  reopenAttempt,
  requestAttempt,
  rescoreAttempt,
  revokeCertificate,
  withdrawTrainingCase,
} from '@attune/contract'
import { eachCsvRow } from '@attune/exchange'
import { beforeAll, expect, it } from 'vitest'
import { codeEach, halfAgreed } from '../support/cohort.ts'
import { forEachEngine } from '../support/lab.ts'
import type { Someone } from '../support/people.ts'
import { begin, buildTraining, codeAll, codeNext, openSetFor, type TrainingStudy, view } from '../support/training.ts'

forEachEngine('the trainer’s desk', (lab) => {
  let study: TrainingStudy
  beforeAll(async () => {
    study = await buildTraining(lab(), 'desk')
  })
  const person = (name: string) => study.add('trainee', `desk-${name}`)
  const cohort = (set: string) => study.trainer.browser.call(readCohort, { params: { study: study.id, set } })
  const statuses = async (set: string) => (await cohort(set)).people.map(({ status }) => status)

  it('tells where everybody stands', async () => {
    const people = [await person('a-none'), await person('b-runs'), await person('c-met'), await person('d-missed')]
    const [, runs, met, missed] = people as [Someone, Someone, Someone, Someone]
    const set = await openSetFor(study, people, {
      name: 'Standing',
      feedback: 'test',
      release: 'trainer',
      criterion: halfAgreed,
    })
    await begin(lab(), study, runs, set.id)
    const passed = await codeAll(lab(), study, met, set.id)
    const failed = await codeAll(lab(), study, missed, set.id, { score: 9, category: 'E' })
    expect(await statuses(set.id)).toEqual(['not-begun', 'running', 'to-release', 'to-release'])
    const { people: rows } = await cohort(set.id)
    // Trainers know what came out before they release it; trainees do not.
    expect(rows.map(({ attempts }) => attempts[0]?.met ?? null)).toEqual([null, null, true, false])
    expect((await view(study, met, passed.attempt.id)).attempt.met).toBeNull()
    const body = { attempts: [passed.attempt.id, failed.attempt.id] }
    const params = { study: study.id, set: set.id }
    expect(await study.trainer.browser.call(releaseFeedback, { params, body })).toEqual({
      released: 2,
      alreadyReleased: 0,
    })
    expect(await statuses(set.id)).toEqual(['not-begun', 'running', 'met', 'not-met'])
    expect((await view(study, met, passed.attempt.id)).attempt.met).toBe(true)
  })

  it('releases all that were asked for, or none', async () => {
    const people = [await person('all-1'), await person('all-2')]
    const [first, second] = people as [Someone, Someone]
    const set = await openSetFor(study, people, { name: 'All or none', release: 'trainer', feedback: 'check' })
    const done = await codeAll(lab(), study, first, set.id)
    const running = await begin(lab(), study, second, set.id)
    const params = { study: study.id, set: set.id }
    const release = (...attempts: string[]) =>
      study.trainer.browser.refused(releaseFeedback, { params, body: { attempts } })
    expect(await release(done.attempt.id, running.attempt.id)).toMatchObject({ code: 'in-use' })
    expect(await release(done.attempt.id, lab().ports.id())).toMatchObject({ status: 404 })
    expect((await view(study, first, done.attempt.id)).attempt.state).toBe('waiting')
  })

  it('ends attempts whose time is over before it shows them, with what was not handed in as missing', async () => {
    const late = await person('late')
    const set = await openSetFor(study, [late], {
      name: 'Late',
      timeLimitMinutes: 5,
      criterion: halfAgreed,
      feedback: 'check',
    })
    const { attempt } = await begin(lab(), study, late, set.id)
    await codeNext(lab(), study, late, attempt.id)
    lab().ports.advance(6 * 60_000)
    const { people, cells } = await cohort(set.id)
    expect(people[0]).toMatchObject({ status: 'not-met', attempts: [{ state: 'expired', submitted: 1, met: false }] })
    const params = { study: study.id, attempt: attempt.id }
    const { scores } = await study.trainer.browser.call(readAttemptReview, { params })
    // Two of six items agreed: what was left out does not agree.
    expect(scores[0]?.verdict).toMatchObject({ met: false, figures: [{ n: 6, estimate: 2 / 6 }] })
    const [coherence] = cells.filter(({ variable }) => variable === 'coherence')
    expect(coherence?.cases.map(({ agreed, compared }) => [agreed, compared])).toEqual([
      [1, 1],
      [0, 1],
      [0, 1],
    ])
  })

  it('grants or refuses another attempt, once', async () => {
    const trainee = await person('asks')
    const set = await openSetFor(study, [trainee], { name: 'Asks' })
    await codeAll(lab(), study, trainee, set.id)
    const params = { study: study.id, set: set.id }
    await trainee.browser.call(requestAttempt, { params, body: { note: 'I was ill.' } })
    const request = (await cohort(set.id)).people[0]?.request
    expect(request?.note).toBe('I was ill.')
    const decide = { params: { study: study.id, request: request?.id ?? '' }, body: { grant: true, note: 'Get well.' } }
    expect(await study.trainer.browser.call(decideRequest, decide)).toEqual({ granted: true })
    expect(await study.trainer.browser.refused(decideRequest, decide)).toMatchObject({ code: 'in-use' })
    const { sets } = await trainee.browser.call(readMyTraining, { params: { study: study.id } })
    const own = sets.find((one) => one.set.id === set.id)
    expect(own).toMatchObject({ attemptsLeft: 1, request: { decision: 'granted', note: 'Get well.' } })
    expect((await cohort(set.id)).people[0]?.request).toBeNull()
    expect((await begin(lab(), study, trainee, set.id)).attempt.number).toBe(2)
  })

  it('keeps the score of a reopened attempt, and scores it again when it is handed in', async () => {
    const trainee = await person('reopens')
    const set = await openSetFor(study, [trainee], { name: 'Reopens', feedback: 'check', release: 'trainer' })
    const done = await codeAll(lab(), study, trainee, set.id, { score: 9, category: 'E' })
    const params = { study: study.id, attempt: done.attempt.id }
    const reopened = await study.trainer.browser.call(reopenAttempt, { params, body: { reason: 'Power cut.' } })
    expect(reopened).toMatchObject({ state: 'running', finishedAt: null })
    const running = { params, body: { reason: 'While it runs.' } }
    expect(await study.trainer.browser.refused(rescoreAttempt, running)).toMatchObject({ code: 'in-use' })
    for (let n = 0; n < 3; n += 1) await codeNext(lab(), study, trainee, done.attempt.id)
    const { scores, cases } = await study.trainer.browser.call(readAttemptReview, { params })
    expect(scores.map(({ reason }) => reason)).toEqual(['reopened: Power cut.', ''])
    const within = scores.map(({ figures }) => figures.find(({ measure }) => measure === 'within-k')?.estimate)
    expect(within).toEqual([1, 0])
    expect(cases.map(({ declaration }) => declaration)).toEqual(Array(3).fill({ knew: false, note: '' }))
    const again = { params, body: { reason: 'Once more.' } }
    expect(await study.trainer.browser.call(rescoreAttempt, again)).toMatchObject({ reason: 'Once more.' })
    const body = { attempts: [done.attempt.id] }
    await study.trainer.browser.call(releaseFeedback, { params: { study: study.id, set: set.id }, body })
    expect(await study.trainer.browser.refused(reopenAttempt, again)).toMatchObject({ code: 'in-use' })
    const mine = await trainee.browser.call(readAttempt, { params })
    expect(mine.result).toMatchObject({ reason: 'Once more.' })
  })

  it('scores without a withdrawn case, which stays in the review', async () => {
    const trainee = await person('withdrawn')
    const set = await openSetFor(study, [trainee], { name: 'Withdrawn', feedback: 'check', criterion: halfAgreed })
    const wrong = { score: 9, category: 'E' }
    const done = await codeEach(lab(), study, trainee, set.id, [{ score: 5, category: 'F' }, wrong, wrong])
    expect(done.attempt.met).toBe(false)
    const place = (index: number) => ({ study: study.id, set: set.id, case: study.cases[index] ?? '' })
    const body = { reason: 'The wrong tape.' }
    for (const index of [1, 2]) {
      await study.trainer.browser.call(withdrawTrainingCase, { params: place(index), body })
    }
    const params = { study: study.id, attempt: done.attempt.id }
    const { scores, cases } = await study.trainer.browser.call(readAttemptReview, { params })
    expect(scores.map(({ met }) => met)).toEqual([true, true, false])
    expect(cases.map(({ withdrawn }) => withdrawn)).toEqual([false, true, true])
    const [cell] = (await cohort(set.id)).cells
    expect(cell?.cases.map(({ caseId }) => caseId)).toEqual(['T-1'])
  })

  it('gives its tables as files that hold the same', async () => {
    const people = [await person('files-1'), await person('files-2')]
    const [first] = people as [Someone, Someone]
    const set = await openSetFor(study, people, { name: 'Files', feedback: 'check' })
    await codeAll(lab(), study, first, set.id, { score: 6, category: 'F' })
    const params = { study: study.id, set: set.id }
    const lines = async (endpoint: typeof exportCohort | typeof exportItems | typeof exportAttempts) => {
      const text = await study.trainer.browser.call<typeof exportCohort>(endpoint as typeof exportCohort, { params })
      const rows: string[][] = []
      eachCsvRow(text, ',', (cells) => rows.push([...cells]) > 0)
      const [names = [], ...cells] = rows
      return cells.map((row) => Object.fromEntries(row.map((cell, index) => [names[index] ?? '', cell])))
    }
    const rows = await lines(exportCohort)
    expect(rows.map(({ trainee, status, variable, bias }) => [trainee, status, variable, bias])).toEqual([
      ['desk-files-1', 'done', 'coherence', '1'],
      ['desk-files-1', 'done', 'class', ''],
      ['desk-files-2', 'not-begun', '', ''],
    ])
    const items = await lines(exportItems)
    expect(items.map(({ case: id, variable, estimate }) => `${id} ${variable} ${estimate}`)).toEqual([
      ...['T-1 coherence 0', 'T-1 class 1', 'T-2 coherence 0', 'T-2 class 1', 'T-3 coherence 0', 'T-3 class 1'],
    ])
    const attempts = await lines(exportAttempts)
    expect(attempts.map(({ attempt, score, measure }) => [attempt, score, measure])).toEqual(
      ['icc', 'within-k', 'bias', 'cohen-kappa', 'percent-agreement'].map((measure) => ['1', '1', measure]),
    )
  })

  it('says that a certificate was revoked, where the criterion no longer counts as met', async () => {
    const people = [await person('keeps'), await person('revoked')]
    const [keeps, loses] = people as [Someone, Someone]
    const certifying = { feedback: 'test', certifies: true, criterion: halfAgreed, attempts: 2 } as const
    const set = await openSetFor(study, people, { name: 'Revoked', ...certifying })
    await codeAll(lab(), study, keeps, set.id)
    const { certificate } = await codeAll(lab(), study, loses, set.id)
    const revoked = { params: { study: study.id, certificate: certificate ?? '' }, body: { reason: 'Knew a family.' } }
    await study.pi.browser.call(revokeCertificate, revoked)
    expect(await statuses(set.id)).toEqual(['met', 'revoked'])
    const file = await study.trainer.browser.call(exportCohort, { params: { study: study.id, set: set.id } })
    expect(file).toMatch(/^desk-keeps,met,1,/m)
    expect(file).toMatch(/^desk-revoked,revoked,1,/m)
    await codeAll(lab(), study, loses, set.id)
    expect(await statuses(set.id)).toEqual(['met', 'met'])
  })

  it('is nobody’s but a supervisor’s, and of no other study', async () => {
    const trainee = await person('curious')
    const set = await openSetFor(study, [trainee], { name: 'Curious' })
    const elsewhere = await buildTraining(lab(), 'desk-elsewhere', 1)
    const params = { study: study.id, set: set.id }
    for (const endpoint of [readCohort, exportCohort, exportItems, exportAttempts]) {
      expect(await trainee.browser.refused(endpoint, { params })).toMatchObject({ status: 404 })
      const foreign = { params: { ...params, study: elsewhere.id } }
      expect(await elsewhere.pi.browser.refused(endpoint, foreign)).toMatchObject({ status: 404 })
    }
  })
})
