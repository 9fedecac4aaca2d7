import { layOperatingCurve } from '@attune/charts'
import type { ChanceToPass } from '@attune/contract'
import { createMemo, createUniqueId, For, Show } from 'solid-js'
import { formatCoefficient, formatPercent } from '../../base/numbers.ts'
import { Chart } from '../../charts/Chart.tsx'
import type { ChartData } from '../../charts/chart-data.ts'
import { LevelLine, ValueAxes } from '../../charts/ValueAxes.tsx'
import { createWidth } from '../../charts/width.ts'
import { t } from '../../messages/index.ts'
import { mainQualities, type QualityName, rare } from './plan.ts'
import { chanceDatum, chanceInWords, intervalOf, sentenceOf } from './plan-words.ts'

/** The operating characteristic of a rule: how often a coder passes, by the true agreement. */
export function OperatingCurveChart(props: { points: readonly ChanceToPass[]; name: QualityName }) {
  const words = () => t().training.planning
  const titleId = createUniqueId()
  let frame: HTMLDivElement | undefined
  let chart: SVGSVGElement | undefined
  const width = createWidth(() => frame)
  const curve = createMemo(() =>
    layOperatingCurve(props.points, { width: width(), labelled: mainQualities, marked: rare }),
  )
  const title = () => sentenceOf(props.points, props.name)
  return (
    <Chart title={title()} name="chance-to-pass" data={dataOf(props.points, props.name)} svg={() => chart}>
      <div class="curve" ref={frame}>
        <svg
          ref={chart}
          class="chart__drawing"
          role="img"
          aria-labelledby={titleId}
          viewBox={`0 0 ${curve().width} ${curve().height}`}
        >
          <title id={titleId}>{title()}</title>
          <ValueAxes
            frame={curve()}
            up={curve().yTicks}
            upWords={(chance) => formatPercent(chance)}
            across={curve().xTicks}
            acrossWords={(quality) => formatCoefficient(quality, quality === 1 ? 0 : 1)}
            title={words().axis[props.name]}
          />
          <Show when={curve().marked !== null}>
            <LevelLine frame={curve()} y={curve().marked ?? 0} label={formatPercent(rare)} at="end" />
          </Show>
          <path class="chart__rule" d={curve().path} />
          <For each={curve().points}>
            {(placed) => (
              <>
                <Show when={placed.interval}>
                  {(interval) => (
                    <line class="chart__interval" x1={placed.x} x2={placed.x} y1={interval().from} y2={interval().to} />
                  )}
                </Show>
                <circle class="chart__point" cx={placed.x} cy={placed.y} r={placed.label ? 4.5 : 3} />
                <Show when={placed.label}>
                  {(label) => (
                    <text class="chart__label" x={label().x} y={label().y} text-anchor={label().anchor}>
                      {chanceInWords(placed.point)}
                    </text>
                  )}
                </Show>
              </>
            )}
          </For>
        </svg>
      </div>
      <p class="quiet">{methodOf(props.points)}</p>
    </Chart>
  )
}

/** Exact or simulated, and then how many trials and what the lines at the points are. */
function methodOf(points: readonly ChanceToPass[]): string {
  const words = t().training.planning
  const simulated = points.find(({ method }) => method === 'simulation')
  return simulated ? words.simulated(simulated.trials ?? 0) : words.exact
}

function dataOf(points: readonly ChanceToPass[], name: QualityName): ChartData {
  const words = t().training.planning
  return {
    label: words.table,
    columns: [
      words.axis[name],
      words.columns.cases,
      words.columns.chance,
      words.columns.interval,
      words.columns.method,
    ],
    rows: points
      .toSorted((one, other) => one.quality - other.quality)
      .map((point) => [
        formatCoefficient(point.quality),
        { shown: String(point.cases), value: point.cases },
        chanceDatum(point),
        intervalOf(point),
        words.methods[point.method],
      ]),
  }
}
