import {
  type AttemptView,
  decideRequest,
  markMaster,
  readAttempt,
  readCertificate,
  readMyTraining,
  requestAttempt,
  rescoreAttempt,
  revokeCertificate,
  type TrainingSet,
  withdrawTrainingCase,
} from '@attune/contract'
import { expect, it } from 'vitest'
import { codeEach, halfAgreed } from '../support/cohort.ts'
import { forEachEngine } from '../support/lab.ts'
import type { Someone } from '../support/people.ts'
import { type Codes, submitted } from '../support/small-study.ts'
import { begin, buildTraining, codeNext, openSetFor, type TrainingStudy } from '../support/training.ts'

const right: Codes = { score: 5, category: 'F' }
const wrong: Codes = { score: 9, category: 'E' }
const minute = 60_000

/** The same day and time of another year. */
const yearLater = (instant: string | null): string => `2027${instant?.slice(4)}`

forEachEngine('a certificate and the scores behind it', (lab) => {
  type Passed = { study: TrainingStudy; trainee: Someone; set: TrainingSet; done: AttemptView }
  const certifying = { feedback: 'test', certifies: true, criterion: halfAgreed } as const
  const tried = async (name: string, codes: readonly Codes[], change = {}): Promise<Passed> => {
    const study = await buildTraining(lab(), name, codes.length)
    const trainee = await study.add('trainee', `${name}-trainee`)
    const set = await openSetFor(study, [trainee], { ...certifying, ...change })
    return { study, trainee, set, done: await codeEach(lab(), study, trainee, set.id, codes) }
  }
  /** The certificate that holds now. */
  const now = async ({ study, trainee, done }: Passed) => {
    const params = { study: study.id, attempt: done.attempt.id }
    const { certificate } = await trainee.browser.call(readAttempt, { params })
    if (certificate === null) return null
    const where = { params: { study: study.id, certificate } }
    const { head, document } = await trainee.browser.call(readCertificate, where)
    return head.state === 'valid' ? document.certificate : null
  }
  const withdraw = ({ study, set }: Passed, position: number) => {
    const params = { study: study.id, set: set.id, case: study.cases[position] ?? '' }
    return study.trainer.browser.call(withdrawTrainingCase, { params, body: { reason: 'The tape was cut.' } })
  }
  const mark = ({ study }: Pick<Passed, 'study'>, coding: string) =>
    study.trainer.browser.call(markMaster, {
      params: { study: study.id, coding },
      body: { rationale: 'Read once more.' },
    })
  const rescore = ({ study, done }: Passed, reason: string) =>
    study.trainer.browser.call(rescoreAttempt, {
      params: { study: study.id, attempt: done.attempt.id },
      body: { reason },
    })
  const mastersOf = async (study: string) => {
    const found = await lab()
      .ground.db.selectFrom('master')
      .selectAll()
      .where('study', '=', study)
      .where('ended_at', 'is', null)
      .execute()
    return new Map(found.map((one) => [one.study_case, one.coding]))
  }
  const otherMaster = async ({ study }: Pick<Passed, 'study'>, login: string, codes: Codes) =>
    submitted(lab(), study, await study.add('coder', login), study.cases[0] ?? '', codes)

  it('says so when it is the first one and rests on a second score, and lasts from the end of the attempt', async () => {
    const passed = await tried('second-first', [wrong, wrong, right])
    expect(await now(passed)).toBeNull()
    lab().ports.advance(minute)
    await withdraw(passed, 0)
    const said = await now(passed)
    expect(said?.rescored).toMatchObject({ reason: 'A case was withdrawn: The tape was cut.', replaces: null })
    expect(said?.rescored?.at).toBe(said?.issuedAt)
    expect(said?.issuedAt).not.toBe(passed.done.attempt.finishedAt)
    expect(said?.expiresAt).toBe(yearLater(passed.done.attempt.finishedAt))
  })

  it('that comes back after a lower score ends when the first one would have ended', async () => {
    const passed = await tried('second-back', [right])
    const first = await now(passed)
    const old = (await mastersOf(passed.study.id)).get(passed.study.cases[0] ?? '') ?? ''
    await mark(passed, await otherMaster(passed, 'second-back-coder', wrong))
    await rescore(passed, 'Another master.')
    expect(await now(passed)).toBeNull()
    lab().ports.advance(minute)
    await mark(passed, old)
    await rescore(passed, 'The old master again.')
    const back = await now(passed)
    expect(back?.id).not.toBe(first?.id)
    expect(back?.rescored).toMatchObject({ reason: 'The old master again.', replaces: null })
    expect(back?.expiresAt).toBe(first?.expiresAt)
  })

  it('rests after a withdrawal on the master codings that were scored, and only another score takes today’s', async () => {
    const passed = await tried('second-masters', [right, right, wrong])
    await mark(passed, await otherMaster(passed, 'second-masters-coder', wrong))
    await withdraw(passed, 2)
    expect(await now(passed)).toMatchObject({ set: { cases: 2 }, figures: [{ n: 4, estimate: 1 }] })
    await rescore(passed, 'Another master.')
    expect(await now(passed)).toMatchObject({ figures: [{ n: 4, estimate: 0.5 }] })
  })

  it('counts only cases that the score was held against', async () => {
    const study = await buildTraining(lab(), 'second-counts', 3)
    const trainee = await study.add('trainee', 'second-counts-trainee')
    const set = await openSetFor(study, [trainee], certifying)
    let done = await begin(lab(), study, trainee, set.id)
    await lab().ground.write((trx) =>
      trx
        .updateTable('master')
        .set({ ended_at: lab().ports.now().toISOString() })
        .where('study_case', '=', study.cases[1] ?? '')
        .execute(),
    )
    while (done.attempt.state === 'running') done = await codeNext(lab(), study, trainee, done.attempt.id)
    expect((await now({ study, trainee, set, done }))?.set.cases).toBe(2)
  })

  it('of a test leaves out figures of some of its cases, of practice it does not', async () => {
    const { rule } = halfAgreed
    const both = { ...halfAgreed, rule: { all: [rule, { ...rule, window: { kind: 'last', cases: 1 } }] } }
    const test = await now(await tried('second-window', [wrong, right], { criterion: both }))
    expect(test?.figures.map(({ n }) => n)).toEqual([4])
    const practice = { criterion: both, feedback: 'practice' }
    const open = await now(await tried('second-practice', [wrong, right], practice))
    expect(open?.figures.map(({ n }) => n)).toEqual([4, 2])
  })

  it('once taken back leaves its set unmet: another attempt may be asked for, begun and met', async () => {
    const passed = await tried('second-revoked', [right])
    const { study, trainee, set, done } = passed
    const params = { study: study.id }
    const mine = async () => (await trainee.browser.call(readMyTraining, { params })).sets[0]
    const ask = { params: { ...params, set: set.id }, body: { note: 'I would like to try again.' } }
    expect((await mine())?.status).toBe('met')
    expect((await trainee.browser.refused(requestAttempt, ask)).code).toBe('in-use')
    const taken = { params: { ...params, certificate: done.certificate ?? '' }, body: { reason: 'Had seen the case.' } }
    await study.pi.browser.call(revokeCertificate, taken)
    expect(await mine()).toMatchObject({ status: 'used-up', attempts: [{ met: true }] })
    await trainee.browser.call(requestAttempt, ask)
    const asked = await lab()
      .ground.db.selectFrom('attempt_request')
      .select('id')
      .where('training_set', '=', set.id)
      .executeTakeFirstOrThrow()
    const decided = { params: { ...params, request: asked.id }, body: { grant: true, note: '' } }
    await study.trainer.browser.call(decideRequest, decided)
    expect((await mine())?.status).toBe('ready')
    const again = await codeEach(lab(), study, trainee, set.id, [right])
    expect(again.certificate).not.toBeNull()
    expect((await mine())?.status).toBe('met')
  })
})
