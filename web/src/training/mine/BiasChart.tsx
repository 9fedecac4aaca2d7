import { layForest } from '@attune/charts'
import type { Figure } from '@attune/criteria'
import { createMemo, createUniqueId, For, Show } from 'solid-js'
import { Chart } from '../../charts/Chart.tsx'
import type { ChartData, Datum } from '../../charts/chart-data.ts'
import { createWidth } from '../../charts/width.ts'
import { t } from '../../messages/index.ts'
import { figureWords } from '../figure-words.ts'
import { signed } from './progress-words.ts'

/** Mean differences from the master, scale by scale, each with its interval around the line of no bias. */
export function BiasChart(props: { biases: readonly Figure[] }) {
  const titleId = createUniqueId()
  let frame: HTMLDivElement | undefined
  let drawing: SVGSVGElement | undefined
  const width = createWidth(() => frame)
  const words = () => t().myTraining.progress.bias
  const laid = createMemo(() =>
    layForest(
      props.biases.map(({ estimate, lower, upper }) => ({
        estimate,
        interval: lower === null && upper === null ? null : { lower, upper },
      })),
      {
        width: width(),
        bounded: false,
        criterion: null,
        names: Math.min(240, Math.round(width() * 0.28)),
        figures: 250,
      },
    ),
  )
  const title = () => words().sentence(props.biases.filter(excludesZero).length, props.biases.length)
  return (
    <Chart title={title()} name="bias" data={dataOf(props.biases)} svg={() => drawing}>
      <div ref={frame}>
        <svg
          ref={drawing}
          class="chart__drawing"
          role="img"
          aria-labelledby={titleId}
          viewBox={`0 0 ${laid().width} ${laid().height + 14}`}
        >
          <title id={titleId}>{title()}</title>
          <For each={laid().ticks}>
            {(tick) => (
              <>
                <line class="chart__grid" x1={tick.x} x2={tick.x} y1={laid().top} y2={laid().bottom} />
                <text class="chart__tick" x={tick.x} y={laid().bottom + 16} text-anchor="middle">
                  {signed(tick.value, Number.isInteger(tick.value) ? 0 : 1)}
                </text>
              </>
            )}
          </For>
          <line class="chart__criterion" x1={laid().zero} x2={laid().zero} y1={laid().top} y2={laid().bottom} />
          <text class="chart__tick" x={(laid().left + laid().right) / 2} y={laid().bottom + 33} text-anchor="middle">
            {words().axis}
          </text>
          <For each={laid().rows}>
            {(row, index) => (
              <Show when={props.biases[index()]}>
                {(figure) => (
                  <g>
                    <text
                      class="chart__label"
                      x={laid().isNarrow ? laid().left : laid().left - 14}
                      y={row.labelY}
                      text-anchor={laid().isNarrow ? 'start' : 'end'}
                      dominant-baseline="middle"
                    >
                      {shortened(figure().label, laid().isNarrow ? 18 : 34)}
                      <title>{figure().label}</title>
                    </text>
                    <text
                      class="chart__figures"
                      x={laid().width - 4}
                      y={row.labelY}
                      text-anchor="end"
                      dominant-baseline="middle"
                    >
                      {figureWords(figure())}
                    </text>
                    <Show when={row.line}>
                      {(line) => <line class="chart__interval" x1={line().from} x2={line().to} y1={row.y} y2={row.y} />}
                    </Show>
                    <Show when={row.x !== null}>
                      <circle class="chart__point" cx={row.x ?? 0} cy={row.y} r="4.5" />
                    </Show>
                  </g>
                )}
              </Show>
            )}
          </For>
        </svg>
      </div>
    </Chart>
  )
}

const shortened = (text: string, room: number) => (text.length > room ? `${text.slice(0, room - 1)}…` : text)

const excludesZero = ({ lower, upper }: Figure): boolean => lower !== null && upper !== null && (lower > 0 || upper < 0)

function dataOf(biases: readonly Figure[]): ChartData {
  const { figures, progress } = t().myTraining
  const number = (value: number | null): Datum => (value === null ? '' : { shown: signed(value), value })
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
