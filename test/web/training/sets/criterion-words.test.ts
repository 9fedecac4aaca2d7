import { parseCodebook } from '@attune/codebooks'
import type { CriterionLabels, TrainingScope } from '@attune/contract'
import type { AgreementPredicate, CriticalErrorPredicate, Rule } from '@attune/criteria'
import { afterEach, describe, expect, it } from 'vitest'
import shipped from '../../../../data/codebooks/aai.json' with { type: 'json' }
import { speak } from '../../../../web/src/messages/index.ts'
import { outcomeOptions } from '../../../../web/src/training/criterion/subjects.ts'
import {
  criterionInWords,
  formatOfMeasure,
  namesFrom,
  namesOf,
  plainNames,
  predicateInWords,
  validityInWords,
} from '../../../../web/src/training/criterion-words.ts'
import { agreement } from '../../../support/criterion.ts'

const parsed = parseCodebook(JSON.stringify(shipped))
if (!parsed.ok) throw new Error('The shipped codebook does not parse.')
const whole: TrainingScope = { variables: [], units: 'none', codes: [], overlap: 0.5, tolerance: 1 }
const names = namesOf(parsed.codebook, whole)

const kappa = agreement({ measure: 'cohen-kappa', variables: { kinds: ['classification'] }, threshold: 0.6 })
const within: AgreementPredicate = {
  ...kappa,
  measure: 'within-k',
  variables: { kinds: ['scale'] },
  spread: 'together',
  threshold: 0.8,
  window: { kind: 'in-a-row', cases: 5 },
  on: 'lower',
  minimum: 20,
}
const error: CriticalErrorPredicate = {
  type: 'no-critical-error',
  against: 'master',
  variables: { ids: ['classification'] },
  collapse: 'groups',
  window: { kind: 'last', cases: 10 },
  error: { kind: 'confusion', reference: 'U', given: 'F' },
  atMost: 0,
}
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

afterEach(() => speak('en'))

describe('a rule in words', () => {
  it('says measure, reference, threshold, variables and cases', () => {
    expect(plain(criterionInWords(kappa, names))).toBe(
      'Cohen’s kappa with the master coding is at least .60 for each classification, over all cases.',
    )
    expect(plain(predicateInWords(within, names))).toBe(
      'The lower end of the 95 % interval of the share of scores within 1 point of the master coding is at least 80 % for all scales together, in each of 5 cases in a row, from at least 20 items',
    )
  })

  it('names variables, classes and outcomes as the codebook does, and by their ids without it', () => {
    expect(predicateInWords(error, names)).toBe(
      'Never Secure-autonomous where the master coding has Unresolved, for Classification (Main groups), over the last 10 cases',
    )
    expect(predicateInWords(error, plainNames)).toBe(
      'Never F where the master coding has U, for classification (Main groups), over the last 10 cases',
    )
  })

  describe('of two classifications that use an id for different things', () => {
    const [adult] = parsed.codebook.variables.filter(({ kind }) => kind === 'classification')
    if (adult?.kind !== 'classification') throw new Error('the codebook has classes')
    const called = (id: string, label: string, forced: string) => ({
      ...adult,
      ...{ id, label, categories: [{ id: 'D', label }] },
      collapses: [
        { id: 'forced', label: forced, rule: 'first' as const, map: { D: 'D' }, outcomes: [{ id: 'D', label }] },
      ],
    })
    const variables = [
      called('adult', 'Dismissing', 'Adults forced'),
      called('infant', 'Disorganised', 'Infants forced'),
    ]
    const book = { ...parsed.codebook, variables }
    const never = (ids: string[], collapse = 'as-coded'): CriticalErrorPredicate => ({
      ...{ ...error, variables: { ids }, collapse },
      error: { kind: 'confusion', reference: 'D', given: null },
    })
    const outcome = (ids: string[], label: string) => ({
      ...{ variables: { ids }, collapse: 'as-coded', id: 'D', label },
    })
    const labels: CriterionLabels = {
      ...{ variables: [], codes: [] },
      collapses: [
        { variables: { ids: ['adult'] }, id: 'forced', label: 'Adults forced' },
        { variables: { ids: ['infant'] }, id: 'forced', label: 'Infants forced' },
      ],
      outcomes: [
        outcome(['adult'], 'Dismissing'),
        outcome(['infant'], 'Disorganised'),
        outcome(['adult', 'infant'], 'Dismissing'),
        outcome(['adult', 'infant'], 'Disorganised'),
      ],
    }

    it.each([
      ['by the codebook', namesOf(book, whole)],
      ['by the labels of a set', namesFrom(labels)],
    ])('takes that of the variables that it is about, %s', (_, both) => {
      expect(predicateInWords(never(['infant']), both)).toContain('has Disorganised')
      expect(predicateInWords(never(['adult']), both)).toContain('has Dismissing')
      expect(predicateInWords(never(['adult', 'infant']), both)).toContain('has Dismissing / Disorganised')
      expect(predicateInWords(never(['infant'], 'forced'), both)).toContain('(Infants forced)')
    })

    it('leaves out what the set does not train', () => {
      const infants = namesOf(book, { ...whole, variables: ['infant'] })
      expect(infants.outcome('D', { variables: { kinds: [] }, collapse: 'as-coded' })).toBe('Disorganised')
    })

    it('offers the outcomes of those variables, and what is named anyhow', () => {
      expect(outcomeOptions(variables, never(['infant']))).toEqual([{ id: 'D', label: 'Disorganised' }])
      const gone = { ...never(['adult']), error: { kind: 'confusion', reference: 'X', given: null } } as const
      expect(outcomeOptions(variables, gone)).toEqual([
        { id: 'D', label: 'Dismissing' },
        { id: 'X', label: 'X' },
      ])
    })
  })

  it('joins conditions with and, alternatives with or, and brackets a group in a group', () => {
    const rule: Rule = { all: [kappa, { any: [within, error] }] }
    const words = plain(criterionInWords(rule, plainNames))
    expect(words).toMatch(/^Cohen’s kappa .+; and \(either the lower end .+; or never F .+\)\.$/)
    expect(criterionInWords({ all: [{ any: [kappa] }] }, names)).toBe(criterionInWords(kappa, names))
  })

  it('reads a share in per cent, a bias in points and a coefficient as APA has it', () => {
    expect(plain(formatOfMeasure('within-k', 0.8))).toBe('80 %')
    expect(plain(formatOfMeasure('percent-agreement', 0.875))).toBe('87.5 %')
    expect(formatOfMeasure('bias', -0.5)).toBe('−0.50')
    expect(formatOfMeasure('icc', 0.7)).toBe('.70')
  })

  it('tells how long a certificate lasts', () => {
    expect(validityInWords({ validMonths: null, renewal: { kind: 'none' } })).toBe('A certificate does not expire.')
    expect(validityInWords({ validMonths: 12, renewal: { kind: 'repeat', daysBefore: 30 } })).toBe(
      'A certificate is valid for 12 months. The set may be passed again from 30 days before it expires.',
    )
  })

  it('is German where the desk is', async () => {
    await speak('de')
    expect(plain(criterionInWords({ any: [kappa, within] }, names))).toBe(
      'Entweder Cohens Kappa mit der Masterkodierung ist mindestens .60 für jede Klassifikation, über alle Fälle; oder die untere Grenze des 95 %-Intervalls (der Anteil der Werte, die höchstens 1 Punkt von der Masterkodierung abweichen) ist mindestens 80 % für alle Skalen zusammen, in jedem von 5 Fällen hintereinander, aus mindestens 20 Urteilen.',
    )
  })
})
