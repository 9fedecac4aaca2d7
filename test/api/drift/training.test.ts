import { createDriftPlan, listMyCodings, readDrift, suggestCharts } from '@attune/contract'
import { beforeAll, expect, it } from 'vitest'
import { forEachEngine } from '../support/lab.ts'
import type { Someone } from '../support/people.ts'
import { addCase, assignTo } from '../support/small-study.ts'
import { begin, buildTraining, codeNext, openSetFor, type TrainingStudy } from '../support/training.ts'

/** Scores beside the master's 5; the class is the master's each time. */
const scores = [5, 6, 5, 4, 7.5]

forEachEngine('drift after training', (lab) => {
  let study: TrainingStudy
  let coder: Someone
  const ask = (people: readonly Someone[]) =>
    study.trainer.browser.call(suggestCharts, {
      params: { study: study.id },
      body: {
        ...{ codebookVersion: study.codebook, people: people.map(({ id }) => id) },
        ...{ variables: [], collapse: 'as-coded' },
      },
    })
  beforeAll(async () => {
    study = await buildTraining(lab(), 'trained', scores.length)
    coder = await study.add('coder', 'trained-coder')
    const set = await openSetFor(study, [coder])
    const { attempt } = await begin(lab(), study, coder, set.id)
    for (const score of scores) await codeNext(lab(), study, coder, attempt.id, { score, category: 'F' })
  }, 60_000)

  it('suggests what these people did in their finished attempts, and from how much', async () => {
    const { charts, cases, items, estimate } = await ask([coder])
    expect([cases, items]).toEqual([5, 10])
    // Nine of ten items within a point; differences of 0, 1, 0, -1 and 2.5 points, their root mean square.
    expect(charts.agreement).toEqual({ chart: 'ewma', within: 1, expected: 0.9 })
    expect(charts.bias).toEqual({ chart: 'ewma', expected: 0, deviation: 1.28, scales: 1 })
    // 5 · 1.65 / χ², at .975 and .025 of five degrees of freedom: 12.833 and 0.831.
    expect(estimate).toMatchObject({ cases: 5, deviation: 1.28 })
    expect(estimate?.lower).toBeCloseTo(Math.sqrt(8.25 / 12.833), 3)
    expect(estimate?.upper).toBeCloseTo(Math.sqrt(8.25 / 0.8312), 2)
    expect(await ask([])).toMatchObject({
      cases: 0,
      items: 0,
      estimate: null,
      charts: { agreement: { expected: 0.85 } },
    })
  })

  it('never calibrates with a case that the coder had in training', async () => {
    const fresh = await addCase(study.trainer.browser, study.id, 'W-1')
    const { charts } = await ask([coder])
    const body = { name: 'Watch', codebookVersion: study.codebook, cases: [...study.cases], people: [coder.id], charts }
    await study.trainer.browser.call(createDriftPlan, { params: { study: study.id }, body: { ...body, every: 1 } })
    await assignTo(study, coder, fresh)
    const { codings } = await coder.browser.call(listMyCodings, { params: { study: study.id } })
    expect(codings.map((one) => one.case.case)).toEqual(['W-1'])
    const { coders } = await study.trainer.browser.call(readDrift, { params: { study: study.id } })
    expect(coders[0]?.waiting).toBe(0)
  })
})
