import { unescapeFormula } from '@attune/exchange'

/** A cell without value. */
export const EMPTY = -1
/** No cell at all: a long file has no row for this item and rater. */
export const ABSENT = -2

const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?$/
const NUMBER_WITH_COMMA = /^[+-]?\d+,\d+$/

/** A cell as a number, or null. A decimal comma counts where commas do not separate cells. */
export function numberIn(text: string, decimalComma: boolean): number | null {
  if (NUMBER.test(text)) return finite(Number(text))
  return decimalComma && NUMBER_WITH_COMMA.test(text) ? finite(Number(text.replace(',', '.'))) : null
}

const finite = (value: number) => (Number.isFinite(value) ? value : null)

/** Every distinct cell value of a file gets a number, so that a million cells need no million strings. */
export interface Values {
  /** The number of a value; EMPTY for the cells that mean "no value". */
  readonly idOf: (cell: string) => number
  /** The values in the order of their numbers. */
  readonly texts: readonly string[]
}

/** @param check throws when a value, seen for the first time, is not allowed. */
export function distinctValues(noValue: ReadonlySet<string>, check: (text: string) => void): Values {
  const ids = new Map<string, number>()
  const texts: string[] = []
  const idOf = (cell: string): number => {
    const known = ids.get(cell)
    if (known !== undefined) return known
    const text = unescapeFormula(cell.trim())
    let id = text === '' || noValue.has(text) ? EMPTY : (ids.get(text) ?? texts.length)
    if (id === texts.length) {
      check(text)
      id = texts.push(text) - 1
      ids.set(text, id)
    }
    ids.set(cell, id)
    return id
  }
  return { idOf, texts }
}

/** A list of whole numbers that grows without keeping objects. */
export interface Numbers {
  readonly push: (value: number) => void
  readonly all: () => Int32Array
}

export function growingNumbers(): Numbers {
  let store = new Int32Array(1024)
  let length = 0
  return {
    push: (value) => {
      if (length === store.length) {
        const larger = new Int32Array(2 * length)
        larger.set(store)
        store = larger
      }
      store[length++] = value
    },
    all: () => store.subarray(0, length),
  }
}
