import type { ImportFault, ImportReport } from '@attune/contract'
import type { Db } from '../base/database/database.ts'
import type { ReadItem } from './reading/read-item.ts'

const fault = (message: string, remedy: string): ImportFault => ({ line: 0, message, remedy })

/** Adds what only the study can tell: ids used twice, cases that already have a material, the same file twice. */
export async function checkAgainstStudy(
  db: Db,
  study: string,
  items: readonly ReadItem[],
): Promise<ImportReport['items']> {
  const names = items.map((item) => item.report.case)
  const there = await db
    .selectFrom('study_case')
    .leftJoin('material', 'material.study_case', 'study_case.id')
    .select(['study_case.name', 'material.id as material'])
    .where('study_case.study', '=', study)
    .where('study_case.name', 'in', names)
    .execute()
  const known = new Map(there.map((row) => [row.name, row.material]))
  return items.map(({ report }, index) => {
    const faults = [...report.faults]
    if (names.indexOf(report.case) !== index) {
      faults.push(fault(`Case ${report.case} appears twice in this import.`, 'Give one of the two another case id.'))
    }
    if (known.get(report.case)) {
      faults.push(
        fault(`Case ${report.case} already has a material.`, 'Use another case id; a material is never replaced.'),
      )
    }
    return { ...report, isNewCase: !known.has(report.case), faults }
  })
}
