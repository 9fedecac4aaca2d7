import { run } from '@attune/cli'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { worldOf } from './world.ts'

const document = z.object({
  input: z.object({ categories: z.array(z.string()), raters: z.array(z.string()), missing: z.number() }),
  results: z.array(
    z.object({
      measure: z.string(),
      level: z.string(),
      raters: z.array(z.string()),
      n: z.number(),
      estimate: z.number().nullable(),
      dropped: z.array(z.object({ code: z.string(), count: z.number() })),
    }),
  ),
})

async function computed(text: string, ...args: string[]) {
  const { world, seen } = worldOf({ x: text })
  expect([await run(['agreement', 'x', ...args, '--json'], world), seen.err]).toEqual([0, ''])
  return document.parse(JSON.parse(seen.out))
}

describe('the table that attune agreement makes of a file', () => {
  it('has only the raters asked for, in a long file too', async () => {
    const text = 'item,rater,value\n1,A,F\n1,B,F\n1,C,Ds\n2,A,F\n2,B,Ds\n2,C,E\n'
    const { input, results } = await computed(text, '--layout', 'long', '--raters', 'B,A', '--measure', 'cohen-kappa')
    expect(input).toEqual({ raters: ['B', 'A'], categories: ['Ds', 'F'], missing: 0 })
    expect(results.map(({ raters }) => raters)).toEqual([['B', 'A']])
  })

  it('sorts numeric codes by size, and 2 and 2.0 are one code', async () => {
    const { input } = await computed('A,B\n10,9\n2,2.0\n1,-1\n', '--level', 'nominal')
    expect(input.categories).toEqual(['-1', '1', '2', '9', '10'])
  })

  it('compares a pair on the items that both worked on; an empty cell is work, an absent row is not', async () => {
    const text = 'item,rater,value\n1,A,F\n1,B,F\n2,A,F\n3,A,F\n3,B,\n4,A,Ds\n4,B,Ds\n'
    const leftOut = async (...args: string[]) => {
      const { results } = await computed(text, '--layout', 'long', '--measure', 'cohen-kappa', ...args)
      return results.map(({ n, dropped }) => [n, dropped])
    }
    expect(await leftOut('--pairs')).toEqual([[2, [{ code: 'missing', count: 1 }]]])
    expect(await leftOut('--reference', 'A')).toEqual(await leftOut('--pairs'))
    expect(await leftOut()).toEqual([[2, [{ code: 'missing', count: 2 }]]])
  })

  it('puts rows and columns of a contingency table into the declared order', async () => {
    const straight = ',F,Ds,E\nF,4,1,0\nDs,2,5,1\nE,0,3,6\n'
    const turned = ',E,F,Ds\nDs,1,2,5\nF,0,4,1\nE,6,0,3\n'
    const args = ['--layout', 'table', '--measure', 'weighted-kappa', '--level', 'ordinal', '--weights', 'linear']
    const expected = await computed(straight, ...args)
    expect(await computed(turned, ...args, '--categories', 'F,Ds,E')).toEqual(expected)
  })

  it('takes words in their declared order as ordinal where weights ask for an order, and only there', async () => {
    const text = 'A,B\nlow,low\nmid,high\nhigh,high\nlow,mid\n'
    const measure = ['--measure', 'weighted-kappa,cohen-kappa']
    const named = await computed(text, ...measure, '--categories', 'low,mid,high', '--weights', 'linear')
    expect(named.results.map(({ level }) => level)).toEqual(['ordinal', 'nominal'])
    const said = await computed(
      text,
      ...measure,
      '--categories',
      'low,mid,high',
      '--weights',
      'linear',
      '--level',
      'ordinal',
    )
    expect(named.results.map(({ estimate }) => estimate)).toEqual(said.results.map(({ estimate }) => estimate))
    const { world, seen } = worldOf({ x: text })
    expect(await run(['agreement', 'x', ...measure], world)).toBe(2)
    expect(seen.err).toContain('need categories in order')
  })

  it('takes the apostrophe away that keeps a spreadsheet from calculating', async () => {
    const { input, results } = await computed("'=A,B\n'-1,-1\n2,'+2\n", '--measure', 'bias')
    expect(input.raters).toEqual(['=A', 'B'])
    expect(results[0]?.estimate).toBe(0)
  })
})

describe('the readable table', () => {
  const shown = async (text: string, ...args: string[]) => {
    const { world, seen } = worldOf({ x: text })
    expect(await run(['agreement', 'x', ...args], world)).toBe(0)
    return seen.out
  }

  it('has no negative zero, and zeros before the point only where a figure can exceed 1', async () => {
    const out = await shown('A,B\n1,1.002\n2,2\n3,3\n5,5\n', '--measure', 'bias,within-k')
    expect(out).toMatch(/Bias .* 0\.00 {2}\[0\.00, 0\.00\]/)
    expect(out).toMatch(/Share .* 1\.00 +\[\.51, 1\.00\]/)
  })

  it('shows small probabilities as a bound', async () => {
    const out = await shown(`A,B\n${'F,F\nDs,Ds\n'.repeat(50)}F,Ds\n`, '--measure', 'cohen-kappa')
    expect(out).toMatch(/< \.001\n/)
  })

  it('says why there is no figure', async () => {
    const out = await shown('A,B\nF,F\nF,F\n', '--measure', 'cohen-kappa')
    expect(out).toMatch(/undefined +1\n\n1 {2}Undefined: \S/)
  })
})
