import { run } from '@attune/cli'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exampleFiles } from './example-files.ts'
import { worldOf } from './world.ts'

const junk = fc.constantFrom(
  '"',
  '""',
  ',',
  ';',
  '\t',
  '\n',
  '\r',
  '\0',
  '-',
  '9',
  '1e999',
  '-0',
  '0x1',
  '__proto__',
  "'=",
  'NA',
  '\uD800',
  '😀',
  '\uFEFF',
  'F',
  'A',
)
const mutation = fc.tuple(fc.nat(400), fc.nat(8), fc.oneof(junk, fc.string({ unit: 'binary', maxLength: 4 })))

function mutated(text: string, mutations: readonly (readonly [number, number, string])[]): string {
  return mutations.reduce((all, [at, length, put]) => {
    const place = at % (all.length + 1)
    return all.slice(0, place) + put + all.slice(place + length)
  }, text)
}

describe('attune agreement', () => {
  it.each([
    ['wide', exampleFiles['wide.csv'], ['--pairs']],
    ['wide', exampleFiles['scores.csv'], ['--item', 'case', '--reference', 'master']],
    ['long', exampleFiles['long.csv'], ['--item', 'case', '--by', 'variable,target', '--pairs']],
    ['table', exampleFiles['table.csv'], []],
  ])(
    'survives 3,000 mutated files of the layout %s: a result or a refusal, never a fault of its own',
    async (layout, seed, args) => {
      const codes = new Set<number>()
      await fc.assert(
        fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 3 }), async (mutations) => {
          const { world, seen } = worldOf({ x: mutated(seed, mutations) })
          const code = await run(['agreement', 'x', '--layout', layout, ...args, '--json'], world)
          codes.add(code)
          expect([0, 2], seen.err).toContain(code)
          expect(seen.out).not.toMatch(/NaN|Infinity/)
          if (code === 0) JSON.parse(seen.out)
          else expect(seen.err).toMatch(/^attune: .+\n {8}.+\n/s)
        }),
        { numRuns: 3000 },
      )
      expect([...codes].toSorted()).toEqual([0, 2])
      expect(Object.keys(Object.prototype)).toEqual([])
    },
    60_000,
  )
})
