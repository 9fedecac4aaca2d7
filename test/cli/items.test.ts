import { run } from '@attune/cli'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { worldOf } from './world.ts'

async function agreement(x: string, ...args: readonly string[]) {
  const { world, seen } = worldOf({ x })
  const code = await run(['agreement', 'x', '--json', ...args], world)
  return { code, ...seen }
}

/** A plain count of the same rows: the first name that stands twice, by its lines. */
function twinsIn(names: readonly string[]): string | null {
  const lines = new Map<string, number>()
  for (const [index, name] of names.map((cell) => cell.replaceAll('"', '').trim()).entries()) {
    const before = lines.get(name)
    if (before !== undefined)
      return `line ${index + 2}: a second rating of item ${name} by A; the first is on line ${before}.`
    lines.set(name, index + 2)
  }
  return null
}

describe('attune agreement', () => {
  const name = fc.oneof(
    fc.integer({ min: 1, max: 30 }).map((number) => `c${number}`),
    fc.constantFrom('', ' c3', 'c3 ', '"c3"', 'é', 'ö', '\u00a0x', 'b', 'zz', 'long-name-of-an-item', "'=x"),
  )

  it('finds the item that stands twice, in files that are in order and in others', async () => {
    const found = { twins: 0, none: 0 }
    await fc.assert(
      fc.asyncProperty(fc.array(name, { minLength: 1, maxLength: 12 }), fc.boolean(), async (cells, isSorted) => {
        const inOrder = (one: string, other: string) => one.length - other.length || (one < other ? -1 : 1)
        const names = isSorted ? cells.toSorted(inOrder) : cells
        const file = `item,A,B\n${names.map((cell) => `${cell},F,F\n`).join('')}`
        const expected = twinsIn(names)?.replace("'=x", '=x') ?? null
        const { code, out, err } = await agreement(file, '--measure', 'percent-agreement')
        if (expected === null) {
          found.none++
          expect([code, JSON.parse(out).input.items]).toEqual([0, names.length])
        } else {
          found.twins++
          expect([code, err]).toEqual([2, expect.stringContaining(expected)])
        }
      }),
      { numRuns: 1500 },
    )
    expect(Math.min(found.twins, found.none)).toBeGreaterThan(100)
  })

  it('tells items of one group from those of another', async () => {
    const rows = 'c1,1,F,F\nc2,1,F,F\nc1,2,F,F\n'
    const fine = await agreement(`item,wave,A,B\n${rows}`, '--by', 'wave', '--measure', 'percent-agreement')
    expect([fine.code, JSON.parse(fine.out).input.items]).toEqual([0, 2])
    const { err } = await agreement(`item,wave,A,B\n${rows}c2,1,F,F\n`, '--by', 'wave')
    expect(err).toContain('line 5: a second rating of item c2 by A; the first is on line 3.')
  })
})
