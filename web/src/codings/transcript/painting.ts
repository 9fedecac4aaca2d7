import { createEffect, onCleanup, onMount } from 'solid-js'
import { t } from '../../messages/index.ts'
import type { Desk } from '../desk.ts'
import type { Sight } from '../desk-context.ts'
import { codeLabel } from '../evidence.ts'
import { givenStretches } from '../training/given.ts'
import { turnsOf } from '../turns.ts'
import type { Near } from './near.ts'
import { canPaint, createPainter } from './painter.ts'
import { createSplitter } from './splitter.ts'
import type { Surface } from './surface.ts'

/** Keeps the paint upon the words in step with the draft, where it can be seen. */
export function keepPainted(surface: Surface, near: () => Near, desk: Desk, sight: Sight): void {
  const { text, turns, bodies } = surface
  const colours = new Map(desk.codebook.codes.map((code) => [code.id, code.colour]))
  const colourOf = (code: string) => colours.get(code) ?? 1
  onMount(() => {
    const painter = canPaint() ? createPainter(turns, bodies, colourOf) : createSplitter(turns, bodies, text, colourOf)
    painter.only(
      'mark',
      turns.flatMap((turn) => turn.marks),
    )
    createEffect(() => painter.paint(surface.coded().lists, near()))
    const given = givenStretches(desk.workspace).map((stretch) => ({ stretch, ...turnsOf(turns, stretch) }))
    if (given.length > 0)
      createEffect(() => {
        const here = given.filter(({ first, last }) => last >= near().first && first <= near().last)
        painter.only(
          'given',
          here.map(({ stretch }) => stretch),
        )
      })
    createEffect(() => {
      const annotation = sight.raisedAnnotation()
      painter.only('raised', annotation?.unit === 'segment' ? [annotation] : [])
    })
    createEffect(() => {
      const annotation = desk.draft().annotations.get(sight.pointed() ?? '')
      painter.only('pointed', annotation?.unit === 'segment' ? [annotation] : [])
    })
    createEffect(() => {
      const stretch = sight.selection()
      painter.only('selected', stretch ? [stretch] : [])
    })
    onCleanup(painter.stop)
  })
}

/** So many turns get their notes between two frames. */
const AT_ONCE = 100

/**
 * Says in words beside each turn what is painted on it, for screen readers and for print. Those of a long interview follow when
 * the browser has time: nobody sees them.
 */
export function keepNoted(surface: Surface, desk: Desk): void {
  const waiting = new Set<number>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const write = (index: number) => {
    const codes = (surface.coded().lists[index] ?? []).map((one) => codeLabel(desk, one)).join(', ')
    surface.note(index, codes && t().transcripts.coded(codes))
    waiting.delete(index)
  }
  const writeSome = () => {
    for (const index of [...waiting].slice(0, AT_ONCE)) write(index)
    if (waiting.size > 0) timer = setTimeout(writeSome, 16)
  }
  const writeAll = () => {
    for (const index of waiting) write(index)
  }
  createEffect(() => {
    for (const index of surface.coded().changed) waiting.add(index)
    clearTimeout(timer)
    if (waiting.size <= AT_ONCE) writeAll()
    else timer = setTimeout(writeSome, 200)
  })
  window.addEventListener('beforeprint', writeAll)
  onCleanup(() => {
    clearTimeout(timer)
    window.removeEventListener('beforeprint', writeAll)
  })
}
