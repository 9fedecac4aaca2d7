import type { Turn } from '@attune/contract'
import { timedTurns } from './turn-times.ts'

/** Nobody reads a caption longer than this, in seconds. */
const longest = 30

/** The words of a transcript with times, as captions of its recording. */
export function captionsOf(text: string, turns: readonly Turn[]): { from: number; to: number; words: string }[] {
  return timedTurns(turns).map(({ index, from, to }) => {
    const turn = turns[index]
    const words = turn ? `${turn.speaker} ${text.slice(turn.bodyStart, turn.end).trim()}` : ''
    return { from, to: Math.min(to, from + longest), words }
  })
}
