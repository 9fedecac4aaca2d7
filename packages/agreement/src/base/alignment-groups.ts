import { type Continuum, type Dissimilarity, dissimilarityOf } from './continuum.ts'

/** Groups of two or more units, one a rater at most; group g has `members[start[g]]` to before `members[start[g + 1]]`. */
export interface Groups {
  readonly size: number
  readonly start: Int32Array
  readonly members: Int32Array
  /** What a group saves against its units staying alone. */
  readonly savings: Float64Array
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
  const excess = excessTable(continuum, weights)
  const start = [0]
  const members: number[] = []
  const savings: number[] = []
  const chosen = new Int32Array(raters)
  const sums = new Float64Array(raters * (raters + 1)) // of each chosen unit with all others, for each number chosen
  let far = 0
  for (let unit = 0; unit < starts.length; unit++) far = Math.max(far, ends[unit]! - starts[unit]!)
  far *= 2 * Math.sqrt((pairs + raters - 1) / weights.alpha)
  const near = firstNear(continuum, far)
  for (let rater = 0; rater < raters - 1; rater++) {
    for (let unit = offsets[rater]!; unit < offsets[rater + 1]!; unit++) {
      chosen[0] = unit
      sums[raters] = 0
      if (!extend(rater + 1, 1)) return null
    }
  }
  return {
    size: savings.length,
    start: Int32Array.from(start),
    members: Int32Array.from(members),
    savings: Float64Array.from(savings),
  }

  function extend(rater: number, size: number): boolean {
    if (rater === raters) return size < 2 || keep(size)
    if (!extend(rater + 1, size)) return false
    const first = chosen[0]!
    const allowed = (pairs + raters - rater - 1) * empty
    for (let unit = near[rater]![first]!; unit < offsets[rater + 1]! && starts[unit]! <= starts[first]! + far; unit++) {
      if (!fits(unit, size, allowed)) continue
      chosen[size] = unit
      if (!extend(rater + 1, size + 1)) return false
    }
    return true
  }

  /** Whoever is set apart from all others must not save by it, however well units still to come would fit. */
  function fits(unit: number, size: number, allowed: number): boolean {
    const [before, after] = [size * raters, (size + 1) * raters]
    let own = 0
    for (let index = 0; index < size; index++) {
      const apart = excess(chosen[index]!, unit)
      const sum = sums[before + index]! + apart
      if (sum > allowed) return false
      sums[after + index] = sum
      own += apart
    }
    sums[after + size] = own
    return own <= allowed
  }

  function keep(size: number): boolean {
    let total = 0
    for (let index = 0; index < size; index++) {
      const sum = sums[size * raters + index]!
      if (sum > pairs * empty) return true
      total += sum / 2
    }
    const saving = (size - 1) * empty - total / pairs
    if (saving <= 0 || (size > 3 && splits(size))) return true
    if (savings.length === most) return false
    for (let index = 0; index < size; index++) members.push(chosen[index]!)
    start.push(members.length)
    savings.push(saving)
    return true
  }

  /** Whether two against the rest would save; one against the rest is seen to before. */
  function splits(size: number): boolean {
    for (let i = 1; i < size; i++) {
      for (let j = 0; j < i; j++) {
        const across = sums[size * raters + i]! + sums[size * raters + j]! - 2 * excess(chosen[i]!, chosen[j]!)
        if (across > pairs * empty) return true
      }
    }
    return false
  }
}

/** First unit of each rater that begins late enough to be near a unit. */
function firstNear({ offsets, starts }: Continuum, far: number): Int32Array[] {
  return Array.from({ length: offsets.length - 1 }, (_, rater) =>
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

const LARGEST_TABLE = 2000 // units; 32 MB

/** Dissimilarity above `deltaEmpty`, looked up where there is room for a table. */
function excessTable(continuum: Continuum, weights: Dissimilarity): (a: number, b: number) => number {
  const units = continuum.starts.length
  const computed = (a: number, b: number): number => dissimilarityOf(continuum, a, b, weights) - weights.deltaEmpty
  if (units > LARGEST_TABLE) return computed
  const table = new Float64Array(units * units)
  for (let a = 0; a < units; a++) {
    for (let b = a + 1; b < units; b++) table[a * units + b] = table[b * units + a] = computed(a, b)
  }
  return (a, b) => table[a * units + b]!
}
