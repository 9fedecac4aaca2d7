import { type CodeTable, type Level, MISSING, ratingTable, type ScoreTable } from '@attune/agreement'
import type { RatingSet } from '@attune/report'
import type { Group } from './group.ts'
import { ABSENT, numberIn } from './values.ts'

/** One set of ratings of a file; both tables hold the same ratings. */
export type Ready = RatingSet

export interface Declared {
  readonly level: Level | undefined
  readonly categories: readonly string[] | undefined
  readonly decimalComma: boolean
}

/** Two tables from one group, without a row object for each item. */
export function readyGroup(group: Group, texts: readonly string[], declared: Declared): Ready {
  const used = usedValues(group, texts.length)
  const numbers = texts.map((text) => numberIn(text, declared.decimalComma))
  const found = used.map((id) => ({ id, text: texts[id] ?? '', number: numbers[id] ?? null }))
  const allNumbers = found.length > 0 && found.every(({ number }) => number !== null)
  const level = declared.level ?? (allNumbers && numericList(declared.categories) ? 'interval' : 'nominal')
  const categories = declared.categories ?? foundCategories(found, allNumbers)
  const once = <Table>(make: () => Table) => {
    let made: { readonly table: Table } | null = null
    return () => {
      made ??= { table: make() }
      return made.table
    }
  }
  const isScored = declared.categories === undefined && (level === 'interval' || level === 'ratio')
  return {
    by: group.by,
    raters: group.raters,
    level,
    categories,
    codes: once(() => codeTable(group, texts, numbers, categories, level)),
    scores: once(() => (isScored ? scoreTable(group, numbers, level) : null)),
    shared: sharedItems(group),
  }
}

/** The items that some raters all worked on; `null`: all. Who worked on every item is found once, not again for each pair. */
function sharedItems(group: Group): Ready['shared'] {
  const { cells, size, raters: all } = group
  let partial: ReadonlySet<number> | null = null
  return (raters) => {
    const absent = partial ?? columnsWithAbsence(group)
    partial = absent
    const columns = raters.map((rater) => all.indexOf(rater)).filter((column) => absent.has(column))
    if (columns.length === 0) return null
    const shared: number[] = []
    for (let item = 0; item < size; item++) {
      if (columns.every((column) => cells[item * all.length + column] !== ABSENT)) shared.push(item)
    }
    return shared.length === size ? null : shared
  }
}

function columnsWithAbsence({ cells, raters }: Group): Set<number> {
  const columns = new Set<number>()
  for (let cell = 0; cell < cells.length; cell++) if (cells[cell] === ABSENT) columns.add(cell % raters.length)
  return columns
}

const numericList = (categories: readonly string[] | undefined) =>
  categories === undefined || categories.every((category) => numberIn(category, false) !== null)

function usedValues(group: Group, count: number): number[] {
  const used = new Uint8Array(count)
  const { cells } = group
  let unseen = count
  for (let index = 0; index < cells.length && unseen > 0; index++) {
    const id = cells[index]!
    if (id < 0 || used[id] === 1) continue
    used[id] = 1
    unseen--
  }
  return [...used.keys()].filter((id) => used[id] === 1)
}

/** Sorted; numbers by size, and then `2` and `2.0` are one category. */
function foundCategories(found: readonly { text: string; number: number | null }[], allNumbers: boolean): string[] {
  if (!allNumbers) return [...new Set(found.map(({ text }) => text))].toSorted()
  const numbers = found.flatMap(({ number }) => (number === null ? [] : [number]))
  return [...new Set(numbers)].toSorted((first, second) => first - second).map(String)
}

function codeTable(
  group: Group,
  texts: readonly string[],
  numbers: readonly (number | null)[],
  categories: readonly string[],
  level: Level,
): CodeTable {
  const places = new Map(categories.map((category, index) => [category, index]))
  const byNumber = new Map(categories.map((category, index) => [numberIn(category, false), index]))
  const positionOf = (text: string, id: number) => places.get(text) ?? byNumber.get(numbers[id] ?? null) ?? MISSING
  const positions = Int16Array.from(texts, positionOf)
  // A group in which nobody gave a value still has a result that says so; a scale needs some category for that.
  const named = categories.length === 0 ? ['(none)'] : categories
  const declaration = numericList(named) ? named.map(Number) : named
  const empty = ratingTable({ raters: group.raters, level, categories: declaration, rows: [] })
  if (empty.kind !== 'codes') throw new Error('A table with categories holds codes.')
  const { cells } = group
  const codes = categories.length <= 128 ? new Int8Array(cells.length) : new Int16Array(cells.length)
  for (let index = 0; index < cells.length; index++) {
    const cell = cells[index]!
    codes[index] = cell < 0 ? MISSING : positions[cell]!
  }
  return { ...empty, size: group.size, codes }
}

function scoreTable(group: Group, numbers: readonly (number | null)[], level: 'interval' | 'ratio'): ScoreTable {
  const { cells } = group
  const values = new Float64Array(cells.length)
  const state = new Int8Array(cells.length)
  for (let index = 0; index < cells.length; index++) {
    const cell = cells[index]!
    const number = cell < 0 ? null : (numbers[cell] ?? null)
    if (number === null) state[index] = MISSING
    else values[index] = number
  }
  return { kind: 'scores', level, raters: group.raters, items: null, size: group.size, values, state }
}
