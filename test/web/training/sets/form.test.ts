import { describe, expect, it } from 'vitest'
import { Refused } from '../../../../web/src/base/refused.ts'
import { caseLines } from '../../../../web/src/training/sets/case-lines.ts'
import { instantOf } from '../../../../web/src/training/sets/EnrolForm.tsx'
import { faultsIn, panelOf } from '../../../../web/src/training/sets/faults.ts'
import { bodyOf, emptyForm, formOf, hasNoNumber, sizeOf, withCodebook } from '../../../../web/src/training/sets/form.ts'
import { id, kappa, met, studyCases, trainingSet } from './sample.ts'

const form = formOf(trainingSet())

describe('the form of a training set', () => {
  it('is what the server has, with a group at the top of its rule', () => {
    expect(form).toMatchObject({ name: 'First steps', cases: [id(1), id(2)], codebookVersion: id(900) })
    expect(form.criterion?.rule).toEqual({ all: [kappa] })
  })

  it('sends nothing that does not apply', () => {
    const sent = bodyOf({ ...form, draw: 3, certifies: true, criterion: null, scope: { ...form.scope, codes: ['x'] } })
    expect(sent).toMatchObject({ draw: null, certifies: false, scope: { codes: [] } })
    expect(bodyOf({ ...form, order: 'drawn', draw: 1, certifies: true })).toMatchObject({ draw: 1, certifies: true })
  })

  it('knows how many cases an attempt has', () => {
    expect(sizeOf(form)).toBe(2)
    expect(sizeOf({ ...form, draw: 1 })).toBe(2)
    expect(sizeOf({ ...form, order: 'drawn', draw: 1 })).toBe(1)
    expect(sizeOf({ ...form, order: 'drawn', draw: 9 })).toBe(2)
  })

  it('finds a number that is none, however deep', () => {
    expect(hasNoNumber(form)).toBe(false)
    expect(hasNoNumber({ rule: { all: [{ ...kappa, threshold: Number.NaN }] } })).toBe(true)
  })

  it('begins anew with another codebook, apart from its words', () => {
    const other = withCodebook({ ...form, scope: { ...form.scope, variables: ['x'] } }, id(901))
    expect(other).toMatchObject({ name: 'First steps', codebookVersion: id(901), cases: [] })
    expect(other.scope).toEqual(emptyForm('').scope)
  })
})

describe('the cases to choose from', () => {
  it('have the material of the codebook, their master codings, and who has met them, once each', () => {
    expect(caseLines(studyCases, 'transcript', met)).toEqual([
      { id: id(1), caseId: 'A-1', masters: 2, burnt: ['Ann'], seen: ['Ben'] },
      { id: id(2), caseId: 'A-2', masters: 1, burnt: [], seen: [] },
      { id: id(3), caseId: 'A-3', masters: 0, burnt: [], seen: [] },
    ])
  })
})

describe('faults of the server', () => {
  const refused = new Refused('incomplete', 422, 'Not ready.', [
    { path: 'body.cases.0', message: 'A-3 has no master coding.' },
    { path: 'criterion.rule.all.1', message: 'Too few.' },
  ])

  it('are found at their field, under it, and in their section', () => {
    const faults = faultsIn(refused)
    expect(faults.at('cases.0')).toBe('A-3 has no master coding.')
    expect(faults.under('cases')).toEqual(['A-3 has no master coding.'])
    expect(faults.under('criterion.rule.all.1')).toEqual(['Too few.'])
    expect(faults.under('criterion.rule.all.10')).toEqual([])
    expect(panelOf('criterion.rule.all.1')).toBe('criterion')
    expect(panelOf('something')).toBeNull()
    expect(faultsIn(new Error('x')).all).toEqual([])
  })
})

describe('a date', () => {
  it('is the time of this desk, sent as UTC; none is none', () => {
    expect(instantOf('')).toBeNull()
    expect(instantOf('2026-12-20T12:00')).toBe(new Date(2026, 11, 20, 12).toISOString())
  })
})
