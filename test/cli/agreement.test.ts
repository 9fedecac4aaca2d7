import { estimate, ratingTable } from '@attune/agreement'
import { describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { attune, folderWith, PATIENCE } from './attune.ts'
import { exampleFiles } from './example-files.ts'

vi.setConfig({ testTimeout: PATIENCE })

const folder = await folderWith(exampleFiles)

const document = z.object({
  attune: z.string(),
  input: z.object({
    items: z.number(),
    raters: z.array(z.string()),
    categories: z.array(z.string()),
    missing: z.number(),
  }),
  results: z.array(
    z.object({
      measure: z.string(),
      raters: z.array(z.string()),
      by: z.record(z.string(), z.string()),
      options: z.record(z.string(), z.unknown()),
      n: z.number(),
      estimate: z.number().nullable(),
      observed: z.number().nullable(),
      expected: z.number().nullable(),
      se: z.number().nullable(),
      ci: z
        .object({ lower: z.number().nullable(), upper: z.number().nullable(), level: z.number(), method: z.string() })
        .nullable(),
      test: z
        .object({
          statistic: z.string(),
          value: z.number(),
          df1: z.number().nullable(),
          df2: z.number().nullable(),
          p: z.number(),
        })
        .nullable(),
      undefined: z.object({ code: z.string(), message: z.string() }).optional(),
      warnings: z.array(z.object({ code: z.string(), message: z.string() })),
    }),
  ),
})

/** The JSON document of a command that has to succeed. */
async function json(...args: string[]) {
  const { code, out, err } = await attune(['agreement', ...args, '--json'], { folder })
  expect([err, code]).toEqual(['', 0])
  return document.parse(JSON.parse(out))
}

describe('attune agreement', () => {
  it('prints one JSON document in the published shape, in full double precision', async () => {
    const { out, code } = await attune(
      ['agreement', 'wide.csv', '--raters', 'A,B', '--measure', 'cohen-kappa', '--json'],
      {
        folder,
      },
    )
    expect(code).toBe(0)
    const own = estimate(
      'cohen-kappa',
      ratingTable({
        raters: ['A', 'B'],
        level: 'nominal',
        categories: ['Ds', 'E', 'F'],
        rows: [
          ['F', 'F'],
          ['F', 'Ds'],
          ['Ds', 'Ds'],
          ['E', 'E'],
          [null, 'Ds'],
          ['F', null],
          ['F', 'F'],
        ],
      }),
    )
    if (own.estimate === null) throw new Error('undefined')
    expect(JSON.parse(out)).toEqual({
      attune: expect.stringMatching(/^\d+\.\d+\.\d+/),
      input: { items: 7, raters: ['A', 'B'], categories: ['Ds', 'E', 'F'], missing: 2 },
      results: [
        {
          measure: 'cohen-kappa',
          raters: ['A', 'B'],
          by: {},
          level: 'nominal',
          options: { confidence: 0.95, missing: 'pairwise' },
          n: 5,
          dropped: [{ code: 'missing', count: 2 }],
          estimate: 0.6875,
          observed: 0.8,
          expected: 0.36,
          se: own.se,
          ci: own.interval,
          test: {
            statistic: 'z',
            value: own.test?.value,
            df1: null,
            df2: null,
            p: own.test?.p,
            hypothesis: 'kappa = 0',
          },
          warnings: [],
        },
      ],
    })
  })

  it('reads standard input, UTF-16 and tabs alike', async () => {
    const fromFile = await attune(['agreement', 'wide.csv', '--json'], { folder })
    const fromPipe = await attune(['agreement', '-', '--json'], { input: exampleFiles['wide.csv'] })
    const fromUtf16 = await attune(['agreement', 'utf16.tsv', '--json'], { folder })
    expect(JSON.parse(fromFile.out).input).toEqual({
      items: 7,
      raters: ['A', 'B', 'C'],
      categories: ['Ds', 'E', 'F'],
      missing: 2,
    })
    expect([fromPipe.out, fromUtf16.out]).toEqual([fromFile.out, fromFile.out])
  })

  it('compares every rater with the reference, one by one', async () => {
    const { results } = await json('wide.csv', '--reference', 'B', '--measure', 'cohen-kappa')
    expect(results.map(({ raters }) => raters)).toEqual([
      ['A', 'B'],
      ['C', 'B'],
    ])
  })

  it('compares every pair', async () => {
    const { results } = await json('wide.csv', '--pairs', '--measure', 'cohen-kappa')
    expect(results.map(({ raters, n }) => [...raters, n])).toEqual([
      ['A', 'B', 5],
      ['A', 'C', 6],
      ['B', 'C', 6],
    ])
  })

  it('takes numbers as interval scores, decimal commas too, and signs bias as coder minus master', async () => {
    const { input, results } = await json('scores.csv', '--item', 'case', '--reference', 'master')
    expect(input).toMatchObject({ items: 5, raters: ['anna', 'master'], missing: 1 })
    const bias = results.find(({ measure }) => measure === 'bias')
    expect(bias).toMatchObject({ raters: ['anna', 'master'], n: 4, estimate: 0 })
    expect(results.filter(({ measure }) => measure === 'icc').map(({ options }) => options.form)).toEqual([
      'ICC(A,1)',
      'ICC(C,1)',
    ])
  })

  it('repeats the analysis for each group, at the level of its values', async () => {
    const { input, results } = await json(
      'long.csv',
      '--layout',
      'long',
      '--item',
      'case',
      '--by',
      'variable,target',
      '--reference',
      'master',
    )
    expect(input).toMatchObject({ items: 4, missing: 2 })
    const of = (variable: string, target: string) =>
      results.filter(({ by }) => by.variable === variable && by.target === target)
    const nominal = of('class', '').map(({ measure, estimate: value }) => [measure, value])
    expect(nominal).toEqual([
      ['percent-agreement', 0.5],
      ['cohen-kappa', 0],
    ])
    expect(of('loving', 'mother').find(({ measure }) => measure === 'bias')?.estimate).toBeCloseTo(-2.5 / 3, 12)
    expect(of('loving', 'father').map(({ estimate: value, n }) => [value, n])).toEqual([
      [null, 0],
      [null, 0],
    ])
    expect(of('loving', 'father')[0]?.undefined?.code).toBe('no-items')
  })

  it('reads a contingency table and the names of its raters', async () => {
    const { input, results } = await json('table.csv', '--layout', 'table', '--measure', 'cohen-kappa')
    expect(input).toEqual({ items: 50, raters: ['anna', 'master'], categories: ['F', 'Ds'], missing: 0 })
    expect(results[0]).toMatchObject({ n: 50, estimate: 0.4, observed: 0.7, expected: 0.5 })
  })

  it('knows the declared categories, their order and the cells without a value', async () => {
    const { input } = await json('wide.csv', '--raters', 'A,B', '--categories', 'E,F,Ds,U', '--measure', 'cohen-kappa')
    expect(input.categories).toEqual(['E', 'F', 'Ds', 'U'])
    const { input: fewer } = await json('wide.csv', '--raters', 'A,B', '--na', 'NA,E', '--measure', 'cohen-kappa')
    expect(fewer).toMatchObject({ categories: ['Ds', 'F'], missing: 4 })
  })

  it('weights by name and by file, whatever the order of the file', async () => {
    const common = ['wide.csv', '--raters', 'B,C', '--measure', 'weighted-kappa', '--level', 'ordinal']
    const named = await json(...common, '--categories', 'F,Ds,E', '--weights', 'weights.csv')
    const bare = await json(...common, '--categories', 'F,Ds,E', '--weights', 'bare-weights.csv')
    const turned = await json(...common, '--categories', 'E,Ds,F', '--weights', 'weights.csv')
    const linear = await json(...common, '--categories', 'F,Ds,E', '--weights', 'linear')
    expect(named.results[0]?.estimate).not.toBeNull()
    expect(bare.results[0]?.estimate).toBe(named.results[0]?.estimate)
    expect(turned.results[0]?.estimate).toBeCloseTo(named.results[0]?.estimate ?? 0, 14)
    expect(linear.results[0]?.estimate).not.toBe(named.results[0]?.estimate)
  })

  it('takes forms of the ICC by either name, its model, r0 and the level of the interval', async () => {
    const common = ['scores.csv', '--item', 'case', '--measure', 'icc']
    const shroutFleiss = await json(...common, '--icc-form', 'ICC(3,1)')
    const mcGrawWong = await json(...common, '--icc-form', 'ICC(C,1)', '--icc-model', 'mixed')
    expect(shroutFleiss.results).toEqual(mcGrawWong.results)
    expect(mcGrawWong.results[0]?.options).toMatchObject({ form: 'ICC(C,1)', model: 'mixed', r0: 0 })
    const harder = await json(...common, '--r0', '0.6', '--confidence', '0.9')
    expect(harder.results[0]).toMatchObject({ options: { r0: 0.6 }, ci: { level: 0.9 } })
  })

  it('computes the one form asked for instead of the usual ones', async () => {
    const { results } = await json('scores.csv', '--item', 'case', '--icc-form', 'ICC(A,k)')
    const forms = results.map(({ measure, options }) => [measure, options.form].filter(Boolean).join(' '))
    expect(forms).toEqual(['icc ICC(A,k)', 'bias', 'within-k'])
  })

  it('reads columns of other names from a long file', async () => {
    const columns = ['--item', 'target', '--rater', 'who', '--value', 'said']
    const { code, out } = await attune(['agreement', '-', '--layout', 'long', ...columns, '--json'], {
      input: 'said,target,who\nF,c1,anna\nF,c1,ben\nDs,c2,anna\nE,c2,ben\n',
    })
    expect(code).toBe(0)
    expect(document.parse(JSON.parse(out)).results[0]).toMatchObject({ raters: ['anna', 'ben'], n: 2, estimate: 0.5 })
  })

  it('counts what lies within k points', async () => {
    const within = async (k: string) =>
      (await json('scores.csv', '--item', 'case', '--measure', 'within-k', '--k', k)).results[0]?.estimate
    expect([await within('0'), await within('0.5')]).toEqual([0.5, 1])
  })

  it('leaves the interval out when asked', async () => {
    const { results } = await json('wide.csv', '--pairs', '--measure', 'cohen-kappa', '--ci', 'none')
    expect(results.map(({ ci }) => ci)).toEqual([null, null, null])
  })

  it('makes intervals by bootstrap, the same for the same seed, and by jackknife', async () => {
    const of = async (...args: string[]) =>
      (await json('scores.csv', '--item', 'case', '--measure', 'bias', '--ci', ...args)).results[0]
    const first = await of('bootstrap', '--resamples', '200', '--seed', '7')
    expect(first).toEqual(await of('bootstrap', '--resamples', '200', '--seed', '7'))
    expect(first?.ci?.method).toMatch(/^bootstrap .*200 samples, seed 7$/)
    expect(first?.ci).not.toEqual((await of('bootstrap', '--resamples', '200', '--seed', '8'))?.ci)
    expect((await of('bootstrap'))?.ci?.method).toMatch(/2000 samples, seed 1$/)
    expect((await of('jackknife'))?.ci?.method).toBe('jackknife, t')
    expect((await of('jackknife'))?.estimate).toBe(first?.estimate)
  })

  it('says why a coefficient is undefined, and ends with 0', async () => {
    const { out, code } = await attune(['agreement', '-', '--measure', 'cohen-kappa', '--json'], {
      input: 'A,B\nF,F\nF,F\n',
    })
    expect(code).toBe(0)
    expect(JSON.parse(out).results[0]).toMatchObject({ estimate: null, undefined: { code: 'no-variation' }, ci: null })
    expect(out).not.toMatch(/NaN|Infinity/)
  })

  it('prints a readable table in APA style, the missing rule below it', async () => {
    const { out } = await attune(['agreement', 'wide.csv', '--pairs', '--measure', 'cohen-kappa'], { folder })
    expect(out).toBe(
      `attune 0.1.0: 7 items, raters A, B, C, 2 missing values

raters  coefficient    n  estimate       95% CI     p  notes
A - B   Cohen's kappa  5       .69  [.16, 1.22]  .022  1
A - C   Cohen's kappa  6       .67  [.24, 1.10]  .023  2
B - C   Cohen's kappa  6       .52   [.05, .99]  .035  2

1  2 items left out: missing.
2  1 item left out: missing.
Missing values: pairwise (Cohen's kappa).
Intervals: Fleiss-Cohen-Everitt, normal (Cohen's kappa).
`.replace('0.1.0', out.split(' ')[1]?.replace(':', '') ?? ''),
    )
  })

  it('prints the same table as Markdown', async () => {
    const { out } = await attune(['agreement', 'wide.csv', '--pairs', '--measure', 'cohen-kappa', '--markdown'], {
      folder,
    })
    expect(out).toContain(
      '| raters | coefficient | n | estimate | 95% CI | p | notes |\n| --- | --- | ---: | ---: | ---: | ---: | --- |\n',
    )
    expect(out).toContain("| A - B | Cohen's kappa | 5 | .69 | [.16, 1.22] | .022 | 1 |\n")
  })

  it('prints one row a coefficient as CSV, its group in front', async () => {
    const layout = ['long.csv', '--layout', 'long', '--item', 'case', '--by', 'variable,target']
    const args = ['agreement', ...layout, '--level', 'nominal', '--measure', 'percent-agreement', '--csv']
    const { out, code } = await attune(args, { folder })
    expect(code).toBe(0)
    const [header = '', first = '', ...more] = out.split('\r\n')
    expect(header).toMatch(
      /^by_variable,by_target,measure,raters,level,options,n,dropped,estimate,observed,.*,attune_version$/,
    )
    expect(first).toMatch(/^class,,percent-agreement,"anna; master",.*,4,,0\.5,/)
    expect(more).toHaveLength(3)
  })

  it('is silent on standard error and gives the same bytes each time', async () => {
    const args = ['agreement', 'wide.csv', '--json']
    const [first, second] = await Promise.all([attune(args, { folder }), attune(args, { folder })])
    expect(first.err).toBe('')
    expect(first).toEqual(second)
  })
})
