import type { AnyOptions } from '@attune/agreement'
import type { OptionSpec } from '../arguments.ts'

/** How an option of the library is given on the command line; `take` turns its text into the option. */
export interface CoefficientOption extends OptionSpec {
  readonly value: string
  readonly take: (text: string) => AnyOptions
}

export const isAnyNumber = (value: number) => Number.isFinite(value)
export const isPositive = (value: number) => value > 0 && value < Number.POSITIVE_INFINITY

/** One of a few words, with its own type. */
export function oneOf<const Word extends string>(words: readonly Word[], option: (word: Word) => AnyOptions) {
  return {
    among: words,
    take: (text: string): AnyOptions => {
      const word = words.find((known) => known === text)
      return word === undefined ? {} : option(word)
    },
  }
}
