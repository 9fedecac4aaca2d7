import type { Ready } from '../input/tables.ts'
import { numberIn } from '../input/values.ts'
import type { AgreementRequest } from './request.ts'

/** Fewer kinds of numbers may well be codes. */
const FEWEST_NUMBERS = 3
const MOST_ODD = 2

/**
 * What to say where numbers were taken as text because of a few values among them: a typing slip would else choose the
 * coefficients.
 */
export function oddValues(
  { level, categories }: Pick<Ready, 'level' | 'categories'>,
  asked: Pick<AgreementRequest, 'level' | 'categories'>,
): string[] {
  if (asked.level !== undefined || asked.categories !== undefined || level !== 'nominal') return []
  const odd = categories.filter((text) => numberIn(text, true) === null)
  const numbers = categories.length - odd.length
  if (numbers < FEWEST_NUMBERS || odd.length > MOST_ODD) return []
  if (odd.length === 0) {
    const comma = categories.find((text) => text.includes(','))
    return [
      `"${comma}" is text where commas separate the cells, so the level is nominal. If it is a number, separate the cells by semicolons; if not, write --level nominal.`,
    ]
  }
  const named = odd.map((text) => `"${text}"`).join(' and ')
  return [
    `all values are numbers but ${named}, so they are taken as text and the level is nominal. Correct it, name it with --na if it means "no value", or write --level nominal if the numbers are codes.`,
  ]
}
