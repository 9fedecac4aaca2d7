import type { Transcript } from '@attune/contract'
import { type Accessor, createEffect, onCleanup, onMount } from 'solid-js'
import type { Near } from '../../codings/transcript/near.ts'
import { canPaint, createPainter } from '../../codings/transcript/painter.ts'
import { createSplitter } from '../../codings/transcript/splitter.ts'
import { type CodedTurns, codedTurns, type Segment, uncoded } from '../../codings/turns.ts'
import { t } from '../../messages/index.ts'
import type { Names, Side } from './sides.ts'

const sides: readonly Side[] = ['mine', 'master']

/** What each side coded in each turn; feedback does not change any more, so it is gone through once. */
export function codedBy(material: Transcript, segments: readonly Segment[]): CodedTurns {
  const byId = new Map(segments.map((segment) => [segment.id, segment]))
  return codedTurns(material.turns, byId, uncoded(material.turns))
}

/** Paints both codings upon the words that are near: a line below for one's own, a dashed line above for the master's. */
export function keepBothPainted(
  material: Transcript,
  bodies: HTMLElement[],
  coded: Readonly<Record<Side, CodedTurns>>,
  near: Accessor<Near>,
  raised: Accessor<Segment | null>,
): void {
  const { text, turns } = material
  onMount(() => {
    const painter = canPaint() ? createPainter(turns, bodies, () => 1) : createSplitter(turns, bodies, text, () => 1)
    painter.only(
      'mark',
      turns.flatMap((turn) => turn.marks),
    )
    createEffect(() => {
      const { first, last } = near()
      for (const side of sides) painter.only(side, [...new Set(coded[side].lists.slice(first, last + 1).flat())])
    })
    createEffect(() => {
      const segment = raised()
      painter.only('raised', segment ? [segment] : [])
    })
    onCleanup(painter.stop)
  })
}

/** Says in words after each coded turn who coded it as what, for screen readers and for print. */
export function noteBoth(
  bodies: readonly HTMLElement[],
  coded: Readonly<Record<Side, CodedTurns>>,
  names: Names,
  labelOf: (code: string) => string,
): void {
  const touched = new Set(sides.flatMap((side) => [...coded[side].changed]))
  for (const index of touched) {
    const said = sides.flatMap((side) => {
      const codes = (coded[side].lists[index] ?? []).map((one) => labelOf(one.code)).join(', ')
      return codes === '' ? [] : [t().myTraining.feedback.noted(names[side], codes)]
    })
    const element = document.createElement('span')
    element.className = 'turn__note visually-hidden'
    element.textContent = said.join('; ')
    bodies[index]?.after(element)
  }
}
