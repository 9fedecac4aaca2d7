/**
 * Types keep others away, but files and scripts have none, and a slip must not choose a formula.
 *
 * @throws RangeError naming the option and what it may be.
 */
export function checkChoice<Choice extends string>(option: string, chosen: Choice, known: readonly Choice[]): void {
  if (!known.includes(chosen)) throw new RangeError(`The option ${option} is ${known.join(' or ')}, not ${chosen}.`)
}
