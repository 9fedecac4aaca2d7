import { readFileSync } from 'node:fs'
import { type Cell, krippendorffAlpha, percentAgreement, percentAgreementPairs, ratingTable } from '@attune/agreement'
import { describe, expect, it } from 'vitest'

interface Given {
  readonly id: string
  readonly options: { readonly weights?: string }
  readonly data: { readonly type: string; readonly values: readonly Cell[][]; readonly categories: readonly Cell[] }
  readonly peers?: {
    readonly agree: readonly string[]
    readonly differ: readonly { readonly peer: string; readonly differs: readonly { field: string; value: number }[] }[]
  }
  readonly expected: { readonly estimate: number | null }
}

const file = new URL('../../../data/reference/percent.json', import.meta.url)
const cases: readonly Given[] = JSON.parse(readFileSync(file, 'utf8')).cases
const given = cases.filter(({ id, options, data }) => {
  return id.startsWith('percent_agreement/') && options.weights === 'unweighted' && data.type === 'ratings'
})

function tableOf({ data }: Given) {
  const raters = (data.values[0] ?? []).map((_, column) => `r${column + 1}`)
  const categories = data.categories.filter((category) => category !== null)
  return ratingTable({ raters, level: 'nominal', categories, rows: data.values })
}

/** What DKPro printed: a value of its own, or the exact one. */
function printed({ peers, expected }: Given): number | null {
  const other = peers?.differ.find(({ peer }) => peer.startsWith('DKPro'))?.differs
  if (other !== undefined) return other.find(({ field }) => field === 'estimate')?.value ?? null
  return peers?.agree.some((peer) => peer.startsWith('DKPro')) ? expected.estimate : null
}

describe('the kinds of percent agreement', () => {
  it('are one where nothing is missing', () => {
    const complete = given.filter(({ data }) => !data.values.flat().includes(null))
    expect(complete.length).toBeGreaterThan(8)
    for (const one of complete) {
      const table = tableOf(one)
      expect(percentAgreementPairs(table).estimate, one.id).toBeCloseTo(one.expected.estimate ?? Number.NaN, 12)
      expect(percentAgreement(table).estimate, one.id).toBeCloseTo(one.expected.estimate ?? Number.NaN, 12)
    }
  })

  it('with items weighed by their ratings are 1 less the disagreement of nominal alpha, as DKPro prints it', () => {
    const known = given.filter((one) => printed(one) !== null)
    expect(known.filter(({ data }) => data.values.flat().includes(null)).length).toBeGreaterThan(4)
    for (const one of known) {
      const { observed = Number.NaN } = krippendorffAlpha(tableOf(one), { metric: 'nominal' })
      if (Number.isNaN(observed)) continue
      expect(1 - observed, one.id).toBeCloseTo(printed(one) ?? Number.NaN, 9)
    }
  })
})
