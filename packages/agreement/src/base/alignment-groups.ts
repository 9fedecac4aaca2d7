import { type Continuum, type Dissimilarity, dissimilarityOf } from './continuum.ts'

/** Groups of two or more units, one a rater at most; group g has `members[start[g]]` to before `members[start[g + 1]]`. */
export interface Groups {
  readonly size: number
  readonly start: number[]
  readonly members: number[]
  /** What a group saves against its units staying alone. */
  readonly savings: number[]
}

/**
 * Every group that can be part of a best alignment of three or more raters: one that no split in two would improve.
 *
 * @returns `null` if there are more than `most`.
 */
export function usefulGroups(continuum: Continuum, weights: Dissimilarity, most: number): Groups | null {
  const { offsets, starts, ends } = continuum
  const raters = offsets.length - 1
  const pairs = (raters * (raters - 1)) / 2
  const empty = weights.deltaEmpty
  const start = [0]
  const members: number[] = []
  const savings: number[] = []
  const chosen: number[] = []
  const excess: number[][] = [] // excess[i][j]: dissimilarity of the i-th and j-th chosen unit above deltaEmpty
  let far = 0
  for (let unit = 0; unit < starts.length; unit++) far = Math.max(far, ends[unit]! - starts[unit]!)
  far *= 2 * Math.sqrt((pairs + raters - 1) / weights.alpha)
  const near = raters > 0 ? firstNear() : []
  for (let rater = 0; rater < raters - 1; rater++) {
    for (let unit = offsets[rater]!; unit < offsets[rater + 1]!; unit++) {
      chosen.push(unit)
      excess.push([])
      const fits = extend(rater + 1)
      chosen.pop()
      excess.pop()
      if (!fits) return null
    }
  }
  return { size: savings.length, start, members, savings }

  /** First unit of each rater that starts late enough to be near a unit. */
  function firstNear() {
    return Array.from({ length: raters }, (_, rater) =>
      Int32Array.from(starts, (begin) => {
        let [low, high] = [offsets[rater]!, offsets[rater + 1]!]
        while (low < high) {
          const middle = (low + high) >> 1
          if (starts[middle]! < begin - far) low = middle + 1
          else high = middle
        }
        return low
      }),
    )
  }

  function extend(rater: number): boolean {
    if (rater === raters) return chosen.length < 2 || keep()
    if (!extend(rater + 1)) return false
    const [first] = chosen
    const allowed = (pairs + raters - rater - 1) * empty
    const rows = chosen.length
    for (
      let unit = near[rater]![first!]!;
      unit < offsets[rater + 1]! && starts[unit]! <= starts[first!]! + far;
      unit++
    ) {
      const row = chosen.map((one) => dissimilarityOf(continuum, one, unit, weights) - empty)
      if (!withinReach(row, rows, allowed)) continue
      chosen.push(unit)
      excess.push(row)
      const fits = extend(rater + 1)
      chosen.pop()
      excess.pop()
      if (!fits) return false
    }
    return true
  }

  /** Whoever is set apart from all others must not save by it, however well units still to come would fit. */
  function withinReach(row: readonly number[], rows: number, allowed: number): boolean {
    let own = 0
    for (let index = 0; index < rows; index++) own += row[index]!
    if (own > allowed) return false
    for (let index = 0; index < rows; index++) {
      let sum = row[index]!
      for (let other = 0; other < index; other++) sum += excess[index]![other]!
      for (let other = index + 1; other < rows; other++) sum += excess[other]![index]!
      if (sum > allowed) return false
    }
    return true
  }

  function keep(): boolean {
    const size = chosen.length
    for (let part = 1; part < 1 << (size - 1); part++) {
      let across = 0
      for (let i = 1; i < size; i++) {
        for (let j = 0; j < i; j++) if (((part >> i) & 1) !== ((part >> j) & 1)) across += excess[i]![j]!
      }
      if (across > pairs * empty) return true
    }
    let total = 0
    for (const row of excess) for (const value of row) total += value
    const saving = (size - 1) * empty - total / pairs
    if (saving <= 0) return true
    if (savings.length === most) return false
    members.push(...chosen)
    start.push(members.length)
    savings.push(saving)
    return true
  }
}
