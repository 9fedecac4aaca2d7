import {
  exportAttempts,
  exportCohort,
  exportComparisons,
  exportItems,
  readCohort,
  readItemAnalysis,
} from '@attune/contract'
import type { KyselyPlugin } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import { buildCohort, halfAgreed } from '../support/cohort.ts'
import { forEachEngine } from '../support/lab.ts'
import { buildTraining, type TrainingStudy } from '../support/training.ts'

let queries = 0
const counter: KyselyPlugin = {
  transformQuery: ({ node }) => {
    queries += 1
    return node
  },
  transformResult: async ({ result }) => result,
}

forEachEngine(
  'questions about a cohort',
  (lab) => {
    const cohorts: { study: TrainingStudy; set: string }[] = []
    beforeAll(async () => {
      for (const [people, cases] of [
        [1, 2],
        [3, 3],
      ] as const) {
        const study = await buildTraining(lab(), `queries-${people}`, cases)
        const scope = { variables: [], units: 'free' as const, codes: [] }
        const { set } = await buildCohort(lab(), study, people, { criterion: halfAgreed, scope })
        cohorts.push({ study, set: set.id })
      }
    })

    it.each([
      ['cohort', readCohort],
      ['items', readItemAnalysis],
      ['comparisons.csv', exportComparisons],
      ['cohort.csv', exportCohort],
      ['items.csv', exportItems],
      ['attempts.csv', exportAttempts],
    ] as const)('take as many queries for many trainees and cases as for one: %s', async (_, endpoint) => {
      const counts: number[] = []
      for (const { study, set } of cohorts) {
        const before = queries
        const params = { study: study.id, set }
        await study.trainer.browser.call<typeof readCohort>(endpoint as typeof readCohort, { params })
        counts.push(queries - before)
      }
      expect(counts[0]).toBeGreaterThan(4)
      expect(counts[1]).toBe(counts[0])
    })
  },
  { database: (database) => ({ ...database, db: database.db.withPlugin(counter) }) },
)
