import { createShortcuts } from '../../base/shortcuts.ts'
import { t } from '../../messages/index.ts'

/** Keys of a comparison: from one compared thing to the next, only what differs, and into the text. */
export function createComparedKeys(page: () => HTMLElement, onFilter: () => void): void {
  const words = () => t().myTraining.feedback.keys
  const go = (by: 1 | -1) => {
    const stops = [...page().querySelectorAll<HTMLElement>('[data-compared]')]
    const at = stops.findIndex((stop) => stop.contains(document.activeElement))
    const next = at === -1 ? stops[by === 1 ? 0 : stops.length - 1] : stops[at + by]
    next?.focus()
    return next !== undefined
  }
  createShortcuts(
    () => words().title,
    () => [
      { keys: 'j', label: words().next, run: () => go(1) },
      { keys: 'k', label: words().previous, run: () => go(-1) },
      { keys: 'd', label: words().different, run: onFilter },
      {
        keys: 't',
        label: words().text,
        run: () => page().querySelector<HTMLElement>('.compared-text .transcript__sheet')?.focus(),
      },
    ],
  )
}
