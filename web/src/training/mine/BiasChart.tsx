import type { Figure } from '@attune/criteria'
import { formatSigned } from '../../base/numbers.ts'
import type { ChartData, Datum } from '../../charts/chart-data.ts'
import { ForestChart, type ForestLine } from '../../charts/ForestChart.tsx'
import { differences } from '../../charts/forest-scales.ts'
import { t } from '../../messages/index.ts'
import { figureWords } from '../figure-words.ts'

/** Mean differences from the master, scale by scale, each with its interval around the line of no bias. */
export function BiasChart(props: { biases: readonly Figure[] }) {
  const words = () => t().myTraining.progress.bias
  const title = () => words().sentence(props.biases.filter(excludesZero).length, props.biases.length)
  return (
    <ForestChart
      title={title()}
      caption={title()}
      name="bias"
      axis={words().axis}
      scale={differences}
      lines={props.biases.map(lineOf)}
      criterion={null}
      data={dataOf(props.biases)}
    />
  )
}

const excludesZero = ({ lower, upper }: Figure): boolean => lower !== null && upper !== null && (lower > 0 || upper < 0)

function lineOf(figure: Figure): ForestLine {
  const { label, estimate, lower, upper } = figure
  const interval = lower === null && upper === null ? null : { lower, upper }
  return { label, estimate, interval, figures: figureWords(figure) }
}

function dataOf(biases: readonly Figure[]): ChartData {
  const { figures, progress } = t().myTraining
  const number = (value: number | null): Datum => (value === null ? '' : { shown: formatSigned(value), value })
  return {
    label: progress.bias.table,
    columns: [figures.about, figures.estimate, figures.from, figures.to, figures.items, figures.cases],
    rows: biases.map((figure) => [
      figure.label,
      figure.estimate === null
        ? t().base.fromServer(figure.undefined?.message ?? figures.undefined)
        : number(figure.estimate),
      number(figure.lower),
      number(figure.upper),
      { shown: String(figure.n), value: figure.n },
      { shown: String(figure.cases), value: figure.cases },
    ]),
  }
}
