import type { AnnotationInput } from '@attune/contract'
import { type Accessor, createMemo, For, type JSX } from 'solid-js'

/** One row an annotation. A changed annotation keeps its row, and with it the keyboard's place. */
export function ForAnnotations<Item extends AnnotationInput>(props: {
  each: readonly Item[]
  fallback?: JSX.Element
  children: (annotation: Accessor<Item>) => JSX.Element
}) {
  const byId = createMemo(() => new Map(props.each.map((annotation) => [annotation.id, annotation])))
  const ids = () => props.each.map((annotation) => annotation.id)
  return (
    <For each={ids()} fallback={props.fallback}>
      {(id) => {
        const now = createMemo<Item | undefined>((before) => byId().get(id) ?? before)
        return <>{props.children(now as Accessor<Item>)}</>
      }}
    </For>
  )
}
