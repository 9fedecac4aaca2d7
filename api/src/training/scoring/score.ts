import { figuresOf, judge } from '@attune/agreement'
import type { Trx } from '../../base/database/database.ts'
import type { Ground } from '../../base/feature.ts'
import { record } from '../../base/history.ts'
import { followScore } from '../../certificates/issue.ts'
import { compareAttempt } from './compared.ts'
import { latestScores, type ScoreContent } from './latest.ts'

type Scoring = {
  /** Person; null: the server, when an attempt is finished. */
  readonly by: string | null
  /** Empty for the first score. */
  readonly reason: string
  /** The master codings of today, or those that the latest score was held against. */
  readonly masters: 'scored' | 'today'
}

/** Holds an attempt against master codings and writes what came out. Scores it had before stay, certificates follow. */
export async function scoreAttempt(trx: Trx, ground: Ground, attempt: string, scoring: Scoring): Promise<void> {
  const { ports } = ground
  const { by, reason } = scoring
  const { set, cases, compared } = await compareAttempt(trx, attempt, scoring.masters)
  const { criterion } = set.content
  const verdict = criterion === null ? null : judge(criterion.rule, compared)
  const content: ScoreContent = {
    verdict,
    figures: figuresOf(compared),
    masters: cases.map((one) => ({ case: one.case, codings: one.masters.map(({ coding }) => coding) })),
  }
  const earlier = (await latestScores(trx, [attempt])).get(attempt)
  const number = (earlier?.number ?? 0) + 1
  const at = ports.now().toISOString()
  const met = verdict === null ? null : verdict.met ? 1 : 0
  const row = { id: ports.id(), attempt, study: set.study, number, at, by, reason, met } as const
  await trx
    .insertInto('attempt_score')
    .values({ ...row, content: JSON.stringify(content) })
    .execute()
  const deed = { person: by, study: set.study, action: 'attempt scored', subject: `attempt:${attempt}` }
  await record(trx, ports, { ...deed, detail: { score: row.id, met, reason, masters: content.masters } })
  if (earlier !== undefined) await followScore(trx, ground, attempt, { by, reason })
}
