import { createEffect, on, onCleanup, onMount } from 'solid-js'
import type { Desk } from '../desk.ts'
import type { Sight } from '../desk-context.ts'
import { codeLabel } from '../evidence.ts'
import { canPaint, createPainter } from './painter.ts'
import { createSplitter } from './splitter.ts'
import type { Surface } from './surface.ts'

/** Keeps the paint upon the words, and what screen readers hear of it, in step with the draft. */
export function keepPainted(surface: Surface, desk: Desk, sight: Sight): void {
  const { text, turns, bodies, notes } = surface
  const colours = new Map(desk.codebook.codes.map((code) => [code.id, code.colour]))
  const colourOf = (code: string) => colours.get(code) ?? 1
  onMount(() => {
    const painter = canPaint() ? createPainter(turns, bodies, colourOf) : createSplitter(turns, bodies, text, colourOf)
    painter.only(
      'mark',
      turns.flatMap((turn) => turn.marks),
    )
    createEffect(() => painter.paint(desk.draft().annotations))
    createEffect(() => {
      const annotation = sight.raisedAnnotation()
      painter.only('raised', annotation?.unit === 'segment' ? [annotation] : [])
    })
    createEffect(() => {
      const stretch = sight.selection()
      painter.only('selected', stretch ? [stretch] : [])
    })
    onCleanup(painter.stop)
  })
  createEffect(
    on(surface.byTurn, (now, before) => {
      now.forEach((list, index) => {
        const note = notes[index]
        if (list !== before?.[index] && note) {
          note.textContent = list.length > 0 ? `Coded: ${list.map((one) => codeLabel(desk, one)).join(', ')}.` : ''
        }
      })
    }),
  )
}
