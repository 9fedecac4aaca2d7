import {
  exportAttempts,
  exportCohort,
  exportComparisons,
  exportItems,
  readCohort,
  readItemAnalysis,
} from '@attune/contract'
import type { Db } from '../../base/database/database.ts'
import { comparisonsFile } from '../export/comparisons.ts'
import { attemptsFile, cohortFile, itemsFile } from '../export/tables.ts'
import type { SetGround } from '../scoring/set-ground.ts'
import { setIn } from './attempts.ts'
import { cohortOf } from './cohort.ts'
import { itemAnalysisOf } from './item-analysis.ts'

/** Which training set a question is about; its endpoint has it in the address. */
export type OfSet = { readonly set: string }
type Asked = { readonly study: string; readonly query: unknown }

const about =
  <Answer>(answer: (db: Db, set: SetGround) => Promise<Answer>) =>
  async (db: Db, { study, query }: Asked): Promise<Answer> =>
    answer(db, await setIn(db, study, (query as OfSet).set))

/** What reads every rating of a set's attempts: computed where agreement is, so that saves are answered meanwhile. */
export const deskJobs = {
  readCohort: { endpoint: readCohort, answer: about(cohortOf) },
  readItemAnalysis: {
    endpoint: readItemAnalysis,
    answer: about(async (db, set) => ({ items: await itemAnalysisOf(db, set) })),
  },
  exportComparisons: { endpoint: exportComparisons, answer: about(comparisonsFile) },
  exportCohort: { endpoint: exportCohort, answer: about(cohortFile) },
  exportItems: { endpoint: exportItems, answer: about(itemsFile) },
  exportAttempts: { endpoint: exportAttempts, answer: about(attemptsFile) },
}
export type DeskJobName = keyof typeof deskJobs
