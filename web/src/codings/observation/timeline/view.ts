import { createMemo, createSignal } from 'solid-js'
import type { Span } from './time-axis.ts'

const LEAST_SECONDS = 1

export type View = ReturnType<typeof createView>

/** The part of the time that is shown. Untouched, it shows everything and grows with it. */
export function createView(whole: () => Span) {
  const [chosen, setChosen] = createSignal<Span | null>(null)
  const span = createMemo(() => chosen() ?? whole())
  const show = (from: number, seconds: number) => {
    const { from: first, to: last } = whole()
    const length = Math.min(Math.max(seconds, LEAST_SECONDS), last - first)
    const start = Math.min(Math.max(from, first), last - length)
    setChosen(length === last - first ? null : { from: start, to: start + length })
  }
  const length = () => span().to - span().from
  return {
    span,
    isWhole: () => chosen() === null,
    fit: () => setChosen(null),
    /** Below 1 comes closer; `at` stays where it is on the screen. */
    zoom: (factor: number, at = (span().from + span().to) / 2) =>
      show(at - (at - span().from) * factor, length() * factor),
    pan: (seconds: number) => show(span().from + seconds, length()),
    bringIn: (seconds: number) => {
      if (seconds < span().from || seconds > span().to) show(seconds - length() / 2, length())
    },
  }
}
