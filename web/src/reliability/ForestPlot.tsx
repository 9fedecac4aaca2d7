import { createMemo } from 'solid-js'
import { formatCoefficient } from '../base/numbers.ts'
import type { ChartData } from '../charts/chart-data.ts'
import { ForestChart, type ForestLine } from '../charts/ForestChart.tsx'
import { coefficients } from '../charts/forest-scales.ts'
import { t } from '../messages/index.ts'
import { type Finding, formatBounds } from './findings.ts'

type Props = {
  title: string
  axis: string
  findings: readonly Finding[]
  criterion: number
  /** Several groups of raters at once: their names go into the labels. */
  nameRaters: boolean
}

function labelOf(finding: Finding, nameRaters: boolean): string {
  const coders = finding.raters.filter((rater) => !rater.isMaster).map((rater) => rater.name)
  return nameRaters ? `${finding.label} · ${coders.join(', ')}` : finding.label
}

function lineOf(finding: Finding, nameRaters: boolean): ForestLine {
  const { main } = finding
  const estimate = main?.estimate ?? null
  const figures =
    main === undefined || estimate === null
      ? t().reliability.undefinedOf(main?.n ?? 0)
      : `${formatCoefficient(estimate)} ${formatBounds(main)}, n = ${main.n}`
  return { label: labelOf(finding, nameRaters), estimate, interval: main?.interval ?? null, figures }
}

function dataOf(title: string, findings: readonly Finding[], nameRaters: boolean): ChartData {
  const { variable, estimate, lower, upper, n } = t().reliability.forest.columns
  const number = (value: number | null | undefined) => ({ shown: String(value ?? ''), value: value ?? null })
  return {
    label: title,
    columns: [variable, estimate, lower, upper, n],
    rows: findings.map(({ main, ...finding }) => [
      labelOf({ main, ...finding }, nameRaters),
      number(main?.estimate),
      number(main?.interval?.lower),
      number(main?.interval?.upper),
      number(main?.n ?? 0),
    ]),
  }
}

/** The main coefficient of each variable against the criterion. The table beside it says the same in words. */
export function ForestPlot(props: Props) {
  const lines = createMemo(() => props.findings.map((finding) => lineOf(finding, props.nameRaters)))
  return (
    <ForestChart
      title={props.title}
      caption={null}
      name="agreement"
      axis={props.axis}
      scale={coefficients}
      lines={lines()}
      criterion={props.criterion}
      data={dataOf(props.title, props.findings, props.nameRaters)}
      hasTable
    />
  )
}
