import { announce } from '../../../base/announce.tsx'
import { clock } from '../../../base/clock.ts'
import { t } from '../../../messages/index.ts'
import { changedAnnotation, type Desk } from '../../desk.ts'
import { codeLabel } from '../../evidence.ts'
import type { EventAnnotation } from '../../turns.ts'
import { FRAME, moved, type Part } from './move.ts'
import type { View } from './view.ts'

/** Moves an event or one of its borders and says where it lies now. Quick moves after each other are one step to undo. */
export function nudge(desk: Desk, event: EventAnnotation, part: Part, seconds: number): void {
  const times = moved(event, part, seconds)
  if (times.onset === event.onset && times.offset === event.offset) return
  const label = t().timeline.moved(codeLabel(desk, event), clock(times.onset), endWords(times.offset))
  desk.edit(changedAnnotation(event, times), { label, stroke: `move ${event.id} ${part}` })
  announce(label)
}

const endWords = (offset: number | null): string => (offset === null ? '' : clock(offset))

type Ground = {
  desk: Desk
  view: View
  raised: EventAnnotation | undefined
  part: Part
  onPart: (part: Part) => void
}

/** The keys of the timeline while it has the focus. True if the key was used. */
export function pressTimelineKey(ground: Ground, event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false
  return goKey(ground, event.key) || moveKey(ground, event)
}

function goKey({ view, raised, onPart }: Ground, key: string): boolean {
  const tenth = (view.span().to - view.span().from) / 10
  const part = ({ '1': 'whole', '2': 'begin', '3': 'end' } as const)[key]
  if (key === '+' || key === '=') view.zoom(0.5, raised?.onset)
  else if (key === '-') view.zoom(2, raised?.onset)
  else if (key === '0') view.fit()
  else if (key === 'PageUp') view.pan(-8 * tenth)
  else if (key === 'PageDown') view.pan(8 * tenth)
  else if (part) onPart(part)
  else return false
  return true
}

function moveKey({ desk, view, raised, part }: Ground, event: KeyboardEvent): boolean {
  const tenth = (view.span().to - view.span().from) / 10
  const direction = ({ ArrowLeft: -1, ArrowRight: 1, ',': -1, '.': 1 } as const)[event.key]
  if (direction === undefined) return false
  if (!raised || !desk.mayWrite()) view.pan(direction * tenth)
  else nudge(desk, raised, part, direction * (event.key.length === 1 ? FRAME : event.shiftKey ? 1 : 0.1))
  return true
}
