import type { Db } from '../../../api/src/base/database/database.ts'
import { sha256 } from '../../../api/src/base/ports.ts'

const tables = [
  'person',
  'study',
  'membership',
  'invitation',
  'password_reset',
  'codebook_version',
  'study_case',
  'material',
  'media',
  'coding',
  'rating',
  'annotation',
  'operation',
  'master',
  'training_set',
  'training_set_case',
  'enrolment',
  'attempt_request',
  'attempt',
  'attempt_case',
  'attempt_score',
  'submission_comment',
  'certificate',
  'drift_plan',
  'drift_person',
  'drift_coding',
  'recalibration',
  'history',
  'chain_head',
] as const

/** The whole database but the sessions, in one hash. */
export async function pictureOf(db: Db): Promise<string> {
  const parts: string[] = []
  for (const table of tables) {
    const rows = await db.selectFrom(table).selectAll().execute()
    parts.push(table, ...rows.map((row) => JSON.stringify(row)).sort())
  }
  return sha256(parts.join('\n'))
}
