import { For, Show } from 'solid-js'
import { Icon } from '../base/Icon.tsx'
import { Badge } from '../base/states.tsx'
import { t } from '../messages/index.ts'
import type { ChangedGroup, ChangedPart, ChangeLine, Mark } from './changes.ts'

const kinds = {
  added: 'good',
  removed: 'bad',
  renamed: 'plain',
  moved: 'plain',
  changed: 'accent',
} as const satisfies {
  readonly [mark in Mark]: 'good' | 'bad' | 'plain' | 'accent'
}

/** The changed variables, or codes, of a comparison: what became of each, and what differs in it. */
export function ChangeList(props: { group: ChangedGroup }) {
  return (
    <section class="codebook-changes">
      <h3>{props.group.title}</h3>
      <ul class="plain-list">
        <For each={props.group.parts}>{(part) => <Part part={part} />}</For>
      </ul>
    </section>
  )
}

function Part(props: { part: ChangedPart }) {
  return (
    <li class="codebook-changes__part">
      <p class="codebook-changes__name">
        <strong>{props.part.name}</strong>
        <For each={props.part.marks}>
          {(mark) => <Badge kind={kinds[mark]}>{t().codebooks.changes.marks[mark]}</Badge>}
        </For>
      </p>
      <Show when={props.part.lines.length > 0}>
        <dl>
          <For each={props.part.lines}>{(line) => <Line line={line} />}</For>
        </dl>
      </Show>
    </li>
  )
}

function Line(props: { line: ChangeLine }) {
  const words = () => t().codebooks.changes
  return (
    <>
      <dt>{props.line.field}</dt>
      <dd>
        <Show when={props.line.was !== ''} fallback={<span class="quiet">{words().wasNot}</span>}>
          <del>{props.line.was}</del>
        </Show>{' '}
        <Icon name="arrow" />
        <span class="visually-hidden"> {words().becomes} </span>{' '}
        <Show when={props.line.now !== ''} fallback={<span class="quiet">{words().isNot}</span>}>
          <ins>{props.line.now}</ins>
        </Show>
      </dd>
    </>
  )
}
