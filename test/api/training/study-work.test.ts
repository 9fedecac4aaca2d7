import {
  assignCodings,
  listMyCodings,
  markMaster,
  readFeedback,
  releaseFeedback,
  reopenAttempt,
  reopenCoding,
  startAttempt,
} from '@attune/contract'
import { beforeAll, expect, it } from 'vitest'
import { forEachEngine } from '../support/lab.ts'
import type { Someone } from '../support/people.ts'
import { assignTo, code, submit, submitted } from '../support/small-study.ts'
import { begin, buildTraining, codeAll, codeNext, openSetFor, type TrainingStudy, view } from '../support/training.ts'

const told = 'Coherent throughout, with one loss.'

forEachEngine('training beside work of the study', (lab) => {
  let study: TrainingStudy
  beforeAll(async () => {
    study = await buildTraining(lab(), 'beside', 4)
  })
  const first = () => study.cases[0] ?? ''
  const second = () => study.cases[1] ?? ''
  const third = () => study.cases[2] ?? ''
  const join = (login: string) => study.add('coder', `beside-${login}`)
  const refusedStart = (someone: Someone, set: string) =>
    someone.browser.refused(startAttempt, {
      params: { study: study.id, set },
      body: { operation: lab().ports.id() },
    })
  const assignment = (someone: Someone, cases: readonly string[]) => ({
    params: { study: study.id },
    body: { cases: [...cases], people: [someone.id], codebookVersion: study.codebook },
  })
  const detailsOf = async (action: string, attempt: string) => {
    const rows = await lab()
      .ground.db.selectFrom('history')
      .select(['subject', 'person', 'detail'])
      .where('study', '=', study.id)
      .where('action', '=', action)
      .orderBy('number')
      .execute()
    return rows
      .map(({ subject, person, detail }) => ({ subject, by: person, ...JSON.parse(detail ?? '{}') }))
      .filter((row) => row.attempt === attempt)
  }

  it('withholds feedback on a case that is still to be coded for the study, and gives it once that was handed in', async () => {
    const person = await join('at-work')
    const work = await assignTo(study, person, first())
    const set = await openSetFor(study, [person], { name: 'Beside work', cases: [first(), second()] })
    const { attempt } = await begin(lab(), study, person, set.id)
    await codeNext(lab(), study, person, attempt.id)
    const after = await codeNext(lab(), study, person, attempt.id)
    expect(after.cases.map(({ feedback }) => feedback)).toEqual(['later', 'ready'])
    const at = { study: study.id, attempt: attempt.id, position: '1' }
    expect((await person.browser.refused(readFeedback, { params: at })).status).toBe(404)
    await code(lab(), person.browser, study.id, work)
    expect((await view(study, person, attempt.id)).cases[0]?.feedback).toBe('later')
    await submit(lab(), person.browser, study.id, work)
    expect((await view(study, person, attempt.id)).cases[0]?.feedback).toBe('ready')
    expect((await person.browser.call(readFeedback, { params: at })).compared).toBeGreaterThan(0)
  })

  it('leaves in the history which items were released, by whom, and once', async () => {
    const person = await join('released')
    const held = { name: 'Held', cases: [first(), second()], feedback: 'check' as const, release: 'trainer' as const }
    const set = await openSetFor(study, [person], held)
    const { attempt } = await codeAll(lab(), study, person, set.id)
    expect(await detailsOf('item feedback released', attempt.id)).toEqual([])
    const body = { attempts: [attempt.id] }
    await study.trainer.browser.call(releaseFeedback, { params: { study: study.id, set: set.id }, body })
    await view(study, person, attempt.id)
    expect(await detailsOf('item feedback released', attempt.id)).toEqual([
      {
        subject: `training-set:${set.id}`,
        by: study.trainer.id,
        attempt: attempt.id,
        person: person.id,
        positions: [1, 2],
      },
    ])
  })

  it('leaves in the history what a reopening changed', async () => {
    const person = await join('reopened')
    const held = { name: 'Timed', feedback: 'test' as const, release: 'trainer' as const, timeLimitMinutes: 5 }
    const set = await openSetFor(study, [person], held)
    const { attempt } = await begin(lab(), study, person, set.id)
    lab().ports.advance(6 * 60_000)
    const { attempt: over } = await view(study, person, attempt.id)
    const params = { study: study.id, attempt: attempt.id }
    const again = await study.trainer.browser.call(reopenAttempt, { params, body: { reason: 'A fire alarm.' } })
    const [deed] = await detailsOf('attempt reopened', attempt.id)
    expect(deed.old).toEqual({ finishedAt: over.finishedAt, dueAt: attempt.dueAt, isExpired: true })
    expect(deed.new).toEqual({ finishedAt: null, dueAt: again.dueAt, isExpired: false })
    expect(again.dueAt).not.toBe(attempt.dueAt)
  })

  it('does not stand in for it: a case of a test can be assigned, fresh and once', async () => {
    const person = await join('tested')
    const set = await openSetFor(study, [person], { name: 'Tested', feedback: 'test', cases: [first()] })
    await codeAll(lab(), study, person, set.id)
    const given = assignment(person, [first()])
    expect(await study.pi.browser.call(assignCodings, given)).toEqual({ created: 1, alreadyThere: 0 })
    expect(await study.pi.browser.call(assignCodings, given)).toEqual({ created: 0, alreadyThere: 1 })
    const { codings } = await person.browser.call(listMyCodings, { params: { study: study.id } })
    expect(codings).toMatchObject([{ case: { id: first() }, state: 'not-started', rated: 0, version: 2 }])
  })

  it('keeps whom a case was explained to from coding it for the study, and says who and which', async () => {
    const person = await join('burnt')
    const set = await openSetFor(study, [person], { name: 'Explained', cases: [first(), second()] })
    await codeAll(lab(), study, person, set.id)
    const refused = await study.pi.browser.refused(assignCodings, assignment(person, study.cases))
    const message = `${person.name} has seen the master coding of T-1, T-2 in training; leave them out.`
    expect(refused).toMatchObject({ code: 'in-use', message, faults: [{ path: 'cases', message }] })
    const others = assignment(person, study.cases.slice(2))
    expect(await study.pi.browser.call(assignCodings, others)).toEqual({ created: 2, alreadyThere: 0 })
  })

  it('keeps what was coded blind: it is not reopened once the case was explained', async () => {
    const person = await join('explained')
    const [blind, other] = [await assignTo(study, person, first()), await assignTo(study, person, second())]
    for (const coding of [blind, other]) {
      await code(lab(), person.browser, study.id, coding)
      await submit(lab(), person.browser, study.id, coding)
    }
    const reopening = (coding: string) => ({ params: { study: study.id, coding }, body: { reason: 'Look again.' } })
    const exam = await openSetFor(study, [person], { name: 'Nothing shown', feedback: 'test', cases: [second()] })
    await codeAll(lab(), study, person, exam.id)
    const set = await openSetFor(study, [person], { name: 'Explained since', cases: [first()] })
    await codeAll(lab(), study, person, set.id)
    const refused = await study.trainer.browser.refused(reopenCoding, reopening(blind))
    expect(refused).toMatchObject({ code: 'in-use' })
    expect(refused.message).toContain(`${person.name} has seen the master coding of T-1 in training since.`)
    expect((await study.trainer.browser.call(reopenCoding, reopening(other))).coding).not.toBe(other)
  })

  it('certifies on cases only that were not explained before', async () => {
    const person = await join('certified')
    const practice = await openSetFor(study, [person], { name: 'Before', cases: [first()] })
    await codeAll(lab(), study, person, practice.id)
    const criterion = {
      title: 'All classes right',
      modelledOn: null,
      validMonths: 12,
      renewal: { kind: 'none' as const },
      rule: {
        ...{ type: 'agreement' as const, measure: 'percent-agreement' as const, against: 'master' as const },
        ...{ variables: { ids: ['class'] }, window: { kind: 'all' as const }, spread: 'together' as const },
        ...{ comparator: '>=' as const, threshold: 1, on: 'estimate' as const },
      },
    }
    const proof = { criterion, certifies: true, cases: [first(), second()], feedback: 'check' as const }
    const fixed = await openSetFor(study, [person], { ...proof, name: 'Fixed' })
    expect((await refusedStart(person, fixed.id)).message).toContain('can no longer certify you')
    const drawn = await openSetFor(study, [person], { ...proof, name: 'Drawn', order: 'drawn', draw: 1 })
    const { attempt } = await begin(lab(), study, person, drawn.id)
    const rows = await lab()
      .ground.db.selectFrom('attempt_case')
      .select('study_case')
      .where('attempt', '=', attempt.id)
      .execute()
    expect(rows.map((row) => row.study_case)).toEqual([second()])
    const free = await openSetFor(study, [person], { name: 'Without a certificate', cases: [first()] })
    await begin(lab(), study, person, free.id)
  })

  it('never scores an author on the own master coding', async () => {
    const person = await join('author')
    const coding = await submitted(lab(), study, person, third())
    const params = { study: study.id, coding }
    await study.trainer.browser.call(markMaster, { params, body: { rationale: told } })
    const own = { cases: [third()] }
    const set = await openSetFor(study, [person], { ...own, name: 'Own master' })
    expect((await refusedStart(person, set.id)).message).toContain('Tell your trainer')
    const nearest = await openSetFor(study, [person], { ...own, name: 'Nearest of her own', masters: 'any' })
    expect((await refusedStart(person, nearest.id)).message).toContain('Tell your trainer')
    const colleague = await submitted(lab(), study, await join('colleague'), third())
    const beside = { params: { study: study.id, coding: colleague }, body: { rationale: told, isAdditional: true } }
    await study.trainer.browser.call(markMaster, beside)
    expect((await refusedStart(person, set.id)).code).toBe('in-use')
    await begin(lab(), study, person, nearest.id)
  })
})
