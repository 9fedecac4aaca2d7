import type { CodeTable, MeasureId, Options, Result } from '@attune/agreement'
import { estimateIn, type KappaCompany, kappaCompany } from './company.ts'
import { forest } from './forest.ts'
import { dataTable, type Html, html } from './html.ts'
import { bounds, datum, shown } from './numbers.ts'

/** Why kappa is what it is: beside it what does not depend on how often each code is used. */
export function prevalencePanel(table: CodeTable, options: Options): Html {
  const company = kappaCompany(table, options)
  const drawn = company.lines.flatMap(({ id, label, result }) =>
    result === null || id.endsWith('-index') ? [] : [{ label, result }],
  )
  const pair = table.raters.join(' and ')
  return html`${forest(explain(company), drawn, true, null)}${dataTable({
    caption: `Kappa and its company: ${pair}`,
    head: ['', 'estimate', 'CI', 'n'],
    right: new Set([1, 2, 3]),
    rows: company.lines.map(({ label, result }) => [label, ...cellsOf(result)]),
  })}`
}

function cellsOf(result: Result | null): (Html | string)[] {
  if (result === null) return ['for two categories only', '', '']
  if (result.estimate === null) return [`undefined: ${result.undefined.message}`, '', String(result.n)]
  const interval = result.interval === undefined ? '' : bounds(result.interval, true)
  return [datum(result.estimate, true), interval, String(result.n)]
}

function explain({ lines, paradox, commonest }: KappaCompany): string {
  const text = (id: MeasureId) => {
    const estimate = estimateIn(lines, id)
    return estimate === null ? 'undefined' : shown(estimate, true)
  }
  const gap = `observed agreement is ${text('percent-agreement')} and kappa ${text('cohen-kappa')}`
  const company = `PABAK is ${text('brennan-prediger')}, AC1 ${text('gwet-ac1')}`
  switch (paradox) {
    case 'no-items':
      return 'No item was coded by both raters, so there is nothing to explain.'
    case 'one-code':
      return 'Both raters used one and the same code only: they agree on every item they share, and kappa is undefined because chance would give the same.'
    case 'paradox':
      return `The kappa paradox: ${gap}, because ${commonest?.category ?? 'one code'} makes up ${Math.round(100 * (commonest?.share ?? 0))} % of all codes and chance alone would agree often; ${company}.`
    case 'uneven':
      return `The raters use the codes unequally often: with their shares kappa cannot exceed ${text('kappa-max')}; ${gap}.`
    case 'prevalence':
      return `Kappa depends on how often each code is used: ${gap}; ${company}.`
    case 'none':
      return `No kappa paradox: ${gap}, and what does not depend on prevalence says much the same; ${company}.`
  }
}
