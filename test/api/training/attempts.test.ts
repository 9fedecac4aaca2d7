import {
  listMyCodings,
  openCoding,
  readAttempt,
  readMyTraining,
  readProgress,
  reopenCoding,
  requestAttempt,
  saveChange,
  startAttempt,
  submitCoding,
  writeReflection,
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
  innocent,
  nextCoding,
  openSetFor,
  type TrainingStudy,
  view,
} from '../support/training.ts'

forEachEngine('an attempt', (lab) => {
  let study: TrainingStudy
  let trainee: Someone
  beforeAll(async () => {
    study = await buildTraining(lab(), 'attempts')
    trainee = await study.add('trainee', 'attempts-trainee')
  })
  const mine = async (someone = trainee) => someone.browser.call(readMyTraining, { params: { study: study.id } })
  const standing = async (set: string, someone = trainee) => {
    const found = (await mine(someone)).sets.find((one) => one.set.id === set)
    if (found === undefined) throw new Error('The set is not mine.')
    return found
  }

  it('shows its cases one after another, and what comes only when its turn has come', async () => {
    const set = await openSetFor(study, [trainee], { name: 'One by one', feedback: 'check' })
    const started = await begin(lab(), study, trainee, set.id)
    expect(started.attempt).toMatchObject({ number: 1, state: 'running', submitted: 0, cases: 3, met: null })
    expect(started.cases.map(({ state, coding, case: shown }) => [state, coding !== null, shown?.case])).toEqual([
      ['next', true, 'T-1'],
      ['to-come', false, undefined],
      ['to-come', false, undefined],
    ])
    const after = await codeNext(lab(), study, trainee, started.attempt.id)
    expect(after.cases.map(({ state, feedback }) => [state, feedback])).toEqual([
      ['submitted', 'later'],
      ['next', 'later'],
      ['to-come', 'later'],
    ])
    await codeNext(lab(), study, trainee, started.attempt.id)
    const done = await codeNext(lab(), study, trainee, started.attempt.id)
    expect(done.attempt).toMatchObject({ state: 'released', submitted: 3 })
    expect(done.cases.map(({ feedback }) => feedback)).toEqual(['ready', 'ready', 'ready'])
    expect(done.result?.reason).toBe('')
    expect((await standing(set.id)).status).toBe('done')
    const scores = await lab()
      .ground.db.selectFrom('attempt_score')
      .selectAll()
      .where('attempt', '=', done.attempt.id)
      .execute()
    expect(scores).toHaveLength(1)
  })

  it('of practice releases each case as soon as it is handed in', async () => {
    const person = await study.add('trainee', 'attempts-practice')
    const set = await openSetFor(study, [person], { name: 'Practice' })
    const started = await begin(lab(), study, person, set.id)
    const after = await codeNext(lab(), study, person, started.attempt.id)
    expect(after.cases.map(({ feedback }) => feedback)).toEqual(['ready', 'later', 'later'])
    expect(after.result).toBeNull()
  })

  it('is begun once, whatever is repeated and from however many windows', async () => {
    const person = await study.add('trainee', 'attempts-twice')
    const set = await openSetFor(study, [person], { name: 'Twice', attempts: 5 })
    const params = { study: study.id, set: set.id }
    const operation = lab().ports.id()
    const both = await Promise.all([
      person.browser.call(startAttempt, { params, body: { operation } }),
      person.browser.call(startAttempt, { params, body: { operation } }),
      person.browser.call(startAttempt, { params, body: { operation: lab().ports.id() } }),
    ])
    expect(new Set(both.map(({ attempt }) => attempt.id)).size).toBe(1)
    expect(new Set(both.map(nextCoding)).size).toBe(1)
    const elsewhere = await openSetFor(study, [person], { name: 'Elsewhere' })
    const used = await person.browser.refused(startAttempt, {
      params: { study: study.id, set: elsewhere.id },
      body: { operation },
    })
    expect(used.code).toBe('bad-request')
  })

  it('counts attempts and can be asked for again', async () => {
    const person = await study.add('trainee', 'attempts-again')
    const set = await openSetFor(study, [person], { name: 'Once' })
    const params = { study: study.id, set: set.id }
    const early = await person.browser.refused(requestAttempt, { params, body: { note: '' } })
    expect(early.code).toBe('in-use')
    await codeAll(lab(), study, person, set.id)
    const refused = await person.browser.refused(startAttempt, { params, body: { operation: lab().ports.id() } })
    expect(refused).toMatchObject({ status: 409, code: 'in-use' })
    await person.browser.call(requestAttempt, { params, body: { note: 'I was ill.' } })
    const twice = await person.browser.call(requestAttempt, { params, body: { note: 'Again' } })
    expect(twice.sets.find((one) => one.set.id === set.id)?.request).toMatchObject({ decision: 'open' })
    const requests = await lab().ground.db.selectFrom('attempt_request').select('note').execute()
    expect(requests).toEqual([{ note: 'I was ill.' }])
    await lab().ground.write((trx) =>
      trx.updateTable('enrolment').set({ granted: 1 }).where('training_set', '=', set.id).execute(),
    )
    expect((await standing(set.id, person)).attemptsLeft).toBe(1)
    expect((await begin(lab(), study, person, set.id)).attempt.number).toBe(2)
  })

  it('asks for a declaration with every case and keeps it', async () => {
    const person = await study.add('trainee', 'attempts-declares')
    const set = await openSetFor(study, [person], { name: 'Declared' })
    const started = await begin(lab(), study, person, set.id)
    const coding = nextCoding(started)
    const params = { study: study.id, coding }
    await code(lab(), person.browser, study.id, coding)
    const operation = lab().ports.id()
    const silent = await person.browser.refused(submitCoding, { params, body: { operation, revision: 2 } })
    expect(silent).toMatchObject({ status: 422, code: 'incomplete' })
    expect(silent.faults.map(({ path }) => path)).toEqual(['declaration'])
    const knew = { knew: true, note: 'I know the family.' }
    const body = { operation, revision: 2, declaration: knew }
    const heads = await Promise.all([
      person.browser.call(submitCoding, { params, body }),
      person.browser.call(submitCoding, { params, body }),
    ])
    expect(heads[1]).toEqual(heads[0])
    const row = await lab()
      .ground.db.selectFrom('coding')
      .select('declaration')
      .where('id', '=', coding)
      .executeTakeFirst()
    expect(JSON.parse(row?.declaration ?? 'null')).toEqual(knew)
    const codings = await lab()
      .ground.db.selectFrom('coding')
      .select('id')
      .where('attempt', '=', started.attempt.id)
      .execute()
    expect(codings).toHaveLength(2)
  })

  it('has a codebook with what the set trains, and nothing else can be coded', async () => {
    const person = await study.add('trainee', 'attempts-scope')
    const scope = { variables: ['coherence'], units: 'none' as const, codes: [] }
    const set = await openSetFor(study, [person], { name: 'Coherence only', scope })
    const coding = nextCoding(await begin(lab(), study, person, set.id))
    const params = { study: study.id, coding }
    const opened = await person.browser.call(openCoding, { params })
    expect(opened.codebook.variables.map(({ id }) => id)).toEqual(['coherence'])
    expect(opened.codebook.codes).toEqual([])
    expect(opened.coding.required).toBe(1)
    expect(opened.training).toMatchObject({
      set: 'Coherence only',
      feedback: 'practice',
      position: 1,
      cases: 3,
      given: [],
    })
    const stray = { operation: lab().ports.id(), change: put('class', { kind: 'class', classes: ['F'] }) }
    expect((await person.browser.refused(saveChange, { params, body: stray })).code).toBe('bad-request')
    await person.browser.call(saveChange, {
      params,
      body: { operation: lab().ports.id(), change: put('coherence', score(5)) },
    })
    const body = { operation: lab().ports.id(), revision: 1, declaration: innocent }
    expect((await person.browser.call(submitCoding, { params, body })).state).toBe('submitted')
  })

  it('gives the borders of the master and nothing else of it, and wants a code on each', async () => {
    const person = await study.add('trainee', 'attempts-given')
    const scope = { variables: ['coherence'], units: 'given' as const, codes: ['loss'] }
    const set = await openSetFor(study, [person], { name: 'Given', scope })
    const coding = nextCoding(await begin(lab(), study, person, set.id))
    const params = { study: study.id, coding }
    const opened = await person.browser.call(openCoding, { params })
    expect(opened.training?.given).toEqual([{ unit: 'segment', start: 0, end: 3 }])
    expect(opened.annotations).toEqual([])
    const at = (start: number, end: number) => ({
      operation: lab().ports.id(),
      change: {
        type: 'put-annotation' as const,
        base: 0,
        annotation: {
          id: lab().ports.id(),
          unit: 'segment' as const,
          ...{ code: 'loss', value: null, start, end, memo: '', confidence: null, evidence: [], contradicts: [] },
        },
      },
    })
    expect((await person.browser.refused(saveChange, { params, body: at(0, 4) })).code).toBe('bad-request')
    const change = { operation: lab().ports.id(), change: put('coherence', score(5)) }
    await person.browser.call(saveChange, { params, body: change })
    const body = { operation: lab().ports.id(), revision: 1, declaration: innocent }
    const missing = await person.browser.refused(submitCoding, { params, body })
    expect(missing.faults.map(({ path }) => path)).toEqual(['given.1'])
    await person.browser.call(saveChange, { params, body: at(0, 3) })
    expect((await person.browser.call(submitCoding, { params, body: { ...body, revision: 2 } })).state).toBe(
      'submitted',
    )
  })

  it('is over when its time is, also for what is on its way', async () => {
    const person = await study.add('trainee', 'attempts-late')
    const set = await openSetFor(study, [person], { name: 'In time', feedback: 'check', timeLimitMinutes: 10 })
    const started = await begin(lab(), study, person, set.id)
    await codeNext(lab(), study, person, started.attempt.id)
    const coding = nextCoding(await view(study, person, started.attempt.id))
    await code(lab(), person.browser, study.id, coding)
    lab().ports.advance(10 * 60_000)
    const params = { study: study.id, coding }
    const late = { operation: lab().ports.id(), change: put('coherence', score(5), 1) }
    expect(await person.browser.refused(saveChange, { params, body: late })).toMatchObject({ code: 'in-use' })
    const body = { operation: lab().ports.id(), revision: 2, declaration: innocent }
    expect(await person.browser.refused(submitCoding, { params, body })).toMatchObject({
      code: 'in-use',
      message: 'The time of this attempt is over.',
    })
    expect((await person.browser.call(openCoding, { params })).mayWrite).toBe(false)
    const [over] = await Promise.all([
      view(study, person, started.attempt.id),
      view(study, person, started.attempt.id),
      mine(person),
    ])
    const scores = await lab()
      .ground.db.selectFrom('attempt_score')
      .select('id')
      .where('attempt', '=', started.attempt.id)
      .execute()
    expect(scores).toHaveLength(1)
    expect(over.attempt).toMatchObject({ state: 'expired', submitted: 1, finishedAt: started.attempt.dueAt })
    expect(over.cases.map(({ state, case: shown }) => [state, shown !== null])).toEqual([
      ['submitted', true],
      ['missed', true],
      ['missed', false],
    ])
    expect((await standing(set.id, person)).status).toBe('used-up')
  })

  it('waits for the set that must be finished first', async () => {
    const person = await study.add('trainee', 'attempts-gate')
    const first = await openSetFor(study, [person], { name: 'Gate' })
    const then = await openSetFor(study, [person], { name: 'Behind', prerequisite: first.id })
    expect(await standing(then.id, person)).toMatchObject({ status: 'locked', lockedBy: 'Gate', attemptsLeft: 1 })
    const params = { study: study.id, set: then.id }
    const early = await person.browser.refused(startAttempt, { params, body: { operation: lab().ports.id() } })
    expect(early.message).toContain('Gate')
    await codeAll(lab(), study, person, first.id)
    expect(await standing(then.id, person)).toMatchObject({ status: 'ready', lockedBy: null })
    expect((await mine(person)).next).toMatchObject({ set: then.id, attempt: null })
  })

  it('stays out of everything that is ordinary work', async () => {
    const person = await study.add('trainee', 'attempts-apart')
    const set = await openSetFor(study, [person], { name: 'Apart' })
    const coding = nextCoding(await begin(lab(), study, person, set.id))
    expect((await person.browser.call(listMyCodings, { params: { study: study.id } })).codings).toEqual([])
    const matrix = await study.trainer.browser.call(readProgress, { params: { study: study.id }, query: {} })
    expect(matrix.codings.some((one) => one.coder === person.id)).toBe(false)
    await code(lab(), person.browser, study.id, coding)
    const body = { operation: lab().ports.id(), revision: 2, declaration: innocent }
    await person.browser.call(submitCoding, { params: { study: study.id, coding }, body })
    const reopened = await study.trainer.browser.refused(reopenCoding, {
      params: { study: study.id, coding },
      body: { reason: 'A slip.' },
    })
    expect(reopened.message).toMatch(/another attempt/)
  })

  it('keeps a reflection on what was handed in, for its owner alone', async () => {
    const person = await study.add('trainee', 'attempts-reflects')
    const set = await openSetFor(study, [person], { name: 'Reflected' })
    const { attempt } = await begin(lab(), study, person, set.id)
    const params = { study: study.id, attempt: attempt.id, position: '1' }
    const body = { text: 'I overlooked the lapse.' }
    expect((await person.browser.refused(writeReflection, { params, body })).status).toBe(404)
    await codeNext(lab(), study, person, attempt.id)
    expect((await person.browser.call(writeReflection, { params, body })).text).toBe(body.text)
    expect((await view(study, person, attempt.id)).cases[0]?.reflection).toBe(body.text)
    expect((await trainee.browser.refused(writeReflection, { params, body })).status).toBe(404)
    expect((await study.trainer.browser.refused(readAttempt, { params })).status).toBe(404)
  })
})
