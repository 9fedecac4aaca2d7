import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from '@attune/cli'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { root } from './attune.ts'
import { exampleFiles } from './example-files.ts'
import { worldOf } from './world.ts'

const example = (name: string) => readFileSync(join(root, 'data/examples', name), 'utf8')
const junk = fc.constantFrom('"', ',', ';', '\n', '\0', '-', '9', '1e308', '-0', '__proto__', "'=", 'NA', '\uD800', '0')
const mutation = fc.tuple(fc.nat(300), fc.nat(6), fc.oneof(junk, fc.string({ unit: 'binary', maxLength: 3 })))

function mutated(text: string, mutations: readonly (readonly [number, number, string])[]): string {
  return mutations.reduce((all, [at, length, put]) => {
    const place = at % (all.length + 1)
    return all.slice(0, place) + put + all.slice(place + length)
  }, text)
}

describe('attune', () => {
  it.each([
    ['agreement x --layout units --length 60 --pairs --samples 3 --json', example('units.csv')],
    ['agreement x --layout units --measure gamma-cat,span-f1 --pairs --samples 3 --json', example('units.csv')],
    ['agreement x --layout events --tolerance 1 --pairs --json', example('events.csv')],
    [
      'agreement x --layout segments --pairs --measure pk,window-diff,boundary-similarity --json',
      example('segments.csv'),
    ],
    ['agreement x --layout boundaries --length 11 --pairs --json', example('boundaries.csv')],
    ['report x --layout events --tolerance 1 --pairs', example('states.csv')],
    ['compare x --reference A --measure gwet-ac1 --json', exampleFiles['wide.csv']],
    ['influence x --pairs --measure cohen-kappa --json', exampleFiles['wide.csv']],
    ['choose x --json', exampleFiles['wide.csv']],
    ['agreement x --cluster A --ci jackknife --pairs --benchmarks altman --json', exampleFiles['wide.csv']],
  ])(
    '%s survives 400 mutated files: an answer or a refusal, never a fault of its own',
    async (line, seed) => {
      const codes = new Set<number>()
      await fc.assert(
        fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 3 }), async (mutations) => {
          const { world, seen } = worldOf({ x: mutated(seed, mutations) })
          const code = await run(line.split(' '), world)
          codes.add(code)
          expect([0, 2], seen.err).toContain(code)
          if (line.endsWith('--json') && code === 0) JSON.parse(seen.out)
          if (code === 0) expect(seen.out).not.toMatch(/:\s*(?:NaN|-?Infinity)/)
          else expect(seen.err).toMatch(/^attune: .+\n {8}.+\n/s)
        }),
        { numRuns: 400 },
      )
      expect([...codes].toSorted()).toEqual([0, 2])
    },
    60_000,
  )
})
