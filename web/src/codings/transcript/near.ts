import { createSignal, onCleanup, onMount } from 'solid-js'
import type { Bodies } from '../selection.ts'

/** Indices of turns, both included. */
export type Near = { readonly first: number; readonly last: number }

/** Enough turns for a first screen, before anything is laid out. */
const atFirst: Near = { first: 0, last: 40 }

/**
 * Which turns are in the window or about a screen away from it: only these are painted and measured. `layouts` counts how often
 * the page was laid out anew. For printing all turns are near.
 */
export function createNear(sheet: () => HTMLElement, list: () => HTMLElement | undefined, bodies: Bodies) {
  const [near, setNear] = createSignal(atFirst)
  const [layouts, setLayouts] = createSignal(0)
  let isPrinting = false

  function look(): void {
    if (isPrinting) return
    const { scrollTop, clientHeight } = sheet()
    const first = turnAtHeight(bodies, scrollTop - clientHeight)
    const last = turnAtHeight(bodies, scrollTop + 2 * clientHeight)
    const now = near()
    // A step of a few turns changes nothing that can be seen.
    if (Math.abs(now.first - first) > 4 || Math.abs(now.last - last) > 4) setNear({ first, last })
  }
  let isWaiting = false
  const scrolled = () => {
    if (isWaiting) return
    isWaiting = true
    requestAnimationFrame(() => {
      isWaiting = false
      look()
    })
  }
  const print = (isNow: boolean) => () => {
    isPrinting = isNow
    if (isNow) setNear({ first: 0, last: bodies.length - 1 })
    else look()
  }
  onMount(() => {
    const [begin, end] = [print(true), print(false)]
    const observer = new ResizeObserver(() => {
      look()
      setLayouts((count) => count + 1)
    })
    const page = list()
    if (page) observer.observe(page)
    sheet().addEventListener('scroll', scrolled, { passive: true })
    window.addEventListener('beforeprint', begin)
    window.addEventListener('afterprint', end)
    onCleanup(() => {
      observer.disconnect()
      sheet().removeEventListener('scroll', scrolled)
      window.removeEventListener('beforeprint', begin)
      window.removeEventListener('afterprint', end)
    })
  })
  return { near, layouts }
}

/** The first turn that reaches below a height of the sheet. */
function turnAtHeight(bodies: Bodies, height: number): number {
  let low = 0
  let high = Math.max(0, bodies.length - 1)
  while (low < high) {
    const middle = (low + high) >> 1
    const item = bodies[middle]?.parentElement
    if (item && item.offsetTop + item.offsetHeight < height) low = middle + 1
    else high = middle
  }
  return low
}
