import {
  assuranceIcc,
  cohenKappa,
  estimate,
  moreItems,
  powerIcc,
  powerKappaBinary,
  powerKappaGof,
  powerKappaMulticategory,
  ratingTable,
  type SampleSize,
  sampleSizeIcc,
  sampleSizeIccAssurance,
  sampleSizeIccWidth,
  sampleSizeKappaBinary,
  sampleSizeKappaGof,
  sampleSizeKappaMulticategory,
} from '@attune/agreement'
import { run } from '@attune/cli'
import { describe, expect, it } from 'vitest'
import { worldOf } from './world.ts'

/** Share of simulated studies whose interval of ICC(1,1) begins above a value. */
function shareAbove(lower: number, plan: { rho: number; items: number; raters: number; studies: number }): number {
  const { rho, items, raters: count, studies } = plan
  let state = 20_261_122
  const uniform = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return (state + 0.5) / 2 ** 32
  }
  const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform())
  const raters = Array.from({ length: count }, (_, rater) => String(rater))
  let above = 0
  for (let study = 0; study < studies; study++) {
    const scores = Array.from({ length: items }, () => {
      const own = Math.sqrt(rho) * normal()
      return raters.map(() => own + Math.sqrt(1 - rho) * normal())
    })
    const result = estimate('icc', ratingTable({ raters, level: 'interval', rows: scores }), { form: 'ICC(1,1)' })
    if (result.estimate !== null && (result.interval?.lower ?? 0) > lower) above++
  }
  return above / studies
}

const rows = ['F F', 'F Ds', 'Ds Ds', 'E E', 'Ds Ds', 'F F', 'F F', 'E Ds'].map((row) => row.split(' '))
const files = { 'codes.csv': ['item,A,B', ...rows.map((row, index) => [index, ...row].join(','))].join('\n') }

async function printed(line: string): Promise<string> {
  const { world, seen } = worldOf(files)
  expect([await run(['plan', ...line.split(' ')], world), seen.err]).toEqual([0, ''])
  return seen.out
}

const risks = { alpha: 0.01, tails: 2, power: 0.9 } as const
const flags = '--alpha 0.01 --tails 2 --power 0.9'
const kappas = { kappa0: 0.4, kappa1: 0.6 }
const hypotheses = { rho0: 0.7, rho1: 0.85, raters: 3 }
const shares = [0.5, 0.3, 0.2]

describe('attune plan', () => {
  it.each<[string, SampleSize]>([
    ['kappa --kappa0 0.4 --kappa1 0.6 --rates 0.3,0.35', sampleSizeKappaBinary({ ...kappas, rate1: 0.3, rate2: 0.35 })],
    [
      `kappa --kappa0 0.4 --kappa1 0.6 --rates 0.3,0.35 ${flags}`,
      sampleSizeKappaBinary({ ...kappas, rate1: 0.3, rate2: 0.35, ...risks }),
    ],
    ['kappa --kappa0 0.4 --kappa1 0.6 --shares 0.5,0.3,0.2', sampleSizeKappaMulticategory({ ...kappas, shares })],
    [
      `kappa --kappa0 0.4 --kappa1 0.6 --prevalence 0.3 --raters 4 ${flags}`,
      sampleSizeKappaGof({ ...kappas, prevalence: 0.3, raters: 4, ...risks }),
    ],
    ['icc --rho0 0.7 --rho1 0.85 --raters 3', sampleSizeIcc(hypotheses)],
    [
      'icc --rho 0.8 --width 0.2 --confidence 0.9',
      sampleSizeIccWidth({ rho: 0.8, raters: 2, width: 0.2, confidence: 0.9 }),
    ],
  ])('%s needs the items that the library says', async (line, { items, exact }) => {
    expect(JSON.parse(await printed(`${line} --json`))).toMatchObject({ items, exact })
    expect(await printed(line)).toContain(`${items} items are needed (`)
  })

  it.each([
    [
      'kappa --kappa0 0.4 --kappa1 0.6 --rates 0.3,0.35',
      powerKappaBinary({ ...kappas, rate1: 0.3, rate2: 0.35, items: 60 }),
    ],
    ['kappa --kappa0 0.4 --kappa1 0.6 --shares 0.5,0.3,0.2', powerKappaMulticategory({ ...kappas, shares, items: 60 })],
    [
      'kappa --kappa0 0.4 --kappa1 0.6 --prevalence 0.3',
      powerKappaGof({ ...kappas, prevalence: 0.3, raters: 2, items: 60 }),
    ],
    ['icc --rho0 0.7 --rho1 0.85 --raters 3', powerIcc({ ...hypotheses, items: 60 })],
  ])('%s --items 60 has the power that the library says', async (line, power) => {
    expect(JSON.parse(await printed(`${line} --items 60 --json`))).toMatchObject({ items: 60, exact: null, power })
    expect(await printed(`${line} --items 60`)).toContain('60 items have power ')
  })

  it('draws the power of fewer and more items', async () => {
    const { curve } = JSON.parse(await printed('icc --rho0 0.7 --rho1 0.85 --items 40 --json'))
    expect(curve.map(({ items }: { items: number }) => items)).toEqual([20, 30, 40, 50, 60, 80])
    for (const { items, power } of curve) expect(power).toBe(powerIcc({ ...hypotheses, raters: 2, items }))
  })

  it('assures where an interval begins', async () => {
    const line = 'icc --rho 0.8 --lower 0.6 --assurance 0.9 --raters 3'
    const { items, assurance } = JSON.parse(await printed(`${line} --json`))
    expect(assurance).toBeGreaterThanOrEqual(0.9)
    expect([items, await printed(`${line} --items 30`)]).toEqual([
      44,
      expect.stringContaining('30 items have assurance .'),
    ])
    expect(Math.abs(shareAbove(0.6, { rho: 0.8, items, raters: 3, studies: 1500 }) - assurance)).toBeLessThan(0.03)
  })

  it.each<[string, Parameters<typeof sampleSizeIccAssurance>[0]]>([
    ['--lower 0.6', { rho: 0.8, raters: 3, lower: 0.6, confidence: 0.975 }],
    [
      '--lower 0.6 --confidence 0.9 --design twoway',
      { rho: 0.8, raters: 3, lower: 0.6, confidence: 0.95, design: 'twoway' },
    ],
    ['--width 0.2', { rho: 0.8, raters: 3, width: 0.2 }],
    [
      '--width 0.3 --confidence 0.9 --design twoway',
      { rho: 0.8, raters: 3, width: 0.3, confidence: 0.9, design: 'twoway' },
    ],
  ])('assures %s as the library does', async (options, plan) => {
    const line = `icc --rho 0.8 --raters 3 ${options} --assurance 0.9`
    const { items, exact } = sampleSizeIccAssurance({ ...plan, assurance: 0.9 })
    expect(JSON.parse(await printed(`${line} --json`))).toMatchObject({
      items,
      exact,
      assurance: assuranceIcc({ ...plan, items }),
      options: { design: plan.design ?? 'oneway', assurance: 0.9 },
    })
    expect(JSON.parse(await printed(`${line} --items 30 --json`)).assurance).toBe(assuranceIcc({ ...plan, items: 30 }))
    expect(await printed(line)).toContain(`; design ${plan.design ?? 'oneway'}; `)
  })

  it('says how many more items an interval needs', async () => {
    const table = ratingTable({ raters: ['A', 'B'], level: 'nominal', categories: ['Ds', 'E', 'F'], rows })
    if (table.kind !== 'codes') throw new Error('Codes make a table of codes.')
    const needed = moreItems(cohenKappa(table), 0.1)
    const line = 'more codes.csv --measure cohen-kappa --half-width 0.1'
    expect(JSON.parse(await printed(`${line} --json`)).results[0].needed).toEqual(needed)
    expect(await printed(line)).toContain(String(needed?.more))
    expect(await printed(`${line} --csv`)).toContain(`,${needed?.items},${needed?.more},`)
    expect(await printed('more codes.csv --measure kappa-max --half-width 0.1')).toContain('no interval')
  })

  it('has every format', async () => {
    const line = 'kappa --kappa0 0.4 --kappa1 0.6 --shares 0.5,0.3,0.2'
    expect(await printed(`${line} --csv`)).toMatch(/^plan,kappa0,.*\r?\n.*Cohen's kappa.*,99,/)
    expect(await printed(`${line} --markdown`)).toContain('| items | power |')
  })

  it.each([
    ['', 'What is to be planned?'],
    ['t-test', 'What is to be planned?'],
    ['kappa --kappa0 0.4 --kappa1 0.6', 'Kappa depends on how frequent the categories are.'],
    ['kappa --kappa0 0.4 --shares 0.5,0.5', '--kappa1 is missing.'],
    ['kappa --kappa0 0.4 --kappa1 0.6 --shares 0.5,0.4', 'The shares add up to 0.9'],
    ['kappa --kappa0 0.4 --kappa1 0.6 --shares 0.5,0.5 --rates 0.5,0.5', 'Choose one of --rates, --shares.'],
    ['kappa --kappa0 0.4 --kappa1 0.6 --rates 0.5', '--rates needs two shares.'],
    ['kappa --rho 0.3', '--rho has no meaning for attune plan kappa.'],
    ['icc --raters 2', 'What is the study for?'],
    ['icc --rho0 0.9 --rho1 0.8', 'rho1 0.8 is not above rho0 0.9.'],
    ['icc --rho 0.8 --lower 0.9', '--lower 0.9 is not below --rho 0.8.'],
    ['icc --rho 0.8 --lower 0.6 --width 0.2', '--lower and --width exclude each other.'],
    ['icc --rho 0.8 --width 0.2 --design twoway', '--design has no meaning for the width of an interval.'],
    ['icc --rho 0.8 --width 0.2 --items 30', '--items has no meaning for the width of an interval.'],
    ['icc --rho0 0.7 --rho1 0.8 --raters 1', '--raters cannot be "1".'],
    ['more codes.csv', '--half-width is missing.'],
  ])('refuses "%s"', async (line, message) => {
    const { world, seen } = worldOf(files)
    expect([await run(['plan', ...line.split(' ').filter(Boolean)], world), seen.out]).toEqual([2, ''])
    expect(seen.err).toContain(message)
    expect(seen.err).toMatch(/^attune: .*\n {8}\S.*\n$/)
  })
})
