import {
  commentSubmission,
  listMasters,
  markMaster,
  readAttemptReview,
  readCaseReview,
  readFeedback,
  rescoreAttempt,
} from '@attune/contract'
import { beforeAll, expect, it } from 'vitest'
import { halfAgreed } from '../support/cohort.ts'
import { forEachEngine } from '../support/lab.ts'
import type { Someone } from '../support/people.ts'
import { submitted } from '../support/small-study.ts'
import { begin, buildTraining, codeAll, codeNext, openSetFor, type TrainingStudy } from '../support/training.ts'

const unitScope = { variables: [], units: 'free' as const, codes: [] }

forEachEngine('feedback on a case', (lab) => {
  let study: TrainingStudy
  beforeAll(async () => {
    study = await buildTraining(lab(), 'feedback')
  })
  const at = (attempt: string, position: number | string) => ({ study: study.id, attempt, position: String(position) })
  const person = (name: string) => study.add('trainee', `feedback-${name}`)
  const feedback = (someone: Someone, attempt: string, position = 1) =>
    someone.browser.call(readFeedback, { params: at(attempt, position) })

  it('puts both values side by side, with the distance, the rationale and the evidence of each', async () => {
    const trainee = await person('sides')
    const set = await openSetFor(study, [trainee], { name: 'Sides', scope: unitScope })
    const { attempt } = await begin(lab(), study, trainee, set.id)
    await codeNext(lab(), study, trainee, attempt.id, { score: 6.5, category: 'F', rationale: 'Flows.', note: 'Loss.' })
    const told = await feedback(trainee, attempt.id)
    expect(told).toMatchObject({ feedback: 'practice', agreed: 2, compared: 3, reflection: '' })
    expect(told.rationale).toBe('Coherent throughout, with one loss.')
    const [coherence, pattern] = told.ratings
    expect(coherence).toMatchObject({
      agrees: false,
      distance: 1.5,
      mine: { value: { score: 6.5 }, rationale: 'Flows.' },
    })
    expect(coherence?.masters).toMatchObject([{ value: { kind: 'score', score: 5 } }])
    expect(pattern).toMatchObject({ agrees: true, distance: null, others: null })
    const [mine, masters] = [told.annotations.mine[0]?.id, told.annotations.master[0]?.id]
    expect(told.units).toEqual([{ kind: 'agreed', mine, master: masters, closeness: 1 }])
    expect([coherence?.mine.evidence, coherence?.masters[0]?.evidence]).toEqual([[mine], [masters]])
  })

  it('gives Wilson’s interval for the share that agreed', async () => {
    const trainee = await person('interval')
    const set = await openSetFor(study, [trainee], { name: 'Interval' })
    const { attempt } = await begin(lab(), study, trainee, set.id)
    await codeNext(lab(), study, trainee, attempt.id, { score: 9, category: 'F' })
    const { agreed, compared, interval } = await feedback(trainee, attempt.id)
    expect([agreed, compared]).toEqual([1, 2])
    // Wilson (1927): (1 + z²/2 ∓ z √(1/2 + z²/4)) / (2 + z²) with z = 1.959964.
    expect(interval?.lower).toBeCloseTo(0.0945312, 6)
    expect(interval?.upper).toBeCloseTo(0.9054688, 6)
  })

  it('is the same 404 for what is not released, not there, of a test, or of somebody else', async () => {
    const [trainee, stranger] = [await person('hidden'), await person('stranger')]
    const refused = async (someone: Someone, attempt: string, position: number | string) => {
      const { request: _, ...rest } = await someone.browser.refused(readFeedback, { params: at(attempt, position) })
      return rest
    }
    const check = await openSetFor(study, [trainee], { name: 'Hidden', feedback: 'check' })
    const { attempt } = await begin(lab(), study, trainee, check.id)
    await codeNext(lab(), study, trainee, attempt.id)
    const unreleased = await refused(trainee, attempt.id, 1)
    expect(unreleased.status).toBe(404)
    for (const position of [2, 99, 0, 'x']) expect(await refused(trainee, attempt.id, position)).toEqual(unreleased)
    const fresh = await person('tested')
    const test = await openSetFor(study, [fresh], { name: 'Hidden test', feedback: 'test' })
    const done = await codeAll(lab(), study, fresh, test.id)
    expect(done.attempt.state).toBe('released')
    // Even where a row says released: of a test there are no items to see.
    await lab().ground.write((trx) =>
      trx.updateTable('attempt_case').set({ released_at: 'now' }).where('attempt', '=', done.attempt.id).execute(),
    )
    expect(await refused(fresh, done.attempt.id, 1)).toEqual(unreleased)
    expect(await refused(stranger, attempt.id, 1)).toEqual(unreleased)
    expect(await refused(study.trainer, attempt.id, 1)).toEqual(unreleased)
    const review = await study.trainer.browser.call(readCaseReview, { params: at(attempt.id, 1) })
    expect(review.compared).toBe(2)
  })

  it('counts the same mistake of others from five of them on', async () => {
    const own = await buildTraining(lab(), 'others', 1)
    const people = await Promise.all([1, 2, 3, 4, 5, 6].map((n) => own.add('trainee', `others-${n}`)))
    const set = await openSetFor(own, people, { name: 'Others' })
    const told: unknown[] = []
    for (const [index, one] of people.entries()) {
      const done = await codeAll(lab(), own, one, set.id, { score: 5, category: index % 2 === 0 ? 'Ds' : 'E' })
      const params = { study: own.id, attempt: done.attempt.id, position: '1' }
      const { ratings } = await one.browser.call(readFeedback, { params })
      told.push(ratings.map(({ others }) => others))
    }
    // Agreed items say nothing; the sixth has five others, of whom the second and the fourth said E as well.
    expect(told).toEqual([...Array(5).fill([null, null]), [null, { same: 2, of: 5 }]])
  })

  it('rests on the master codings of the score; a second score takes those of today', async () => {
    const own = await buildTraining(lab(), 'changed', 1)
    const trainee = await own.add('trainee', 'changed-trainee')
    const set = await openSetFor(own, [trainee], { name: 'Changed' })
    const done = await codeAll(lab(), own, trainee, set.id)
    const params = { study: own.id, attempt: done.attempt.id, position: '1' }
    const told = () => trainee.browser.call(readFeedback, { params })
    const review = () => own.trainer.browser.call(readAttemptReview, { params })
    expect(await told()).toMatchObject({ agreed: 2, compared: 2 })
    const coder = await own.add('coder', 'changed-coder')
    const coding = await submitted(lab(), own, coder, own.cases[0] ?? '', { score: 8, category: 'E' })
    const body = { rationale: 'Looked at again.' }
    await own.trainer.browser.call(markMaster, { params: { study: own.id, coding }, body })
    expect(await told()).toMatchObject({ agreed: 2, compared: 2, rationale: 'Coherent throughout, with one loss.' })
    expect((await review()).cases.map(({ masterChanged }) => masterChanged)).toEqual([true])
    const again = { params, body: { reason: 'The master was wrong.' } }
    const second = await own.trainer.browser.call(rescoreAttempt, again)
    expect(second).toMatchObject({ reason: 'The master was wrong.' })
    expect(await told()).toMatchObject({ agreed: 0, compared: 2, rationale: 'Looked at again.' })
    const { scores, cases } = await review()
    expect(scores.map(({ reason, by }) => [reason, by])).toEqual([
      ['The master was wrong.', own.trainer.name],
      ['', ''],
    ])
    expect(cases.map(({ masterChanged }) => masterChanged)).toEqual([false])
  })

  it('compares with the nearest of several masters where any counts, and shows that one first', async () => {
    const own = await buildTraining(lab(), 'any', 1)
    const second = await own.add('trainer', 'any-second')
    const coding = await submitted(lab(), own, second, own.cases[0] ?? '', { score: 7, category: 'E' })
    const body = { rationale: 'Another opinion.', isAdditional: true }
    await own.trainer.browser.call(markMaster, { params: { study: own.id, coding }, body })
    const [any, main] = [await own.add('trainee', 'any-any'), await own.add('trainee', 'any-main')]
    const sets = [
      await openSetFor(own, [any], { name: 'Any', masters: 'any', tolerance: 1 }),
      await openSetFor(own, [main], { name: 'Main', tolerance: 1 }),
    ]
    const read = async (someone: Someone, set = '') => {
      const done = await codeAll(lab(), own, someone, set, { score: 8, category: 'F' })
      const params = { study: own.id, attempt: done.attempt.id, position: '1' }
      return someone.browser.call(readFeedback, { params })
    }
    const nearest = await read(any, sets[0]?.id)
    expect(nearest.ratings.map(({ agrees, distance }) => [agrees, distance])).toEqual([
      [true, 1],
      [true, null],
    ])
    expect(nearest.ratings[0]?.masters.map(({ value }) => value)).toMatchObject([{ score: 7 }, { score: 5 }])
    expect(nearest.ratings[1]?.masters.map(({ value }) => value)).toMatchObject([
      { classes: ['F'] },
      { classes: ['E'] },
    ])
    const alone = await read(main, sets[1]?.id)
    expect(alone.ratings.map(({ agrees, distance, masters }) => [agrees, distance, masters.length])).toEqual([
      [false, 3, 1],
      [true, null, 1],
    ])
  })

  it('never compares the author of a master coding with herself', async () => {
    const own = await buildTraining(lab(), 'author', 2)
    const other = await own.add('trainer', 'author-other')
    const [before] = (await own.trainer.browser.call(listMasters, { params: { study: own.id } })).masters
    const mark = (coding: string) =>
      own.trainer.browser.call(markMaster, {
        params: { study: own.id, coding },
        body: { rationale: 'Another main one.' },
      })
    for (const one of own.cases) await mark(await submitted(lab(), own, other, one, { score: 7, category: 'F' }))
    const set = await openSetFor(own, [own.trainer], { name: 'Author', criterion: halfAgreed, feedback: 'check' })
    const done = await begin(lab(), own, own.trainer, set.id)
    // Nobody can begin with an own master coding, but it can become one meanwhile.
    await mark(before?.coding ?? '')
    for (const _ of own.cases) await codeNext(lab(), own, own.trainer, done.attempt.id, { score: 5, category: 'F' })
    const told = async (position: string) => {
      const params = { study: own.id, attempt: done.attempt.id, position }
      return own.trainer.browser.call(readFeedback, { params })
    }
    expect(await told('1')).toMatchObject({ agreed: 0, compared: 0, interval: null, annotations: { master: [] } })
    expect(await told('2')).toMatchObject({ agreed: 1, compared: 2 })
    const params = { study: own.id, attempt: done.attempt.id }
    const { cases, scores } = await own.trainer.browser.call(readAttemptReview, { params })
    expect(cases.map(({ masterChanged }) => masterChanged)).toEqual([false, false])
    expect(scores[0]?.verdict).toMatchObject({ figures: [{ n: 2, cases: 1 }] })
  })

  it('shows comments of trainers with the feedback, and not before', async () => {
    const trainee = await person('comments')
    const set = await openSetFor(study, [trainee], { name: 'Comments', feedback: 'check' })
    const { attempt } = await begin(lab(), study, trainee, set.id)
    await codeNext(lab(), study, trainee, attempt.id)
    const about = { variable: 'coherence', target: null, episode: null }
    const body = { about, text: 'Look at line 2 again.' }
    const reviewed = await study.trainer.browser.call(commentSubmission, { params: at(attempt.id, 1), body })
    expect(reviewed.comments).toMatchObject([{ about, text: 'Look at line 2 again.', author: study.trainer.name }])
    const early = { params: at(attempt.id, 2), body }
    expect(await study.trainer.browser.refused(commentSubmission, early)).toMatchObject({ status: 404 })
    expect(await trainee.browser.refused(readFeedback, { params: at(attempt.id, 1) })).toMatchObject({ status: 404 })
    await codeNext(lab(), study, trainee, attempt.id)
    await codeNext(lab(), study, trainee, attempt.id)
    expect((await feedback(trainee, attempt.id)).comments).toMatchObject([{ text: 'Look at line 2 again.' }])
  })
})
