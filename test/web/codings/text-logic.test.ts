import type { Turn } from '@attune/contract'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { caretAt, caretFrom, grown, moveCaret, selectAround, stretchOf } from '../../../web/src/codings/caret.ts'
import { lanesOf, piecesOf } from '../../../web/src/codings/lanes.ts'
import { pointAt, rangeIn, stretchSelected } from '../../../web/src/codings/selection.ts'
import { nextEdge, previousEdge, tidy } from '../../../web/src/codings/text-units.ts'
import { createLaneKeeper } from '../../../web/src/codings/transcript/lane-keeper.ts'
import {
  codedTurns,
  partInTurn,
  placeInWords,
  quote,
  type Segment,
  turnIndexAt,
  uncoded,
} from '../../../web/src/codings/turns.ts'

/** Turns "S: words", one a line. */
function material(...words: string[]): { text: string; turns: Turn[] } {
  let start = 0
  const turns = words.map((body, index): Turn => {
    const turn = {
      number: index + 1,
      speaker: 'S',
      role: 'speaker' as const,
      start,
      bodyStart: start + 3,
      end: start + 3 + body.length,
      line: index + 1,
      marks: [],
      time: null,
      until: null,
    }
    start = turn.end + 1
    return turn
  })
  return { text: words.map((body) => `S: ${body}`).join('\n'), turns }
}

function shown({ text, turns }: { text: string; turns: Turn[] }): HTMLElement[] {
  document.body.innerHTML = ''
  return turns.map((turn) => {
    const item = document.createElement('li')
    const label = document.createElement('b')
    label.textContent = 'Speaker'
    const body = document.createElement('p')
    body.textContent = text.slice(turn.bodyStart, turn.end)
    item.append(label, body)
    document.body.append(item)
    return body
  })
}

const family = '👩‍👩‍👧'
const accent = 'e\u0301'

describe('tidy', () => {
  it('trims white space and gives null when nothing is left', () => {
    expect(tidy('a  word  b', 1, 8)).toEqual({ start: 3, end: 7 })
    expect(tidy('a     b', 1, 6)).toBeNull()
  })

  it('moves an edge out of an emoji or an accented letter', () => {
    const text = `x${family}y${accent}z`
    expect(tidy(text, 3, 4)).toEqual({ start: 1, end: 1 + family.length })
    const letter = 1 + family.length + 1
    expect(tidy(text, letter, letter + 1)).toEqual({ start: letter, end: letter + 2 })
  })

  it('always gives edges between characters as readers see them', () => {
    const piece = fc.constantFrom('a', ' ', family, accent, '🇨🇭', '\n', 'ñ')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.nat(60), fc.nat(60), (pieces, one, other) => {
        const text = pieces.join('')
        const edges = new Set([...new Intl.Segmenter('en').segment(text)].map((segment) => segment.index))
        edges.add(text.length)
        const stretch = tidy(text, Math.min(one, text.length), Math.min(other, text.length))
        if (stretch) expect([edges.has(stretch.start), edges.has(stretch.end)]).toEqual([true, true])
      }),
    )
  })
})

describe('edges of units', () => {
  it('go by word, over what lies between words', () => {
    expect(nextEdge('well, I mean', 4, 'word')).toBe(7)
    expect(previousEdge('well, I mean', 12, 'word')).toBe(8)
  })

  it('go by sentence, to its last character', () => {
    const text = 'It was good. She left. I stayed.'
    expect(nextEdge(text, 0, 'sentence')).toBe(12)
    expect(nextEdge(text, 12, 'sentence')).toBe(22)
    expect(previousEdge(text, 20, 'sentence')).toBe(13)
  })
})

describe('the caret', () => {
  const two = material('My mother was kind.', `She ${family} sang.`)

  it('moves by character and never into an emoji', () => {
    let caret = caretAt(two.turns, 1)
    for (let step = 0; step < 5; step += 1)
      caret = moveCaret(two, caret, { unit: 'character', forward: true, extend: false })
    const start = two.turns[1]?.bodyStart ?? 0
    expect(caret.focus).toBe(start + 4 + family.length)
  })

  it('steps over the speaker label between two turns', () => {
    const end = two.turns[0]?.end ?? 0
    const forward = moveCaret(two, { anchor: end, focus: end }, { unit: 'character', forward: true, extend: false })
    expect(forward.focus).toBe(two.turns[1]?.bodyStart)
    expect(moveCaret(two, forward, { unit: 'character', forward: false, extend: false }).focus).toBe(end)
  })

  it('extends by word and lets go at the edge', () => {
    let caret = caretAt(two.turns, 0)
    caret = moveCaret(two, caret, { unit: 'word', forward: true, extend: true })
    caret = moveCaret(two, caret, { unit: 'word', forward: true, extend: true })
    const { start, end } = stretchOf(caret)
    expect(two.text.slice(start, end)).toBe('My mother')
    expect(moveCaret(two, caret, { unit: 'character', forward: false, extend: false })).toEqual({
      anchor: start,
      focus: start,
    })
  })

  it('extends by turn to its end and then to the end of the next', () => {
    let caret = caretAt(two.turns, 0)
    caret = moveCaret(two, caret, { unit: 'turn', forward: true, extend: true })
    expect(caret.focus).toBe(two.turns[0]?.end)
    caret = moveCaret(two, caret, { unit: 'turn', forward: true, extend: true })
    expect(caret.focus).toBe(two.turns[1]?.end)
  })

  it('selects the word, the sentence or the turn it stands in', () => {
    const caret = caretFrom(two, (two.turns[0]?.bodyStart ?? 0) + 5)
    const words = (unit: 'word' | 'sentence' | 'turn') => {
      const { start, end } = stretchOf(selectAround(two, caret, unit))
      return two.text.slice(start, end)
    }
    expect([words('word'), words('sentence'), words('turn')]).toEqual([
      'mother',
      'My mother was kind.',
      'My mother was kind.',
    ])
  })

  it('stays among the words wherever it goes', () => {
    const move = fc.record({
      unit: fc.constantFrom('character' as const, 'word' as const, 'sentence' as const, 'turn' as const),
      forward: fc.boolean(),
      extend: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(move, { maxLength: 25 }), (moves) => {
        const { focus } = moves.reduce((caret, one) => moveCaret(two, caret, one), caretAt(two.turns, 0))
        expect(two.turns.some((turn) => turn.bodyStart <= focus && focus <= turn.end)).toBe(true)
      }),
    )
  })
})

describe('a selection in the document', () => {
  it('becomes offsets of the raw text, in UTF-16 code units', () => {
    const two = material(`a ${family} b`, 'second')
    const bodies = shown(two)
    const range = rangeIn(bodies[0] as HTMLElement, { start: 2, end: 2 + family.length })
    const stretch = stretchSelected(two.text, two.turns, bodies, range)
    expect(two.text.slice(stretch?.start, stretch?.end)).toBe(family)
  })

  it('may reach across turns, and begin or end at a label', () => {
    const three = material('one', 'two', 'three')
    const bodies = shown(three)
    const label = document.querySelectorAll('b')[1]?.firstChild as Text
    const start = (bodies[0] as HTMLElement).firstChild as Text
    const across = { startContainer: start, startOffset: 1, endContainer: label, endOffset: 3 }
    expect(stretchSelected(three.text, three.turns, bodies, across)).toEqual({ start: 4, end: 6 })
    const end = (bodies[2] as HTMLElement).firstChild as Text
    const from = { startContainer: label, startOffset: 3, endContainer: end, endOffset: 2 }
    const stretch = stretchSelected(three.text, three.turns, bodies, from)
    expect(three.text.slice(stretch?.start, stretch?.end)).toBe('two\nS: th')
  })

  it('is found in words that are split into pieces', () => {
    const one = material('one two three')
    const [body] = shown(one)
    if (!body) throw new Error('no body')
    body.innerHTML = 'one <span>two</span> three'
    const range = rangeIn(body, { start: 4, end: 9 })
    expect(range.toString()).toBe('two t')
    expect(stretchSelected(one.text, one.turns, [body], range)).toEqual({ start: 7, end: 12 })
    expect(pointAt(body, 99).offset).toBe(6)
  })

  it('is nothing when only white space or a label is selected', () => {
    const one = material('one  two')
    const [body] = shown(one)
    const text = body?.firstChild as Text
    const blank = { startContainer: text, startOffset: 3, endContainer: text, endOffset: 5 }
    expect(stretchSelected(one.text, one.turns, [body], blank)).toBeNull()
    const label = document.querySelector('b')?.firstChild as Text
    const only = { startContainer: label, startOffset: 0, endContainer: label, endOffset: 4 }
    expect(stretchSelected(one.text, one.turns, [body], only)).toBeNull()
  })
})

describe('a selection that grows', () => {
  const two = material('He came. (She) left, then.', 'Yes. No.')
  const body = two.turns[0]?.bodyStart ?? 0
  const words = (unit: 'word' | 'sentence' | 'turn', start: number, end: number) => {
    const found = grown(two, { start: body + start, end: body + end }, unit)
    return two.text.slice(found.start, found.end)
  }

  it('takes in whole words, but no more for a bracket at its edge', () => {
    expect(words('word', 4, 6)).toBe('came')
    expect(words('word', 9, 12)).toBe('(She')
    expect(words('word', 10, 17)).toBe('She) left')
  })

  it('takes in whole sentences and whole turns, also over several', () => {
    expect(words('sentence', 4, 5)).toBe('He came.')
    expect(words('sentence', 4, 12)).toBe('He came. (She) left, then.')
    expect(words('turn', 4, 5)).toBe('He came. (She) left, then.')
    const [, second] = two.turns
    const over = grown(two, { start: body + 20, end: (second?.bodyStart ?? 0) + 2 }, 'sentence')
    expect(two.text.slice(over.start, over.end)).toMatch(/^\(She\) left, then\.[\s\S]*Yes\.$/)
  })
})

describe('annotations by turn', () => {
  const three = material('one', 'two', 'three')
  const one = (segment: Segment): [string, Segment] => [segment.id, segment]
  const segment = (id: string, start: number, end: number): Segment => ({
    id,
    unit: 'segment',
    code: 'c',
    value: null,
    memo: '',
    confidence: null,
    evidence: [],
    contradicts: [],
    start,
    end,
  })

  it('stand in every turn they touch, and keep the lists of turns that did not change', () => {
    const [a, b] = [segment('a', 3, 10), segment('b', 3, 5)]
    const first = codedTurns(three.turns, new Map([one(a), one(b)]), uncoded(three.turns))
    expect(first.lists.map((list) => list.map(({ id }) => id))).toEqual([['a', 'b'], ['a'], []])
    const start = three.turns[2]?.bodyStart ?? 0
    const second = codedTurns(three.turns, new Map([one(a), one(segment('c', start, start + 2))]), first)
    expect(second.lists.map((list) => list.map(({ id }) => id))).toEqual([['a'], ['a'], ['c']])
    expect(second.lists[1]).toBe(first.lists[1])
    expect([...second.changed].sort()).toEqual([0, 2])
  })

  it('keep their lanes as if all were laid out anew, whatever is added, moved or removed', () => {
    const many = material(
      ...Array.from({ length: 12 }, (_, index) => `the words of turn ${index} and some more of them`),
    )
    const length = many.text.length
    const place = fc.tuple(fc.nat(length - 2), fc.integer({ min: 1, max: 120 }))
    const step = fc.tuple(fc.integer({ min: 1, max: 8 }), fc.option(place))
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const keeper = createLaneKeeper()
        let coded = uncoded(many.turns)
        keeper.keep(coded)
        for (const [number, where] of steps) {
          const annotations = new Map(coded.annotations)
          annotations.delete(String(number))
          if (where) {
            const made = segment(String(number), where[0], Math.min(length, where[0] + where[1]))
            annotations.set(made.id, made)
          }
          coded = codedTurns(many.turns, annotations, coded)
          keeper.keep(coded)
          const anew = createLaneKeeper()
          anew.keep(codedTurns(many.turns, annotations, uncoded(many.turns)))
          for (const shown of new Set(coded.lists.flat())) expect(keeper.laneOf(shown)).toBe(anew.laneOf(shown))
        }
      }),
    )
  })

  it('finds turns and parts of turns', () => {
    expect([0, 6, 7, 99].map((at) => turnIndexAt(three.turns, at))).toEqual([0, 0, 1, 2])
    const [turn] = three.turns
    if (!turn) throw new Error('no turn')
    expect(partInTurn(turn, { start: 4, end: 12 })).toEqual({ start: 1, end: 3 })
    expect(partInTurn(turn, { start: 8, end: 12 })).toBeNull()
    expect(placeInWords(three.turns, { start: 3, end: 12 })).toBe('turns 1 to 2')
    expect(quote('a\nb', { start: 0, end: 3 })).toBe('a b')
  })
})

describe('lanes', () => {
  it('never lay two overlapping stretches in one lane, and use as few as overlap at once', () => {
    const interval = fc
      .tuple(fc.nat(50), fc.integer({ min: 1, max: 20 }))
      .map(([start, length]) => ({ start, end: start + length }))
    fc.assert(
      fc.property(fc.array(interval, { maxLength: 30 }), (unsorted) => {
        const intervals = unsorted.toSorted((a, b) => a.start - b.start)
        const lanes = lanesOf(intervals)
        const depth = Math.max(
          0,
          ...intervals.map((one) => intervals.filter((two) => two.start <= one.start && one.start < two.end).length),
        )
        expect(new Set(lanes).size).toBe(depth)
        intervals.forEach((one, i) => {
          intervals.forEach((two, j) => {
            if (i !== j && lanes[i] === lanes[j]) expect(one.end <= two.start || two.end <= one.start).toBe(true)
          })
        })
      }),
    )
  })

  it('cut a turn flat at every edge', () => {
    const pieces = piecesOf(10, [
      { start: 2, end: 6 },
      { start: 4, end: 12 },
    ])
    expect(pieces.map(({ start, end, items }) => [start, end, items.length])).toEqual([
      [0, 2, 0],
      [2, 4, 1],
      [4, 6, 2],
      [6, 10, 1],
    ])
  })
})
