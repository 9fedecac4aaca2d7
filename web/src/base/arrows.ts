/** Arrow keys, Home and End move between the `[data-stop]` elements of a list. For `onKeyDown` of the list. */
export function arrowsInList(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  if (!(event.target instanceof HTMLElement) || event.altKey || event.ctrlKey || event.metaKey) return
  const here = event.target.closest<HTMLElement>('[data-stop]')
  if (!here) return
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-stop]')]
  const at = stops.indexOf(here)
  const targets: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: stops.length - 1 }
  const next = targets[event.key]
  if (next === undefined) return
  event.preventDefault()
  stops[next]?.focus()
}

/** Arrow keys move between the `[data-cell="row:column"]` elements of a table; empty cells are passed over. */
export function arrowsInTable(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  if (!(event.target instanceof HTMLElement) || event.altKey || event.ctrlKey || event.metaKey) return
  const step = steps[event.key]
  const place = event.target.closest<HTMLElement>('[data-cell]')?.dataset.cell
  if (!step || !place) return
  const [row = 0, column = 0] = place.split(':').map(Number)
  event.preventDefault()
  for (let far = 1; far < 600; far += 1) {
    const cell = `${row + step[0] * far}:${column + step[1] * far}`
    const next = event.currentTarget.querySelector<HTMLElement>(`[data-cell="${cell}"]`)
    if (next) {
      next.focus()
      return
    }
  }
}

const steps: Record<string, readonly [number, number]> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
}
