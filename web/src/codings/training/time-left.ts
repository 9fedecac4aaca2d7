import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js'
import { announce } from '../../base/announce.tsx'
import { t } from '../../messages/index.ts'

const MINUTE = 60_000
/** Minutes left at which a screen reader is told, and nobody else is disturbed. */
const moments = [60, 30, 10, 5, 1, 0] as const

/** "2 days", "1 hour 30 minutes", "5 minutes". */
export function durationWords(minutes: number): string {
  const words = t().myTraining.duration
  if (minutes < 1) return words.lessThanMinute
  if (minutes >= 48 * 60) return words.days(Math.round(minutes / (24 * 60)))
  const [hours, rest] = [Math.floor(minutes / 60), Math.round(minutes % 60)]
  if (hours === 0) return words.minutes(rest)
  return rest === 0 ? words.hours(hours) : words.hoursAndMinutes(words.hours(hours), words.minutes(rest))
}

/** Whole minutes until a moment, begun ones counted; null without one. Changes once a minute: nothing jumps under the reader's eyes. */
export function createMinutesLeft(dueAt: Accessor<string | null>): Accessor<number | null> {
  const [now, setNow] = createSignal(Date.now())
  const timer = setInterval(() => setNow(Date.now()), MINUTE / 6)
  onCleanup(() => clearInterval(timer))
  const left = createMemo(() => {
    const due = dueAt()
    return due === null ? null : Math.max(0, Math.ceil((Date.parse(due) - now()) / MINUTE))
  })
  createEffect(
    on(left, (after, before) => {
      if (after === null || before === null || before === undefined || after >= before) return
      if (!moments.some((moment) => before > moment && after <= moment)) return
      const words = t().myTraining.attempt
      announce(after === 0 ? words.timeOver : words.stillLeft(durationWords(after)))
    }),
  )
  return left
}
