import { layLearningCurve } from '@attune/charts'
import type { TrainingProgress } from '@attune/contract'
import { createMemo, createUniqueId, For, Show } from 'solid-js'
import { formatPercent } from '../../base/numbers.ts'
import { Chart } from '../../charts/Chart.tsx'
import type { ChartData } from '../../charts/chart-data.ts'
import { LevelLine, ValueAxes } from '../../charts/ValueAxes.tsx'
import { createWidth } from '../../charts/width.ts'
import { t } from '../../messages/index.ts'
import { curveWords, shareInterval } from './progress-words.ts'

type Props = { curve: TrainingProgress['curve']; line: number | null }

/** Agreement with the master case by case, and over the last five cases with its interval, against the share to reach. */
export function LearningCurveChart(props: Props) {
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
          <ValueAxes
            frame={laid()}
            up={laid().shares}
            upWords={(share) => formatPercent(share)}
            across={laid().cases}
            acrossWords={String}
            title={words().axisCases}
          />
          <For each={laid().bands}>{(path) => <path class="chart__band" d={path} />}</For>
          <Show when={laid().line !== null}>
            <LevelLine
              frame={laid()}
              y={laid().line ?? 0}
              label={words().line(formatPercent(props.line ?? 0))}
              at="start"
            />
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
