import {
  createDriftPlan,
  decideRequest,
  disableAccount,
  enableAccount,
  listDriftPlans,
  readAttemptReview,
  readCohort,
  readProgress,
  reopenAttempt,
  reopenCoding,
  requestAttempt,
} from '@attune/contract'
import { beforeAll, expect, it } from 'vitest'
import { forEachEngine } from '../support/lab.ts'
import type { Someone } from '../support/people.ts'
import { addCase, submitted } from '../support/small-study.ts'
import { buildTraining, codeAll, openSetFor, type TrainingStudy } from '../support/training.ts'

forEachEngine('somebody whose account is disabled', (lab) => {
  let study: TrainingStudy
  const params = () => ({ study: study.id })
  beforeAll(async () => {
    study = await buildTraining(lab(), 'disabled', 2)
  })
  const change = (endpoint: typeof disableAccount | typeof enableAccount, { id }: Someone) =>
    study.owner.browser.call(endpoint, { params: { person: id }, body: {} })
  const refusal = ({ name }: Someone, then: string) => ({
    status: 400,
    message: `The account of ${name} is disabled. ${then}`,
  })
  const waits = 'The owner of the lab can enable it.'

  it('is not watched for drift', async () => {
    const coder = await study.add('coder', 'disabled-watched')
    await change(disableAccount, coder)
    const body = {
      ...{ name: 'Watch', codebookVersion: study.codebook, cases: [...study.cases], people: [coder.id], every: 2 },
      charts: {
        agreement: { chart: 'ewma' as const, within: 1, expected: 0.85 },
        bias: { chart: 'ewma' as const, expected: 0, deviation: 0.5 },
      },
    }
    const plan = { params: params(), body }
    expect(await study.pi.browser.refused(createDriftPlan, plan)).toMatchObject(refusal(coder, 'Choose somebody else.'))
    expect(await study.pi.browser.call(listDriftPlans, { params: params() })).toEqual({ plans: [] })
    await change(enableAccount, coder)
    expect((await study.pi.browser.call(createDriftPlan, plan)).endedAt).toBeNull()
  })

  it('gets no coding back', async () => {
    const coder = await study.add('coder', 'disabled-coder')
    const coding = await submitted(lab(), study, coder, await addCase(study.pi.browser, study.id, 'D-1'))
    await change(disableAccount, coder)
    const again = { params: { ...params(), coding }, body: { reason: 'One more look.' } }
    expect(await study.trainer.browser.refused(reopenCoding, again)).toMatchObject(refusal(coder, waits))
    const { codings } = await study.pi.browser.call(readProgress, { params: params() })
    expect(codings.filter((one) => one.coder === coder.id).map((one) => one.coding)).toEqual([coding])
    await change(enableAccount, coder)
    expect((await study.trainer.browser.call(reopenCoding, again)).coding).not.toBe(coding)
  })

  it('is granted no attempt, though the request can be declined', async () => {
    const trainees = [await study.add('trainee', 'disabled-granted'), await study.add('trainee', 'disabled-declined')]
    const set = await openSetFor(study, trainees, { name: 'Asked for' })
    for (const trainee of trainees) {
      await codeAll(lab(), study, trainee, set.id)
      const asked = { params: { ...params(), set: set.id }, body: { note: '' } }
      await trainee.browser.call(requestAttempt, asked)
      await change(disableAccount, trainee)
      const { people } = await study.trainer.browser.call(readCohort, { params: asked.params })
      const request = people.find(({ id }) => id === trainee.id)?.request?.id ?? ''
      const decide = (grant: boolean) => ({ params: { ...params(), request }, body: { grant, note: '' } })
      const refused = await study.trainer.browser.refused(decideRequest, decide(true))
      expect(refused).toMatchObject(refusal(trainee, waits))
      const isDeclined = trainee === trainees[1]
      if (!isDeclined) await change(enableAccount, trainee)
      const answer = await study.trainer.browser.call(decideRequest, decide(!isDeclined))
      expect(answer).toEqual({ granted: !isDeclined })
    }
  })

  it('gets no attempt back', async () => {
    const trainee = await study.add('trainee', 'disabled-attempt')
    const set = await openSetFor(study, [trainee], { name: 'Reopens', feedback: 'check', release: 'trainer' })
    const { attempt } = await codeAll(lab(), study, trainee, set.id)
    await change(disableAccount, trainee)
    const again = { params: { ...params(), attempt: attempt.id }, body: { reason: 'Power cut.' } }
    expect(await study.trainer.browser.refused(reopenAttempt, again)).toMatchObject(refusal(trainee, waits))
    const review = await study.trainer.browser.call(readAttemptReview, { params: again.params })
    expect(review.attempt.finishedAt).toBe(attempt.finishedAt)
    await change(enableAccount, trainee)
    expect(await study.trainer.browser.call(reopenAttempt, again)).toMatchObject({ state: 'running' })
  })
})
