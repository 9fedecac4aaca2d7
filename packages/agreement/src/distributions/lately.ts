type OfThree = (one: number, two: number, three: number) => number

const KEPT = 16

/**
 * The same function, which knows its last 16 answers: the ten forms of an intraclass correlation ask for six quantiles only, in turn,
 * and a quantile costs more than all the rest of a small table.
 */
export function lately(slow: OfThree): OfThree {
  const asked = new Float64Array(3 * KEPT).fill(Number.NaN) // NaN equals nothing, so an empty place is never taken for an answer
  const answers = new Float64Array(KEPT)
  let next = 0
  return (one, two, three) => {
    for (let place = 0, at = 0; place < KEPT; place++, at += 3) {
      if (asked[at] === one && asked[at + 1] === two && asked[at + 2] === three) return answers[place]!
    }
    const answer = slow(one, two, three)
    asked[3 * next] = one
    asked[3 * next + 1] = two
    asked[3 * next + 2] = three
    answers[next] = answer
    next = (next + 1) % KEPT
    return answer
  }
}
