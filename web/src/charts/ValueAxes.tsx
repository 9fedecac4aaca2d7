import { For } from 'solid-js'

/** Where the values of a chart are drawn, in pixels. */
type Frame = { readonly left: number; readonly right: number; readonly bottom: number }

type Props = {
  frame: Frame
  up: readonly { readonly value: number; readonly y: number }[]
  across: readonly { readonly value: number; readonly x: number }[]
  upWords: (value: number) => string
  acrossWords: (value: number) => string
  /** What runs to the right; what goes up is said in the title of the chart. */
  title: string
}

/** Values going up, each with its line across the chart, and what they are held against to the right. */
export function ValueAxes(props: Props) {
  return (
    <>
      <For each={props.up}>
        {(tick) => (
          <>
            <line class="chart__grid" x1={props.frame.left} x2={props.frame.right} y1={tick.y} y2={tick.y} />
            <text class="chart__tick" x={props.frame.left - 6} y={tick.y} text-anchor="end" dominant-baseline="middle">
              {props.upWords(tick.value)}
            </text>
          </>
        )}
      </For>
      <For each={props.across}>
        {(tick) => (
          <text class="chart__tick" x={tick.x} y={props.frame.bottom + 16} text-anchor="middle">
            {props.acrossWords(tick.value)}
          </text>
        )}
      </For>
      <text
        class="chart__tick"
        x={(props.frame.left + props.frame.right) / 2}
        y={props.frame.bottom + 34}
        text-anchor="middle"
      >
        {props.title}
      </text>
    </>
  )
}

/** A value that the others are held against, with its name above its line at one end. */
export function LevelLine(props: { frame: Frame; y: number; label: string; at: 'start' | 'end' }) {
  return (
    <>
      <line class="chart__criterion" x1={props.frame.left} x2={props.frame.right} y1={props.y} y2={props.y} />
      <text
        class="chart__tick"
        x={props.at === 'start' ? props.frame.left + 4 : props.frame.right}
        y={props.y - 5}
        text-anchor={props.at}
      >
        {props.label}
      </text>
    </>
  )
}
