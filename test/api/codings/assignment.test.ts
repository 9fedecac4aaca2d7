import { assignCodings, createCase, listMyCodings, readProgress, withdrawCoding } from '@attune/contract'
import { beforeAll, expect, it } from 'vitest'
import { codingOf } from '../support/coding.ts'
import { forEachEngine } from '../support/lab.ts'
import { addPerson } from '../support/people.ts'
import { openStudy, type TestStudy } from '../support/study.ts'

forEachEngine('assigning cases', (lab) => {
  let study: TestStudy
  const assign = (change: object) => ({
    params: { study: study.id },
    body: { cases: [...study.cases], people: [study.coder.id], codebookVersion: study.codebook, ...change },
  })
  beforeAll(async () => {
    study = await openStudy(lab())
  })

  it('leaves what somebody already has', async () => {
    const answer = await study.pi.browser.call(assignCodings, assign({ people: [study.coder.id, study.pi.id] }))
    expect(answer).toEqual({ created: 2, alreadyThere: 2 })
  })

  it('refuses people and codebooks from elsewhere as if they did not exist', async () => {
    const stranger = await addPerson(lab(), { login: 'stranger' })
    const elsewhere = await openStudy(lab(), 'elsewhere')
    expect((await study.pi.browser.refused(assignCodings, assign({ people: [stranger.id] }))).status).toBe(404)
    expect(
      (await study.pi.browser.refused(assignCodings, assign({ codebookVersion: elsewhere.codebook }))).status,
    ).toBe(404)
    expect((await study.pi.browser.refused(assignCodings, assign({ cases: [...elsewhere.cases] }))).status).toBe(404)
  })

  it('refuses a case whose material does not fit the codebook, naming the case', async () => {
    const empty = await study.pi.browser.call(createCase, { params: { study: study.id }, body: { case: 'C-9' } })
    const answer = await study.pi.browser.refused(assignCodings, assign({ cases: [empty.id] }))
    expect(answer.faults.map((fault) => fault.path)).toEqual(['C-9'])
  })

  it('shows a blind coder her own cases and nobody else', async () => {
    const { codings } = await study.coder.browser.call(listMyCodings, { params: { study: study.id } })
    expect(codings.map((coding) => [coding.case.case, coding.state, coding.required])).toEqual([
      ['C-1', 'not-started', 4],
      ['C-2', 'not-started', 4],
    ])
    expect((await study.coder.browser.refused(readProgress, { params: { study: study.id }, query: {} })).status).toBe(
      404,
    )
  })

  it('is taken back as long as nobody has begun', async () => {
    const coding = await codingOf(study, study.trainee, 1)
    await study.trainer.browser.call(withdrawCoding, { params: { study: study.id, coding } })
    const { codings } = await study.trainee.browser.call(listMyCodings, { params: { study: study.id } })
    expect(codings.map((one) => one.case.case)).toEqual(['C-1'])
  })
})
