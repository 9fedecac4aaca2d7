import {
  blandAltman,
  bootstrap,
  cohenKappa,
  lightKappa,
  type Options,
  ratingTable,
  weightedKappa,
} from '@attune/agreement'
import { describe, expect, it } from 'vitest'

const table = ratingTable({
  raters: ['A', 'B'],
  level: 'interval',
  categories: [1, 2, 3],
  rows: [
    [1, 1],
    [2, 3],
    [3, 3],
    [2, 2],
  ],
})

/** Options as they come from a form or a file: TypeScript has not seen them. */
const unseen = (text: string): Options => JSON.parse(text)

describe('values of options that no type has checked', () => {
  it.each([weightedKappa, lightKappa])('%o names the weights there are', (coefficient) => {
    expect(() => coefficient(table, unseen('{ "weights": "cubic" }'))).toThrow(
      'The option weights is identity or linear or quadratic or ordinal or radical or ratio or circular or bipolar, not cubic.',
    )
  })

  it.each(['null', '3', '[[1, 0], [0, 1]]'])('refuse weights %s, which are no matrix of the scale', (weights) => {
    expect(() => weightedKappa(table, unseen(`{ "weights": ${weights} }`))).toThrow(
      'The weights are not a 3 x 3 matrix, one row and column for each category.',
    )
  })

  it('refuse a level of confidence that is a text', () => {
    expect(() => cohenKappa(table, unseen('{ "confidence": "0.95" }'))).toThrow(
      'Confidence is a string, not a number between 0 and 1.',
    )
  })
})

describe('the samples of a bootstrap', () => {
  it('leave the interval of the limits as it is without them', () => {
    const limits = blandAltman(table).details
    expect(bootstrap('bland-altman', table, {}, { resamples: 50 }).details).toMatchObject({ ...limits })
    expect(blandAltman(table).details).toEqual(limits)
  })
})
