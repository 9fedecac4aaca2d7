import {
  closeTrainingSet,
  deleteStudy,
  endMembership,
  openCoding,
  readAttempt,
  readFeedback,
  readMyTraining,
  readReliability,
  releaseFeedback,
  reopenAttempt,
  saveChange,
  startAttempt,
  withdrawTrainingCase,
} from '@attune/contract'
import { beforeAll, expect, it } from 'vitest'
import { put, score } from '../support/coding.ts'
import { forEachEngine } from '../support/lab.ts'
import type { Someone } from '../support/people.ts'
import { code } from '../support/small-study.ts'
import {
  begin,
  buildTraining,
  codeAll,
  codeNext,
  handIn,
  nextCoding,
  openSetFor,
  type TrainingStudy,
  view,
} from '../support/training.ts'

const exactly = {
  title: 'All classes right',
  modelledOn: null,
  validMonths: 12,
  renewal: { kind: 'none' as const },
  rule: {
    type: 'agreement' as const,
    measure: 'percent-agreement' as const,
    against: 'master' as const,
    variables: { ids: ['class'] },
    window: { kind: 'all' as const },
    spread: 'together' as const,
    comparator: '>=' as const,
    threshold: 1,
    on: 'estimate' as const,
  },
}
const test = { feedback: 'test' as const, criterion: exactly }

forEachEngine('training policies', (lab) => {
  let study: TrainingStudy
  beforeAll(async () => {
    study = await buildTraining(lab(), 'policies', 3)
  })
  const join = (login: string) => study.add('trainee', `policies-${login}`)
  const start = (someone: Someone, set: string) =>
    someone.browser.refused(startAttempt, {
      params: { study: study.id, set },
      body: { operation: lab().ports.id() },
    })
  const scoresOf = (attempt: string) =>
    lab()
      .ground.db.selectFrom('attempt_score')
      .select(['number', 'reason', 'met'])
      .where('attempt', '=', attempt)
      .orderBy('number')
      .execute()

  it('never show items of a test, and its scores only where the set does', async () => {
    const person = await join('test')
    const open = await openSetFor(study, [person], { ...test, name: 'Test with scores' })
    const shown = await codeAll(lab(), study, person, open.id, { score: 5, category: 'E' })
    expect(shown.attempt).toMatchObject({ state: 'released', met: false })
    expect(shown.cases.every(({ feedback }) => feedback === 'never')).toBe(true)
    expect(shown.result?.figures.length).toBeGreaterThan(0)
    const at = { study: study.id, attempt: shown.attempt.id, position: '1' }
    expect((await person.browser.refused(readFeedback, { params: at })).status).toBe(404)
    const dark = await openSetFor(study, [person], { ...test, name: 'Test without', showsScores: false })
    const hidden = await codeAll(lab(), study, person, dark.id)
    expect(hidden.result).toMatchObject({ met: true, verdict: null, figures: [] })
  })

  it('wait for a trainer where the set says so', async () => {
    const person = await join('waiting')
    const set = await openSetFor(study, [person], { ...test, name: 'Held back', release: 'trainer', attempts: 2 })
    const done = await codeAll(lab(), study, person, set.id)
    expect(done).toMatchObject({ attempt: { state: 'waiting', met: null }, result: null, certificate: null })
    expect((await start(person, set.id)).message).toContain('trainer')
    const params = { study: study.id, set: set.id }
    await study.trainer.browser.call(releaseFeedback, { params, body: { attempts: [done.attempt.id] } })
    expect(await view(study, person, done.attempt.id)).toMatchObject({ attempt: { state: 'released', met: true } })
    expect((await start(person, set.id)).message).toContain('met the criterion')
  })

  it('burn a case with its feedback: no test of that person has it any more', async () => {
    const person = await join('burnt')
    const practice = await openSetFor(study, [person], { name: 'Burning', cases: study.cases.slice(0, 1) })
    await codeAll(lab(), study, person, practice.id)
    const fixed = await openSetFor(study, [person], { ...test, name: 'Fixed test' })
    expect(await start(person, fixed.id)).toMatchObject({
      code: 'in-use',
      message: expect.stringContaining('no longer'),
    })
    const drawn = await openSetFor(study, [person], { ...test, name: 'Drawn test', order: 'drawn', draw: 2 })
    const started = await begin(lab(), study, person, drawn.id)
    const rows = await lab()
      .ground.db.selectFrom('attempt_case')
      .select('study_case')
      .where('attempt', '=', started.attempt.id)
      .execute()
    expect(rows.map((row) => row.study_case).sort()).toEqual(study.cases.slice(1).toSorted())
  })

  it('offer no attempt at a set that certifies and explained its own cases, and go on with one that only practises', async () => {
    const person = await join('spent')
    const wrong = { score: 5, category: 'E' }
    const twice = { feedback: 'check' as const, criterion: exactly, attempts: 3 }
    const proof = await openSetFor(study, [person], { ...twice, name: 'Burns itself', certifies: true })
    const larger = { order: 'drawn' as const, draw: 1, name: 'Larger', certifies: true }
    const drawn = await openSetFor(study, [person], { ...twice, ...larger })
    const free = await openSetFor(study, [person], {
      ...twice,
      name: 'Again and again',
      cases: study.cases.slice(0, 1),
    })
    const mine = async () => {
      const { sets, next } = await person.browser.call(readMyTraining, { params: { study: study.id } })
      const found = (id: string) => sets.find(({ set }) => set.id === id)
      return { next, at: [proof, drawn, free].map(({ id }) => [found(id)?.status, found(id)?.mayBegin]) }
    }
    await codeAll(lab(), study, person, drawn.id, wrong)
    // One case was explained: it is drawn around where there are others, and not where all have to come.
    expect((await mine()).at).toEqual([
      ['spent', false],
      ['ready', true],
      ['ready', true],
    ])
    await codeAll(lab(), study, person, drawn.id, wrong)
    await codeAll(lab(), study, person, drawn.id, wrong)
    await codeAll(lab(), study, person, free.id, wrong)
    expect(await mine()).toMatchObject({
      next: { set: free.id },
      at: [
        ['spent', false],
        ['used-up', false],
        ['ready', true],
      ],
    })
    expect((await start(person, proof.id)).message).toContain('no longer certify you')
  })

  it('tell of a test what came out of all its cases, and of no single case', async () => {
    const person = await join('row')
    const row = { ...exactly.rule, window: { kind: 'in-a-row' as const, cases: 2 } }
    const criterion = { ...exactly, rule: { any: [row, exactly.rule] } }
    const exam = await openSetFor(study, [person], { ...test, name: 'In a row', criterion })
    const attempt = await codeAll(lab(), study, person, exam.id)
    const { result } = await view(study, person, attempt.attempt.id)
    expect(result?.verdict).toMatchObject({ any: [{ figures: [], errors: [] }, { figures: [{ n: 3 }] }] })
  })

  it('keep feedback away from cases of a test that is still open to that person', async () => {
    const person = await join('reserved')
    const cases = study.cases.slice(0, 2)
    const practice = await openSetFor(study, [person], { name: 'Practised first', cases })
    const running = await begin(lab(), study, person, practice.id)
    const exam = await openSetFor(study, [person], {
      ...test,
      name: 'Meanwhile a test',
      cases: study.cases.slice(0, 1),
    })
    const after = await codeNext(lab(), study, person, running.attempt.id)
    expect(after.cases[0]?.feedback).toBe('later')
    const at = { study: study.id, attempt: running.attempt.id, position: '1' }
    expect((await person.browser.refused(readFeedback, { params: at })).status).toBe(404)
    // Figures of the whole attempt would give the withheld items away: what is told of the others is known.
    const whole = await codeNext(lab(), study, person, running.attempt.id)
    expect(whole).toMatchObject({ attempt: { state: 'released' }, result: null })
    const second = await openSetFor(study, [person], { name: 'Practised second', cases })
    expect(await start(person, second.id)).toMatchObject({ code: 'in-use', message: expect.stringContaining('test') })
    await codeAll(lab(), study, person, exam.id)
    const later = await view(study, person, running.attempt.id)
    expect(later.cases[0]?.feedback).toBe('ready')
    expect(later.result?.figures.length).toBeGreaterThan(0)
    expect((await person.browser.call(readFeedback, { params: at })).compared).toBeGreaterThan(0)
  })

  it('keep back with the items whether the criterion was met, and everything that would tell it but what opens by it', async () => {
    const people = [await join('withheld-right'), await join('withheld-wrong')]
    const whole = { criterion: exactly, certifies: true, feedback: 'check' as const, cases: study.cases.slice(0, 2) }
    const practice = await openSetFor(study, people, { ...whole, name: 'Told later' })
    await openSetFor(study, people, { name: 'After it', prerequisite: practice.id, cases: study.cases.slice(2) })
    const attempts: string[] = []
    for (const person of people) attempts.push((await begin(lab(), study, person, practice.id)).attempt.id)
    const exam = await openSetFor(study, people, { ...test, name: 'Holds it back', cases: study.cases.slice(0, 1) })
    const seen = async (index: number) => {
      const person = people[index] as Someone
      const attempt = attempts[index] ?? ''
      const mine = await person.browser.call(readMyTraining, { params: { study: study.id } })
      const { attempt: head, result, certificate } = await view(study, person, attempt)
      const standings = Object.fromEntries(mine.sets.map(({ set, status, mayBegin }) => [set.name, [status, mayBegin]]))
      return { standings, head, result, certificate, certificates: mine.certificates }
    }
    for (const [index, category] of ['F', 'E'].entries()) {
      const [person, attempt] = [people[index] as Someone, attempts[index] ?? '']
      for (const _ of [1, 2]) await codeNext(lab(), study, person, attempt, { score: 5, category })
    }
    const [right, wrong] = [await seen(0), await seen(1)]
    expect(right).toMatchObject({
      standings: {
        'Told later': ['used-up', false],
        'After it': ['ready', true],
        'Holds it back': ['ready', true],
      },
      head: { state: 'released', met: null, isWithheld: true },
      result: null,
      certificate: null,
      certificates: [],
    })
    // That one bit, and nothing else.
    const locked = { ...right.standings, 'After it': ['locked', false] }
    expect({ ...wrong, head: { ...wrong.head, id: '' } }).toEqual({
      ...right,
      standings: locked,
      head: { ...right.head, id: '' },
    })
    for (const person of people) await codeAll(lab(), study, person, exam.id, { score: 5, category: 'F' })
    const [told, missed] = [await seen(0), await seen(1)]
    expect(told.head).toMatchObject({ met: true, isWithheld: false })
    expect(told.certificates).toMatchObject([{ set: 'Told later', state: 'valid' }])
    expect(told.standings).toMatchObject({ 'Told later': ['met', false], 'After it': ['ready', true] })
    expect(missed.head).toMatchObject({ met: false, isWithheld: false })
    expect(missed.certificates).toEqual([])
    expect(missed.standings).toMatchObject({ 'Told later': ['used-up', false], 'After it': ['locked', false] })
  })

  it('draw by seed: the same for the same attempt, and other cases for others', async () => {
    const larger = await buildTraining(lab(), 'policies-drawn', 6)
    const people = await Promise.all([1, 2, 3, 4].map((n) => larger.add('trainee', `drawn-${n}`)))
    const set = await openSetFor(larger, people, { order: 'drawn', draw: 3, attempts: 2 })
    const orders = await Promise.all(
      people.map(async (person) => {
        const { attempt } = await begin(lab(), larger, person, set.id)
        const rows = await lab()
          .ground.db.selectFrom('attempt_case')
          .select('study_case')
          .where('attempt', '=', attempt.id)
          .orderBy('position')
          .execute()
        return rows.map((row) => row.study_case)
      }),
    )
    expect(orders.every((order) => new Set(order).size === 3)).toBe(true)
    expect(new Set(orders.map((order) => order.join(' '))).size).toBeGreaterThan(1)
  })

  it('let an attempt be reopened of which nothing was told, with what was handed in and a second score', async () => {
    const person = await join('reopened')
    const held = { ...test, name: 'Reopened', release: 'trainer' as const, timeLimitMinutes: 20 }
    const set = await openSetFor(study, [person], held)
    const done = await codeAll(lab(), study, person, set.id, { score: 5, category: 'E' })
    const params = { study: study.id, attempt: done.attempt.id }
    const body = { reason: 'The building was evacuated.' }
    const head = await study.trainer.browser.call(reopenAttempt, { params, body })
    expect(head).toMatchObject({ id: done.attempt.id, number: 1, state: 'running', submitted: 0, finishedAt: null })
    const again = await view(study, person, done.attempt.id)
    expect(again.cases.map(({ state }) => state)).toEqual(['next', 'to-come', 'to-come'])
    const coding = nextCoding(again)
    expect(done.cases.map((one) => one.coding)).not.toContain(coding)
    const opened = await person.browser.call(openCoding, { params: { study: study.id, coding } })
    expect(opened.coding).toMatchObject({ version: 2, state: 'draft', reason: body.reason, rated: 2 })
    expect(opened.versions.map(({ version }) => version)).toEqual([1, 2])
    let now = await codeNext(lab(), study, person, done.attempt.id)
    // Unchanged: what was handed in is still there.
    await handIn(lab(), study, person, nextCoding(now))
    now = await view(study, person, done.attempt.id)
    await handIn(lab(), study, person, nextCoding(now))
    expect((await view(study, person, done.attempt.id)).attempt.state).toBe('waiting')
    expect(await scoresOf(done.attempt.id)).toEqual([
      { number: 1, reason: '', met: 0 },
      { number: 2, reason: `reopened: ${body.reason}`, met: 0 },
    ])
    const counted = await study.trainer.browser.call(readReliability, {
      params: { study: study.id },
      query: { codebookVersion: study.codebook, comparison: 'pairs' },
    })
    expect(JSON.stringify(counted.raters)).not.toContain(person.id)
    await study.trainer.browser.call(releaseFeedback, {
      params: { study: study.id, set: set.id },
      body: { attempts: [done.attempt.id] },
    })
    expect((await study.trainer.browser.refused(reopenAttempt, { params, body })).code).toBe('in-use')
  })

  it('take a case out of a set: who is at it goes on, who is through is scored again', async () => {
    const [through, within, last] = await Promise.all([join('through'), join('within'), join('last')])
    const set = await openSetFor(study, [through, within, last], { ...test, name: 'Losing a case', certifies: true })
    let attempt = await begin(lab(), study, through, set.id)
    const right = { score: 5, category: 'F' }
    attempt = await codeNext(lab(), study, through, attempt.attempt.id, { score: 5, category: 'E' })
    attempt = await codeNext(lab(), study, through, attempt.attempt.id, right)
    attempt = await codeNext(lab(), study, through, attempt.attempt.id, right)
    expect(attempt.attempt).toMatchObject({ state: 'released', met: false })
    expect(attempt.certificate).toBeNull()
    const early = await begin(lab(), study, within, set.id)
    const stuck = nextCoding(early)
    const late = await begin(lab(), study, last, set.id)
    await codeNext(lab(), study, last, late.attempt.id, right)
    const params = { study: study.id, set: set.id, case: study.cases[0] ?? '' }
    const body = { reason: 'The tape was mixed up.' }
    const withdrawn = await study.trainer.browser.call(withdrawTrainingCase, { params, body })
    expect(withdrawn.rescored).toBe(1)
    expect(withdrawn.set.cases[0]?.withdrawn).toMatchObject({ reason: body.reason })
    expect(await scoresOf(attempt.attempt.id)).toMatchObject([
      { number: 1, reason: '', met: 0 },
      { number: 2, reason: expect.stringContaining(body.reason), met: 1 },
    ])
    const now = await view(study, through, attempt.attempt.id)
    expect(now.attempt.met).toBe(true)
    expect(now.certificate).not.toBeNull()
    const change = { operation: lab().ports.id(), change: put('coherence', score(5)) }
    const refused = await within.browser.refused(saveChange, {
      params: { study: study.id, coding: stuck },
      body: change,
    })
    expect(refused).toMatchObject({ code: 'in-use', message: expect.stringContaining('taken out') })
    const gone = await view(study, within, early.attempt.id)
    expect(gone.cases.map(({ position, state }) => [position, state])).toEqual([
      [2, 'next'],
      [3, 'to-come'],
    ])
    expect((await view(study, last, late.attempt.id)).attempt).toMatchObject({ submitted: 1, cases: 3 })
    expect((await study.trainer.browser.refused(withdrawTrainingCase, { params, body })).status).toBe(404)
  })

  it('end an attempt whose last open case is withdrawn', async () => {
    const person = await join('ended')
    const set = await openSetFor(study, [person], { name: 'Two cases', cases: study.cases.slice(0, 2) })
    const started = await begin(lab(), study, person, set.id)
    await codeNext(lab(), study, person, started.attempt.id)
    const params = { study: study.id, set: set.id, case: study.cases[1] ?? '' }
    await study.trainer.browser.call(withdrawTrainingCase, { params, body: { reason: 'Not usable.' } })
    expect((await view(study, person, started.attempt.id)).attempt).toMatchObject({ state: 'released', cases: 1 })
    const alone = { ...params, case: study.cases[0] ?? '' }
    const refused = await study.trainer.browser.refused(withdrawTrainingCase, {
      params: alone,
      body: { reason: 'Not usable.' },
    })
    expect(refused.code).toBe('in-use')
  })

  it('cannot be started on cases whose master coding was ended', async () => {
    const other = await buildTraining(lab(), 'policies-ended', 1)
    const person = await other.add('trainee', 'ended-trainee')
    const set = await openSetFor(other, [person])
    // As it could be before open sets held their master codings.
    const ended_at = lab().ports.now().toISOString()
    await lab().ground.write((trx) =>
      trx.updateTable('master').set({ ended_at }).where('study', '=', other.id).execute(),
    )
    const refused = await person.browser.refused(startAttempt, {
      params: { study: other.id, set: set.id },
      body: { operation: lab().ports.id() },
    })
    expect(refused.message).toContain('Tell your trainer')
  })

  it('shut out who is no member any more, and time goes on meanwhile', async () => {
    const person = await join('leaving')
    const set = await openSetFor(study, [person], { name: 'Left behind', timeLimitMinutes: 5, feedback: 'check' })
    const started = await begin(lab(), study, person, set.id)
    const coding = nextCoding(started)
    await code(lab(), person.browser, study.id, coding)
    const member = { study: study.id, person: person.id }
    await study.pi.browser.call(endMembership, { params: member })
    const params = { study: study.id, attempt: started.attempt.id }
    expect((await person.browser.refused(readAttempt, { params })).status).toBe(404)
    expect((await person.browser.refused(readMyTraining, { params })).status).toBe(404)
    lab().ports.advance(5 * 60_000)
    await lab().ground.write((trx) =>
      trx.updateTable('membership').set({ ended_at: null }).where('person', '=', person.id).execute(),
    )
    expect((await view(study, person, started.attempt.id)).attempt).toMatchObject({ state: 'expired', submitted: 0 })
    expect(await scoresOf(started.attempt.id)).toHaveLength(1)
  })

  it('go with their study when it is erased', async () => {
    const gone = await buildTraining(lab(), 'policies-gone', 1)
    const person = await gone.add('trainee', 'gone-trainee')
    const set = await openSetFor(gone, [person], { ...test, certifies: true })
    const done = await codeAll(lab(), gone, person, set.id)
    expect(done.certificate).not.toBeNull()
    await gone.trainer.browser.call(closeTrainingSet, { params: { study: gone.id, set: set.id }, body: {} })
    await gone.pi.browser.call(deleteStudy, { params: { study: gone.id }, body: { name: gone.name } })
    const left = await lab().ground.db.selectFrom('attempt').select('id').where('study', '=', gone.id).execute()
    expect(left).toEqual([])
  })
})
