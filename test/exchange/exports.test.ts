import type { AgreementResult } from '@attune/contract'
import {
  confusionCsv,
  eachCsvRow,
  type RatingRow,
  type ResultsContext,
  ratingsLongCsv,
  ratingsWideCsv,
  resultsCsv,
} from '@attune/exchange'
import { describe, expect, it } from 'vitest'

/** Rows as plain objects, for tests only. */
function table(text: string) {
  const rows: string[][] = []
  expect(eachCsvRow(text, ',', (cells) => void rows.push([...cells]))).toBeNull()
  const [header = [], ...body] = rows
  return body.map((cells) => Object.fromEntries(header.map((name, index) => [name, cells[index]])))
}

const defined: AgreementResult = {
  variable: 'coherence',
  label: 'Coherence of mind',
  target: null,
  episode: null,
  kind: 'scale',
  collapse: null,
  raters: [
    { id: '1', name: 'Anna', isMaster: false },
    { id: '2', name: 'master', isMaster: true },
  ],
  measure: 'icc',
  measureLabel: 'ICC(A,1)',
  options: { form: 'ICC(A,1)', model: 'two-way random' },
  n: 12,
  dropped: [{ code: 'missing', count: 2, message: 'no rating by Anna' }],
  missingRule: 'listwise',
  estimate: 0.1 + 0.2,
  undefined: null,
  observed: null,
  expected: null,
  standardError: null,
  interval: { lower: -0.5, upper: null, level: 0.95, method: 'Satterthwaite' },
  test: { statistic: 'F', value: 3, df1: 11, df2: 11.5, p: 1e-7 },
  warnings: [{ code: 'small', message: 'Few cases.' }],
}
const undefinedResult: AgreementResult = {
  ...defined,
  target: 'mother',
  estimate: null,
  interval: null,
  test: null,
  dropped: [],
  warnings: [],
  undefined: { code: 'no-variation', message: 'All scores are equal.' },
}
const context: ResultsContext = {
  study: '=Lab study',
  codebook: { id: 'aai', version: '1.0.0' },
  comparison: 'master',
  blind: true,
  attune: '0.1.0',
}

describe('resultsCsv', () => {
  it('gives one row a coefficient with everything needed to repeat it', () => {
    const [first, second] = table(resultsCsv([defined, undefinedResult], context))
    expect(first).toEqual({
      study: "'=Lab study",
      codebook: 'aai',
      codebook_version: '1.0.0',
      variable: 'coherence',
      variable_label: 'Coherence of mind',
      kind: 'scale',
      target: '',
      episode: '',
      collapse: '',
      comparison: 'master',
      raters: 'Anna; master',
      measure: 'icc',
      measure_label: 'ICC(A,1)',
      options: 'form=ICC(A,1); model=two-way random',
      n: '12',
      dropped: '2 missing (no rating by Anna)',
      missing_rule: 'listwise',
      estimate: '0.30000000000000004',
      observed: '',
      expected: '',
      standard_error: '',
      ci_lower: '-0.5',
      ci_upper: '',
      ci_level: '0.95',
      ci_method: 'Satterthwaite',
      test: 'F',
      test_value: '3',
      test_df1: '11',
      test_df2: '11.5',
      p: '1e-7',
      undefined_code: '',
      undefined_message: '',
      warnings: 'small: Few cases.',
      blind: 'yes',
      source: 'originals',
      attune_version: '0.1.0',
    })
    expect(second).toMatchObject({ estimate: '', target: 'mother', undefined_code: 'no-variation', ci_level: '' })
  })

  it('gives the same bytes for the same results, and a header for none', () => {
    expect(resultsCsv([defined], context)).toBe(resultsCsv([structuredClone(defined)], context))
    expect(table(resultsCsv([defined], { ...context, blind: false }))[0]?.blind).toBe('no')
    expect(resultsCsv([], context)).toMatch(/^study,codebook,.*attune_version\r\n$/)
  })
})

const rating: RatingRow = {
  case: 'A01',
  variable: 'loving',
  target: 'mother',
  episode: null,
  collapse: null,
  rater: 'Berta',
  role: 'coder',
  codingVersion: 1,
  codebook: 'aai 1.0.0',
  value: -0.5,
  noValueReason: null,
  confidence: 4,
  submittedAt: '2026-01-05T10:00:00Z',
}
const rows: RatingRow[] = [
  rating,
  { ...rating, rater: 'master', role: 'master', value: 3, confidence: null },
  { ...rating, case: 'A02', value: null, noValueReason: 'cannot-rate' },
  { ...rating, case: 'A02', rater: 'Anna', value: 'U/E3' },
]

describe('ratingsLongCsv', () => {
  it('gives one row a rating in a fixed order of columns', () => {
    expect(ratingsLongCsv(rows).split('\r\n')).toEqual([
      'case,variable,target,episode,collapse,rater,role,coding_version,codebook,value,no_value_reason,confidence,submitted_at',
      'A01,loving,mother,,,Berta,coder,1,aai 1.0.0,-0.5,,4,2026-01-05T10:00:00Z',
      'A01,loving,mother,,,master,master,1,aai 1.0.0,3,,,2026-01-05T10:00:00Z',
      'A02,loving,mother,,,Berta,coder,1,aai 1.0.0,,cannot-rate,4,2026-01-05T10:00:00Z',
      'A02,loving,mother,,,Anna,coder,1,aai 1.0.0,U/E3,,4,2026-01-05T10:00:00Z',
      '',
    ])
  })
})

describe('ratingsWideCsv', () => {
  it('gives one row a case and variable, the master first, raters by name', () => {
    expect(ratingsWideCsv(rows).split('\r\n')).toEqual([
      'case,variable,target,episode,collapse,codebook,master,Anna,Berta',
      'A01,loving,mother,,,aai 1.0.0,3,,-0.5',
      'A02,loving,mother,,,aai 1.0.0,,U/E3,',
      '',
    ])
  })

  it('refuses two ratings of one rater, also when one of them is empty', () => {
    expect(() => ratingsWideCsv([{ ...rating, value: null }, rating])).toThrow(
      'Berta has two ratings of loving for A01.',
    )
  })

  it('refuses a rater who is called like a column', () => {
    expect(() => ratingsWideCsv([{ ...rating, rater: 'case' }])).toThrow(RangeError)
  })
})

describe('confusionCsv', () => {
  it('gives a header row and a header column', () => {
    const outcomes = [{ id: 'F' }, { id: 'Ds' }]
    const counts = [
      [5, 1],
      [0, 3],
    ]
    expect(confusionCsv({ first: { name: 'Anna' }, second: { name: 'master' }, outcomes, counts })).toBe(
      'Anna \\ master,F,Ds\r\nF,5,1\r\nDs,0,3\r\n',
    )
  })
})
