import type { Turn } from '@attune/contract'
import { piecesOf } from '../lanes.ts'
import type { Bodies } from '../selection.ts'
import { partInTurn, type Segment, type Stretch, turnsOf } from '../turns.ts'
import type { Painter } from './painter.ts'

type Layer = { name: string; colour: number | null; stretch: Stretch }

/** For browsers without the Highlight API: the words of a turn cut into flat pieces, drawn again when something in the turn changes. */
export function createSplitter(
  turns: readonly Turn[],
  bodies: Bodies,
  text: string,
  colourOf: (code: string) => number,
): Painter {
  const groups = new Map<string, readonly Layer[]>()
  const shown = new Map<number, readonly Segment[]>()

  function draw(indices: Iterable<number>): void {
    const others = [...groups.values()].flat()
    for (const index of indices) {
      const [turn, body] = [turns[index], bodies[index]]
      if (!turn || !body) continue
      const coded = (shown.get(index) ?? []).map(
        (one): Layer => ({ name: 'code', colour: colourOf(one.code), stretch: one }),
      )
      const parts = [...coded, ...others].flatMap((layer) => {
        const part = partInTurn(turn, layer.stretch)
        return part ? [{ ...part, layer }] : []
      })
      const words = text.slice(turn.bodyStart, turn.end)
      const pieces = piecesOf(words.length, parts)
      body.replaceChildren(
        ...pieces.map((piece) =>
          pieceElement(
            words.slice(piece.start, piece.end),
            piece.items.map((item) => item.layer),
          ),
        ),
      )
    }
  }

  function touched(layers: readonly Layer[]): Set<number> {
    const indices = new Set<number>()
    for (const { stretch } of layers) {
      const { first, last } = turnsOf(turns, stretch)
      for (let index = first; index <= last; index += 1) indices.add(index)
    }
    return indices
  }

  return {
    paint: (lists, { first, last }) => {
      for (let index = first; index <= last; index += 1) {
        const list = lists[index]
        if (!list || shown.get(index) === list || (list.length === 0 && !shown.has(index))) continue
        shown.set(index, list)
        draw([index])
      }
    },
    only: (name, stretches) => {
      const before = groups.get(name) ?? []
      const now = stretches.map((stretch) => ({ name, colour: null, stretch }))
      groups.set(name, now)
      draw(new Set([...touched(before), ...touched(now)]))
    },
    stop: () => {},
  }
}

function pieceElement(words: string, layers: readonly Layer[]): Node {
  if (layers.length === 0) return document.createTextNode(words)
  const piece = document.createElement('span')
  piece.textContent = words
  const coded = layers.findLast((layer) => layer.colour !== null)
  if (coded) piece.dataset.codeColour = String(coded.colour)
  piece.className = [...new Set(layers.map((layer) => `piece--${layer.name}`))].join(' ')
  return piece
}
