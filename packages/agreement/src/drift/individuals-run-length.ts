import { normalTails } from '../distributions/distributions.ts'
import { brokenRules, type Zone } from './individuals-chart.ts'
import { chainRunLength, given, type RunLength, type States } from './run-length.ts'

const quiet = [-1, 0, 1] as const
/** The zones of the last two cases, the latest first. */
const pairs = quiet.flatMap((last) => quiet.map((first): [Zone, Zone] => [last, first]))
const placeOf = (last: Zone, first: Zone): number => (last + 1) * 3 + first + 1

/** Chances of the three zones without a signal, for a mean that is `shift` standard deviations off. */
function zoneChances(shift: number): [below: number, middle: number, above: number] {
  const under = (border: number) => normalTails(border - shift).lower
  return [under(-2) - under(-3), under(2) - under(-2), under(3) - under(2)]
}

function carry(states: States, chances: readonly number[]): States {
  const next = new Float64Array(9)
  for (const [place, [last, first]] of pairs.entries()) {
    for (const zone of quiet) {
      if (brokenRules(zone, [last, first]).length === 0)
        next[placeOf(zone, last)]! += states[place]! * chances[zone + 1]!
    }
  }
  return next
}

/**
 * Run length of the individuals chart with its two rules, exactly: the zones of the last two cases are a Markov chain of nine states.
 *
 * @param shift of the mean, in standard deviations. @param before cases in control that went before the shift.
 * @source Champ & Woodall (1987), Technometrics 29(4), 393-399. doi:10.1080/00401706.1987.10488266
 */
export function individualsRunLength(shift: number, before = 0): RunLength {
  const [calm, shifted] = [zoneChances(0), zoneChances(shift)]
  let start: States = new Float64Array(9)
  start[placeOf(0, 0)] = 1
  for (let step = 0; step < before; step++) start = given(carry(start, calm))
  return chainRunLength(start, (states) => carry(states, shifted), 2)
}
