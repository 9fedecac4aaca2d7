import type { Continuum } from './continuum.ts'
import { type Random, randomBelow } from './random.ts'

/**
 * A continuum as chance would make it: for each rater the units of a rater drawn at random, all moved by a random distance; a unit that
 * would begin after the end goes round to the beginning as a whole. Distances are at least half the mean length of a unit apart,
 * where there is room for it.
 *
 * @source Mathet, Widloecher & Metivier (2015), Comput. Linguist. 41(3), 437-479, sec. 5.2. doi:10.1162/COLI_a_00227
 */
export function randomContinuum(real: Continuum, begin: number, length: number, random: Random): Continuum {
  const raters = real.offsets.length - 1
  let total = 0
  for (let unit = 0; unit < real.starts.length; unit++) total += real.ends[unit]! - real.starts[unit]!
  const room = total / real.starts.length / 2
  for (;;) {
    const moves: number[] = []
    const drawn: number[] = []
    for (let rater = 0; rater < raters; rater++) {
      moves.push(moveApart(moves, room, length, random))
      drawn.push(randomBelow(random, raters))
    }
    const moved = build(real, begin, length, drawn, moves)
    if (moved.starts.length > 0) return moved
  }
}

function moveApart(moves: readonly number[], room: number, length: number, random: Random): number {
  let move = 0
  for (let attempt = 0; attempt < 100; attempt++) {
    move = (random() / 4294967296) * length
    const clear = moves.every((other) => {
      const apart = Math.abs(other - move)
      return Math.min(apart, length - apart) >= room
    })
    if (clear) break
  }
  return move
}

function build(
  { starts, ends, codes, offsets }: Continuum,
  begin: number,
  length: number,
  drawn: readonly number[],
  moves: readonly number[],
): Continuum {
  const size = drawn.reduce((sum, rater) => sum + offsets[rater + 1]! - offsets[rater]!, 0)
  const made = {
    starts: new Float64Array(size),
    ends: new Float64Array(size),
    codes: new Int16Array(size),
    offsets: new Int32Array(drawn.length + 1),
  }
  let next = 0
  for (const [place, rater] of drawn.entries()) {
    const [from, to] = [offsets[rater]!, offsets[rater + 1]!]
    const move = moves[place]!
    // Starts are in order, so those that go round are the last ones, and they come first in the new order.
    let turn = from
    while (turn < to && starts[turn]! + move < begin + length) turn++
    const copy = (unit: number, by: number): void => {
      made.starts[next] = starts[unit]! + by
      made.ends[next] = ends[unit]! + by
      made.codes[next++] = codes[unit]!
    }
    for (let unit = turn; unit < to; unit++) copy(unit, move - length)
    for (let unit = from; unit < turn; unit++) copy(unit, move)
    made.offsets[place + 1] = next
  }
  return made
}
