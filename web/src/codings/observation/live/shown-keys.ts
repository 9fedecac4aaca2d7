import type { Shortcut } from '../../../base/shortcuts.ts'
import { t } from '../../../messages/index.ts'
import { codesOf } from '../../coding-actions.ts'
import type { Desk } from '../../desk.ts'
import type { Live } from './live-keys.ts'

/** The keys that work while events are recorded, for the list of keys. */
export function liveKeys({ desk, keys }: Live): Shortcut[] {
  if (!desk.mayWrite()) return []
  return [
    { keys: ' ', label: t().live.startOrPause },
    ...desk.codebook.subjects.slice(0, 9).map(({ label }, index) => ({ keys: `Shift+${index + 1}`, label })),
    { keys: '1', label: t().live.answerKey },
    ...(desk.codebook.episodes.length > 0 ? [{ keys: 'Shift+N', label: t().episodes.next }] : []),
    { keys: 'Escape', label: t().live.stop },
    ...codesOf(desk).flatMap((code) => (keys.keyOf(code) ? [{ keys: keys.keyOf(code), label: code.label }] : [])),
  ]
}

/** The keys that the timeline listens for itself. */
export function timelineKeys(desk: Desk): Shortcut[] {
  const { timeline } = t()
  return [
    { keys: '+', label: timeline.closer },
    { keys: '-', label: timeline.wider },
    { keys: '0', label: timeline.whole },
    { keys: 'PageDown', label: timeline.later },
    ...(desk.mayWrite()
      ? [
          { keys: 'ArrowRight', label: timeline.moveTenth },
          { keys: 'Shift+ArrowRight', label: timeline.moveSecond },
          { keys: '.', label: timeline.moveFrame },
          { keys: '2', label: timeline.parts.begin },
          { keys: '3', label: timeline.parts.end },
        ]
      : []),
  ]
}
