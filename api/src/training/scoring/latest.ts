import type { Figure, Verdict } from '@attune/criteria'
import type { Db } from '../../base/database/database.ts'
import type { MastersOfCases } from './masters.ts'

/** What a score holds. */
export type ScoreContent = {
  readonly verdict: Verdict | null
  readonly figures: Figure[]
  /** The master codings that it was held against, by case; a withdrawn case has none. */
  readonly masters: { readonly case: string; readonly codings: string[] }[]
}

export type Score = {
  readonly id: string
  readonly attempt: string
  readonly number: number
  readonly at: string
  /** Person; null: the server, when the attempt was finished. */
  readonly by: string | null
  readonly reason: string
  readonly met: boolean | null
  readonly verdict: Verdict | null
  readonly figures: Figure[]
  readonly masters: MastersOfCases
}

/** Every score of some attempts, oldest first. */
export async function scoresOf(db: Db, attempts: readonly string[]): Promise<Score[]> {
  if (attempts.length === 0) return []
  const rows = await db
    .selectFrom('attempt_score')
    .select(['id', 'attempt', 'number', 'at', 'by', 'reason', 'met', 'content'])
    .where('attempt', 'in', attempts)
    .orderBy('number')
    .execute()
  return rows.map(({ content, met, ...row }) => {
    const { verdict, figures, masters }: ScoreContent = JSON.parse(content)
    const held = new Map(masters.map((one) => [one.case, one.codings]))
    return { ...row, met: met === null ? null : met === 1, verdict, figures, masters: held }
  })
}

/** The score that counts of each attempt: the latest. */
export async function latestScores(db: Db, attempts: readonly string[]): Promise<Map<string, Score>> {
  return new Map((await scoresOf(db, attempts)).map((score) => [score.attempt, score]))
}
