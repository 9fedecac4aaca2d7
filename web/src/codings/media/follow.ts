/** Seconds by which a view may be off without anybody seeing it: about one frame. */
const unseen = 0.03
/** Seconds from which on it is quicker to jump than to catch up. */
const far = 0.4
/** How much faster or slower a view runs while it catches up; nobody hears it. */
const nudge = 0.06

/**
 * How a view comes back to the clock that leads.
 *
 * @param drift seconds by which the view is ahead.
 * @param rate the speed at which everything plays.
 * @returns to jump, or the speed at which to go on.
 */
export function correction(drift: number, rate: number): { readonly jump: boolean; readonly rate: number } {
  if (Math.abs(drift) >= far * Math.max(1, rate)) return { jump: true, rate }
  if (Math.abs(drift) <= unseen) return { jump: false, rate }
  return { jump: false, rate: rate * (drift > 0 ? 1 - nudge : 1 + nudge) }
}
