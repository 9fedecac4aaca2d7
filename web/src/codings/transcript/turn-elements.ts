import type { Turn } from '@attune/contract'

/**
 * The turns as elements, made directly: an interview has thousands, nothing in them changes, and each element less is time
 * before one can read. Fills `bodies` with the elements that hold the words.
 */
export function turnElements(text: string, turns: readonly Turn[], bodies: HTMLElement[]): DocumentFragment {
  const all = document.createDocumentFragment()
  turns.forEach((turn, index) => {
    const item = document.createElement('li')
    item.className = `turn turn--${turn.role}`
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
    all.append(item)
  })
  return all
}

/** As wide as a figure: numbers of lines stand one below the other without a box of their own. */
const FIGURE_SPACE = '\u2007'
