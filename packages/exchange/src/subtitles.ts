import type { ImportFault } from '@attune/contract'
import { type Cue, cuesOf, type ReadCues } from './subtitle-cues.ts'
import { checkText, wholeFile } from './text-check.ts'
import { nothing, type ReadTranscript, speakersOf, turnsOf } from './transcript.ts'
import { isInterviewerKey, labelKey } from './transcript-labels.ts'
import { damage, limited } from './transcript-warnings.ts'
import type { TimedSpan } from './turn-times.ts'

/** What was read of subtitles: the transcript made of them, and its turns as offsets into that. */
export interface ReadSubtitles extends ReadTranscript {
  readonly text: string
  /** What the file holds and the transcript does not, in words. */
  readonly dropped: string[]
}

/** Cues are cut for a screen, turns are what somebody says until somebody else speaks or is silent for a while. */
const LONGEST_SILENCE = 2
const LONGEST_TURN = 30

/**
 * A transcript made of `.srt` or `.vtt` subtitles: cues of one speaker that follow each other become one turn of at
 * most half a minute, so that the text reads as speech and still keeps step with a recording. Cue numbers, formatting
 * and positions go; no word does.
 *
 * @param options.interviewers speakers who are interviewers; empty: the usual names.
 */
export function readSubtitles(file: string, options: { readonly interviewers: readonly string[] }): ReadSubtitles {
  const unfit = checkText(file)
  if (unfit.length > 0) return { ...nothing(unfit), text: '', dropped: [] }
  const { cues, faults, warnings, dropped } = cuesOf(file)
  if (faults.length > 0) return { ...nothing(faults), text: '', dropped: [] }
  const { text, spans } = write(joined(cues), options.interviewers)
  const { turns, words } = turnsOf(text, spans)
  const all = limited([...whoIsWho(spans), ...warnings, ...damage(text)])
  return { text, turns, words, speakers: speakersOf(turns), faults: [], warnings: all, dropped }
}

function joined(cues: ReadCues['cues']): Cue[] {
  const turns: Cue[] = []
  for (const cue of cues) {
    const before = turns.at(-1)
    const goesOn =
      before !== undefined &&
      before.speaker === cue.speaker &&
      cue.onset - before.offset <= LONGEST_SILENCE &&
      cue.offset - before.onset <= LONGEST_TURN
    if (goesOn) turns[turns.length - 1] = { ...before, offset: cue.offset, words: `${before.words} ${cue.words}` }
    else turns.push(cue)
  }
  return turns
}

/** `Speaker: words`, a line each. */
function write(cues: readonly Cue[], interviewers: readonly string[]): { text: string; spans: TimedSpan[] } {
  const declared = new Set(interviewers.map(labelKey))
  const spans: TimedSpan[] = []
  let text = ''
  for (const [index, { speaker, words, onset, offset }] of cues.entries()) {
    const start = text.length
    const bodyStart = start + (speaker === '' ? 0 : speaker.length + 2)
    text += `${speaker === '' ? '' : `${speaker}: `}${words}`
    const key = labelKey(speaker)
    const isInterviewer = declared.size > 0 ? declared.has(key) : isInterviewerKey(key)
    const role = isInterviewer ? 'interviewer' : 'speaker'
    const place = { start, bodyStart, end: text.length, line: index + 1 }
    spans.push({ speaker, role, ...place, doubtful: false, time: onset, until: offset })
    text += '\n'
  }
  return { text, spans }
}

function whoIsWho(spans: readonly TimedSpan[]): ImportFault[] {
  if (spans.every(({ speaker }) => speaker === '')) {
    return [wholeFile('The subtitles name no speakers.', 'Write names before the words, or <v Name> in .vtt files.')]
  }
  if (spans.some(({ role }) => role === 'interviewer')) return []
  return [
    wholeFile('None of the speakers is known as an interviewer.', 'Name the labels of the interviewers at import.'),
  ]
}
