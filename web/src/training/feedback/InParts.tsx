import { createSignal, type JSX, Show } from 'solid-js'
import { Button } from '../../base/Button.tsx'
import { t } from '../../messages/index.ts'

const PART = 100

/** A long list in parts: the next part when it is asked for, so that the first is there at once. */
export function InParts<Item>(props: {
  each: readonly Item[]
  children: (shown: () => readonly Item[]) => JSX.Element
}) {
  const [count, setCount] = createSignal(PART)
  return (
    <>
      {props.children(() => props.each.slice(0, count()))}
      <Show when={props.each.length > count()}>
        <div>
          <Button small onClick={() => setCount(count() + PART)}>
            {t().annotations.more(Math.min(PART, props.each.length - count()), props.each.length)}
          </Button>
        </div>
      </Show>
    </>
  )
}
