import * as codebooks from '@attune/codebooks'
import { describe, expect, it } from 'vitest'
import { sample, shipped } from './sample.ts'

describe('@attune/codebooks', () => {
  it('exports these names', () => {
    expect(Object.keys(codebooks).toSorted()).toEqual([
      'LIMITS',
      'adviceFor',
      'checkCodeValue',
      'checkModifiers',
      'checkValue',
      'codebookSchema',
      'collapse',
      'collapsesOf',
      'compareCodebooks',
      'evidenceWanted',
      'findCode',
      'findVariable',
      'flattenCategories',
      'intervalsIn',
      'missingForSubmission',
      'missingIntervals',
      'notation',
      'outcomesOf',
      'parseCodebook',
      'parseSlotKey',
      'ratingValueSchema',
      'scalePoints',
      'seriesOf',
      'slotKey',
      'slotLabel',
      'slotSchema',
      'slotsOf',
      'treeWeights',
    ])
  })

  it('finds variables and codes by id, or nothing', () => {
    expect(codebooks.findVariable(sample(), 'fear')?.label).toBe('Fear')
    expect(codebooks.findCode(sample(), 'cry')?.event).toBe('state')
    expect(codebooks.findVariable(sample(), 'cry')).toBeUndefined()
    expect(codebooks.findCode(sample(), 'fear')).toBeUndefined()
  })

  it('has a schema for every shipped file', () => {
    for (const name of ['aai', 'iwm', 'ssp'] as const) {
      expect(codebooks.codebookSchema.parse(shipped(name))).toEqual(shipped(name))
    }
  })
})
