/** Where the time of an event comes from: a stopwatch, or the player of a recording. */
export type ClockSource = {
  /** Seconds of the observation, for showing; follows along while the clock goes. */
  time: () => number
  /** Seconds at a moment of the page (`event.timeStamp`): when the key went down, not when it was dealt with. */
  timeAt: (moment: number) => number
  isPlaying: () => boolean
  play: () => void
  pause: () => void
  seek: (seconds: number) => void
  /** Whether a recording keeps the time: then going somewhere shows what was there. */
  hasMedia: () => boolean
}

/** Milliseconds since the key went down. A busy page deals with it late; a stamp of another clock is passed over. */
export function delaySince(moment: number): number {
  const delay = performance.now() - moment
  return delay > 0 && delay < 10_000 ? delay : 0
}

/** A keyboard is no more exact than that. */
export const toHundredths = (seconds: number): number => Math.round(seconds * 100) / 100
