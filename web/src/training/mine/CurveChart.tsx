import { layLearningCurve } from '@attune/charts'
import type { TrainingProgress } from '@attune/contract'
import { createMemo, createUniqueId, For, Show } from 'solid-js'
import { formatPercent } from '../../base/numbers.ts'
import { Chart } from '../../charts/Chart.tsx'
import type { ChartData } from '../../charts/chart-data.ts'
import { createWidth } from '../../charts/width.ts'
import { t } from '../../messages/index.ts'
import { curveWords, shareInterval } from './progress-words.ts'

type Props = { curve: TrainingProgress['curve']; line: number | null }

/** Agreement with the master case by case, and over the last five cases with its interval, against the share to reach. */
export function CurveChart(props: Props) {
  const titleId = createUniqueId()
  let frame: HTMLDivElement | undefined
  let drawing: SVGSVGElement | undefined
  const width = createWidth(() => frame)
  const words = () => t().myTraining.progress.curve
  const laid = createMemo(() =>
    layLearningCurve(
      props.curve.map(({ agreed, compared, recent }) => ({ share: compared === 0 ? null : agreed / compared, recent })),
      { width: width(), height: 280, line: props.line },
    ),
  )
  return (
    <Chart
      title={curveWords(props.curve, props.line)}
      name="learning-curve"
      data={dataOf(props.curve)}
      svg={() => drawing}
    >
      <div ref={frame}>
        <svg
          ref={drawing}
          class="chart__drawing"
          role="img"
          aria-labelledby={titleId}
          viewBox={`0 0 ${laid().width} ${laid().height}`}
        >
          <title id={titleId}>{curveWords(props.curve, props.line)}</title>
          <For each={laid().shares}>
            {(tick) => (
              <>
                <line class="chart__grid" x1={laid().left} x2={laid().right} y1={tick.y} y2={tick.y} />
                <text class="chart__tick" x={laid().left - 6} y={tick.y} text-anchor="end" dominant-baseline="middle">
                  {formatPercent(tick.value)}
                </text>
              </>
            )}
          </For>
          <For each={laid().cases}>
            {(tick) => (
              <text class="chart__tick" x={tick.x} y={laid().bottom + 16} text-anchor="middle">
                {tick.value}
              </text>
            )}
          </For>
          <text class="chart__tick" x={(laid().left + laid().right) / 2} y={laid().bottom + 34} text-anchor="middle">
            {words().axisCases}
          </text>
          <For each={laid().bands}>{(path) => <path class="chart__band" d={path} />}</For>
          <Show when={laid().line !== null}>
            <line
              class="chart__criterion"
              x1={laid().left}
              x2={laid().right}
              y1={laid().line ?? 0}
              y2={laid().line ?? 0}
            />
            <text class="chart__tick" x={laid().left + 4} y={(laid().line ?? 0) - 5}>
              {words().line(formatPercent(props.line ?? 0))}
            </text>
          </Show>
          <For each={laid().curves}>{(path) => <path class="chart__rule" d={path} />}</For>
          <For each={laid().points}>
            {(point, index) => (
              <Show when={point.y !== null}>
                <circle class="curve__case" cx={point.x} cy={point.y ?? 0} r="4">
                  <title>{pointWords(props.curve, index())}</title>
                </circle>
              </Show>
            )}
          </For>
        </svg>
        <p class="curve__legend quiet" aria-hidden="true">
          <span class="curve__swatch curve__swatch--case" /> {words().single}
          <span class="curve__swatch curve__swatch--recent" /> {words().recent}
        </p>
      </div>
    </Chart>
  )
}

function pointWords(curve: Props['curve'], index: number): string {
  const one = curve[index]
  return one ? `${one.caseId}: ${t().base.done(one.agreed, one.compared)}` : ''
}

function dataOf(curve: Props['curve']): ChartData {
  const { columns, table } = t().myTraining.progress.curve
  return {
    label: table,
    columns: [
      columns.case,
      columns.order,
      columns.set,
      columns.attempt,
      columns.agreed,
      columns.recent,
      columns.interval,
      columns.items,
    ],
    rows: curve.map((one) => [
      one.caseId,
      { shown: String(one.order), value: one.order },
      one.set,
      { shown: String(one.attempt), value: one.attempt },
      t().base.done(one.agreed, one.compared),
      one.recent ? { shown: formatPercent(one.recent.share), value: one.recent.share } : '',
      one.recent ? shareInterval(one.recent.lower, one.recent.upper) : '',
      one.recent ? { shown: String(one.recent.n), value: one.recent.n } : '',
    ]),
  }
}
