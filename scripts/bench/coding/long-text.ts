import type { Codebook } from '../../../packages/codebooks/src/index.ts'
import type { Turn } from '../../../packages/contract/src/index.ts'
import { seeded } from '../ratings.ts'

export type Passage = { readonly code: string; readonly start: number; readonly end: number }
export type LongText = {
  readonly text: string
  readonly turns: readonly Turn[]
  readonly codes: Codebook['codes']
  readonly passages: readonly Passage[]
}

const vocabulary =
  'she would always come and sit with me when it was dark and I remember the kitchen that winter because'.split(' ')
const codeCount = 40
const wordsOfTurn = 50

/** An interview of so many words, and passages of one to forty words coded with forty codes, evenly over it: the same in every run. */
export function longText(words: number, annotations: number): LongText {
  const random = seeded(words)
  const pick = (below: number) => Math.floor(random() * below)
  const turns: Turn[] = []
  const starts: number[] = []
  let text = ''
  for (let left = words; left > 0; ) {
    const isQuestion = turns.length % 2 === 0
    const length = Math.min(left, isQuestion ? 10 + pick(10) : wordsOfTurn + pick(wordsOfTurn))
    const speaker = isQuestion ? 'I' : 'S'
    const start = text.length
    text += `${speaker}: `
    const bodyStart = text.length
    for (let word = 0; word < length; word += 1) {
      if (word > 0) text += ' '
      starts.push(text.length)
      text += vocabulary[pick(vocabulary.length)]
    }
    text += '.'
    const number = turns.length + 1
    const role = isQuestion ? ('interviewer' as const) : ('speaker' as const)
    const end = text.length
    turns.push({ number, speaker, role, start, bodyStart, end, line: number, marks: [], time: null, until: null })
    text += '\n'
    left -= length
  }
  const codes = Array.from({ length: codeCount }, (_, index) => ({
    id: `code-${index + 1}`,
    label: `Code ${index + 1}`,
    unit: 'segment' as const,
    ...(index < 5 ? { key: 'abcde'.charAt(index) } : {}),
    colour: (index % 12) + 1,
  }))
  const passages = Array.from({ length: annotations }, (_, index) => {
    const first = Math.floor((index / annotations) * starts.length)
    const last = Math.min(starts.length - 1, first + pick(40))
    const end = text.indexOf(' ', (starts[last] ?? 0) + 1)
    return { code: `code-${1 + pick(codeCount)}`, start: starts[first] ?? 0, end: end === -1 ? text.length - 1 : end }
  })
  return { text, turns, codes, passages }
}
