import {
  addCodebook,
  changeTrainingSet,
  closeTrainingSet,
  copyTrainingSet,
  createTrainingSet,
  deleteCase,
  deleteTrainingSet,
  endEnrolment,
  enrolTrainees,
  listPresets,
  listTrainingSets,
  openTrainingSet,
  readExposure,
  readHistory,
  readMyTraining,
  readTrainingSet,
  startAttempt,
} from '@attune/contract'
import { beforeAll, expect, it } from 'vitest'
import { forEachEngine } from '../support/lab.ts'
import type { Someone } from '../support/people.ts'
import { fixedId } from '../support/ports.ts'
import { addCase, buildStudy } from '../support/small-study.ts'
import {
  addMaster,
  begin,
  buildTraining,
  codeNext,
  openSetFor,
  setInput,
  type TrainingStudy,
} from '../support/training.ts'

const rule = (change: object) => ({
  title: 'Eight of ten',
  modelledOn: null,
  validMonths: null,
  renewal: { kind: 'none' as const },
  rule: {
    type: 'agreement' as const,
    measure: 'percent-agreement' as const,
    against: 'master' as const,
    variables: { ids: ['class'] },
    window: { kind: 'all' as const },
    spread: 'together' as const,
    comparator: '>=' as const,
    threshold: 0.8,
    on: 'estimate' as const,
    ...change,
  },
})

forEachEngine('a training set', (lab) => {
  let study: TrainingStudy
  let trainee: Someone
  beforeAll(async () => {
    study = await buildTraining(lab(), 'sets', 2)
    trainee = await study.add('trainee', 'sets-trainee')
  })
  const params = () => ({ study: study.id })
  const draft = (change = {}) =>
    study.trainer.browser.call(createTrainingSet, { params: params(), body: setInput(study, change) })
  const faultsOnOpening = async (change: object) => {
    const { id: set } = await draft(change)
    const refused = await study.trainer.browser.refused(openTrainingSet, { params: { ...params(), set }, body: {} })
    expect(refused).toMatchObject({ status: 422, code: 'incomplete' })
    return refused.faults.map(({ path }) => path)
  }

  it('is a draft until it is opened, and changes only as one', async () => {
    const made = await draft({ name: 'Drafted' })
    expect(made).toMatchObject({ state: 'draft', version: 1, name: 'Drafted', people: [], openedAt: null })
    expect(made.cases.map(({ caseId, masters }) => [caseId, masters])).toEqual([
      ['T-1', 1],
      ['T-2', 1],
    ])
    const at = { ...params(), set: made.id }
    const body = { ...setInput(study, { name: 'Changed', cases: [study.cases[1] ?? ''] }), base: 1 }
    const changed = await study.trainer.browser.call(changeTrainingSet, { params: at, body })
    expect(changed).toMatchObject({ version: 2, name: 'Changed' })
    expect(changed.cases.map(({ caseId }) => caseId)).toEqual(['T-2'])
    const stale = await study.pi.browser.refused(changeTrainingSet, { params: at, body })
    expect(stale).toMatchObject({ code: 'stale', current: { version: 2, name: 'Changed' } })
    await study.trainer.browser.call(openTrainingSet, { params: at, body: {} })
    const late = await study.trainer.browser.refused(changeTrainingSet, { params: at, body: { ...body, base: 2 } })
    expect(late.code).toBe('in-use')
    expect((await study.trainer.browser.refused(deleteTrainingSet, { params: at })).code).toBe('in-use')
    const { entries } = await study.pi.browser.call(readHistory, {
      params: params(),
      query: { subject: `training-set:${made.id}` },
    })
    expect(entries.map(({ action }) => action)).toEqual([
      'training set opened',
      'training set changed',
      'training set created',
    ])
    expect(JSON.parse(entries[1]?.detail ?? '{}')).toMatchObject({ old: { name: 'Drafted' }, new: { name: 'Changed' } })
  })

  it('takes only cases, codebooks and sets of its study, each once', async () => {
    const elsewhere = await buildStudy(lab(), 'sets-elsewhere')
    const foreign = await addCase(elsewhere.pi.browser, elsewhere.id, 'X-1')
    const stranger = fixedId('nothing')
    const refused = (change: object) =>
      study.trainer.browser.refused(createTrainingSet, { params: params(), body: setInput(study, change) })
    const paths = async (change: object) => (await refused(change)).faults.map(({ path }) => path)
    expect(await paths({ cases: [study.cases[0], foreign, study.cases[0]] })).toEqual(['body.cases.1', 'body.cases.2'])
    expect(await paths({ codebookVersion: elsewhere.codebook })).toEqual(['body.codebookVersion'])
    expect(await paths({ prerequisite: stranger })).toEqual(['body.prerequisite'])
    const there = await elsewhere.pi.browser.refused(readTrainingSet, {
      params: { study: elsewhere.id, set: (await draft()).id },
    })
    expect(there.status).toBe(404)
  })

  it('is opened only when everything is there, and is told all that is not', async () => {
    const bare = await addCase(study.trainer.browser, study.id, 'T-9')
    expect(await faultsOnOpening({ cases: [] })).toEqual(['cases'])
    expect(await faultsOnOpening({ cases: [...study.cases, bare] })).toEqual(['cases.T-9'])
    expect(await faultsOnOpening({ draw: 3, order: 'drawn' })).toEqual(['draw'])
    expect(await faultsOnOpening({ draw: 1 })).toEqual(['draw'])
    expect(await faultsOnOpening({ scope: { variables: ['nobody'], units: 'free', codes: ['nothing'] } })).toEqual([
      'scope.variables',
      'scope.codes',
    ])
    expect(await faultsOnOpening({ certifies: true })).toEqual(['certifies'])
    expect(await faultsOnOpening({ criterion: rule({ variables: { ids: ['age'] } }) })).toEqual([
      'criterion.rule.variables.ids',
    ])
    expect(await faultsOnOpening({ criterion: rule({ window: { kind: 'last', cases: 5 } }) })).toEqual([
      'criterion.rule.window.cases',
    ])
    const plain = await addCase(study.trainer.browser, study.id, 'T-8')
    await addMaster(lab(), study, plain, { score: 4, category: 'E' })
    const given = { variables: [], units: 'given', codes: [] }
    expect(await faultsOnOpening({ cases: [plain], scope: given })).toEqual(['cases.T-8'])
  })

  it('waits for a set that can be finished, and never in a circle', async () => {
    const first = await draft({ name: 'First' })
    const second = await draft({ name: 'Second', prerequisite: first.id })
    const at = { ...params(), set: second.id }
    const early = await study.trainer.browser.refused(openTrainingSet, { params: at, body: {} })
    expect(early.faults).toMatchObject([{ path: 'prerequisite', message: expect.stringContaining('First') }])
    await study.trainer.browser.call(changeTrainingSet, {
      params: { ...params(), set: first.id },
      body: { ...setInput(study, { name: 'First', prerequisite: second.id }), base: 1 },
    })
    const circle = await study.trainer.browser.refused(openTrainingSet, { params: at, body: {} })
    expect(circle.faults).toMatchObject([{ path: 'prerequisite', message: expect.stringContaining('circle') }])
    const needed = await study.trainer.browser.refused(deleteTrainingSet, { params: { ...params(), set: first.id } })
    expect(needed.message).toContain('Second')
  })

  it('belongs to a codebook version, and its masters are those of that version', async () => {
    const row = await lab()
      .ground.db.selectFrom('codebook_version')
      .select('content')
      .where('id', '=', study.codebook)
      .executeTakeFirstOrThrow()
    const source = JSON.stringify({ ...JSON.parse(row.content), version: '2.0.0' })
    const body = { dryRun: false, name: 'tiny.json', source }
    const { version } = await study.pi.browser.call(addCodebook, { params: params(), body })
    const codebookVersion = version?.id ?? ''
    expect(await faultsOnOpening({ codebookVersion })).toEqual(['cases.T-1', 'cases.T-2'])
  })

  it('is copied as a draft that nobody is enrolled in', async () => {
    const set = await openSetFor(study, [trainee], { name: 'Original', attempts: 4 })
    const at = { ...params(), set: set.id }
    const copy = await study.trainer.browser.call(copyTrainingSet, { params: at, body: { name: 'Copy' } })
    expect(copy).toMatchObject({ name: 'Copy', state: 'draft', attempts: 4, people: [] })
    expect(copy.cases.map(({ caseId }) => caseId)).toEqual(['T-1', 'T-2'])
  })

  it('is given to members, taken back, and given again', async () => {
    const set = await openSetFor(study, [], { name: 'Given' })
    const at = { ...params(), set: set.id }
    const enrol = (people: string[], dueAt: string | null = null) =>
      study.trainer.browser.call(enrolTrainees, { params: at, body: { people, dueAt } })
    const stranger = await study.trainer.browser.refused(enrolTrainees, {
      params: at,
      body: { people: [study.owner.id], dueAt: null },
    })
    expect(stranger.status).toBe(404)
    expect((await enrol([trainee.id, trainee.id])).people).toMatchObject([{ id: trainee.id, attempts: 0, dueAt: null }])
    const due = '2026-05-01T00:00:00.000Z'
    expect((await enrol([trainee.id], due)).people).toMatchObject([{ id: trainee.id, dueAt: due }])
    const person = { ...at, person: trainee.id }
    expect((await study.trainer.browser.call(endEnrolment, { params: person })).people).toEqual([])
    expect((await study.trainer.browser.refused(endEnrolment, { params: person })).status).toBe(404)
    const operation = lab().ports.id()
    expect((await trainee.browser.refused(startAttempt, { params: at, body: { operation } })).code).toBe('in-use')
    expect((await enrol([trainee.id])).people).toHaveLength(1)
    await trainee.browser.call(startAttempt, { params: at, body: { operation } })
  })

  it('that is a draft, or somebody else’s, is unknown to a trainee', async () => {
    const hidden = await draft({ name: 'Hidden' })
    await study.trainer.browser.call(enrolTrainees, {
      params: { ...params(), set: hidden.id },
      body: { people: [trainee.id], dueAt: null },
    })
    const other = await openSetFor(study, [], { name: 'Of others' })
    for (const set of [hidden.id, other.id, fixedId('no set')]) {
      const body = { operation: lab().ports.id() }
      const refused = await trainee.browser.refused(startAttempt, { params: { ...params(), set }, body })
      expect(refused.status).toBe(404)
    }
    const { sets } = await trainee.browser.call(readMyTraining, { params: params() })
    expect(sets.map(({ set }) => set.name)).not.toContain('Hidden')
    expect((await trainee.browser.refused(listTrainingSets, { params: params() })).status).toBe(404)
  })

  it('that is closed lets nobody begin, and who is at it finish', async () => {
    const person = await study.add('trainee', 'sets-closing')
    const set = await openSetFor(study, [person, trainee], { name: 'Closing' })
    const at = { ...params(), set: set.id }
    const started = await begin(lab(), study, person, set.id)
    expect((await study.trainer.browser.call(closeTrainingSet, { params: at, body: {} })).state).toBe('closed')
    const body = { operation: lab().ports.id() }
    expect((await trainee.browser.refused(startAttempt, { params: at, body })).code).toBe('in-use')
    await codeNext(lab(), study, person, started.attempt.id)
    expect((await codeNext(lab(), study, person, started.attempt.id)).attempt.state).toBe('released')
  })

  it('keeps its cases: one that stands in an opened set is not deleted, one in a draft leaves it', async () => {
    const loose = await addCase(study.trainer.browser, study.id, 'T-7')
    const { id: set } = await draft({ name: 'With a loose end', cases: [...study.cases, loose] })
    await study.pi.browser.call(deleteCase, { params: { ...params(), case: loose } })
    const now = await study.trainer.browser.call(readTrainingSet, { params: { ...params(), set } })
    expect(now.cases.map(({ caseId }) => caseId)).toEqual(['T-1', 'T-2'])
    expect(now.version).toBe(2)
    // A case in an opened set has a master coding, and is kept for that; here it has none.
    const kept = await addCase(study.trainer.browser, study.id, 'T-6')
    const place = { training_set: set, study_case: kept, position: 9 }
    await lab().ground.write(async (trx) => {
      const row = { ...place, withdrawn_at: null, withdrawn_by: null, reason: '' }
      await trx.insertInto('training_set_case').values(row).execute()
      await trx.updateTable('training_set').set({ state: 'open' }).where('id', '=', set).execute()
    })
    const refused = await study.pi.browser.refused(deleteCase, { params: { ...params(), case: kept } })
    expect(refused).toMatchObject({ code: 'in-use', message: expect.stringContaining('With a loose end') })
  })

  it('shows who has met which case, with and without feedback', async () => {
    const person = await study.add('trainee', 'sets-exposed')
    const practice = await openSetFor(study, [person], { name: 'Exposing' })
    const { attempt } = await begin(lab(), study, person, practice.id)
    await codeNext(lab(), study, person, attempt.id)
    const exposed = await study.trainer.browser.call(readExposure, {
      params: params(),
      query: { codebookVersion: study.codebook },
    })
    const own = exposed.exposures.filter((one) => one.person === person.id)
    expect(own.map(({ case: id, kind }) => [id, kind])).toEqual([[study.cases[0], 'burnt']])
    const begun = exposed.exposures.filter((one) => one.person === study.trainer.id)
    expect(begun.every(({ kind }) => kind === 'seen')).toBe(true)
    expect(exposed.cases.find(({ caseId }) => caseId === 'T-1')?.masters).toBe(1)
  })

  it('can begin with a criterion that is shipped', async () => {
    const { presets } = await trainee.browser.call(listPresets)
    expect(presets.length).toBeGreaterThan(3)
    expect(presets.every(({ criterion }) => criterion.modelledOn !== null)).toBe(true)
  })
})
