import type { AgreementResult, Rater } from '@attune/contract'
import { describe, expect, it } from 'vitest'
import {
  describeDropped,
  findingsOf,
  footnotesOf,
  formatBounds,
  formatEstimate,
  groupLabel,
  groupsOf,
  standingOf,
  verdict,
} from '../../../web/src/reliability/findings.ts'
import { usedOutcomes } from '../../../web/src/reliability/outcomes.ts'

const master: Rater = { id: 'master', name: 'Master coding', isMaster: true }
const ann: Rater = { id: 'a', name: 'Ann', isMaster: false }
const ben: Rater = { id: 'b', name: 'Ben', isMaster: false }
const criteria = { kappa: 0.6, icc: 0.7 }

function result(change: Partial<AgreementResult> = {}): AgreementResult {
  return {
    variable: 'coherence',
    label: 'Coherence',
    target: null,
    episode: null,
    kind: 'scale',
    collapse: null,
    raters: [ann, master],
    measure: 'icc',
    measureLabel: 'ICC(A,1)',
    options: {},
    n: 20,
    dropped: [],
    missingRule: '',
    estimate: 0.8,
    undefined: null,
    observed: null,
    expected: null,
    standardError: null,
    interval: { lower: 0.72, upper: 0.9, level: 0.95, method: 'F' },
    test: null,
    warnings: [],
    ...change,
  }
}
const nothing = {
  estimate: null,
  interval: null,
  undefined: { code: 'no-variation', message: 'All scores are equal.' },
}

describe('the findings of a reliability page', () => {
  it('gather the coefficients of a variable and a pair, and know the main one', () => {
    const findings = findingsOf([
      result({ measure: 'bias', measureLabel: 'Bias' }),
      result(),
      result({ variable: 'pattern', kind: 'classification', measure: 'cohen-kappa', measureLabel: 'Cohen’s kappa' }),
      result({ raters: [ben, master] }),
    ])
    expect(findings.map((one) => [one.label, one.family, one.main?.measure, one.results.length])).toEqual([
      ['Coherence', 'scores', 'icc', 2],
      ['Coherence', 'classes', 'cohen-kappa', 1],
      ['Coherence', 'scores', 'icc', 1],
    ])
    expect(groupsOf(findings).map(({ label }) => label)).toEqual([
      'Ann with the master coding',
      'Ben with the master coding',
    ])
  })

  it('name who is compared', () => {
    expect(groupLabel([ann, ben])).toBe('Ann and Ben')
    expect(groupLabel([ann, ben, { ...ben, id: 'c' }])).toBe('3 coders together')
  })

  it('stand above, at or below the criterion by estimate and interval, and nowhere when undefined', () => {
    const standing = (change: Partial<AgreementResult>) =>
      standingOf(findingsOf([result(change)])[0] as never, criteria)
    expect(standing({})).toBe('above')
    expect(standing({ interval: { lower: 0.5, upper: 0.9, level: 0.95, method: 'F' } })).toBe('reached')
    expect(standing({ estimate: 0.69 })).toBe('below')
    expect(standing(nothing)).toBe('undefined')
  })

  it('do not take an interval that is a point for certainty', () => {
    const point = { estimate: 1, interval: { lower: 1, upper: 1, level: 0.95, method: 'normal' } }
    expect(standingOf(findingsOf([result(point)])[0] as never, criteria)).toBe('reached')
  })

  it('end in one sentence', () => {
    const findings = findingsOf([
      result(),
      result({ variable: 'anger', label: 'Anger', estimate: -0.12 }),
      result({ variable: 'x', ...nothing }),
    ])
    expect(verdict(findings, criteria)).toBe(
      '1 of 2 variables reaches the criterion, 1 with the whole interval. Lowest: Anger, −.12.',
    )
    expect(verdict(findingsOf([result(nothing)]), criteria)).toBe('The data do not determine any coefficient yet.')
  })

  it('print numbers as the field does, and all digits on demand', () => {
    expect(formatEstimate(result(), 0.7134)).toBe('.71')
    expect(formatEstimate(result(), 0.7134, 17)).toBe('0.7134')
    expect(formatEstimate(result({ measure: 'percent-agreement' }), 0.7134)).toBe('71\u00a0%')
    expect(formatEstimate(result({ measure: 'bias' }), 0.5)).toBe('+0.50')
    expect(formatBounds(result({ interval: { lower: null, upper: 0.9, level: 0.95, method: 'F' } }))).toBe(
      '[open, .90]',
    )
  })

  it('show an interval cut where the coefficient ends, say so, and keep all digits uncut', () => {
    const wide = result({
      measure: 'percent-agreement',
      interval: { lower: -0.2, upper: 1.04, level: 0.95, method: 't' },
    })
    expect(formatBounds(wide)).toBe('[0\u00a0%, 100\u00a0%]')
    expect(formatBounds(wide, 17)).toBe('[-0.2, 1.04]')
    expect(footnotesOf(findingsOf([wide]))[0]).toContain('shown cut')
    expect(
      formatBounds(result({ measure: 'bias', interval: { lower: -2, upper: 1.5, level: 0.95, method: 't' } })),
    ).toBe('[−2.00, +1.50]')
  })

  it('say what did not enter and what must be known, each sentence once', () => {
    const warning = { code: 'w', message: 'Careful.' }
    const noted = result({ dropped: [{ code: 'missing', count: 2, message: 'not rated' }], warnings: [warning] })
    expect(describeDropped(noted)).toBe('2 cases not rated')
    expect(footnotesOf(findingsOf([noted, { ...noted, measureLabel: 'ICC(C,1)' }]))).toEqual(['Careful.'])
  })
})

describe('a confusion matrix', () => {
  const outcomes = ['F', 'Ds', 'E'].map((id) => ({ id, label: id }))
  it('leaves out what nobody used', () => {
    const counts = [
      [4, 1, 0],
      [0, 0, 0],
      [0, 0, 0],
    ]
    const confusion = { variable: 'x', label: 'X', first: master, second: ann, outcomes, counts, n: 5, cells: [] }
    expect(usedOutcomes(confusion)).toEqual([0, 1])
  })
})
