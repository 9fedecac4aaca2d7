import { cohenKappa, congerKappa, hubertKappa, jackknife } from '@attune/agreement'
import { describe, expect, it } from 'vitest'
import { determined } from '../support/determined.ts'
import { coded } from './tables.ts'

const tableOf = (rows: readonly (readonly string[])[]) => coded(rows, [...new Set(rows.flat())].sort())
const rowsOf = (...patterns: (readonly [number, string])[]) =>
  patterns.flatMap(([count, codes]) => Array.from({ length: count }, () => [...codes]))

describe('hubertKappa', () => {
  it('gives the .625 (all four raters) and .564 (pairs) of Warrens (2012, sec. 5)', () => {
    const table = tableOf(rowsOf([6, '1111'], [5, '1010'], [4, '0000']))
    expect(hubertKappa(table).estimate).toBeCloseTo(0.625, 3)
    expect(hubertKappa(table, { agreement: 'pairs' }).estimate).toBeCloseTo(0.564, 3)
    const other = tableOf(rowsOf([4, '1111'], [5, '1000'], [6, '0000']))
    expect(hubertKappa(other).estimate).toBeCloseTo(0.599, 3)
    expect(hubertKappa(other, { agreement: 'pairs' }).estimate).toBeCloseTo(0.645, 3)
  })

  it("is Cohen's kappa for two raters, with the error of Fleiss, Cohen and Everitt", () => {
    const pair = tableOf(rowsOf([7, 'aa'], [2, 'ab'], [1, 'ca'], [5, 'bb'], [3, 'cc'], [2, 'cb']))
    const cohen = determined(cohenKappa(pair))
    for (const agreement of ['all', 'pairs'] as const) {
      const found = determined(hubertKappa(pair, { agreement }))
      expect(found.estimate).toBeCloseTo(cohen.estimate, 14)
      expect(found.se).toBeCloseTo(cohen.se ?? 0, 14)
      expect(found.interval?.lower).toBeCloseTo(cohen.interval?.lower ?? 0, 13)
    }
  })

  it("over pairs is Conger's kappa of the complete items", () => {
    const rows = [...rowsOf([4, 'aaa'], [3, 'abb'], [2, 'bba'], [5, 'ccc'], [1, 'cab']), ['a', 'b', null]]
    const table = coded(rows, ['a', 'b', 'c'])
    const found = hubertKappa(table, { agreement: 'pairs' })
    expect(found.estimate).toBeCloseTo(congerKappa(table, { missing: 'listwise' }).estimate ?? 0, 14)
    expect(found).toMatchObject({ n: 15, dropped: [{ code: 'missing', count: 1 }] })
  })

  it('does not depend on the order of raters, and falls as disagreeing raters are added', () => {
    const rows = rowsOf([4, 'aaa'], [3, 'abb'], [2, 'bba'], [5, 'ccc'], [1, 'cab'])
    const turned = rows.map(([first = '', ...rest]) => [...rest, first])
    expect(hubertKappa(tableOf(turned)).estimate).toBeCloseTo(hubertKappa(tableOf(rows)).estimate ?? 0, 14)
    const wider = rows.map((row, item) => [...row, item % 3 === 0 ? 'a' : 'b'])
    expect(hubertKappa(tableOf(wider)).observed).toBeLessThan(hubertKappa(tableOf(rows)).observed ?? 0)
  })

  it('has an error close to that of the jackknife', () => {
    const rows = rowsOf([40, 'aaa'], [7, 'abb'], [6, 'bba'], [35, 'bbb'], [12, 'aab'])
    const table = tableOf(rows)
    const [own, left] = [determined(hubertKappa(table)), determined(jackknife('hubert-kappa', table))]
    expect((own.se ?? 0) / (left.se ?? 1)).toBeCloseTo(1, 1)
  })

  it('is undefined with a reason, never 0 or 1, and warns where the error is 0', () => {
    expect(hubertKappa(coded([], ['a', 'b'], 3))).toMatchObject({ estimate: null, undefined: { code: 'no-items' } })
    expect(hubertKappa(tableOf([['a'], ['b']]))).toMatchObject({ undefined: { code: 'too-few-raters' } })
    const one = coded(rowsOf([3, 'aaa']), ['a', 'b'])
    expect(hubertKappa(one)).toMatchObject({ estimate: null, observed: 1, undefined: { code: 'no-variation' } })
    expect(hubertKappa(tableOf(rowsOf([3, 'aaa'], [2, 'bbb'])))).toMatchObject({
      estimate: 1,
      warnings: [{ code: 'no-spread' }],
    })
  })

  it('refuses a rule that there is not', () => {
    // @ts-expect-error a name that the type does not allow, as it may come from a file
    expect(() => hubertKappa(tableOf([['a', 'b']]), { agreement: 'most' })).toThrow(/"most" is not all or pairs/)
  })
})
