import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { measures, type ReferenceFile, verifyReference } from '@attune/agreement'
import { describe, expect, it, vi } from 'vitest'

const folder = new URL('../../data/reference/', import.meta.url)
interface Cases {
  readonly format: number
  readonly cases: readonly { readonly measure: string; readonly source: string }[]
}

const files = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => ({ name, content: JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Cases }))
const cases = files.flatMap(({ content }) => content.cases)

/** The files with the cases of one measure only. */
function filesOf(measure: string): ReferenceFile[] {
  return files.map(({ name, content }) => {
    return { name, content: { ...content, cases: content.cases.filter((given) => given.measure === measure) } }
  })
}

describe('the reference cases in data/reference', () => {
  for (const measure of new Set(cases.map((given) => given.measure))) {
    it(`are met by ${measure}`, () => {
      const [report] = verifyReference(filesOf(measure)).measures
      expect(report?.failures).toEqual([])
      expect(report?.unsupported).toEqual([])
      expect(report?.passed).toBe(cases.filter((given) => given.measure === measure).length)
    })
  }

  it('are more than a thousand, each with its source', () => {
    expect(cases.length).toBeGreaterThan(1000)
    expect(cases.filter(({ source }) => source === '')).toEqual([])
  })

  it('are there for every coefficient of the registry', () => {
    const spies = Object.values(measures).map((measure) => ({ id: measure.id, spy: vi.spyOn(measure, 'estimate') }))
    verifyReference(files)
    const without = spies.filter(({ spy }) => spy.mock.calls.length === 0).map(({ id }) => id)
    vi.restoreAllMocks()
    expect(without).toEqual([])
  })

  it('name scripts that are there', () => {
    const scripts = cases.flatMap(({ source }) => source.match(/test\/agreement\/reference\/[\w-]+\.py/) ?? [])
    expect(scripts.length).toBeGreaterThan(150)
    for (const script of new Set(scripts)) expect(existsSync(new URL(`../../${script}`, import.meta.url))).toBe(true)
  })
})

const small = {
  id: 'small',
  measure: 'cohen_kappa',
  options: {},
  source: 'by hand',
  data: {
    type: 'table',
    counts: [
      [20, 5],
      [10, 15],
    ],
  },
  expected: { estimate: 0.4, po: 0.7 },
  tolerance: { abs: 1e-9, rel: 0 },
}
const fileOf = (...cases: unknown[]): ReferenceFile => ({ name: 'small.json', content: { format: 1, cases } })

describe('verifyReference', () => {
  it('counts a case that is met, with its worst deviation', () => {
    const found = verifyReference([fileOf(small)])
    expect(found).toMatchObject({ cases: 1, passed: 1, failed: 0, unsupported: 0 })
    expect(found.measures[0]?.worst).toBeLessThan(1e-15)
  })

  it('names field, expected and actual value of a case that is not met', () => {
    const found = verifyReference([fileOf({ ...small, expected: { estimate: 0.41 } })])
    expect(found.measures[0]?.failures).toMatchObject([
      {
        case: 'small',
        source: 'by hand',
        mismatches: [{ field: 'estimate', expected: 0.41, actual: expect.closeTo(0.4, 12) }],
      },
    ])
    expect(found.measures[0]?.worstShare).toBeGreaterThan(1)
  })

  it('fails a case that expects a value where the result is undefined, and the reverse', () => {
    const constant = {
      ...small,
      data: {
        type: 'table',
        counts: [
          [20, 0],
          [0, 0],
        ],
      },
      expected: { estimate: 0 },
    }
    const varied = { ...small, expected: { estimate: null } }
    expect(verifyReference([fileOf(constant, varied)])).toMatchObject({ passed: 0, failed: 2 })
  })

  it('counts and names a case of a measure it cannot compute', () => {
    const found = verifyReference([fileOf({ ...small, measure: 'phrenology' })])
    expect(found).toMatchObject({ cases: 1, passed: 0, failed: 0, unsupported: 1 })
    expect(found.measures[0]?.unsupported).toEqual(['small'])
  })

  it('reports the refusal of a case whose data do not fit', () => {
    const found = verifyReference([fileOf({ ...small, data: { type: 'table', counts: [[1, 2], [3]] } })])
    expect(found.measures[0]?.failures[0]?.error).toContain('1 counts for 2 categories')
  })

  it('refuses a file that is not in the format, naming file and fault', () => {
    expect(() => verifyReference([{ name: 'a.json', content: { format: 2, cases: [] } }])).toThrow('a.json')
    expect(() => verifyReference([{ name: 'a.json', content: [] }])).toThrow('a.json is not an object')
    expect(() => verifyReference([fileOf({ ...small, tolerance: { abs: 1 } })])).toThrow('small: rel is not a number')
    expect(() => verifyReference([fileOf({ ...small, id: 7 })])).toThrow('the id of case 1 is not text')
  })
})
