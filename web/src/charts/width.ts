import { type Accessor, createSignal, onCleanup, onMount } from 'solid-js'

/** The width an element has, in whole pixels, as it changes. */
export function createWidth(element: () => HTMLElement | undefined, first = 720): Accessor<number> {
  const [width, setWidth] = createSignal(first)
  onMount(() => {
    const watched = element()
    if (watched === undefined) return
    const watch = new ResizeObserver(([entry]) => entry && setWidth(Math.max(280, Math.floor(entry.contentRect.width))))
    watch.observe(watched)
    onCleanup(() => watch.disconnect())
  })
  return width
}
