import type { AnnotationInput, Turn } from '@attune/contract'
import { piecesOf } from '../lanes.ts'
import type { Bodies } from '../selection.ts'
import { partInTurn, type Stretch, turnsOf } from '../turns.ts'
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
  let shown: readonly AnnotationInput[] = []

  function draw(indices: Iterable<number>): void {
    const layers = [...groups.values()].flat()
    for (const index of indices) {
      const [turn, body] = [turns[index], bodies[index]]
      if (!turn || !body) continue
      const parts = layers.flatMap((layer) => {
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

  function put(name: string, layers: readonly Layer[]): void {
    const before = groups.get(name) ?? []
    groups.set(name, layers)
    draw(new Set([...touched(before), ...touched(layers)]))
  }

  return {
    paint: (annotations) => {
      const now = [...annotations.values()]
      const changed = [...now.filter((one) => !shown.includes(one)), ...shown.filter((one) => !now.includes(one))]
      shown = now
      const layer = (one: AnnotationInput): Layer[] =>
        one.unit === 'segment' ? [{ name: 'code', colour: colourOf(one.code), stretch: one }] : []
      groups.set('code', now.flatMap(layer))
      draw(touched(changed.flatMap(layer)))
    },
    only: (name, stretches) =>
      put(
        name,
        stretches.map((stretch) => ({ name, colour: null, stretch })),
      ),
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
