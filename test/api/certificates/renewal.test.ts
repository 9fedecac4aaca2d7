import { listCertificates, readMyTraining, startAttempt, type TrainingSet } from '@attune/contract'
import { expect, it } from 'vitest'
import { codeEach, halfAgreed } from '../support/cohort.ts'
import { forEachEngine } from '../support/lab.ts'
import { openSessionOf, type Someone } from '../support/people.ts'
import type { Codes } from '../support/small-study.ts'
import { buildTraining, openSetFor, type TrainingStudy } from '../support/training.ts'

const right: Codes = { score: 5, category: 'F' }
const wrong: Codes = { score: 9, category: 'E' }
const day = 86_400_000

forEachEngine('the renewal of a certificate', (lab) => {
  type Place = { study: TrainingStudy; trainee: Someone; set: TrainingSet }
  /** Somebody with a certificate for a year, and attempts left. */
  const certified = async (name: string, renewal: { kind: 'none' } | { kind: 'repeat'; daysBefore: number }) => {
    const study = await buildTraining(lab(), name, 1)
    const trainee = await study.add('trainee', `${name}-trainee`)
    const criterion = { ...halfAgreed, renewal }
    const set = await openSetFor(study, [trainee], { feedback: 'test', certifies: true, attempts: 4, criterion })
    await codeEach(lab(), study, trainee, set.id, [right])
    return { study, trainee, set }
  }
  /** Everybody signs in anew: sessions do not last that long. */
  const later = async ({ study, trainee }: Place, days: number) => {
    lab().ports.advance(days * day)
    for (const { id, browser } of [trainee, study.pi]) browser.setCookie((await openSessionOf(lab(), id)).cookie())
  }
  const standing = async ({ study, trainee, set }: Place) => {
    const { sets } = await trainee.browser.call(readMyTraining, { params: { study: study.id } })
    const own = sets.find((one) => one.set.id === set.id)
    return [own?.status, own?.mayBegin]
  }
  const certificates = async ({ study }: Place) => {
    const found = await study.pi.browser.call(listCertificates, { params: { study: study.id } })
    return found.certificates.map(({ state, issuedAt, expiresAt }) => [
      state,
      issuedAt.slice(0, 10),
      expiresAt?.slice(0, 10),
    ])
  }
  const refusedStart = ({ study, trainee, set }: Place) =>
    trainee.browser.refused(startAttempt, {
      params: { study: study.id, set: set.id },
      body: { operation: lab().ports.id() },
    })

  it('begins so many days before it ends, and gives another year from then on', async () => {
    lab().ports.setTime('2026-03-02T09:00:00.000Z')
    const place = await certified('renews', { kind: 'repeat', daysBefore: 30 })
    expect(await standing(place)).toEqual(['met', false])
    await later(place, 334)
    expect(await standing(place)).toEqual(['met', false])
    expect((await refusedStart(place)).message).toBe('You have met the criterion of this set.')
    await later(place, 1)
    expect(await standing(place)).toEqual(['ready', true])
    await codeEach(lab(), place.study, place.trainee, place.set.id, [right])
    expect(await standing(place)).toEqual(['met', false])
    // The one before stays what it is until its own end.
    expect(await certificates(place)).toEqual([
      ['valid', '2027-01-31', '2028-01-31'],
      ['valid', '2026-03-02', '2027-03-02'],
    ])
    await later(place, 31)
    expect((await certificates(place)).map(([state]) => state)).toEqual(['valid', 'expired'])
    expect(await standing(place)).toEqual(['met', false])
  })

  it('takes nothing away when it is not passed, and can be tried again while attempts are left', async () => {
    lab().ports.setTime('2026-03-02T09:00:00.000Z')
    const place = await certified('misses', { kind: 'repeat', daysBefore: 30 })
    await later(place, 340)
    await codeEach(lab(), place.study, place.trainee, place.set.id, [wrong])
    expect((await certificates(place)).map(([state]) => state)).toEqual(['valid'])
    expect(await standing(place)).toEqual(['ready', true])
    await later(place, 30)
    expect((await certificates(place)).map(([state]) => state)).toEqual(['expired'])
    await codeEach(lab(), place.study, place.trainee, place.set.id, [right])
    expect((await certificates(place)).map(([state]) => state)).toEqual(['valid', 'expired'])
    expect(await standing(place)).toEqual(['met', false])
  })

  it('is not given where the criterion has none, even when the certificate has ended', async () => {
    lab().ports.setTime('2026-03-02T09:00:00.000Z')
    const place = await certified('never', { kind: 'none' })
    await later(place, 400)
    expect((await certificates(place)).map(([state]) => state)).toEqual(['expired'])
    expect(await standing(place)).toEqual(['met', false])
    expect((await refusedStart(place)).message).toBe('You have met the criterion of this set.')
  })
})
