import type { Turn } from '@attune/contract'
import { clock } from '../../base/clock.ts'

/**
 * The turns as elements, made directly: an interview has thousands, nothing in them changes, and each element less is time
 * before one can read. Fills `bodies` with the elements that hold the words.
 */
export function turnElements(text: string, turns: readonly Turn[], bodies: HTMLElement[]): DocumentFragment {
  const all = document.createDocumentFragment()
  turns.forEach((turn, index) => {
    const item = document.createElement('li')
    item.classList.add('turn', `turn--${turn.role}`)
    item.dataset.turn = String(index)
    item.tabIndex = -1
    const speaker = document.createElement('span')
    speaker.className = 'turn__speaker'
    speaker.dataset.line = String(turn.line).padStart(5, FIGURE_SPACE)
    speaker.textContent = turn.speaker
    const words = document.createElement('p')
    words.className = 'turn__words'
    words.textContent = text.slice(turn.bodyStart, turn.end)
    bodies[index] = words
    item.append(speaker, words)
    if (turn.time !== null) item.append(timeElement(turn.time))
    all.append(item)
  })
  return all
}

/** When a turn was said; with a recording it leads there. By keyboard a key plays from the turn, so it is no stop of its own. */
function timeElement(seconds: number): HTMLButtonElement {
  const time = document.createElement('button')
  time.type = 'button'
  time.className = 'turn__time'
  time.tabIndex = -1
  time.dataset.seek = String(seconds)
  time.textContent = clock(Math.floor(seconds))
  return time
}

/** As wide as a figure: numbers of lines stand one below the other without a box of their own. */
const FIGURE_SPACE = '\u2007'
