import { describe, expect, it } from 'vitest'
import { calls } from './calls.ts'
import { type Line, near, recorded, resultOf } from './record.ts'

function linesOf(what: string): Line[] {
  return Object.entries(calls[what] ?? {}).map(([of, call]) => ({ what, of, options: {}, result: resultOf(call) }))
}

const lines = recorded('calls.jsonl', () => Object.keys(calls).flatMap(linesOf))

/** As in results.test.ts, for what is not a coefficient of one table. */
describe('the results recorded in calls.jsonl', () => {
  for (const what of Object.keys(calls)) {
    it(`are those of ${what}`, () => {
      const found = linesOf(what)
      const expected = lines.filter((line) => line.what === what)
      expect(found.map(({ of }) => of)).toEqual(expected.map(({ of }) => of))
      for (const [index, line] of expected.entries()) {
        if (!near(found[index]?.result, line.result)) expect(found[index]?.result, line.of).toEqual(line.result)
      }
    })
  }
})
