import { decideRequest, listTrainingSets, readCohort, releaseFeedback, requestAttempt } from '@attune/contract'
import { beforeAll, expect, it } from 'vitest'
import { forEachEngine } from '../support/lab.ts'
import { buildTraining, codeAll, openSetFor, type TrainingStudy } from '../support/training.ts'

forEachEngine('the list of training sets', (lab) => {
  let study: TrainingStudy
  beforeAll(async () => {
    study = await buildTraining(lab(), 'waiting')
  })
  const waiting = async (set: string) => {
    const { sets } = await study.trainer.browser.call(listTrainingSets, { params: { study: study.id } })
    return sets.find(({ id }) => id === set)?.waiting
  }

  it('counts what waits for a trainer: attempts to be released and requests for another', async () => {
    const person = await study.add('trainee', 'waiting-trainee')
    const other = await openSetFor(study, [person], { name: 'Something else' })
    const set = await openSetFor(study, [person], { name: 'Held back', feedback: 'check', release: 'trainer' })
    const params = { study: study.id, set: set.id }
    expect(await waiting(set.id)).toEqual({ release: 0, requests: 0 })
    const done = await codeAll(lab(), study, person, set.id)
    expect(await waiting(set.id)).toEqual({ release: 1, requests: 0 })
    await study.trainer.browser.call(releaseFeedback, { params, body: { attempts: [done.attempt.id] } })
    await person.browser.call(requestAttempt, { params, body: { note: 'Once more.' } })
    expect(await waiting(set.id)).toEqual({ release: 0, requests: 1 })
    expect(await waiting(other.id)).toEqual({ release: 0, requests: 0 })
    const { people } = await study.trainer.browser.call(readCohort, { params })
    const asked = { study: study.id, request: people[0]?.request?.id ?? '' }
    await study.trainer.browser.call(decideRequest, { params: asked, body: { grant: true, note: '' } })
    expect(await waiting(set.id)).toEqual({ release: 0, requests: 0 })
  })
})
