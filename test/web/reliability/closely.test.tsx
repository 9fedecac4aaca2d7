import type { KappaCompany, Rater, ScoreDifferences } from '@attune/contract'
import { cleanup, render, screen } from '@solidjs/testing-library'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { csvOf } from '../../../web/src/charts/chart-data.ts'
import { setTablesShown } from '../../../web/src/charts/tables.ts'
import { BlandAltmanPlot } from '../../../web/src/reliability/BlandAltmanPlot.tsx'
import { CompanyPanel } from '../../../web/src/reliability/CompanyPanel.tsx'
import { expectAccessible } from '../accessible.ts'

const ann: Rater = { id: 'a', name: 'Ann', isMaster: false }
const master: Rater = { id: 'master', name: 'Master coding', isMaster: true }
const id = (digit: number) => `00000000-0000-4000-8000-00000000000${digit}`
const item = (digit: number, first: number, second: number) => ({
  case: id(digit),
  caseId: `C-${digit}`,
  firstCoding: id(digit),
  secondCoding: id(digit),
  first,
  second,
})
const interval = { lower: -0.9, upper: 1.9, level: 0.95, method: 't' }
const differences: ScoreDifferences = {
  n: 3,
  estimate: 0.5,
  undefined: null,
  interval,
  test: { statistic: 't', value: 1.2, df1: 2, df2: null, p: 0.35 },
  limits: {
    lower: -1.5,
    upper: 2.5,
    coverage: 0.95,
    lowerInterval: { lower: -4, upper: -0.5 },
    upperInterval: { lower: 1.5, upper: 5 },
    proportional: { slope: 0.4, lower: 0.1, upper: 0.7, p: 0.02 },
  },
  cases: [item(1, 5, 4), item(2, 5, 4), item(3, 2, 2.5)],
}
const pair = { variable: 'x', label: 'X', first: ann, second: master, differences, company: null, script: null }

afterEach(() => {
  cleanup()
  setTablesShown(false)
})

describe('differences of two raters', () => {
  it('say who scores higher, between which limits, and that they grow along the scale', async () => {
    const { container } = render(() => <BlandAltmanPlot pair={pair} differences={differences} />)
    const sentence =
      'Ann scores 0.50 points higher than Master coding on average; 95 % of differences are expected from −1.50 to 2.50 (n = 3).'
    expect(screen.getByRole('img', { name: sentence.replace('95 %', '95\u00a0%') })).toBeInTheDocument()
    expect(screen.getByText(/^The difference changes along the scale: by 0\.40/)).toBeInTheDocument()
    expect(screen.getByRole('row', { name: 'Upper limit 2.50 [1.50, 5.00]' })).toBeInTheDocument()
    expect(container.querySelectorAll('circle')).toHaveLength(2)
    expect(container.querySelectorAll('.chart__band')).toHaveLength(2)
    await expectAccessible(container)
  })

  it('show every case when the table is asked for', async () => {
    render(() => <BlandAltmanPlot pair={pair} differences={differences} />)
    expect(screen.queryByRole('rowheader', { name: 'C-1' })).toBeNull()
    await userEvent.setup().click(screen.getByRole('button', { name: 'Table' }))
    expect(screen.getByRole('row', { name: 'C-3 2 2.5 2.25 −0.50' })).toBeInTheDocument()
  })

  it('say why there are no limits, where the picture would be', () => {
    const none = {
      ...differences,
      estimate: null,
      limits: null,
      undefined: { code: 'too-few-items', message: 'Two items are needed.' },
    }
    const { container } = render(() => <BlandAltmanPlot pair={pair} differences={none} />)
    expect(screen.getByText(/Two items are needed\./)).toBeInTheDocument()
    expect(container.querySelector('svg')).toBeNull()
  })
})

describe('kappa in its company', () => {
  const found = (estimate: number) => ({ n: 40, estimate, undefined: null, interval: null })
  const company: KappaCompany = {
    paradox: 'paradox',
    commonest: { label: 'Dismissing', share: 0.94 },
    lines: [
      { measure: 'percent-agreement', label: 'Observed agreement', result: found(0.93) },
      {
        measure: 'cohen-kappa',
        label: "Cohen's kappa",
        result: { ...found(0.36), interval: { lower: -0.1, upper: 1.2, level: 0.95, method: 'x' } },
      },
      { measure: 'brennan-prediger', label: 'PABAK', result: found(0.85) },
      { measure: 'gwet-ac1', label: 'AC1', result: found(0.91) },
      { measure: 'kappa-max', label: 'Largest kappa', result: found(0.8) },
      { measure: 'bias-index', label: 'Bias index', result: null },
    ],
  }

  it('explains the paradox in a sentence and shows each coefficient with its interval', async () => {
    const { container } = render(() => <CompanyPanel company={company} />)
    const sentence = /^The kappa paradox: observed agreement is \.93 and kappa \.36, because Dismissing makes up 94/
    expect(screen.getByRole('img', { name: sentence })).toBeInTheDocument()
    expect(screen.getByRole('row', { name: "Cohen's kappa .36 [−.10, 1.00] 40" })).toBeInTheDocument()
    expect(screen.getByRole('row', { name: /^Bias index for two categories only/ })).toBeInTheDocument()
    expect(container.querySelectorAll('.chart__point')).toHaveLength(5)
    await expectAccessible(container)
  })
})

describe('the file of a chart', () => {
  it('has all digits, and nothing that a spreadsheet takes for a formula', () => {
    const rows = [
      ['=1+1', { shown: '.71', value: 0.7134567 }],
      ['a "b", c', { shown: '', value: null }],
    ]
    expect(csvOf({ label: 'x', columns: ['Name', 'Estimate'], rows })).toBe(
      `Name,Estimate\r\n'=1+1,0.7134567\r\n"a ""b"", c",\r\n`,
    )
  })
})
