import { bias, cohenKappa, figuresOf, judge, type PlainCompared, plainCompared, ratingTable } from '@attune/agreement'
import {
  exportComparisons,
  readAttemptReview,
  readCohort,
  readItemAnalysis,
  readMyProgress,
  readTraineeProgress,
} from '@attune/contract'
import { type ReadAttempt, readComparisons } from '@attune/exchange'
import { beforeAll, expect, it } from 'vitest'
import { buildCohort, halfAgreed } from '../support/cohort.ts'
import { forEachEngine } from '../support/lab.ts'
import { addCase } from '../support/small-study.ts'
import { addMaster, buildTraining, type TrainingStudy } from '../support/training.ts'

/** A classification has a row for each of its collapses. */
const isAsCoded = ({ collapse }: { readonly collapse: string | null }) => collapse === null || collapse === 'as-coded'

/** The exported rows of one attempt as the library takes them. */
function compared({ cases, variables, units, codes, tolerance, overlap, seconds }: ReadAttempt) {
  const asCoded = variables.filter(isAsCoded)
  const plain: PlainCompared = { cases, variables: asCoded, units, codes, tolerance, overlap, seconds }
  return plainCompared(plain)
}

forEachEngine('figures of training', (lab) => {
  let study: TrainingStudy
  let cohort: Awaited<ReturnType<typeof buildCohort>>
  let exported: readonly ReadAttempt[] = []
  const params = () => ({ study: study.id, set: cohort.set.id })
  beforeAll(async () => {
    const started = await buildTraining(lab(), 'figures', 4)
    // Masters that differ from case to case, so that a coefficient has something to tell.
    const cases = [...started.cases]
    for (const [index, category] of ['Ds', 'E'].entries()) {
      const id = await addCase(started.trainer.browser, started.id, `U-${index}`)
      await addMaster(lab(), started, id, { score: 3 + index, category })
      cases.push(id)
    }
    study = { ...started, cases }
    const criterion = halfAgreed
    cohort = await buildCohort(lab(), study, 6, {
      criterion,
      tolerance: 1,
      scope: { variables: [], units: 'free', codes: [] },
    })
    const file = readComparisons(await study.trainer.browser.call(exportComparisons, { params: params() }))
    if (!file.ok) throw new Error(JSON.stringify(file.faults))
    exported = file.attempts
  })
  const of = (login: string) => {
    const found = exported.find(({ trainee }) => trainee === login)
    if (found === undefined) throw new Error(`${login} is not in the file.`)
    return compared(found)
  }

  it('of every score and verdict are the library’s on the exported comparisons', async () => {
    for (const [index, { attempt }] of cohort.attempts.entries()) {
      const where = { params: { study: study.id, attempt: attempt.id } }
      const { scores } = await study.trainer.browser.call(readAttemptReview, where)
      const own = of(cohort.people[index]?.login ?? '')
      expect(scores[0]?.figures).toEqual(figuresOf(own))
      const verdict = scores[0]?.verdict
      if (verdict == null || !('predicate' in verdict)) throw new Error('There is no verdict on one predicate.')
      expect(verdict).toEqual(judge(verdict.predicate, own))
      expect(attempt.met).toBe(verdict.met)
    }
  })

  it('of the cohort are the library’s on the exported ratings', async () => {
    const { cells, people, confusions } = await study.trainer.browser.call(readCohort, { params: params() })
    expect(cells.map(({ variable }) => variable)).toContain('loss')
    for (const person of people) {
      const [row] = exported.filter(
        ({ trainee }) => trainee === cohort.people.find(({ id }) => id === person.id)?.login,
      )
      const ratings = (id: string) => row?.variables.find((one) => one.id === id)?.items ?? []
      const rows = (id: string) => ratings(id).map(({ own, references }) => [own, references[0] ?? null])
      const cell = (id: string) => cells.find((one) => one.person === person.id && one.variable === id)
      const categories = ['F', 'Ds', 'E']
      const kappa = cohenKappa(
        ratingTable({ raters: ['own', 'master'], level: 'nominal', categories, rows: rows('class') }),
      )
      expect(cell('class')?.figure).toMatchObject({ measure: 'cohen-kappa', n: 6, estimate: kappa.estimate })
      const table = ratingTable({ raters: ['own', 'master'], level: 'interval', rows: rows('coherence') })
      expect(cell('coherence')?.bias).toMatchObject({ n: 6, estimate: bias(table).estimate })
      expect(cell('class')?.cases.map(({ caseId }) => caseId)).toEqual(row?.cases)
      const right = cell('class')?.cases.map(({ agreed }) => agreed) ?? []
      const half = (three: number[]) => three.reduce((sum, one) => sum + one, 0) / 3
      expect(cell('class')?.trend).toBeCloseTo(half(right.slice(3)) - half(right.slice(0, 3)), 12)
    }
    const wrong = exported.flatMap(({ variables }) =>
      variables.filter(({ id, collapse }) => id === 'class' && collapse === 'as-coded'),
    )
    const pairs = wrong.flatMap(({ items }) => items.map(({ own, references }) => `${references[0]} ${own}`))
    const [first] = confusions
    expect(first?.count).toBe(pairs.filter((pair) => pair === `${first?.master} ${first?.given}`).length)
    expect(first?.of).toBe(pairs.filter((pair) => pair.startsWith(`${first?.master} `)).length)
    expect(first?.at).toHaveLength(first?.count ?? -1)
  })

  it('of items are shares of the exported rows, and tell good from poor coders', async () => {
    const { items } = await study.trainer.browser.call(readItemAnalysis, { params: params() })
    const item = items.find(({ caseId, slot }) => caseId === 'T-4' && slot.variable === 'class')
    // Only the last three of the six were right on the fourth case.
    expect(item).toMatchObject({ n: 6, agreed: { estimate: 0.5, n: 6, method: 'Wilson' }, mastersDisagree: false })
    expect(item?.commonest).toEqual({ given: 'Ds', count: 3 })
    expect(item?.discrimination).toBeGreaterThan(0.5)
    const everybody = items.find(({ caseId, slot }) => caseId === 'T-1' && slot.variable === 'class')
    expect(everybody).toMatchObject({ agreed: { estimate: 1 }, discrimination: null, commonest: null })
  })

  it('of progress count the same items, and pool the last five cases', async () => {
    const [, second] = cohort.people
    if (second === undefined) throw new Error('There is no second trainee.')
    const mine = await second.browser.call(readMyProgress, { params: { study: study.id } })
    expect(mine.curve.map(({ agreed, compared: of }) => [agreed, of])).toEqual(
      mine.curve.map(({ caseId }) => {
        const row = exported.find(({ trainee }) => trainee === second.login)
        const items =
          row?.variables.filter(isAsCoded).flatMap((one) => one.items.filter((item) => item.case === caseId)) ?? []
        const right = items.filter(({ own, references: [master] }) =>
          typeof own === 'number' ? Math.abs(own - Number(master)) <= 1 : own === master,
        )
        const units = row?.units.filter((one) => one.case === caseId).flatMap(({ reference }) => reference) ?? []
        return [right.length, items.length + units.length]
      }),
    )
    const last = mine.curve.slice(-5)
    const sum = (of: 'agreed' | 'compared') => last.reduce((total, one) => total + one[of], 0)
    expect(mine.curve.at(-1)?.recent).toMatchObject({
      share: sum('agreed') / sum('compared'),
      n: sum('compared'),
      cases: 5,
    })
    const rows = of(second.login).variable('coherence', 'as-coded', 'master').items
    const table = ratingTable({
      raters: ['own', 'master'],
      level: 'interval',
      rows: rows.map(({ own, references }) => [own, references[0] ?? null]),
    })
    expect(mine.biases).toMatchObject([{ variable: 'coherence', estimate: bias(table).estimate, n: 6 }])
    const where = { params: { study: study.id, person: second.id } }
    expect(await study.trainer.browser.call(readTraineeProgress, where)).toEqual(mine)
    expect(mine.practise[0]?.why).toMatchObject({ kind: 'confusion', master: 'F', given: 'Ds' })
  })
})
