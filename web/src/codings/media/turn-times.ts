import type { Turn } from '@attune/contract'

export type TimedTurn = { readonly index: number; readonly from: number; readonly to: number }

/** Turns of which the beginning is known, in the order of time; a turn without an end goes on until the next begins. */
export function timedTurns(turns: readonly Turn[]): TimedTurn[] {
  const known = turns
    .flatMap(({ time, until }, index) => (time === null ? [] : [{ index, from: time, until }]))
    .sort((one, other) => one.from - other.from || one.index - other.index)
  return known.map(({ index, from, until }, place) => {
    const next = known[place + 1]?.from ?? Number.POSITIVE_INFINITY
    return { index, from, to: until === null ? next : Math.max(until, from) }
  })
}

/** The turn that is spoken at a second: the last that has begun, also in the pause after it; null before the first. */
export function turnAt(turns: readonly TimedTurn[], seconds: number): TimedTurn | null {
  let low = 0
  let high = turns.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((turns[middle]?.from ?? 0) <= seconds) low = middle + 1
    else high = middle
  }
  return turns[low - 1] ?? null
}

/** When a stretch of text was spoken, by the turns it touches; null where no times are known. */
export function spanOf(turns: readonly Turn[], first: number, last: number): { from: number; to: number } | null {
  const touched = timedTurns(turns).filter(({ index }) => index >= first && index <= last)
  const from = touched[0]?.from
  const to = touched.reduce((latest, turn) => Math.max(latest, turn.to), Number.NEGATIVE_INFINITY)
  return from === undefined || !Number.isFinite(to) || to <= from ? null : { from, to }
}
