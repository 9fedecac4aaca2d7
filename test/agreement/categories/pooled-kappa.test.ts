import {
  type Cell,
  cohenKappa,
  fleissKappa,
  pooledKappa,
  selectItems,
  stratifiedKappa,
  tableFromContingency,
  weightedKappa,
} from '@attune/agreement'
import { describe, expect, it } from 'vitest'
import { randomBelow, randomFrom } from '../../../packages/agreement/src/base/random.ts'
import { determined } from '../support/determined.ts'
import { coded, counted } from './tables.ts'

const random = randomFrom(3)
/** Five codes of 40 interviews: present or absent, some rare; errors of one interview go through all codes. */
const interviews = Array.from({ length: 40 }, () => randomBelow(random, 4) === 0)
const codes = [2, 3, 5, 8, 12].map((rarity) => {
  const rows = interviews.map((hard) => {
    const truth = randomBelow(random, rarity) === 0
    const second = hard && randomBelow(random, 4) > 0 ? !truth : truth
    return [truth ? 'F' : 'Ds', second ? 'F' : 'Ds'] as Cell[]
  })
  return coded(rows, ['F', 'Ds'])
})

const site = coded(
  interviews.map((hard, item) => [item % 3 === 0 ? 'F' : 'Ds', (item % 3 === 0) !== hard ? 'F' : 'Ds']),
  ['F', 'Ds'],
)

const jackknifed = (value: (left: number) => number, n: number): number => {
  const left = Array.from({ length: n }, (_, out) => value(out))
  const centre = left.reduce((sum, one) => sum + one, 0) / n
  return Math.sqrt(((n - 1) / n) * left.reduce((sum, one) => sum + (one - centre) ** 2, 0))
}

describe('pooledKappa', () => {
  it("of one code is Cohen's kappa, or weighted kappa, with its error", () => {
    const [pooled, cohen] = [determined(pooledKappa([site])), determined(cohenKappa(site))]
    for (const name of ['estimate', 'se', 'observed', 'expected', 'n'] as const) {
      expect(pooled[name], name).toBeCloseTo(cohen[name] ?? Number.NaN, 14)
    }
    const scale = coded([
      ['F', 'Ds'],
      ['E', 'U'],
      ['U', 'U'],
      ['Ds', 'Ds'],
      ['F', 'E'],
      ['E', 'E'],
      [null, 'F'],
    ])
    const linear = determined(weightedKappa(scale, { weights: 'linear' }))
    const found = determined(pooledKappa([scale], { weights: 'linear' }))
    expect(found.estimate).toBeCloseTo(linear.estimate, 14)
    expect(found.se).toBeCloseTo(linear.se ?? 0, 14)
  })

  it('is the kappa of mean observed and mean expected agreement', () => {
    const found = determined(pooledKappa(codes))
    expect(found.estimate).toBeCloseTo(stratifiedKappa(codes).pooled ?? 0, 14)
    expect(found.details?.codes).toHaveLength(5)
  })

  it('has over shared interviews the error of the jackknife that leaves out interviews', () => {
    const se = jackknifed((out) => {
      const rest = interviews.map((_, item) => item).filter((item) => item !== out)
      return determined(pooledKappa(codes.map((table) => selectItems(table, rest)))).estimate
    }, 40)
    const shared = determined(pooledKappa(codes)).se ?? 0
    expect(shared / se).toBeGreaterThan(0.9)
    expect(shared / se).toBeLessThan(1.02)
    // These interviews are hard or easy for all codes, so taking the codes as independent would understate the error.
    expect(determined(pooledKappa(codes, { items: 'own' })).se).toBeLessThan(shared)
  })

  it('has over independent sites the root of the sum of squared errors, when they are alike', () => {
    const alone = determined(pooledKappa([site]))
    const four = determined(pooledKappa([site, site, site, site], { items: 'own' }))
    expect(four.estimate).toBeCloseTo(alone.estimate, 14)
    expect(four.se).toBeCloseTo((alone.se ?? 0) / 2, 14)
    expect(four.n).toBe(160)
    expect(determined(pooledKappa([site, site, site, site])).se).toBeCloseTo(alone.se ?? 0, 14)
  })

  it('lets an interview without one code count for the others', () => {
    const gap = coded(
      [
        ['F', 'F'],
        [null, 'Ds'],
        ['Ds', 'Ds'],
        ['F', 'Ds'],
      ],
      ['F', 'Ds'],
    )
    const full = coded(
      [
        ['F', 'F'],
        ['F', 'F'],
        ['Ds', 'Ds'],
        ['Ds', 'Ds'],
      ],
      ['F', 'Ds'],
    )
    expect(pooledKappa([gap, full])).toMatchObject({ n: 4, details: { codes: [{ n: 3 }, { n: 4 }] } })
    expect(pooledKappa([gap, gap])).toMatchObject({ n: 3 })
  })

  it('counts a code that nobody used as agreement on its absence', () => {
    const unused = coded(
      Array.from({ length: 40 }, () => ['Ds', 'Ds']),
      ['F', 'Ds'],
    )
    expect(determined(pooledKappa([...codes, unused])).expected).toBeGreaterThan(
      determined(pooledKappa(codes)).expected ?? 1,
    )
  })

  it('is undefined with a reason, and refuses tables that do not fit', () => {
    const unused = coded([['Ds', 'Ds']], ['F', 'Ds'])
    expect(pooledKappa([unused, unused])).toMatchObject({ estimate: null, undefined: { code: 'no-variation' } })
    const nobody = coded([[null, 'F']], ['F', 'Ds'])
    expect(pooledKappa([unused, nobody])).toMatchObject({
      undefined: { code: 'no-items', message: expect.stringContaining('Table 2') },
    })
    expect(() => pooledKappa([])).toThrow('No table is given.')
    expect(() => pooledKappa([unused, site])).toThrow('Table 2 has 40 items, the first 1; are they the same?')
    expect(() => pooledKappa([coded([['F', 'F', 'F']])])).toThrow('pooled-kappa compares two raters; the table has 3.')
    expect(
      pooledKappa(
        [
          site,
          tableFromContingency({
            raters: ['A', 'B'],
            level: 'nominal',
            categories: ['F', 'Ds'],
            counts: [
              [5, 1],
              [1, 5],
            ],
          }),
        ],
        { items: 'own' },
      ).n,
    ).toBe(52)
  })
})

describe('fleissKappa', () => {
  it('gives each category the value and error of the two-way table of it against all others', () => {
    const rows: Cell[][] = [
      ['F', 'F', 'Ds'],
      ['E', 'E', 'E'],
      ['F', null, 'F'],
      ['Ds', 'E', 'Ds'],
      [null, 'E', null],
      ['U', 'F', 'U'],
      ['Ds', 'Ds', 'Ds'],
    ]
    const found = determined(fleissKappa(counted(rows))).details?.categories
    for (const category of ['F', 'Ds', 'E', 'U']) {
      const own = rows.map((row) => row.map((cell) => (cell === null ? null : cell === category ? 'F' : 'Ds')))
      const { estimate, se, interval } = determined(fleissKappa(coded(own, ['F', 'Ds'])))
      expect(found).toMatchObject({
        [category]: {
          estimate: expect.closeTo(estimate, 13),
          se: expect.closeTo(se ?? 0, 13),
          lower: expect.closeTo(interval?.lower ?? 0, 12),
          upper: expect.closeTo(interval?.upper ?? 0, 12),
        },
      })
    }
  })
})
