import { type ForestEntry, type ForestRow, layForest } from '@attune/charts'
import { createMemo, createUniqueId, For, type JSX, Show } from 'solid-js'
import { formatCoefficient } from '../base/numbers.ts'
import { t } from '../messages/index.ts'
import { Chart } from './Chart.tsx'
import type { ChartData } from './chart-data.ts'
import type { ForestScale } from './forest-scales.ts'
import { createWidth } from './width.ts'

export type ForestLine = ForestEntry & {
  readonly label: string
  /** What stands at its end: estimate, interval, n. */
  readonly figures: string
}

type Props = {
  title: string
  /** Shown above the drawing; none where the page says it already. */
  caption: JSX.Element
  name: string
  /** What the axis measures: "Cohen's kappa". */
  axis: string
  scale: ForestScale
  lines: readonly ForestLine[]
  criterion: number | null
  data: ChartData
  hasTable?: boolean | undefined
}

const shorten = (text: string, room: number) => (text.length > room ? `${text.slice(0, room - 1)}…` : text)

/** Estimates with their intervals, against a criterion or zero if there is one. */
export function ForestChart(props: Props) {
  const titleId = createUniqueId()
  let frame: HTMLDivElement | undefined
  let chart: SVGSVGElement | undefined
  const width = createWidth(() => frame)
  const forest = createMemo(() =>
    layForest(props.lines, {
      width: width(),
      bounded: props.scale.isBounded,
      criterion: props.criterion,
      names: Math.min(props.scale.names.most, Math.round(width() * props.scale.names.share)),
      figures: props.scale.figures,
    }),
  )
  return (
    <Chart title={props.caption} name={props.name} data={props.data} hasTable={props.hasTable} svg={() => chart}>
      <div class="forest" ref={frame}>
        <svg
          ref={chart}
          class="chart__drawing"
          role="img"
          aria-labelledby={titleId}
          viewBox={`0 0 ${forest().width} ${forest().height + 14}`}
        >
          <title id={titleId}>{props.title}</title>
          <For each={forest().ticks}>
            {(tick) => (
              <>
                <line class="chart__grid" x1={tick.x} x2={tick.x} y1={forest().top} y2={forest().bottom} />
                <text class="chart__tick" x={tick.x} y={forest().bottom + 16} text-anchor="middle">
                  {props.scale.tick(tick.value)}
                </text>
              </>
            )}
          </For>
          <Show when={props.scale.hasZeroLine}>
            <line
              class="chart__criterion"
              x1={forest().zero}
              x2={forest().zero}
              y1={forest().top}
              y2={forest().bottom}
            />
          </Show>
          <Show when={forest().criterion !== null}>
            <line
              class="chart__criterion"
              x1={forest().criterion ?? 0}
              x2={forest().criterion ?? 0}
              y1={forest().top - 6}
              y2={forest().bottom}
            />
            <text class="chart__tick" x={forest().criterion ?? 0} y={forest().top - 11} text-anchor="middle">
              {t().reliability.criterion(formatCoefficient(props.criterion ?? 0))}
            </text>
          </Show>
          <text
            class="chart__tick"
            x={(forest().left + forest().right) / 2}
            y={forest().bottom + 33}
            text-anchor="middle"
          >
            {props.axis}
          </text>
          <For each={forest().rows}>
            {(row, index) => (
              <Show when={props.lines[index()]}>
                {(line) => (
                  <g>
                    <text
                      class="chart__label"
                      x={forest().isNarrow ? forest().left : forest().left - 14}
                      y={row.labelY}
                      text-anchor={forest().isNarrow ? 'start' : 'end'}
                      dominant-baseline="middle"
                    >
                      {shorten(line().label, props.scale.letters[forest().isNarrow ? 'narrow' : 'wide'])}
                      <title>{line().label}</title>
                    </text>
                    <text
                      class="chart__figures"
                      x={forest().width - 4}
                      y={row.labelY}
                      text-anchor="end"
                      dominant-baseline="middle"
                    >
                      {line().figures}
                    </text>
                    <Mark row={row} />
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

/** The interval as a line, an arrow where it goes on beyond the axis, the estimate as a point. */
function Mark(props: { row: ForestRow }) {
  return (
    <>
      <Show when={props.row.line}>
        {(line) => (
          <>
            <line class="chart__interval" x1={line().from} x2={line().to} y1={props.row.y} y2={props.row.y} />
            <Show when={line().opensLeft}>
              <path class="chart__interval" d={`M${line().from + 6},${props.row.y - 4} l-6,4 l6,4`} />
            </Show>
            <Show when={line().opensRight}>
              <path class="chart__interval" d={`M${line().to - 6},${props.row.y - 4} l6,4 l-6,4`} />
            </Show>
          </>
        )}
      </Show>
      <Show when={props.row.x !== null}>
        <circle class="chart__point" cx={props.row.x ?? 0} cy={props.row.y} r="4.5" />
      </Show>
    </>
  )
}
