import { type Differences, layBlandAltman } from '@attune/charts'
import type { ScoreDifferences } from '@attune/contract'
import { createMemo, createUniqueId, For, Show } from 'solid-js'
import { formatNumber } from '../base/numbers.ts'
import { Chart } from '../charts/Chart.tsx'
import { NumbersTable } from '../charts/NumbersTable.tsx'
import { createWidth } from '../charts/width.ts'
import { t } from '../messages/index.ts'
import { casesOf, drawnOf, driftOf, estimatesOf, type Pair, pointLabel, sentenceOf } from './differences.ts'

/** A plot wider than this only puts air between its points. */
const widest = 560

/** Differences of two raters against their means, with the limits of agreement, all with intervals. */
export function BlandAltmanPlot(props: { pair: Pair; differences: ScoreDifferences }) {
  const drawn = createMemo(() => drawnOf(props.differences))
  return (
    <Show
      when={drawn() && props.differences.limits}
      fallback={
        <p>{t().reliability.limits.undefined(t().base.fromServer(props.differences.undefined?.message ?? ''))}</p>
      }
    >
      {(limits) => (
        <div class="closely">
          <Plot
            pair={props.pair}
            differences={props.differences}
            drawn={drawn() as Differences}
            title={sentenceOf(props.pair, props.differences, limits())}
          />
          <div>
            <NumbersTable data={estimatesOf(props.differences, limits())} />
            <p class="quiet">{driftOf(limits())}</p>
          </div>
        </div>
      )}
    </Show>
  )
}

const plain = (value: number) => formatNumber(value).replace(/\.00$/, '')

function Plot(props: { pair: Pair; differences: ScoreDifferences; drawn: Differences; title: string }) {
  const titleId = createUniqueId()
  let frame: HTMLDivElement | undefined
  let chart: SVGSVGElement | undefined
  const width = createWidth(() => frame, 480)
  const plot = createMemo(() => layBlandAltman(props.drawn, Math.min(widest, width())))
  const words = () => t().reliability.limits
  return (
    <Chart title={props.title} name="bland-altman" data={casesOf(props.pair, props.differences)} svg={() => chart}>
      <div class="scatter" ref={frame}>
        <svg
          ref={chart}
          class="chart__drawing"
          role="img"
          aria-labelledby={titleId}
          viewBox={`0 0 ${plot().width} ${plot().height}`}
        >
          <title id={titleId}>{props.title}</title>
          <For each={plot().bands}>
            {(band) => (
              <rect
                class="chart__band"
                x={plot().left}
                y={band.y}
                width={plot().right - plot().left}
                height={band.height}
              />
            )}
          </For>
          <For each={plot().up}>
            {(tick) => (
              <text class="chart__tick" x={plot().left - 6} y={tick.y + 4} text-anchor="end">
                {plain(tick.value)}
              </text>
            )}
          </For>
          <For each={plot().across}>
            {(tick) => (
              <text class="chart__tick" x={tick.x} y={plot().bottom + 16} text-anchor="middle">
                {plain(tick.value)}
              </text>
            )}
          </For>
          <path class="chart__frame" d={`M${plot().left} ${plot().top}V${plot().bottom}H${plot().right}`} />
          <path class="chart__grid" d={`M${plot().left} ${plot().zero}H${plot().right}`} />
          <For each={plot().rules}>
            {(rule) => (
              <>
                <path
                  classList={{ chart__rule: true, 'chart__rule--limit': rule.name !== 'bias' }}
                  d={`M${plot().left} ${rule.y}H${plot().right}`}
                />
                <text class="chart__tick" x={plot().right + 5} y={rule.y + 4}>
                  {words().rule[rule.name]} {formatNumber(rule.value)}
                </text>
              </>
            )}
          </For>
          <For each={plot().points}>
            {(point) => (
              <circle class="chart__bubble" cx={point.x} cy={point.y} r={point.r}>
                <title>{pointLabel(props.drawn.points[point.index] ?? { mean: 0, difference: 0, count: 0 })}</title>
              </circle>
            )}
          </For>
          <text class="chart__tick" x={plot().left} y="12">
            {words().difference(props.pair.first.name, props.pair.second.name)}
          </text>
          <text class="chart__tick" x={(plot().left + plot().right) / 2} y={plot().bottom + 38} text-anchor="middle">
            {words().mean}
          </text>
        </svg>
        <p class="quiet">
          {words().bubbles} {plot().every > 1 ? words().thinned(plot().every) : ''}
        </p>
      </div>
    </Chart>
  )
}
