import { chartPromise } from '@attune/agreement'
import { createDriftPlan, endDriftPlan, listDriftPlans, readDrift, recalibrate, suggestCharts } from '@attune/contract'
import { beforeAll, expect, it } from 'vitest'
import { forEachEngine } from '../support/lab.ts'
import { fixedId } from '../support/ports.ts'
import { begin, type DriftStudy, idOf, openDriftStudy, planOf } from './world.ts'

forEachEngine('a plan to watch for drift', (lab) => {
  let study: DriftStudy
  const params = () => ({ study: study.id })
  const refused = (change: object) =>
    study.trainer.browser.refused(createDriftPlan, { params: params(), body: planOf(study, change) })
  beforeAll(async () => {
    study = await openDriftStudy(lab(), 'plans', { masters: 2, ordinary: 1 })
  })

  it('needs cases with a master coding, people who work blind, and something to watch, and names what is wrong', async () => {
    const cases = await refused({ cases: [idOf(study, 'W-01')] })
    expect([cases.status, cases.faults[0]?.path, cases.message]).toEqual([
      400,
      'cases',
      expect.stringContaining('W-01'),
    ])
    const people = await refused({ people: [study.trainer.id] })
    expect(people.faults[0]).toMatchObject({ path: 'people', message: expect.stringContaining(study.trainer.name) })
    expect((await refused({ variables: ['nothing'] })).status).toBe(400)
    expect((await refused({ people: [fixedId('nobody')] })).status).toBe(404)
    expect((await refused({ cases: [fixedId('no case')] })).status).toBe(404)
  })

  it('says with its promise how rarely it alarms without reason and how soon it finds one point', async () => {
    const plan = await begin(study)
    // Sent without a number of scales, as by plans from before there was one: the deviation is that of every case.
    expect(plan.charts.bias).toEqual({ ...planOf(study).charts.bias, scales: null })
    expect(plan.cases.map(({ caseId }) => caseId)).toEqual(['M-01', 'M-02'])
    // Coherence, loving for two targets, and the pattern.
    expect(plan.promise).toEqual(chartPromise(planOf(study).charts, { items: 4, scales: 3, step: 0.5 }))
    expect(await study.pi.browser.call(listDriftPlans, { params: params() })).toEqual({ plans: [plan] })
    const { coders } = await study.pi.browser.call(readDrift, { params: params() })
    expect(coders).toMatchObject([{ planName: 'Watch', person: { id: study.coder.id }, alarm: null, waiting: 0 }])
  })

  it('is one for a person at a time; the next one can begin when it has ended', async () => {
    const twice = await refused({ people: [study.coder.id, study.trainee.id] })
    expect(twice.message).toContain(`${study.coder.name} is watched already, by the plan Watch.`)
    const { plans } = await study.pi.browser.call(listDriftPlans, { params: params() })
    const plan = plans[0]?.id ?? ''
    const end = { params: { ...params(), plan }, body: {} }
    expect((await study.pi.browser.call(endDriftPlan, end)).endedAt).not.toBeNull()
    expect((await study.pi.browser.refused(endDriftPlan, end)).code).toBe('in-use')
    const again = { params: { ...params(), plan, person: study.coder.id }, body: { note: 'Read together.' } }
    expect((await study.pi.browser.refused(recalibrate, again)).code).toBe('in-use')
    await begin(study, { name: 'Next' })
    const { coders } = await study.pi.browser.call(readDrift, { params: params() })
    expect(coders.map(({ planName }) => planName)).toEqual(['Next'])
  })

  it('suggests the convention where nobody was trained, and answers for settings that are asked about', async () => {
    const body = { codebookVersion: study.codebook, people: [study.coder.id], variables: [], collapse: 'as-coded' }
    const suggestion = await study.pi.browser.call(suggestCharts, { params: params(), body })
    expect(suggestion).toMatchObject({ cases: 0, items: 0, estimate: null })
    expect(suggestion.charts.bias).toEqual({ chart: 'ewma', expected: 0, deviation: 0.5, scales: 3 })
    const charts = {
      ...suggestion.charts,
      bias: { chart: 'individuals' as const, expected: 0, deviation: 1, scales: null },
    }
    const asked = await study.pi.browser.call(suggestCharts, { params: params(), body: { ...body, charts } })
    expect(asked.charts).toEqual(charts)
    expect(asked.promise.bias.falseAlarmAfter).toBeCloseTo(225.44, 2)
  })

  it('is nothing that a coder could call', async () => {
    expect((await study.coder.browser.refused(readDrift, { params: params() })).status).toBe(404)
    expect((await study.coder.browser.refused(listDriftPlans, { params: params() })).status).toBe(404)
  })
})
