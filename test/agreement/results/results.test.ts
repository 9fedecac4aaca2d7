import { estimate, isMeasureId, type MeasureId, measures } from '@attune/agreement'
import { describe, expect, it } from 'vitest'
import { fits, optionsFor } from './options.ts'
import { type Line, near, recorded, resultOf } from './record.ts'
import { edges, usual } from './tables.ts'

/** Every option is tried on the first so many tables that suit a coefficient. */
const TRIED = 2

function linesOf(what: MeasureId): Line[] {
  const suited = Object.entries({ ...usual, ...edges }).filter(([, table]) => fits(what, table))
  return suited.flatMap(([of, table], index) =>
    optionsFor(what, index < TRIED).map((options) => {
      return { what, of, options, result: resultOf(() => estimate(what, table, options)) }
    }),
  )
}

const lines = recorded('coefficients.jsonl', () =>
  Object.keys(measures).flatMap((id) => (isMeasureId(id) ? linesOf(id) : [])),
)

/**
 * Every field of every result, as recorded: numbers, reasons, warnings, options, messages. That the numbers are right is shown elsewhere;
 * here nothing changes unnoticed. After a change that is meant: ATTUNE_RECORD_RESULTS=1 with this folder, and read the difference.
 */
describe('the results recorded in coefficients.jsonl', () => {
  for (const id of new Set(lines.map(({ what }) => what))) {
    it(`are those of ${id}`, () => {
      const expected = lines.filter(({ what }) => what === id)
      const found = isMeasureId(id) ? linesOf(id) : []
      expect(found.length).toBe(expected.length)
      for (const [index, line] of expected.entries()) {
        const same = found[index]
        expect([same?.of, same?.options]).toEqual([line.of, line.options])
        if (!near(same?.result, line.result)) expect(same?.result, line.of).toEqual(line.result)
      }
    })
  }
})
