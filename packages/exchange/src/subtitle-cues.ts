import type { ImportFault } from '@attune/contract'
import { wholeFile } from './text-check.ts'
import { type Line, linesOf } from './text-lines.ts'
import { secondsOfTimeCode, TIME_CODE } from './time-code.ts'
import { isUsualKey, labelKey } from './transcript-labels.ts'

/** One piece of speech with its times in seconds; `speaker` is empty where nobody is named. */
export interface Cue {
  readonly speaker: string
  readonly words: string
  readonly onset: number
  readonly offset: number
}
export interface ReadCues {
  readonly cues: Cue[]
  readonly faults: ImportFault[]
  readonly warnings: ImportFault[]
  readonly dropped: string[]
}

const MOST_CUES = 50_000
const TIMES = new RegExp(`^\\s*(${TIME_CODE})\\s*-->\\s*(${TIME_CODE})(?:\\s.*)?$`)
const NOT_A_CUE = /^(?:WEBVTT|NOTE|STYLE|REGION)(?=\s|$)/
const VTT = /^\uFEFF?WEBVTT(?=\s|$)/

export const isSubtitleFile = (text: string): boolean =>
  VTT.test(text) || [...linesOf(text.slice(0, 2000))].slice(0, 4).some((line) => TIMES.test(wordsOf(text, line)))

type Block = readonly Line[]
const wordsOf = (text: string, line: Line) => text.slice(line.start, line.end)

/** Blocks of lines between blank ones. */
function* blocksOf(text: string): Generator<Block> {
  let block: Line[] = []
  for (const line of linesOf(text)) {
    if (/\S/.test(wordsOf(text, line).replace('\uFEFF', ''))) block.push(line)
    else if (block.length > 0) {
      yield block
      block = []
    }
  }
  if (block.length > 0) yield block
}

/** The cues of an `.srt` or `.vtt` file in order of time; what stands beside them is counted and named. */
export function cuesOf(text: string): ReadCues {
  const cues: Cue[] = []
  const faults: ImportFault[] = []
  const warnings: ImportFault[] = []
  const counts = { notes: 0, styled: 0, empty: 0 }
  for (const block of blocksOf(text)) {
    const first = block[0]
    if (first === undefined) continue
    if (NOT_A_CUE.test(wordsOf(text, first).replace('\uFEFF', ''))) {
      if (!VTT.test(wordsOf(text, first))) counts.notes++
      continue
    }
    const cue = cueOf(text, block)
    if ('fault' in cue) faults.push(cue.fault)
    else {
      const spoken = voicesOf(cue.payload).filter(({ words }) => words !== '')
      if (spoken.length === 0) counts.empty++
      if (isStyled(cue.payload)) counts.styled++
      cues.push(...spoken.map((voice) => ({ ...voice, onset: cue.onset, offset: cue.offset })))
    }
    if (cues.length > MOST_CUES) {
      return refused(wholeFile(`There are more than ${MOST_CUES} cues.`, 'Split the file.'))
    }
  }
  if (faults.length > 0) return { cues: [], faults: faults.slice(0, 50), warnings: [], dropped: [] }
  if (cues.length === 0) return refused(wholeFile('There are no cues in it.', 'Choose an .srt or .vtt file with text.'))
  const isOrdered = cues.every((cue, index) => cue.onset >= (cues[index - 1]?.onset ?? 0))
  if (!isOrdered) warnings.push(wholeFile('The cues were not in order of time; they are now.', 'Look at the preview.'))
  return { cues: cues.toSorted((one, other) => one.onset - other.onset), faults: [], warnings, dropped: said(counts) }
}

const refused = (fault: ImportFault): ReadCues => ({ cues: [], faults: [fault], warnings: [], dropped: [] })

function said({ notes, styled, empty }: { notes: number; styled: number; empty: number }): string[] {
  return [
    'cue numbers and positions',
    ...(styled > 0 ? [`formatting of ${styled} ${styled === 1 ? 'cue' : 'cues'}`] : []),
    ...(notes > 0 ? [`${notes} ${notes === 1 ? 'note or style block' : 'notes and style blocks'}`] : []),
    ...(empty > 0 ? [`${empty} ${empty === 1 ? 'cue' : 'cues'} without words`] : []),
  ]
}

type Parsed =
  | { readonly payload: string; readonly onset: number; readonly offset: number }
  | { readonly fault: ImportFault }

function cueOf(text: string, block: Block): Parsed {
  // A number or an id may stand above the times.
  const at = block.slice(0, 2).findIndex((line) => TIMES.test(wordsOf(text, line)))
  const line = block[at]
  const times = line === undefined ? null : TIMES.exec(wordsOf(text, line))
  if (line === undefined || times === null) {
    const shown = wordsOf(text, block[0] ?? { number: 0, start: 0, end: 0 }).slice(0, 40)
    const message = `A cue without its times: "${shown}".`
    const remedy = 'Write a line such as 00:00:01,000 --> 00:00:04,000 above it, or remove the blank line before it.'
    return { fault: { line: block[0]?.number ?? 0, message, remedy } }
  }
  const [onset, offset] = [secondsOfTimeCode(times[1] ?? ''), secondsOfTimeCode(times[2] ?? '')]
  if (onset === null || offset === null || offset < onset) {
    const message = onset === null || offset === null ? 'These are no times.' : 'This cue ends before it begins.'
    return { fault: { line: line.number, message, remedy: 'Write them as hours:minutes:seconds,thousandths.' } }
  }
  const payload = block.slice(at + 1).map((one) => wordsOf(text, one).trim())
  return { payload: payload.join(' '), onset, offset }
}

const VOICE = /<v(?:\.[^\s>]*)?\s+([^>]{1,80})>/g
const TAG = /<\/?[a-z][^<>]{0,120}>|<\d[\d:.,]{3,14}>|\{\\[^{}]{1,40}\}/gi
const NAMED = /^(?:[-–]\s*)?([\p{L}][\p{L}\p{M}\p{N} .'’-]{0,39}?)\s?:\s+(?=\S)/u
const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&nbsp;': ' ',
  '&lrm;': '',
  '&rlm;': '',
}

type Voice = Pick<Cue, 'speaker' | 'words'>

const isStyled = (payload: string): boolean => payload.replace(VOICE, '').replaceAll('</v>', '').search(TAG) !== -1

/** Who says what in a cue, without its markup: two people may speak in one. */
function voicesOf(payload: string): Voice[] {
  const tags = [...payload.matchAll(VOICE)]
  const [first] = tags
  if (first === undefined) return [named(withoutMarkup(payload))]
  const before = { speaker: '', words: withoutMarkup(payload.slice(0, first.index)) }
  const voices = tags.map((tag, index) => ({
    speaker: withoutMarkup(tag[1] ?? ''),
    words: withoutMarkup(payload.slice(tag.index + tag[0].length, tags[index + 1]?.index)),
  }))
  return [before, ...voices]
}

/** `Mother: ` before the words names who speaks. */
function named(words: string): Voice {
  const found = NAMED.exec(words)
  const name = found?.[1] ?? ''
  const isName = (isUsualKey(labelKey(name)) || /^\p{Lu}/u.test(name)) && name.split(' ').length <= 3
  if (found === null || !isName) return { speaker: '', words }
  return { speaker: name, words: words.slice(found[0].length) }
}

const withoutMarkup = (words: string): string =>
  words
    .replace(TAG, '')
    .replace(/&(?:amp|lt|gt|nbsp|lrm|rlm);/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/\s+/g, ' ')
    .trim()
