import { createSignal, onCleanup } from 'solid-js'
import { type ClockSource, delaySince } from './clock-source.ts'

/** What outlives a reload: where the stopwatch stood, and since when (milliseconds since 1970) it goes from there. */
type Kept = { at: number; since: number | null }

const SHOWN_EVERY = 100

/**
 * A stopwatch for coding what is seen live. It goes on over a reload, because the observation does.
 *
 * @param coding the stopwatch belongs to one coding in this browser.
 * @param milliseconds the time of day now; only tests say it.
 */
export function createStopwatch(
  coding: string,
  milliseconds: () => number = () => performance.timeOrigin + performance.now(),
): ClockSource {
  const key = `attune:stopwatch:${coding}`
  const [kept, setKept] = createSignal<Kept>(read(key))
  const [shown, setShown] = createSignal(0)
  const secondsAt = (moment: number): number => {
    const { at, since } = kept()
    return since === null ? at : Math.max(0, at + (moment - since) / 1000)
  }
  const keep = (next: Kept) => {
    setKept(next)
    setShown(secondsAt(milliseconds()))
    try {
      localStorage.setItem(key, JSON.stringify(next))
    } catch {
      // A browser without storage begins again at zero after a reload.
    }
  }
  setShown(secondsAt(milliseconds()))
  const timer = setInterval(() => kept().since !== null && setShown(secondsAt(milliseconds())), SHOWN_EVERY)
  onCleanup(() => clearInterval(timer))
  return {
    time: shown,
    timeAt: (moment) => secondsAt(milliseconds() - delaySince(moment)),
    isPlaying: () => kept().since !== null,
    play: () => kept().since === null && keep({ at: kept().at, since: milliseconds() }),
    pause: () => keep({ at: secondsAt(milliseconds()), since: null }),
    hasMedia: () => false,
    seek: (seconds) => keep({ at: Math.max(0, seconds), since: kept().since === null ? null : milliseconds() }),
  }
}

function read(key: string): Kept {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
    return isKept(kept) ? kept : { at: 0, since: null }
  } catch {
    return { at: 0, since: null }
  }
}

function isKept(kept: unknown): kept is Kept {
  if (typeof kept !== 'object' || kept === null || !('at' in kept) || !('since' in kept)) return false
  return Number.isFinite(kept.at) && (kept.since === null || Number.isFinite(kept.since))
}
