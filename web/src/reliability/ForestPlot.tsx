import { createMemo, createSignal, createUniqueId, For, onCleanup, onMount, Show } from 'solid-js'
import { Button } from '../base/Button.tsx'
import { formatCoefficient } from '../base/numbers.ts'
import { saveChart } from './chart-file.ts'
import { type Finding, formatBounds } from './findings.ts'
import { type ForestRow, layForest } from './forest.ts'

type Props = {
  title: string
  /** What the axis measures: "Cohen's kappa". */
  axis: string
  findings: readonly Finding[]
  criterion: number
  /** Several groups of raters at once: their names go into the labels. */
  nameRaters: boolean
}

const labelOf = (row: ForestRow, nameRaters: boolean) => {
  const coder = row.finding.raters.find((rater) => !rater.isMaster)
  return nameRaters && coder ? `${row.finding.label} · ${coder.name}` : row.finding.label
}

const shorten = (text: string, room: number) => (text.length > room ? `${text.slice(0, room - 1)}…` : text)

function figuresOf({ finding }: ForestRow): string {
  const { main } = finding
  if (main === undefined || main.estimate === null) return `undefined, n = ${main?.n ?? 0}`
  return `${formatCoefficient(main.estimate)} ${formatBounds(main)}, n = ${main.n}`
}

/** Estimates with their intervals against the criterion. The table beside it says the same in words. */
export function ForestPlot(props: Props) {
  const [width, setWidth] = createSignal(720)
  const titleId = createUniqueId()
  let frame: HTMLDivElement | undefined
  let chart: SVGSVGElement | undefined
  onMount(() => {
    if (frame === undefined) return
    const watch = new ResizeObserver(([entry]) => entry && setWidth(Math.max(280, Math.floor(entry.contentRect.width))))
    watch.observe(frame)
    onCleanup(() => watch.disconnect())
  })
  const forest = createMemo(() => layForest(props.findings, props.criterion, width()))
  return (
    <figure class="forest">
      <div class="forest__frame" ref={frame}>
        <svg
          ref={chart}
          class="forest__chart"
          role="img"
          aria-labelledby={titleId}
          viewBox={`0 0 ${forest().width} ${forest().height}`}
        >
          <title id={titleId}>{props.title}</title>
          <For each={forest().ticks}>
            {(tick) => (
              <>
                <line class="forest__grid" x1={tick.x} x2={tick.x} y1={forest().top - 6} y2={forest().bottom} />
                <text class="forest__tick" x={tick.x} y={forest().bottom + 16} text-anchor="middle">
                  {tick.value === 0 ? '0' : formatCoefficient(tick.value, 1)}
                </text>
              </>
            )}
          </For>
          <line
            class="forest__criterion"
            x1={forest().criterion}
            x2={forest().criterion}
            y1={forest().top - 10}
            y2={forest().bottom}
          />
          <text class="forest__criterion-label" x={forest().criterion} y={forest().top - 14} text-anchor="middle">
            {`criterion ${formatCoefficient(props.criterion)}`}
          </text>
          <text
            class="forest__axis"
            x={(forest().plotLeft + forest().plotRight) / 2}
            y={forest().bottom + 31}
            text-anchor="middle"
          >
            {props.axis}
          </text>
          <For each={forest().rows}>{(row) => <Row row={row} forest={forest()} nameRaters={props.nameRaters} />}</For>
        </svg>
      </div>
      <figcaption class="button-row">
        <Button small look="quiet" icon="download" onClick={() => chart && saveChart(chart, 'agreement')}>
          Save as SVG
        </Button>
      </figcaption>
    </figure>
  )
}

function Row(props: { row: ForestRow; forest: ReturnType<typeof layForest>; nameRaters: boolean }) {
  const room = () => (props.forest.isNarrow ? 28 : 40)
  const label = () => labelOf(props.row, props.nameRaters)
  return (
    <g>
      <text
        class="forest__label"
        x={props.forest.isNarrow ? props.forest.plotLeft : props.forest.plotLeft - 14}
        y={props.row.labelY}
        text-anchor={props.forest.isNarrow ? 'start' : 'end'}
        dominant-baseline="middle"
      >
        {shorten(label(), room())}
        <title>{label()}</title>
      </text>
      <text
        class="forest__figures"
        x={props.forest.width - 4}
        y={props.row.labelY}
        text-anchor="end"
        dominant-baseline="middle"
      >
        {figuresOf(props.row)}
      </text>
      <Show when={props.row.x !== null}>
        <line class="forest__interval" x1={props.row.from} x2={props.row.to} y1={props.row.y} y2={props.row.y} />
        <Show when={props.row.opensLeft}>
          <path class="forest__open" d={`M${props.row.from + 6},${props.row.y - 4} l-6,4 l6,4`} />
        </Show>
        <Show when={props.row.opensRight}>
          <path class="forest__open" d={`M${props.row.to - 6},${props.row.y - 4} l6,4 l-6,4`} />
        </Show>
        <circle class="forest__estimate" cx={props.row.x ?? 0} cy={props.row.y} r="4.5" />
      </Show>
    </g>
  )
}
