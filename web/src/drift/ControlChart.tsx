import { layControlChart } from '@attune/charts'
import type { DriftChart } from '@attune/contract'
import { createMemo, createUniqueId, For, Show } from 'solid-js'
import { formatDay } from '../base/dates.tsx'
import { Chart } from '../charts/Chart.tsx'
import type { ChartData } from '../charts/chart-data.ts'
import { LevelLine, ValueAxes } from '../charts/ValueAxes.tsx'
import { createWidth } from '../charts/width.ts'
import { t } from '../messages/index.ts'
import { findingOf, formatValue } from './words.ts'

/** A control chart: cases in order, what is expected, the limits, and what lies beyond them. */
export function ControlChart(props: { chart: DriftChart; name: string }) {
  const titleId = createUniqueId()
  let frame: HTMLDivElement | undefined
  let drawing: SVGSVGElement | undefined
  const width = createWidth(() => frame)
  const words = () => t().drift.chart
  const isAverage = () => props.chart.chart === 'ewma'
  const laid = createMemo(() =>
    layControlChart(
      props.chart.points.map((point) => ({
        shown: isAverage() ? point.smoothed : point.value,
        single: isAverage() ? point.value : null,
        ...{ lower: point.lower, upper: point.upper, phase: point.phase },
        isSignal: point.signals.length > 0,
      })),
      {
        ...{ width: width(), height: width() < 500 ? 230 : 270, centre: props.chart.centre },
        within: props.chart.measure === 'agreement' ? [0, 1] : null,
      },
    ),
  )
  const axis = () => (isAverage() ? words().smoothedAxis : words().axis)[props.chart.measure]
  return (
    <Chart title={findingOf(props.chart)} name={props.name} data={dataOf(props.chart)} svg={() => drawing}>
      <div ref={frame}>
        <svg
          ref={drawing}
          class="chart__drawing"
          role="img"
          aria-labelledby={titleId}
          viewBox={`0 0 ${laid().width} ${laid().height}`}
        >
          <title id={titleId}>{findingOf(props.chart)}</title>
          <ValueAxes
            frame={laid()}
            up={laid().values}
            upWords={(value) => formatValue(props.chart.measure, value).replace(/\.00$/, '')}
            across={laid().cases}
            acrossWords={String}
            title={words().cases}
          />
          <LevelLine
            frame={laid()}
            y={laid().centre}
            label={`${words().expected} ${formatValue(props.chart.measure, props.chart.centre)}`}
            at="end"
          />
          <For each={laid().restarts}>
            {(x) => (
              <>
                <line class="control__restart" x1={x} x2={x} y1={laid().top} y2={laid().bottom} />
                <text class="chart__tick" x={x + 4} y={laid().top + 8}>
                  {words().restart}
                </text>
              </>
            )}
          </For>
          <For each={laid().limits}>{(path) => <path class="control__limit" d={path} />}</For>
          <For each={laid().lines}>{(path) => <path class="chart__rule" d={path} />}</For>
          <For each={laid().points}>
            {(point, index) => (
              <g>
                <title>{pointWords(props.chart, index())}</title>
                <Show when={point.single !== null}>
                  <circle class="control__single" cx={point.x} cy={point.single ?? 0} r="3" />
                </Show>
                <Show when={point.y !== null}>
                  <Show
                    when={point.isSignal}
                    fallback={<circle class="chart__point" cx={point.x} cy={point.y ?? 0} r="4" />}
                  >
                    <path class="control__signal" d={`M${point.x} ${(point.y ?? 0) - 7}l7 7l-7 7l-7 -7z`} />
                  </Show>
                </Show>
              </g>
            )}
          </For>
        </svg>
        <p class="control__legend quiet" aria-hidden="true">
          <span>{axis()}</span>
          <Show when={isAverage()}>
            <span class="control__key control__key--single">{words().legendSingle}</span>
          </Show>
          <span class="control__key control__key--point">
            {isAverage() ? words().legendAverage : words().legendPoint}
          </span>
          <span class="control__key control__key--limit">{words().limit}</span>
          <span class="control__key control__key--signal">{words().legendSignal}</span>
        </p>
        <p class="quiet">
          {words().rule[props.chart.chart]}{' '}
          <Show when={hasSeveralSizes(props.chart)}>
            {props.chart.scales === null ? words().oneDeviation : words().byScales(props.chart.scales)}
          </Show>
        </p>
      </div>
    </Chart>
  )
}

/** Whether the points of a chart of bias are means over different numbers of scales. */
function hasSeveralSizes({ measure, points }: DriftChart): boolean {
  const sizes = points.flatMap(({ value, scales }) => (value === null ? [] : [scales]))
  return measure === 'bias' && new Set(sizes).size > 1
}

function pointWords({ measure, points }: DriftChart, index: number): string {
  const point = points[index]
  if (point === undefined || point.value === null) return ''
  return t().drift.chart.point(point.caseId, formatValue(measure, point.value))
}

function dataOf({ measure, chart, points }: DriftChart): ChartData {
  const { columns, table, signals } = t().drift.chart
  const datum = (value: number | null) => ({ shown: value === null ? '' : formatValue(measure, value), value })
  const sizeOf = (count: number) => ({ shown: String(count), value: count })
  const hasAverage = chart === 'ewma'
  return {
    label: table[measure],
    columns: [
      ...[columns.case, columns.order, columns.day, columns[measure === 'bias' ? 'scales' : 'n'], columns.value],
      ...(hasAverage ? [columns.smoothed] : []),
      ...[columns.lower, columns.upper, columns.signal],
    ],
    rows: points.map((point) => [
      point.caseId,
      { shown: String(point.order), value: point.order },
      formatDay(point.at),
      sizeOf(measure === 'bias' ? point.scales : point.n),
      datum(point.value),
      ...(hasAverage ? [datum(point.smoothed)] : []),
      datum(point.lower),
      datum(point.upper),
      point.signals.map((signal) => signals[signal]).join(', '),
    ]),
  }
}
