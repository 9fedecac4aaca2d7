import type { Mark } from '@attune/contract'

/** Stretches that may be a mark. Brackets are short and stay on their line, which keeps the search linear. */
const CANDIDATE =
  /\([^()\n\r]{1,80}\)|（[^（）\n\r]{1,80}）|\[[^[\]\n\r]{1,80}\]|\{[^{}\n\r]{1,80}\}|\.(?:[ \t\u00A0]?\.){2,}|…|--+|(?<!:)\/\//gu

const SECONDS =
  /^(?:\p{L}{1,12} ?){0,2}[:,~]? ?(\d{1,4}(?:[.,]\d{1,3})?) ?(s|secs?|seconds?|sek|sekunden?|secondes?|segundos?|secondi)\.?(?: \p{L}{1,12}){0,2}$/iu
const MINUTES =
  /^(?:\p{L}{1,12} ?){0,2}[:,~]? ?(\d{1,3}(?:[.,]\d{1,2})?) ?(?:m|mins?|minutes?|minuten?|minutos?|minuti)\.?(?: \p{L}{1,12}){0,2}$/iu
const BARE_SECONDS = /^\d{1,3}[.,]\d{1,2}$/
const PAUSE = /^(?:\p{L}{1,12} ){0,2}(?:pauses?|pausing|silences?|silent|schweigt|stille|pausa)(?!\p{L})/iu
const UNCLEAR =
  /^(?:\?+|x{2,4}|(?:\p{L}{1,12} ){0,2}(?:unclear|inaudible|unintelligible|indistinct|unverständlich|incompréhensible|inaudibile|inaudível)(?!\p{L}).*)$/iu
const OVERLAP =
  /^(?:\p{L}{1,12} ){0,2}(?:overlap|overlaps|overlapping|interrupt|interrupts|interrupting|interruption|crosstalk|überlappend)(?!\p{L})/iu
const MASKED =
  /^(?:masked|names?|place|town|city|village|country|date|school|hospital|street|company|name of .*)(?: \d{1,3})?$/iu
const SOUND =
  /^(?:\p{L}{1,12} ){0,2}(?:laugh|giggl|chuckl|cry|cries|sob|weep|tearful|sigh|cough|sniff|sneez|swallow|clear(?:s|ing) (?:\p{L}{1,8} )?throat|whisper|inhal|exhal|breath|gasp|yawn|groan|moan|scream|shout|snort|hums?(?!\p{L})|humming|cluck|tut|lacht|lachen|weint|seufz|hustet|räusper|rire|rit(?!\p{L})|pleure|soupir|ríe|risas|llora|suspir|ride(?!\p{L})|piange)/iu

const toNumber = (digits: string) => Number(digits.replace(',', '.'))

/** A length of time in words, in seconds, or null. */
function secondsIn(words: string): number | null {
  const seconds = SECONDS.exec(words)?.[1]
  if (seconds !== undefined) return toNumber(seconds)
  const minutes = MINUTES.exec(words)?.[1]
  if (minutes !== undefined) return 60 * toNumber(minutes)
  return BARE_SECONDS.test(words) ? toNumber(words) : null
}

type Kind = Pick<Mark, 'kind' | 'seconds'>
const plain = (kind: Mark['kind']): Kind => ({ kind, seconds: null })

/** What a candidate says, or null when it is only a bracket in the text. */
function classify(found: string): Kind | null {
  if (found.startsWith('--')) return plain('restart')
  if (found === '//') return plain('overlap')
  if (found === '…' || found.startsWith('.')) return plain('pause')
  const words = found
    .slice(1, -1)
    .trim()
    .replace(/[\s_]+/g, ' ')
  const seconds = secondsIn(words)
  if (seconds !== null) return { kind: 'pause', seconds }
  if (PAUSE.test(words) || (!found.startsWith('[') && /^[. ]+$|^…$/.test(words) && words !== '')) return plain('pause')
  if (UNCLEAR.test(words)) return plain('unclear')
  if (found.startsWith('{')) return /^sic[!.]?$/i.test(words) ? null : plain('masked')
  if (OVERLAP.test(words)) return plain('overlap')
  if (SOUND.test(words)) return plain('sound')
  return MASKED.test(words) ? plain('masked') : null
}

/**
 * The transcriber's marks between two offsets. `. . . {5 seconds}` is one pause of five seconds: dots and the
 * length written behind them belong together.
 */
export function marksIn(text: string, start: number, end: number): Mark[] {
  const marks: Mark[] = []
  for (const found of text.slice(start, end).matchAll(CANDIDATE)) {
    const kind = classify(found[0])
    if (kind === null) continue
    const mark = { ...kind, start: start + found.index, end: start + found.index + found[0].length }
    const before = marks.at(-1)
    const belongs =
      before?.kind === 'pause' &&
      before.seconds === null &&
      kind.kind === 'pause' &&
      isBlank(text, before.end, mark.start)
    if (belongs) marks[marks.length - 1] = { ...mark, start: before.start }
    else marks.push(mark)
  }
  return marks
}

function isBlank(text: string, start: number, end: number): boolean {
  return end - start <= 3 && /^[ \t\u00A0]*$/.test(text.slice(start, end))
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu

/** Spoken words between two offsets: marks do not count, except a masked name, which stands for one. */
export function countWords(text: string, start: number, end: number, marks: readonly Mark[]): number {
  let words = 0
  let from = start
  for (const mark of [...marks, { kind: 'restart', start: end, end, seconds: null } satisfies Mark]) {
    for (const _ of text.slice(from, mark.start).matchAll(WORD)) words++
    if (mark.kind === 'masked') words++
    from = mark.end
  }
  return words
}
