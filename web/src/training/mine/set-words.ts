import type { MySet, MyTraining } from '@attune/contract'
import { formatAgo, formatMoment } from '../../base/dates.tsx'
import { durationWords } from '../../codings/training/time-left.ts'
import { t } from '../../messages/index.ts'

export type MyLine = MyTraining['sets'][number]

/** What feedback a set gives. */
export function expectWords({
  feedback,
  showsScores,
  criterion,
}: Pick<MySet, 'feedback' | 'showsScores' | 'criterion'>): string {
  const words = t().myTraining.mine.expect
  if (feedback !== 'test') return words[feedback]
  if (criterion === null) return showsScores ? words.testFigures : words.testNothing
  return showsScores ? words.testScores : words.test
}

/** Cases, time, attempts left, each in a few words. */
export function factsOf({ set, attemptsLeft }: Pick<MyLine, 'set' | 'attemptsLeft'>): string[] {
  const words = t().myTraining.mine
  return [
    words.cases(set.cases),
    set.timeLimitMinutes === null ? words.noTimeLimit : words.timeLimit(durationWords(set.timeLimitMinutes)),
    words.attemptsLeft(attemptsLeft),
  ]
}

/** "Due in 3 days (25 Nov 2026, 12:00)". */
export function dueWords(dueAt: string, now: number): string {
  const words = t().myTraining.mine
  const said = Date.parse(dueAt) < now ? words.wasDue : words.due
  return said(untilWords(dueAt, now), formatMoment(dueAt))
}

/** "in 3 days", "2 months ago": also where it is far away. */
export function untilWords(instant: string, now: number): string {
  const days = (Date.parse(instant) - now) / 86_400_000
  if (Math.abs(days) < 29) return formatAgo(instant, now)
  const relative = new Intl.RelativeTimeFormat(t().locale, { numeric: 'auto' })
  return Math.abs(days) < 90
    ? relative.format(Math.round(days / 7), 'week')
    : relative.format(Math.round(days / 30.44), 'month')
}

/** The badge of a status: what asks for something is marked, what is done is good. */
export const statusKind = (status: MyLine['status']): 'plain' | 'accent' | 'good' =>
  status === 'met' ? 'good' : status === 'ready' || status === 'running' ? 'accent' : 'plain'
