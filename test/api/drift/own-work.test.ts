import {
  assignCodings,
  createDriftPlan,
  listMyCodings,
  markMaster,
  readDrift,
  readHistory,
  suggestCharts,
  withdrawCoding,
} from '@attune/contract'
import { expect, it } from 'vitest'
import { forEachEngine } from '../support/lab.ts'
import { addCase, submitted } from '../support/small-study.ts'
import * as training from '../support/training.ts'
import { begin, codingsOf, type DriftStudy, give, master, openDriftStudy, work } from './world.ts'

const body = { rationale: 'As it was read by all of us.' }

forEachEngine('a calibration case in the history', (lab) => {
  const deedsOf = async (study: DriftStudy, plan: string) => {
    const query = { subject: `drift-plan:${plan}` }
    const { entries } = await study.pi.browser.call(readHistory, { params: { study: study.id }, query })
    return entries
      .filter(({ action }) => action.startsWith('calibration'))
      .map(({ action, detail }) => [action, JSON.parse(detail)])
  }
  const placed = async (study: DriftStudy) =>
    (await codingsOf(study, study.coder)).filter((one) => one.case.case.startsWith('M-'))

  it('is noted under its plan when it is placed and when it is taken back, and then comes with the next case', async () => {
    const study = await openDriftStudy(lab(), 'noted', { masters: 2, ordinary: 4 })
    const plan = await begin(study, { every: 3 })
    await give(study, study.coder, ['W-01', 'W-02', 'W-03'])
    const [given] = await placed(study)
    const detail = { person: study.coder.id, case: given?.case.case, kind: 'master' }
    expect(await deedsOf(study, plan.id)).toEqual([['calibration placed', detail]])
    await study.pi.browser.call(withdrawCoding, { params: { study: study.id, coding: given?.id ?? '' } })
    expect(await placed(study)).toEqual([])
    expect(await deedsOf(study, plan.id)).toEqual([
      ['calibration withdrawn', detail],
      ['calibration placed', detail],
    ])
    await give(study, study.coder, ['W-04'])
    expect(await placed(study)).toHaveLength(1)
  })

  it('that is an own earlier one comes with the next case too when it was taken back', async () => {
    const study = await openDriftStudy(lab(), 'noted-again', { masters: 1, ordinary: 4 })
    await give(study, study.coder, ['W-01'])
    const first = await work(study, study.coder, 'W-01', master)
    await begin(study, { every: 100, recodeEvery: 2 })
    await give(study, study.coder, ['W-02', 'W-03'])
    const again = async () => (await codingsOf(study, study.coder)).find((one) => one.case.case === 'W-01')?.id
    const second = await again()
    expect(second).not.toBe(first)
    await study.pi.browser.call(withdrawCoding, { params: { study: study.id, coding: second ?? '' } })
    expect(await again()).toBe(first)
    await give(study, study.coder, ['W-04'])
    expect(await again()).not.toBe(first)
  })
})

forEachEngine('own work of a coder', (lab) => {
  it('is not held against herself when her coding became the master', async () => {
    const study = await openDriftStudy(lab(), 'own-master', { masters: 2, ordinary: 2 })
    await begin(study, { every: 1 })
    await give(study, study.coder, ['W-01', 'W-02'])
    const codings = (await codingsOf(study, study.coder)).filter((one) => one.case.case.startsWith('M-'))
    for (const one of codings) await work(study, study.coder, one.case.case, master)
    const cases = async () => {
      const { coders } = await study.pi.browser.call(readDrift, { params: { study: study.id } })
      return coders[0]?.charts[0]?.points.map(({ coding }) => coding)
    }
    expect(await cases()).toHaveLength(2)
    const [own, other] = codings.map(({ id }) => id)
    await study.trainer.browser.call(markMaster, { params: { study: study.id, coding: own ?? '' }, body })
    expect(await cases()).toEqual([other])
  })

  it('sets no expectation where it became the master', async () => {
    const study = await training.buildTraining(lab(), 'own-trained', 6)
    const coder = await study.add('coder', 'own-trained-coder')
    const set = await training.openSetFor(study, [coder], { feedback: 'test' })
    await training.codeAll(lab(), study, coder, set.id)
    const params = { study: study.id }
    const asked = { codebookVersion: study.codebook, people: [coder.id], variables: [], collapse: 'as-coded' as const }
    const suggested = () => study.trainer.browser.call(suggestCharts, { params, body: asked })
    expect(await suggested()).toMatchObject({ cases: 6, items: 12 })
    const coding = await submitted(lab(), study, coder, study.cases[0] ?? '', { score: 5, category: 'F' })
    expect(await suggested()).toMatchObject({ cases: 6, items: 12 })
    await study.trainer.browser.call(markMaster, { params: { ...params, coding }, body })
    expect(await suggested()).toMatchObject({ cases: 5, items: 10 })
  })

  it('comes again only if it is work of the study, and not if training had the case', async () => {
    const study = await training.buildTraining(lab(), 'never-again', 3)
    const coder = await study.add('coder', 'never-again-coder')
    const params = { study: study.id }
    const add = (name: string) => addCase(study.trainer.browser, study.id, name)
    const [plain, ...fresh] = [await add('W-1'), await add('W-2'), await add('W-3'), await add('W-4')]
    for (const one of [plain, study.cases[0] ?? '']) await submitted(lab(), study, coder, one)
    const set = await training.openSetFor(study, [coder], { feedback: 'test' })
    await training.codeAll(lab(), study, coder, set.id)
    const asked = { codebookVersion: study.codebook, people: [], variables: [], collapse: 'as-coded' as const }
    const { charts } = await study.trainer.browser.call(suggestCharts, { params, body: asked })
    const plan = { name: 'Watch', codebookVersion: study.codebook, cases: [...study.cases], people: [coder.id], charts }
    await study.trainer.browser.call(createDriftPlan, { params, body: { ...plan, every: 100, recodeEvery: 1 } })
    const given = { cases: fresh, people: [coder.id], codebookVersion: study.codebook }
    await study.pi.browser.call(assignCodings, { params, body: given })
    const { codings } = await coder.browser.call(listMyCodings, { params })
    const open = codings.filter(({ state }) => state === 'not-started').map((one) => one.case.case)
    expect(open).toEqual(['W-1', 'W-2', 'W-3', 'W-4'])
  })
})
