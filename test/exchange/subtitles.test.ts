import { isSubtitleFile, readSubtitles, readTranscript } from '@attune/exchange'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const read = (file: string, interviewers: string[] = []) => readSubtitles(file, { interviewers })
const said = (file: string) => {
  const { text, turns } = read(file)
  return turns.map((turn) => [turn.speaker, text.slice(turn.bodyStart, turn.end), turn.time, turn.until])
}

const srt = `1
00:00:01,000 --> 00:00:03,500
Interviewer: Tell me about
your mother.

2
00:00:03,900 --> 00:00:05,000
Interviewer: As a child.

3
00:00:06,000 --> 00:00:09,250
Participant: She was <i>always</i> there.
`

describe('readSubtitles', () => {
  it('joins the cues of one speaker to a turn with the times of both', () => {
    expect(said(srt)).toEqual([
      ['Interviewer', 'Tell me about your mother. As a child.', 1, 5],
      ['Participant', 'She was always there.', 6, 9.25],
    ])
  })

  it('writes a transcript in which every turn stands on its line, and knows the interviewer', () => {
    const { text, turns, speakers, dropped, warnings, words } = read(srt)
    expect(text).toBe('Interviewer: Tell me about your mother. As a child.\nParticipant: She was always there.\n')
    expect(turns.map(({ line, role, number }) => [number, line, role])).toEqual([
      [1, 1, 'interviewer'],
      [2, 2, 'speaker'],
    ])
    expect(speakers).toHaveLength(2)
    expect(words).toBe(12)
    expect(warnings).toEqual([])
    expect(dropped).toEqual(['cue numbers and positions', 'formatting of 1 cue'])
  })

  it('begins a new turn after two seconds of silence and after half a minute of speech', () => {
    const cue = (from: string, to: string) => `00:00:${from}.000 --> 00:00:${to}.000\n<v Mother>yes\n\n`
    expect(said(`WEBVTT\n\n${cue('01', '03')}${cue('05', '06')}${cue('09', '10')}`).map((turn) => turn[2])).toEqual([
      1, 9,
    ])
    expect(said(`WEBVTT\n\n${cue('01', '20')}${cue('20', '31')}${cue('31', '40')}`).map((turn) => turn[2])).toEqual([
      1, 31,
    ])
  })

  it('reads the voices of WebVTT, two in one cue, with classes, entities, ids, settings and blocks that are no cues', () => {
    const vtt = `\uFEFFWEBVTT - demo
Kind: captions

NOTE made by hand
in two lines

STYLE
::cue { color: red }

intro
00:01.000 --> 00:02.500 align:start position:10%
<v.loud Dr. Weber>Hello &amp; welcome</v> <v Mother>Hi <00:01.900>there</v>

01:00:00.000 --> 01:00:01.000
&lt;3
`
    expect(said(vtt)).toEqual([
      ['Dr. Weber', 'Hello & welcome', 1, 2.5],
      ['Mother', 'Hi there', 1, 2.5],
      ['', '<3', 3600, 3601],
    ])
    expect(read(vtt).dropped).toContain('2 notes and style blocks')
  })

  it('takes named interviewers, and says when there are none or no speakers at all', () => {
    expect(read(srt, ['Participant']).turns.map((turn) => turn.role)).toEqual(['speaker', 'interviewer'])
    expect(read('WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>yes').warnings[0]?.message).toContain('as an interviewer')
    expect(read('WEBVTT\n\n00:01.000 --> 00:02.000\nyes').warnings[0]?.message).toContain('name no speakers')
  })

  it('does not take the middle of a sentence for a name', () => {
    expect(said('1\n00:00:01,000 --> 00:00:02,000\nand she said to me one evening: go')[0]?.[0]).toBe('')
  })

  it('puts cues in order of time and says so', () => {
    const { turns, warnings } = read(
      '2\n00:00:05,000 --> 00:00:06,000\nB: two\n\n1\n00:00:01,000 --> 00:00:02,000\nA: one',
    )
    expect(turns.map((turn) => turn.speaker)).toEqual(['A', 'B'])
    expect(warnings.map((warning) => warning.message)).toContain('The cues were not in order of time; they are now.')
  })

  it.each([
    ['1\n00:00:01,000 --> 00:00:02,000\nyes\n\nlost words\n', 5, 'A cue without its times: "lost words".'],
    ['1\n00:00:05,000 --> 00:00:02,000\nyes\n', 2, 'This cue ends before it begins.'],
    ['1\n00:00:75,000 --> 00:00:99,000\nyes\n', 2, 'These are no times.'],
  ])('names the line of a cue that cannot be: %j', (file, line, message) => {
    expect(read(file).faults).toMatchObject([{ line, message }])
    expect(read(file).turns).toEqual([])
  })

  it('refuses a file without cues and a file without text', () => {
    expect(read('WEBVTT\n').faults[0]?.message).toBe('There are no cues in it.')
    expect(read(' \n').faults[0]?.message).toBe('There is no text in it.')
  })

  it('loses no word and keeps time in order, whatever is cut out or put in', () => {
    const pieces = fc.constantFrom(
      '\n',
      '-->',
      '<v A>',
      '</v>',
      '00:00:01,000',
      '&amp;',
      'word',
      'NOTE',
      '\u2028',
      ':',
      '<',
      '1',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        const { text, turns, faults } = read(`WEBVTT\n\n${parts.join(' ')}`)
        const isOrdered = turns.every((turn, index) => (turn.time ?? 0) >= (turns[index - 1]?.time ?? 0))
        const fits = turns.every(
          (turn) => turn.start <= turn.bodyStart && turn.bodyStart <= turn.end && turn.end <= text.length,
        )
        expect([isOrdered, fits, faults.length === 0 || turns.length === 0]).toEqual([true, true, true])
      }),
    )
  })
})

describe('isSubtitleFile', () => {
  it('tells subtitles from transcripts', () => {
    expect([srt, 'WEBVTT\n', '\uFEFFWEBVTT x\n'].map(isSubtitleFile)).toEqual([true, true, true])
    expect(['I: Hello.', 'WEBVTTER', '1\nI: 00:01 --> there'].map(isSubtitleFile)).toEqual([false, false, false])
  })
})

describe('readTranscript, of text with times,', () => {
  const times = (text: string) => {
    const { turns } = readTranscript(text, { interviewers: [] })
    return turns.map((turn) => [turn.speaker, turn.time, turn.until, text.slice(turn.bodyStart, turn.end)])
  }

  it.each([
    ['before the label', '[00:00:05] I: Hello.\n[00:01:10.5] P: Hi.'],
    ['in the label', 'I (00:05): Hello.\nP (01:10,5): Hi.'],
    ['as the first words', 'I: [00:05] Hello.\nP: [01:10.5] Hi.'],
    ['above the words', 'I  0:05\nHello.\n\nP  1:10.5\nHi.'],
  ])('finds them %s', (_, text) => {
    expect(times(text)).toEqual([
      ['I', 5, 70.5, 'Hello.'],
      ['P', 70.5, null, 'Hi.'],
    ])
  })

  it('makes a turn of each time where nobody is named', () => {
    expect(times('00:05 Hello.\nAnd more.\n01:10 Hi.')).toEqual([
      ['', 5, 70, 'Hello.\nAnd more.'],
      ['', 70, null, 'Hi.'],
    ])
  })

  it('leaves a time of day that is told alone', () => {
    expect(times('I: When?\nP: 10:30 in the morning.\nI: Yes.')).toEqual([
      ['I', null, null, 'When?'],
      ['P', null, null, '10:30 in the morning.'],
      ['I', null, null, 'Yes.'],
    ])
  })

  it('takes none where they go back, and names the line', () => {
    const text = 'I: [01:10] Hello.\nP: [00:05] Hi.'
    expect(times(text).map((turn) => turn[1])).toEqual([null, null])
    expect(readTranscript(text, { interviewers: [] }).warnings).toMatchObject([
      { line: 2, message: 'A time code goes back before the one above it; the times were left out.' },
    ])
  })
})
