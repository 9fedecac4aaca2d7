import { type CodeTable, cohenKappa, pooledKappa, type Result, ratingTable } from '@attune/agreement'
import { run } from '@attune/cli'
import { describe, expect, it } from 'vitest'
import { worldOf } from './world.ts'

const raters = ['anna', 'master']
/** Item by item: the codes of both raters, or null for who left it out. */
const codes: Readonly<Record<string, Readonly<Record<string, readonly (string | null)[]>>>> = {
  anger: { i1: ['1', '1'], i2: ['0', '1'], i3: ['0', '0'], i4: ['1', '1'], i5: ['0', '0'] },
  loss: { i1: ['1', '0'], i2: ['0', '0'], i4: ['1', '1'], i5: ['0', null] },
  rare: { i5: ['0', '0'], i3: ['0', '0'], i2: ['0', '0'] },
}
const items = ['i1', 'i2', 'i3', 'i4', 'i5']
const row = (...cells: readonly (string | null | undefined)[]) => cells.map((cell) => cell ?? '').join()
const rows = Object.entries(codes).flatMap(([code, rated]) =>
  Object.entries(rated).flatMap(([item, pair]) => pair.map((value, at) => row(item, code, 'w1', raters[at], value))),
)
const own = rows.map((line) => line.replace(/^(\w+),(\w+)/, '$2-$1,$2'))
const head = 'item,code,wave,rater,value'
const file = (lines: readonly string[]) => [head, ...lines].join('\n')
const files = {
  'long.csv': file(rows),
  'own.csv': file(own),
  'three.csv': file([...rows, row('i1', 'anger', 'w1', 'ben', '1'), row('i2', 'anger', 'w1', 'ben', '1')]),
  'empty.csv': file([...rows, row('i1', 'joy', 'w1', 'anna', '1'), row('i1', 'joy', 'w1', 'master', '')]),
}
const tableOf = (code: string, names: readonly string[]) => {
  const table = ratingTable({
    raters,
    level: 'nominal',
    categories: ['0', '1'],
    rows: names.map((name) => codes[code]?.[name] ?? [null, null]),
  })
  if (table.kind !== 'codes') throw new Error('A table with categories holds codes.')
  return table satisfies CodeTable
}
const shared = Object.keys(codes).map((code) => tableOf(code, items))

function estimated(result: Result) {
  if (result.estimate === null) throw new Error(result.undefined.message)
  return result
}

async function ended(line: string) {
  const { world, seen } = worldOf(files)
  return { code: await run(['agreement', ...line.split(' ')], world), ...seen }
}

async function resultsOf(line: string) {
  const { code, out, err } = await ended(`${line} --json`)
  expect([code, err]).toEqual([0, ''])
  return JSON.parse(out).results
}

describe('attune agreement --pooled', () => {
  const line = 'long.csv --layout long --pooled code --categories 0,1'

  it('has the kappa of each code, and then the one of the library over all of them', async () => {
    const results = await resultsOf(line)
    const whole = results.at(-1)
    const expected = estimated(pooledKappa(shared))
    expect(results.slice(0, -1).map((one: { by: unknown; estimate: unknown }) => [one.by, one.estimate])).toEqual(
      Object.keys(codes).map((code, index) => [{ code }, cohenKappa(shared[index] ?? tableOf(code, items)).estimate]),
    )
    expect(whole).toMatchObject({ measure: 'pooled-kappa', by: {}, over: { column: 'code', count: 3 }, n: expected.n })
    expect([whole.estimate, whole.se, whole.ci]).toEqual([expected.estimate, expected.se, expected.interval])
    expect(whole.details.items).toBe('same')
    expect(whole.details.codes.map(({ code, n }: { code: string; n: number }) => [code, n])).toEqual([
      ['anger', 5],
      ['loss', 3],
      ['rare', 3],
    ])
  })

  it('pools weighted kappas where weights are given', async () => {
    const whole = (await resultsOf(`${line} --weights linear`)).at(-1)
    const ordinal = shared.map((table) => ({ ...table, level: 'ordinal' as const }))
    expect(whole.estimate).toBe(pooledKappa(ordinal, { weights: 'linear' }).estimate)
    expect(whole.options.weights).toBe('linear')
  })

  it('takes each code for itself where no item has two', async () => {
    const whole = (await resultsOf(line.replace('long.csv', 'own.csv'))).at(-1)
    const tables = Object.entries(codes).map(([code, rated]) => tableOf(code, Object.keys(rated)))
    const expected = estimated(pooledKappa(tables, { items: 'own' }))
    expect([whole.details.items, whole.estimate, whole.se]).toEqual(['own', expected.estimate, expected.se])
    expect(whole.se).not.toBe(estimated(pooledKappa(shared)).se)
  })

  it('repeats itself for other groups, and for every pair that has the codes', async () => {
    const [whole] = (await resultsOf(`${line} --by wave`)).slice(-1)
    expect(whole.by).toEqual({ wave: 'w1' })
    const pairs = (await resultsOf(`${line.replace('long.csv', 'three.csv')} --pairs`)).filter(
      ({ measure }: { measure: string }) => measure === 'pooled-kappa',
    )
    expect(pairs.map((one: { raters: string[]; over: { count: number } }) => [...one.raters, one.over.count])).toEqual([
      ['anna', 'master', 3],
      ['anna', 'ben', 1],
      ['master', 'ben', 1],
    ])
  })

  it('leaves the interval out where none is wanted', async () => {
    const whole = (await resultsOf(`${line} --ci none`)).at(-1)
    expect([whole.ci, whole.estimate]).toEqual([null, pooledKappa(shared).estimate])
  })

  it('names the code that keeps it undefined', async () => {
    const whole = (await resultsOf(line.replace('long.csv', 'empty.csv'))).at(-1)
    expect([whole.estimate, whole.undefined]).toEqual([
      null,
      { code: 'no-items', message: 'code joy has no item coded by both raters.' },
    ])
  })

  it('prints how many codes were pooled, and how', async () => {
    const { out } = await ended(line)
    expect(out).toMatch(/\nall 3 {2}anna - master {2}Pooled kappa {3}5 .*\]/)
    expect(out).toContain('delta method over shared items, normal (Pooled kappa)')
  })

  it.each([
    [`${line} --ci bootstrap`, '--ci bootstrap is not for --pooled'],
    [`${line.replace('long.csv', 'three.csv')} --measure fleiss-kappa`, '--pooled takes two raters; there are 3.'],
    ['long.csv --layout table --pooled code', '--pooled has no meaning for --layout table.'],
    ['long.csv --layout units --pooled code', '--pooled has no meaning for --layout units.'],
    ['long.csv --layout long --pooled none', 'no column "none"'],
  ])('refuses %s', async (words, message) => {
    const { code, out, err } = await ended(words)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(message)
  })
})
