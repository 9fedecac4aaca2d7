import { type Category, type Cell, type Level, MISSING, NOT_CODABLE, type Scale, type Scoring } from './types.ts'

/** What has to be said about the ratings before any of them is read. */
export interface Declaration {
  readonly level: Level
  /** Every category the codebook allows, in order, used or not. Required unless the ratings are plain numbers. */
  readonly categories?: readonly Category[]
  /** One score for each category; default: the categories themselves if all are numbers, else their positions 1, 2, 3 ... */
  readonly scores?: readonly number[]
  /** Cell values that mean "seen, but no value can be given", kept apart from missing. */
  readonly notCodable?: readonly Category[]
}

/** What makes the ratings codes, so that the compiler knows which table comes out: categories, or a level that needs them. */
export type DeclaresCodes =
  | { readonly categories: readonly Category[] }
  | { readonly level: Extract<Level, 'nominal' | 'ordinal'> }

/** What makes them plain numbers. */
export interface DeclaresScores {
  readonly level: Extract<Level, 'interval' | 'ratio'>
  readonly categories?: undefined
}

const levels: readonly Level[] = ['nominal', 'ordinal', 'interval', 'ratio']
const LARGEST_SCALE = 32_767 // positions are kept in 16 bits

/** Beyond whatever is measured, and small enough for the eighth powers of an interval of the ICC to remain numbers. */
export const LARGEST_SCORE = 1e30

export const isScore = (value: unknown): value is number =>
  typeof value === 'number' && Math.abs(value) <= LARGEST_SCORE

/** What is wrong with a value that is no score, to follow it in the message of a refusal. */
export function scoreFault(value: unknown): string {
  const isLarge = typeof value === 'number' && Number.isFinite(value)
  return isLarge ? `is too large for a score; at most ${LARGEST_SCORE} is possible` : 'is not a number'
}

function refuseTwins(names: readonly Category[], what: string, done: 'declared' | 'asked for' = 'declared'): void {
  const seen = new Set<string>()
  for (const name of names) {
    const text = String(name)
    if (seen.has(text)) throw new RangeError(`${what} "${text}" is ${done} twice.`)
    seen.add(text)
  }
}

/** Raters chosen from a table: compared with themselves they would agree by definition. */
export function checkChosen(raters: readonly string[]): void {
  refuseTwins(raters, 'Rater', 'asked for')
}

/** Names of raters or items: not empty, no name twice. */
export function checkNames(names: readonly string[], what: string): readonly string[] {
  if (names.length === 0) throw new RangeError(`At least one ${what.toLowerCase()} is needed.`)
  refuseTwins(names, what)
  return names
}

function checkScores(scores: readonly number[], categories: readonly Category[]): Float64Array {
  if (scores.length !== categories.length) {
    throw new RangeError(`${scores.length} scores are declared for ${categories.length} categories.`)
  }
  for (const [index, score] of scores.entries()) {
    if (!isScore(score)) throw new RangeError(`Score ${score} of category "${categories[index]}" ${scoreFault(score)}.`)
  }
  return Float64Array.from(scores)
}

/** The last scale and what it was declared by: tables of one codebook follow each other, and share it with the weights made for it. */
let latest: {
  readonly by: readonly Category[]
  readonly scores: readonly number[] | null
  readonly scale: Scale
} | null = null

/** The declared scale: categories as text, scores as numbers, and where the scores come from. */
export function declareScale(declaration: Declaration): Scale {
  const { level, categories = [], scores = null } = declaration
  if (!levels.includes(level)) throw new RangeError(`The level is ${levels.join(' or ')}, not ${level}.`)
  if (latest !== null && isSame(latest.by, categories) && isSameOrNone(latest.scores, scores)) return latest.scale
  const scale = newScale(categories, scores)
  latest = { by: [...categories], scores: scores && [...scores], scale }
  return scale
}

function isSame(one: readonly Category[], other: readonly Category[]): boolean {
  if (one.length !== other.length) return false
  for (let index = 0; index < one.length; index++) if (one[index] !== other[index]) return false
  return true
}

function isSameOrNone(one: readonly number[] | null, other: readonly number[] | null): boolean {
  return one === null || other === null ? one === other : isSame(one, other)
}

function newScale(categories: readonly Category[], scores: readonly number[] | null): Scale {
  if (categories.length === 0) throw new RangeError('The categories have to be declared, used or not, in their order.')
  if (categories.length > LARGEST_SCALE) throw new RangeError(`More than ${LARGEST_SCALE} categories are declared.`)
  refuseTwins(categories, 'Category')
  const numbers = categories.filter((category) => typeof category === 'number')
  const numeric = numbers.length === categories.length
  const scoring: Scoring = scores !== null ? 'declared' : numeric ? 'numeric-categories' : 'positions'
  const values = scores ?? (numeric ? numbers : categories.map((_, index) => index + 1))
  return { categories: categories.map(String), scores: checkScores(values, categories), scoring }
}

/** Says where a cell stands, for the message of a refusal. */
export type Place = (row: number, column: number) => string

/** Gives a function from a cell to its position in the declared list, or to MISSING or NOT_CODABLE. */
export function cellReader(scale: Scale, notCodable: readonly Category[], place: Place) {
  const positions = new Map<Cell, number>()
  for (const [index, category] of scale.categories.entries()) {
    positions.set(category, index)
    if (String(Number(category)) === category) positions.set(Number(category), index)
  }
  for (const mark of notCodable) {
    if (positions.has(mark)) throw new RangeError(`"${mark}" is declared both as a category and as "not codable".`)
    positions.set(mark, NOT_CODABLE)
    positions.set(String(mark), NOT_CODABLE)
  }
  positions.set(null, MISSING)
  return (cell: Cell, row: number, column: number): number => {
    const position = positions.get(cell)
    if (position === undefined) {
      throw new RangeError(`${place(row, column)}: "${cell}" is not among ${listed(scale.categories)}.`)
    }
    return position
  }
}

/** Names for the message of a refusal, the first dozen of many. */
export function listed(categories: readonly string[]): string {
  const shown = categories.slice(0, 12).join(', ')
  return categories.length > 12 ? `${shown} and ${categories.length - 12} more` : shown
}
