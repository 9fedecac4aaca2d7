import { driftCharts } from '@attune/agreement'
import { assignCodings, exportDrift, readDrift, recalibrate, withdrawCoding } from '@attune/contract'
import { beforeAll, expect, it } from 'vitest'
import { forEachEngine } from '../support/lab.ts'
import { begin, codingsOf, type DriftStudy, give, idOf, off, openDriftStudy, work } from './world.ts'

const calm = 4
/** The deviation of cases with six scales; those here have three. */
const charts = {
  agreement: { chart: 'ewma', within: 1, expected: 0.85 },
  bias: { chart: 'ewma', expected: 0, deviation: 0.4, scales: 6 },
} as const

forEachEngine('a coder who drifts by one point', (lab) => {
  let study: DriftStudy
  let plan: string
  let foundWithin: number
  const watched = async () => {
    const { coders } = await study.pi.browser.call(readDrift, { params: { study: study.id } })
    if (coders[0] === undefined) throw new Error('Nobody is watched.')
    return coders[0]
  }
  /** The next ordinary case, and whatever came with it, coded alike. Returns the calibration cases that were done. */
  const next = async (number: number, points: number): Promise<string[]> => {
    await give(study, study.coder, [`W-${String(number).padStart(2, '0')}`])
    const open = (await codingsOf(study, study.coder)).filter(
      (one) => one.state === 'not-started' && !/^C-/.test(one.case.case),
    )
    for (const one of open) {
      lab().ports.advance(60_000)
      await work(study, study.coder, one.case.case, off(points))
    }
    return open.map((one) => one.case.case).filter((name) => name.startsWith('M-'))
  }
  beforeAll(async () => {
    study = await openDriftStudy(lab(), 'drifting', { masters: 14, ordinary: 20 })
    const made = await begin(study, { every: 1, pauses: true, seed: 7, charts })
    plan = made.id
    foundWithin = made.promise.bias.ninetyPercentWithin ?? 0
  }, 60_000)

  it('gets one calibration case for so many ordinary ones, each once, drawn by the seed', async () => {
    const drawn: string[] = []
    for (let number = 1; number <= calm; number++) drawn.push(...(await next(number, 0)))
    expect(drawn).toHaveLength(calm)
    expect(new Set(drawn).size).toBe(calm)
    const { alarm, waiting, left, charts } = await watched()
    expect([alarm, waiting, left]).toEqual([null, 0, 14 - calm])
    expect(charts[0]?.points.map(({ n, value }) => [n, value])).toEqual(Array(calm).fill([4, 1]))
  })

  it('is found within the number of cases that the plan promised, and it is said how', async () => {
    let done = 0
    while ((await watched()).alarm === null && done < 12) {
      done++
      await next(calm + done, 1)
    }
    const { alarm, charts } = await watched()
    expect(done).toBeLessThanOrEqual(foundWithin)
    expect(alarm).toMatchObject({ measure: 'bias', rule: 'beyond-limits', direction: 'above' })
    const [, bias] = charts
    expect(bias?.points.at(-1)).toMatchObject({ value: 1, caseId: alarm?.caseId, direction: 'above', phase: 0 })
    console.info(`drift of one point on ${lab().engine}: found after ${done} cases, promised within ${foundWithin}`)
  })

  it('gets no new cases until recalibrated, and the refusal says who and what to do', async () => {
    const before = (await codingsOf(study, study.coder)).length
    const body = { cases: [idOf(study, 'W-20')], people: [study.coder.id], codebookVersion: study.codebook }
    const refused = await study.pi.browser.refused(assignCodings, { params: { study: study.id }, body })
    expect([refused.status, refused.code]).toEqual([409, 'in-use'])
    expect(refused.message).toContain(study.coder.name)
    expect(refused.message).toContain('Recalibrate')
    expect((await watched()).paused).toBe(true)
    expect(await codingsOf(study, study.coder)).toHaveLength(before)
    // Others go on.
    await give(study, study.trainee, ['W-20'])
  })

  it('has charts that equal those of the library on the same cases', async () => {
    const { charts: shown } = await watched()
    const works = shown[0]?.points.map(({ n, value, scales }, index) => ({
      n,
      agreed: Math.round((value ?? 0) * n),
      scales,
      difference: shown[1]?.points[index]?.value ?? null,
    }))
    const items = { items: 4, scales: 3, step: 0.5 }
    const own = driftCharts(charts, items, works ?? [])
    expect(shown.map(({ scales }) => scales)).toEqual([null, 6])
    expect(new Set(works?.map(({ scales }) => scales))).toEqual(new Set([3]))
    const alike = driftCharts({ ...charts, bias: { ...charts.bias, scales: null } }, items, works ?? [])
    expect(shown[1]?.points[0]?.upper).toBeGreaterThan((alike.bias.points[0]?.upper ?? 0) * 1.2)
    for (const chart of shown)
      expect(chart.points.map(({ value, lower, upper, signals }) => ({ value, lower, upper, signals }))).toEqual(
        own[chart.measure].points.map(({ value, lower, upper, signals }) => ({ value, lower, upper, signals })),
      )
  })

  it('begins again after a recalibration, in a new phase', async () => {
    lab().ports.advance(1000)
    const params = { study: study.id, plan, person: study.coder.id }
    await study.trainer.browser.call(recalibrate, { params, body: { note: 'Two cases read together.' } })
    expect(await watched()).toMatchObject({
      alarm: null,
      paused: false,
      recalibrations: [{ by: study.trainer.name, note: 'Two cases read together.' }],
    })
    await next(19, 0)
    const { charts } = await watched()
    const [last, before] = [charts[1]?.points.at(-1), charts[1]?.points.at(-2)]
    expect([before?.phase, last?.phase]).toEqual([0, 1])
    expect(last).toMatchObject({ value: 0, smoothed: 0, signals: [] })
  })

  it('leaves a table with every point', async () => {
    const file = await study.pi.browser.call(exportDrift, { params: { study: study.id } })
    const lines = file.trimEnd().split('\r\n')
    const { charts } = await watched()
    expect(lines).toHaveLength(1 + 2 * (charts[0]?.points.length ?? 0))
    expect(lines[0]).toContain('lower_limit')
    expect(lines.some((line) => line.includes('beyond-limits,above'))).toBe(true)
  })

  it('can have a calibration case taken back that was not begun', async () => {
    await give(study, study.coder, ['W-18'])
    const given = (await codingsOf(study, study.coder)).find(
      (one) => one.state === 'not-started' && one.case.case.startsWith('M-'),
    )
    expect((await watched()).waiting).toBe(1)
    await study.pi.browser.call(withdrawCoding, { params: { study: study.id, coding: given?.id ?? '' } })
    expect((await watched()).waiting).toBe(0)
  })
})
