import { type CodeTable, type MeasureId, measures, type Options, type Result } from '@attune/agreement'
import { forest } from './forest.ts'
import { confusions } from './heat-map.ts'
import { dataTable, type Html, html } from './html.ts'
import { bounds, datum, shown } from './numbers.ts'

const PANEL: readonly { readonly id: MeasureId; readonly label: string }[] = [
  { id: 'percent-agreement', label: 'Observed agreement' },
  { id: 'cohen-kappa', label: "Cohen's kappa" },
  { id: 'kappa-max', label: 'Largest kappa possible' },
  { id: 'brennan-prediger', label: 'PABAK (Brennan-Prediger)' },
  { id: 'gwet-ac1', label: "Gwet's AC1" },
  { id: 'prevalence-index', label: 'Prevalence index' },
  { id: 'bias-index', label: 'Bias index' },
]

interface Line {
  readonly id: MeasureId
  readonly label: string
  /** Null where the index is defined for two categories only, and there are more. */
  readonly result: Result | null
}

/** Why kappa is what it is: beside it what does not depend on how often each code is used. */
export function prevalencePanel(table: CodeTable, { confidence = 0.95 }: Options): Html {
  const lines = PANEL.map(({ id, label }): Line => {
    const fits = !id.endsWith('-index') || table.categories.length === 2
    return { id, label, result: fits ? measures[id].estimate(table, { confidence }) : null }
  })
  const title = explain(table, (id) => lines.find((line) => line.id === id)?.result?.estimate ?? null)
  const drawn = lines.flatMap(({ id, label, result }) =>
    result === null || id.endsWith('-index') ? [] : [{ label, result }],
  )
  const pair = table.raters.join(' and ')
  return html`${forest(title, drawn, true, null)}${dataTable({
    caption: `Kappa and its company: ${pair}`,
    head: ['', 'estimate', 'CI', 'n'],
    right: new Set([1, 2, 3]),
    rows: lines.map(({ label, result }) => [label, ...cellsOf(result)]),
  })}`
}

function cellsOf(result: Result | null): (Html | string)[] {
  if (result === null) return ['for two categories only', '', '']
  if (result.estimate === null) return [`undefined: ${result.undefined.message}`, '', String(result.n)]
  const interval = result.interval === undefined ? '' : bounds(result.interval, true)
  return [datum(result.estimate, true), interval, String(result.n)]
}

/** Far enough apart that a reader would draw another conclusion. */
const APART = 0.2
const PREVAILS = 0.7
const UNEVEN = 0.8

function explain(table: CodeTable, estimateOf: (id: MeasureId) => number | null): string {
  const [observed, kappa, most] = [estimateOf('percent-agreement'), estimateOf('cohen-kappa'), estimateOf('kappa-max')]
  const [pabak, ac1] = [estimateOf('brennan-prediger'), estimateOf('gwet-ac1')]
  if (observed === null) return 'No item was coded by both raters, so there is nothing to explain.'
  if (kappa === null) {
    return `Both raters used one and the same code only: they agree on every item they share, and kappa is undefined because chance would give the same.`
  }
  const { name, share } = commonest(table)
  const gap = `observed agreement is ${shown(observed, true)} and kappa ${shown(kappa, true)}`
  const company = `PABAK is ${pabak === null ? 'undefined' : shown(pabak, true)}, AC1 ${ac1 === null ? 'undefined' : shown(ac1, true)}`
  if (ac1 !== null && ac1 - kappa >= APART && share >= PREVAILS) {
    return `The kappa paradox: ${gap}, because ${name} makes up ${Math.round(100 * share)} % of all codes and chance alone would agree often; ${company}.`
  }
  if (most !== null && most < UNEVEN) {
    return `The raters use the codes unequally often: with their shares kappa cannot exceed ${shown(most, true)}; ${gap}.`
  }
  if (ac1 !== null && Math.abs(ac1 - kappa) >= APART) {
    return `Kappa depends on how often each code is used: ${gap}; ${company}.`
  }
  return `No kappa paradox: ${gap}, and what does not depend on prevalence says much the same; ${company}.`
}

/** The code used most, with its share of all codes of both raters, on the items that both coded. */
function commonest(table: CodeTable): { name: string; share: number } {
  const counts = confusions(table)
  const used = table.categories.map(
    (_, index) =>
      (counts[index] ?? []).reduce((sum, count) => sum + count, 0) +
      counts.reduce((sum, row) => sum + (row[index] ?? 0), 0),
  )
  const all = used.reduce((sum, count) => sum + count, 0)
  const largest = Math.max(...used)
  return { name: table.categories[used.indexOf(largest)] ?? '', share: largest / all }
}
