import type { AnnotationInput, Turn } from '@attune/contract'
import { type Bodies, pointAt } from '../selection.ts'
import { partInTurn, type Stretch, turnsOf } from '../turns.ts'

/** Whether the browser can paint stretches of text without changing the document. */
export const canPaint = (): boolean =>
  typeof CSS !== 'undefined' && 'highlights' in CSS && typeof StaticRange === 'function'

export type Painter = ReturnType<typeof createPainter>

/**
 * Paints stretches of the transcript by the CSS Custom Highlight API: no element is added, however many codes there are. What a
 * name looks like is in `highlights.css`.
 */
export function createPainter(turns: readonly Turn[], bodies: Bodies, colourOf: (code: string) => number) {
  const painted = new Map<string, { annotation: AnnotationInput; name: string; ranges: AbstractRange[] }>()
  const names = new Set<string>()

  function highlight(name: string): Highlight {
    const known = CSS.highlights.get(name)
    if (known) return known
    const made = new Highlight()
    made.priority = PRIORITY[name] ?? 1
    CSS.highlights.set(name, made)
    names.add(name)
    return made
  }

  function rangesOf(stretch: Stretch): StaticRange[] {
    const { first, last } = turnsOf(turns, stretch)
    const ranges: StaticRange[] = []
    for (let index = first; index <= last; index += 1) {
      const [turn, body] = [turns[index], bodies[index]]
      const part = turn && partInTurn(turn, stretch)
      if (!body || !part) continue
      const start = pointAt(body, part.start)
      const end = pointAt(body, part.end)
      ranges.push(
        new StaticRange({
          startContainer: start.node,
          startOffset: start.offset,
          endContainer: end.node,
          endOffset: end.offset,
        }),
      )
    }
    return ranges
  }

  function erase(id: string): void {
    const old = painted.get(id)
    if (!old) return
    for (const range of old.ranges) highlight(old.name).delete(range)
    painted.delete(id)
  }

  /** Only what differs from what is painted is touched. */
  function paint(annotations: ReadonlyMap<string, AnnotationInput>): void {
    for (const id of painted.keys()) if (!annotations.has(id)) erase(id)
    for (const [id, annotation] of annotations) {
      if (painted.get(id)?.annotation === annotation || annotation.unit !== 'segment') continue
      erase(id)
      const name = `code-${colourOf(annotation.code)}`
      const ranges = rangesOf(annotation)
      for (const range of ranges) highlight(name).add(range)
      painted.set(id, { annotation, name, ranges })
    }
  }

  /** One group of stretches at a time: what is raised, selected, or quiet. */
  function only(name: string, stretches: readonly Stretch[]): void {
    const group = highlight(name)
    group.clear()
    for (const stretch of stretches) for (const range of rangesOf(stretch)) group.add(range)
  }

  function stop(): void {
    for (const name of names) CSS.highlights.delete(name)
  }

  return { paint, only, stop }
}

/** Later ones win where two paint the same words. */
const PRIORITY: Record<string, number> = { mark: 0, raised: 3, selected: 4 }
