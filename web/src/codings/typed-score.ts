/** Digits typed in a row belong together for this long. */
export const TYPING_MILLISECONDS = 1100

/**
 * The point that digits typed so far mean: "7", then "7.5" or "7,5"; "-1"; "12" where the scale goes that far. The short form
 * "75" means 7.5 where no point 75 exists.
 *
 * @returns the text to go on with, and the point meant, if any yet.
 */
export function typeScore(
  points: readonly number[],
  typed: string,
  key: string,
): { typed: string; point: number | null } {
  const sign = key === '−' ? '-' : key === ',' ? '.' : key
  if (!/^[\d.-]$/.test(sign)) return { typed: '', point: null }
  const continued = meaning(points, typed + sign)
  if (continued !== null) return { typed: typed + sign, point: continued }
  if (isBeginning(points, typed + sign)) return { typed: typed + sign, point: null }
  // "9.5" on a scale that ends at 9 is a slip, not a 5.
  if (typed.includes('.')) return { typed: '', point: null }
  const fresh = meaning(points, sign)
  if (fresh !== null) return { typed: sign, point: fresh }
  return { typed: isBeginning(points, sign) ? sign : '', point: null }
}

function meaning(points: readonly number[], typed: string): number | null {
  const exact = points.find((point) => String(point) === typed || String(point) === typed.replace(/\.0?$/, ''))
  if (exact !== undefined) return exact
  const short = /^(-?\d+)([1-9])$/.exec(typed)
  return short ? (points.find((point) => String(point) === `${short[1]}.${short[2]}`) ?? null) : null
}

const isBeginning = (points: readonly number[], typed: string): boolean =>
  typed !== '' && points.some((point) => String(point).startsWith(typed))
