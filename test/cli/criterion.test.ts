import { cohenKappa, percentAgreement, ratingTable } from '@attune/agreement'
import { run } from '@attune/cli'
import { type ComparisonRow, comparisonsCsv, eachCsvRow } from '@attune/exchange'
import { describe, expect, it } from 'vitest'
import { worldOf } from './world.ts'

const own = ['F', 'F', 'Ds', 'Ds', 'E', 'E', 'F', 'Ds', 'F', 'E']
const masters = ['F', 'F', 'Ds', 'Ds', 'E', 'E', 'F', 'Ds', 'Ds', 'F']
const rating = { label: 'Pattern', target: null, episode: null, coders: [] }
const pattern = { ...rating, kind: 'classification', variable: 'pattern', outcomes: ['F', 'Ds', 'E'] } as const

function rowsOf(trainee: string, attempt: number, codes: readonly (string | null)[]): ComparisonRow[] {
  const shared = { set: { id: 's', name: 'Test' }, trainee, attempt, tolerance: 0, overlap: 0.5, seconds: 1 }
  return codes.flatMap((code, index) => {
    const place = { ...shared, order: index + 1, case: `c${index + 1}` }
    const master = masters[index] ?? ''
    const insecure = (one: string | null) => (one === null ? null : one === 'F' ? 'F' : 'insecure')
    const collapsed = { outcomes: ['F', 'insecure'], own: insecure(code), masters: [insecure(master)] }
    return [
      { place, item: { ...pattern, collapse: 'as-coded', own: code, masters: [master] } },
      { place, item: { ...pattern, collapse: 'two-way', ...collapsed } },
    ]
  })
}

const predicate = {
  type: 'agreement',
  measure: 'percent-agreement',
  against: 'master',
  variables: { kinds: ['classification'] },
  window: { kind: 'all' },
  spread: 'each',
  comparator: '>=',
  threshold: 0.8,
  on: 'estimate',
}
const files = {
  'all.csv': comparisonsCsv([
    ...rowsOf('tom', 1, own),
    ...rowsOf('ann', 1, [...own.slice(0, 6), null, null, null, null]),
  ]),
  'rule.json': JSON.stringify(predicate),
  'both.json': JSON.stringify({
    all: [
      predicate,
      {
        any: [
          { ...predicate, measure: 'cohen-kappa', threshold: 0.9 },
          { ...predicate, collapse: 'two-way' },
        ],
      },
    ],
  }),
}

async function judged(...args: string[]) {
  const { world, seen } = worldOf(files)
  const code = await run(['criterion', ...args], world)
  return { code, ...seen }
}

describe('attune criterion', () => {
  it('ends with 0 where the rule is met and with 1 where not', async () => {
    expect(await judged('all.csv', '--rule', 'rule.json', '--trainee', 'tom')).toMatchObject({ code: 0, err: '' })
    expect(await judged('all.csv', '--rule', 'rule.json', '--trainee', 'ann')).toMatchObject({ code: 1, err: '' })
    expect(await judged('all.csv', '--rule', 'rule.json')).toMatchObject({ code: 1 })
  })

  it('says what was met, with n and interval, and why not', async () => {
    const { out } = await judged('all.csv', '--rule', 'both.json')
    expect(out).toContain('tom, attempt 1 of Test, 10 cases: met')
    expect(out).toContain('Met: 1 and (2 or 3).')
    expect(out).toContain('ann, attempt 1 of Test, 10 cases: not met')
    expect(out).toMatch(/1 {5}Pattern {2}percent-agreement +10 +10 +\.80 +\[\.49, \.94\] {2}>= \.80 +met/)
    expect(out).toMatch(/cohen-kappa +6 +6 +1\.00/)
    expect(out).toContain('2: fewer items or cases than asked for, or some were left out.')
  })

  it('gives the numbers of the library as JSON', async () => {
    const { out } = await judged('all.csv', '--rule', 'both.json', '--trainee', 'tom', '--json')
    const [attempt] = JSON.parse(out).attempts
    const table = ratingTable({
      raters: ['own', 'master'],
      level: 'nominal',
      categories: ['F', 'Ds', 'E'],
      rows: own.map((one, index) => [one, masters[index] ?? null]),
    })
    expect(attempt.verdict.all[0].figures[0].estimate).toBe(percentAgreement(table).estimate)
    expect(attempt.verdict.all[1].any[0].figures[0].estimate).toBe(cohenKappa(table).estimate)
    expect(attempt.verdict.all[1].any[1].figures[0]).toMatchObject({ collapse: 'two-way', estimate: 0.8 })
    expect(attempt.figures.map(({ measure }: { measure: string }) => measure)).toEqual([
      'cohen-kappa',
      'percent-agreement',
    ])
  })

  it('gives one row a figure as CSV, and a table as Markdown', async () => {
    const rows: string[][] = []
    const { out } = await judged('all.csv', '--rule', 'both.json', '--csv')
    eachCsvRow(out, ',', (cells) => void rows.push([...cells]))
    expect(rows).toHaveLength(7)
    expect(rows[1]?.slice(2, 8)).toEqual(['tom', '1', 'yes', '1', 'yes', ''])
    expect((await judged('all.csv', '--rule', 'both.json', '--markdown')).out).toContain('| part | of |')
  })

  it('holds an attempt against other coders where the rule does', async () => {
    const coders = rowsOf('tom', 1, own).map(({ place, item }) => ({ place, item: { ...item, coders: ['E', null] } }))
    const { world, seen } = worldOf({
      'all.csv': comparisonsCsv(coders.filter(({ item }) => 'collapse' in item && item.collapse === 'as-coded')),
      'rule.json': JSON.stringify({ ...predicate, against: 'coders', threshold: 0.3 }),
    })
    expect(await run(['criterion', 'all.csv', '--rule', 'rule.json'], world)).toBe(0)
    // Three of ten were coded E.
    expect(seen.out).toMatch(/10 +10 +\.30/)
  })

  it('takes a criterion and a preset as well', async () => {
    const criterion = { title: 'Ours', modelledOn: null, rule: predicate, validMonths: null, renewal: { kind: 'none' } }
    const preset = { id: 'ours', criterion, attempts: null, cases: null }
    for (const rule of [criterion, preset]) {
      const { world, seen } = worldOf({ ...files, 'rule.json': JSON.stringify(rule) })
      expect(await run(['criterion', 'all.csv', '--rule', 'rule.json', '--trainee', 'tom'], world)).toBe(0)
      expect(seen.out).toContain(': Ours\n')
    }
  })

  it.each([
    [['--rule', 'rule.json'], {}, 'Which file?'],
    [['all.csv'], {}, 'Which rule?'],
    [['all.csv', '--rule', 'rule.json', '--csv', '--json'], {}, 'Only one of'],
    [['all.csv', '--rule', 'rule.json', '--attempt', '0'], {}, '--attempt cannot be "0"'],
    [['all.csv', '--rule', 'rule.json', '--trainee', 'eve'], {}, 'there is no such attempt.'],
    [['all.csv', '--rule', 'rule.json'], { 'rule.json': '{' }, 'rule.json: this is not JSON.'],
    [
      ['all.csv', '--rule', 'rule.json'],
      { 'rule.json': JSON.stringify({ ...predicate, comparator: '=' }) },
      'comparator',
    ],
    [
      ['all.csv', '--rule', 'rule.json'],
      { 'rule.json': JSON.stringify({ all: [{ ...predicate, measure: 'kappa' }] }) },
      'all.0.measure',
    ],
    [
      ['all.csv', '--rule', 'rule.json'],
      { 'rule.json': JSON.stringify({ ...predicate, variables: { ids: ['gone'] } }) },
      'rule.variables.ids: gone is not in scope',
    ],
    [
      ['all.csv', '--rule', 'rule.json'],
      { 'all.csv': comparisonsCsv(rowsOf('tom', 1, ['F', 'U', ...own.slice(2)])) },
      'tom, attempt 1 of Test: Item 2, rater own: "U" is not among F, Ds, E.',
    ],
    [
      ['all.csv', '--rule', 'rule.json'],
      { 'all.csv': 'trainee,case\n' },
      'all.csv, line 1: There is no column attempt',
    ],
  ])('refuses %j with code 2', async (args, changed, message) => {
    const { world, seen } = worldOf({ ...files, ...changed })
    expect([await run(['criterion', ...args], world), seen.out]).toEqual([2, ''])
    expect(seen.err).toContain(message)
  })
})
