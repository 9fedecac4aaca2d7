import { readFileSync, writeFileSync } from 'node:fs'
import { type AnyOptions, type AnyTable, estimate, isMeasureId, type MeasureId, measures } from '@attune/agreement'
import { describe, expect, it } from 'vitest'
import { fits, optionsFor } from './options.ts'
import { edges, usual } from './tables.ts'

/** Plain data: a result, or the message of a refusal. */
type Data = number | string | boolean | null | readonly Data[] | { readonly [name: string]: Data }

/** A coefficient of a table with options: one line of the file. */
interface Line {
  readonly measure: string
  readonly table: string
  readonly options: AnyOptions
  readonly result: Data
}

/** Every option is tried on the first so many tables that suit a coefficient. */
const TRIED = 2

const file = new URL('./recorded.jsonl', import.meta.url)

/** A result with the digits that every machine agrees on, or what the refusal says. */
function resultOf(id: MeasureId, table: AnyTable, options: AnyOptions): Data {
  try {
    const text = JSON.stringify(estimate(id, table, options), (_, value) => {
      if (typeof value !== 'number') return value
      return Number.isFinite(value) ? Number(value.toPrecision(10)) : String(value)
    })
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof RangeError) return { refused: error.message }
    throw error
  }
}

function linesOf(measure: MeasureId): Line[] {
  const suited = Object.entries({ ...usual, ...edges }).filter(([, table]) => fits(measure, table))
  return suited.flatMap(([name, table], index) =>
    optionsFor(measure, index < TRIED).map((options) => {
      return { measure, table: name, options, result: resultOf(measure, table, options) }
    }),
  )
}

/** Numbers equal to nine digits, everything else equal. */
function near(found: Data | undefined, expected: Data): boolean {
  if (typeof found === 'number' && typeof expected === 'number') {
    return Math.abs(found - expected) <= 1e-12 + 1e-9 * Math.abs(expected)
  }
  if (typeof found !== 'object' || typeof expected !== 'object' || found === null || expected === null) {
    return found === expected
  }
  const parts = new Map(Object.entries(found))
  const wanted = Object.entries(expected)
  return parts.size === wanted.length && wanted.every(([name, part]) => near(parts.get(name), part))
}

if (process.env.ATTUNE_RECORD_RESULTS) {
  const lines = Object.keys(measures).flatMap((id) => (isMeasureId(id) ? linesOf(id) : []))
  writeFileSync(file, `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`)
}
const recorded: Line[] = readFileSync(file, 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line))

/**
 * Every field of every result, as recorded: numbers, reasons, warnings, options, messages. That the numbers are right is shown elsewhere;
 * here nothing changes unnoticed. After a change that is meant: ATTUNE_RECORD_RESULTS=1 with this file, and read the difference.
 */
describe('the results recorded in recorded.jsonl', () => {
  for (const id of new Set(recorded.map(({ measure }) => measure))) {
    it(`are those of ${id}`, () => {
      const expected = recorded.filter(({ measure }) => measure === id)
      const found = isMeasureId(id) ? linesOf(id) : []
      expect(found.length).toBe(expected.length)
      for (const [index, line] of expected.entries()) {
        const same = found[index]
        expect([same?.table, same?.options]).toEqual([line.table, line.options])
        if (!near(same?.result, line.result)) expect(same?.result, line.table).toEqual(line.result)
      }
    })
  }
})
