import type { Transcript } from '@attune/contract'
import { createEffect, createMemo, createSignal, on } from 'solid-js'
import { grown } from '../caret.ts'
import type { Desk } from '../desk.ts'
import type { Sight } from '../desk-context.ts'
import { type CodedTurns, codedTurns, type Segment, type Stretch, turnIndexAt, uncoded } from '../turns.ts'

export type Surface = ReturnType<typeof createSurface>

/** The page of an interview: the elements of its turns, which one has the attention, and what is coded in each. */
export function createSurface(material: Transcript, desk: Desk, sight: Sight) {
  const { text, turns } = material
  const bodies: HTMLElement[] = []
  const place: { list: HTMLOListElement | undefined } = { list: undefined }
  const [active, setActive] = createSignal(0)
  const coded = createMemo<CodedTurns>((before) => codedTurns(turns, desk.draft().annotations, before), uncoded(turns))

  /** What screen readers hear after the words of a turn. */
  function note(index: number, words: string): void {
    const body = bodies[index]
    const there = body?.nextElementSibling
    if (there) there.textContent = words
    else if (words) body?.after(noteElement(words))
  }

  /** A selection as it is coded: grown to the codebook's unit, unless the coder wants it exact. */
  function snapped(stretch: Stretch | null, isExact = sight.isExact()): Stretch | null {
    const unit = desk.codebook.snapping ?? 'character'
    return stretch === null || isExact || unit === 'character' ? stretch : grown(material, stretch, unit)
  }

  const codedIn = (index: number): readonly Segment[] => coded().lists[index] ?? []

  /** Gives a turn the attention; one turn at a time can be reached by Tab. */
  function activate(index: number, focus: boolean): void {
    const to = Math.min(Math.max(index, 0), turns.length - 1)
    const item = place.list?.children[to]
    if (!(item instanceof HTMLElement)) return
    place.list?.children[active()]?.setAttribute('tabindex', '-1')
    item.setAttribute('tabindex', '0')
    setActive(to)
    if (focus) item.focus({ preventScroll: true })
    if (focus) item.scrollIntoView({ block: 'nearest' })
  }

  createEffect(
    on(sight.wanted, (wanted) => {
      if (!wanted) return
      const index = turnIndexAt(turns, wanted.place.start)
      activate(index, false)
      const item = place.list?.children[index]
      item?.scrollIntoView({ block: 'center' })
      if (wanted.focus && item instanceof HTMLElement) item.focus({ preventScroll: true })
    }),
  )
  return { text, turns, bodies, place, active, activate, coded, codedIn, note, snapped }
}

function noteElement(words: string): HTMLElement {
  const element = document.createElement('span')
  element.className = 'turn__note visually-hidden'
  element.textContent = words
  return element
}
