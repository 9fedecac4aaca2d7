/**
 * A length so short that more pieces of it than memory holds would be made is a slip.
 *
 * @throws RangeError naming the option, the pieces, and a length that is possible.
 */
export function refuseTooMany(option: string, length: number, whole: number, most: number): void {
  const pieces = whole / length
  if (pieces <= most * (1 + 1e-12)) return // the length that is named below is possible, although its double may be too short
  const [made, possible] = [Math.floor(pieces), mostPieces(most)]
  const message = `The ${option} ${length} fits ${made} times into ${whole}; at most ${possible} can be held`
  throw new RangeError(`${message}, so ${leastLength(whole / most)} or more is needed.`)
}

/** 100,000 is easier to read than 100000. */
const mostPieces = (most: number): string => String(most).replace(/\B(?=(?:\d{3})+$)/g, ',')

/** The next longer length of one digit. */
function leastLength(length: number): number {
  const unit = 10 ** Math.floor(Math.log10(length))
  return Number((Math.ceil(length / unit) * unit).toPrecision(1))
}
