import {
  closeTrainingSet,
  markMaster,
  readAttempt,
  type TrainingSet,
  unmarkMaster,
  withdrawTrainingCase,
} from '@attune/contract'
import { expect, it } from 'vitest'
import { forEachEngine } from '../support/lab.ts'
import type { Someone } from '../support/people.ts'
import { type Codes, submitted } from '../support/small-study.ts'
import { begin, buildTraining, codeNext, openSetFor, type TrainingStudy } from '../support/training.ts'

forEachEngine('master codings that a set trains', (lab) => {
  const params = (study: TrainingStudy, coding: string) => ({ study: study.id, coding })
  const mark = (study: TrainingStudy, coding: string, isAdditional = false) =>
    study.trainer.browser.call(markMaster, {
      params: params(study, coding),
      body: { rationale: 'Read once more.', isAdditional },
    })
  const unmark = (study: TrainingStudy, coding: string) =>
    study.trainer.browser.call(unmarkMaster, { params: params(study, coding) })
  const refusal = (study: TrainingStudy, coding: string) =>
    study.trainer.browser.refused(unmarkMaster, { params: params(study, coding) })
  const mainOf = async (study: TrainingStudy, position: number): Promise<string> => {
    const { coding } = await lab()
      .ground.db.selectFrom('master')
      .select('coding')
      .where('study_case', '=', study.cases[position] ?? '')
      .where('is_additional', '=', 0)
      .where('ended_at', 'is', null)
      .executeTakeFirstOrThrow()
    return coding
  }
  const another = async (study: TrainingStudy, login: string, codes: Codes = {}) =>
    submitted(lab(), study, await study.add('coder', login), study.cases[0] ?? '', codes)
  const scoredOn = async (attempt: string, study: TrainingStudy): Promise<string[]> => {
    const { content } = await lab()
      .ground.db.selectFrom('attempt_score')
      .select('content')
      .where('attempt', '=', attempt)
      .executeTakeFirstOrThrow()
    const masters: { case: string; codings: string[] }[] = JSON.parse(content).masters
    return masters.find((one) => one.case === study.cases[0])?.codings ?? []
  }

  it('are not ended while their case stands in an open set, but may be replaced', async () => {
    const study = await buildTraining(lab(), 'masters-open', 2)
    const set = await openSetFor(study, [], { name: 'First steps' })
    const [first, second] = [await mainOf(study, 0), await mainOf(study, 1)]
    const refused = await refusal(study, first)
    expect(refused.code).toBe('in-use')
    expect(refused.message).toContain('“First steps”. Withdraw the case there or close the set first')
    const later = await another(study, 'masters-open-coder')
    await mark(study, later)
    expect((await refusal(study, first)).status).toBe(404)
    expect((await refusal(study, later)).code).toBe('in-use')
    const place = { study: study.id, set: set.id }
    const withdrawal = { params: { ...place, case: study.cases[0] ?? '' }, body: { reason: 'The tape was cut.' } }
    await study.trainer.browser.call(withdrawTrainingCase, withdrawal)
    await unmark(study, later)
    expect((await refusal(study, second)).code).toBe('in-use')
    await study.trainer.browser.call(closeTrainingSet, { params: place, body: {} })
    await unmark(study, second)
  })

  const runOut = async (study: TrainingStudy, trainee: Someone, set: TrainingSet): Promise<string> => {
    const { attempt } = await begin(lab(), study, trainee, set.id)
    await codeNext(lab(), study, trainee, attempt.id)
    lab().ports.advance(6 * 60_000)
    return attempt.id
  }
  const timed = { timeLimitMinutes: 5, feedback: 'check', masters: 'any' } as const

  it('are those of the time at which an attempt ran out, whoever looks later', async () => {
    const study = await buildTraining(lab(), 'masters-due', 2)
    const trainee = await study.add('trainee', 'masters-due-trainee')
    const [main, further] = [await mainOf(study, 0), await another(study, 'masters-due-further')]
    await mark(study, further, true)
    const attempt = await runOut(study, trainee, await openSetFor(study, [trainee], timed))
    await unmark(study, further)
    const read = () => trainee.browser.call(readAttempt, { params: { study: study.id, attempt } })
    expect((await read()).attempt.state).toBe('expired')
    expect(await scoredOn(attempt, study)).toEqual([main, further])

    const late = await study.add('trainee', 'masters-due-late')
    const again = await runOut(study, late, await openSetFor(study, [late], { ...timed, name: 'Once more' }))
    await mark(study, await another(study, 'masters-due-later'))
    await late.browser.call(readAttempt, { params: { study: study.id, attempt: again } })
    expect(await scoredOn(again, study)).toEqual([main])
  })

  it('leave in the history which main one a marking ended, and whether the marked one was an additional one', async () => {
    const study = await buildTraining(lab(), 'masters-history', 1)
    const [main, further] = [await mainOf(study, 0), await another(study, 'masters-history-coder')]
    await mark(study, further, true)
    await mark(study, further)
    const rows = await lab()
      .ground.db.selectFrom('history')
      .select('detail')
      .where('subject', '=', `case:${study.cases[0]}`)
      .where('action', '=', 'master marked')
      .orderBy('sequence')
      .execute()
    expect(rows.map(({ detail }) => JSON.parse(detail ?? ''))).toMatchObject([
      { old: null, new: main, isAdditional: false, wasAdditional: false },
      { old: null, new: further, isAdditional: true, wasAdditional: false },
      { old: main, new: further, isAdditional: false, wasAdditional: true },
    ])
  })
})
