import * as agreement from '@attune/agreement'
import { describe, expect, it } from 'vitest'

describe('the package', () => {
  it('exports exactly these names', () => {
    expect(Object.keys(agreement).sort()).toMatchInlineSnapshot(`
      [
        "MISSING",
        "NOT_CODABLE",
        "bias",
        "brennanPrediger",
        "cohenKappa",
        "estimate",
        "fleissKappa",
        "gwetAc1",
        "gwetAc2",
        "icc",
        "iccForms",
        "isMeasureId",
        "itemName",
        "kendallTauB",
        "kendallW",
        "linCcc",
        "meanPearson",
        "meanSpearman",
        "measures",
        "pearson",
        "percentAgreement",
        "percentAgreementAll",
        "percentAgreementPairs",
        "raterPairs",
        "ratingTable",
        "selectItems",
        "selectRaters",
        "spearman",
        "tableFromContingency",
        "tableFromCounts",
        "tableFromRecords",
        "verifyReference",
        "weightedKappa",
        "withinK",
      ]
    `)
  })

  it('lists every coefficient under its own id', () => {
    for (const [id, measure] of Object.entries(agreement.measures)) expect(measure.id).toBe(id)
    expect(Object.keys(agreement.measures)).toMatchInlineSnapshot(`
      [
        "percent-agreement",
        "percent-agreement-pairs",
        "percent-agreement-all",
        "cohen-kappa",
        "weighted-kappa",
        "brennan-prediger",
        "gwet-ac1",
        "gwet-ac2",
        "fleiss-kappa",
        "icc",
        "pearson",
        "bias",
        "within-k",
        "lin-ccc",
        "spearman",
        "kendall-tau-b",
        "kendall-w",
        "mean-pearson",
        "mean-spearman",
      ]
    `)
  })

  it('says title, source and the first missing rule of each', () => {
    for (const measure of Object.values(agreement.measures)) {
      expect(measure.title).not.toBe('')
      expect(measure.source).toMatch(/\d{4}/)
      expect(measure.missing.length).toBeGreaterThan(0)
    }
  })
})
