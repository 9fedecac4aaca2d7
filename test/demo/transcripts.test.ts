import { readTranscript } from '@attune/exchange'
import { describe, expect, it } from 'vitest'
import { demoText, interviews } from './demo-files.ts'

/** What is asked, in this order; each is looked for in the interviewer's turns, behind the one before it. */
const TOPICS: readonly (readonly [topic: string, asked: RegExp])[] = [
  ['the family and where it lived', /lived?\b|home|brought up|house|household|family/i],
  ['the relationship in general', /general|overall|by and large|as a whole|sum up|broadly|step back/i],
  ['five words for the mother', /five words/i],
  ['five words for the father', /father|second/i],
  ['who was closer', /closer|nearer|run to/i],
  ['being upset', /upset/i],
  ['being hurt or ill', /hurt|\bill\b|sick/i],
  ['a first separation', /apart|away|parting|separation/i],
  ['rejection', /reject|unwanted|not wanted|not being wanted|pushed away|pushed aside|turned away/i],
  ['threats', /threat|threaten/i],
]
/** Asked after those, in an order that follows the speaker. */
const LATER: readonly (readonly [topic: string, asked: RegExp])[] = [
  [
    'the effect on the adult',
    /in you\b|of you\b|affected|influence|who you are|the man you became|effect|the person you are/i,
  ],
  ['setbacks', /in your way|set(?:s|ting)? (?:you )?back|setback|obstacle/i],
  ['why the parents acted so', /\bwhy\b|what do you think made your parents/i],
  [
    'other adults like a parent',
    /a parent|kind of parent|your grandmother|what parents do|bringing up|mother or father to you/i,
  ],
  ['losses', /lost?\b|lose\b|die|deaths|died/i],
  ['losses as an adult', /since|adult|older|later|grew up|been grown/i],
  ['other overwhelming events', /overwhelm|too much/i],
  ['adolescence', /teens|teenage|teenager|adolescence/i],
  ['the relationship now', /now\b|today|these days|at present|moment|right now|last years/i],
  ['leaving an own or imagined child', /leave|apart from|away from|parted from/i],
  ['wishes for the child', /wish|hope/i],
  ['what was learned', /learn|took|taken|taught|take away/i],
]

const read = interviews.map((one) => {
  const text = demoText(one.file)
  return { ...one, text, transcript: readTranscript(text, { interviewers: [] }) }
})

describe('the demo transcripts', () => {
  it('are twelve', () => {
    expect(read).toHaveLength(12)
  })

  it.each(read)('$case is read without faults and warnings, two speakers taking turns', ({ transcript }) => {
    expect(transcript.faults).toEqual([])
    expect(transcript.warnings).toEqual([])
    const roles = transcript.turns.map((turn) => turn.role)
    expect(roles).toEqual(roles.map((_, index) => (index % 2 === 0 ? 'interviewer' : 'speaker')))
    expect(roles.length).toBeGreaterThan(50)
  })

  it.each(read)('$case has one turn a line, a blank line between turns and no other lines', ({ text }) => {
    expect(text).toMatch(/^(?:[IP]: \S.*\n\n)+[IP]: \S.*\n$/)
  })

  it.each(read)('$case has 1,200 to 2,500 words, the number its entry says', ({ transcript, words }) => {
    expect(transcript.words).toBeGreaterThanOrEqual(1200)
    expect(transcript.words).toBeLessThanOrEqual(2500)
    expect(words).toBe(transcript.words)
  })

  it.each(read)('$case keeps pauses, restarts, sounds and masked names in the text', ({ transcript }) => {
    const kinds = new Set(transcript.turns.flatMap((turn) => turn.marks.map((mark) => mark.kind)))
    expect([...kinds]).toEqual(expect.arrayContaining(['pause', 'restart', 'sound', 'masked']))
  })

  it.each(read)('$case asks for every topic in brief', ({ text }) => {
    const questions = text.split('\n').filter((line) => line.startsWith('I: '))
    let from = 0
    for (const [topic, asked] of TOPICS) {
      const found = questions.findIndex((question, index) => index >= from && asked.test(question))
      expect(found, topic).not.toBe(-1)
      from = topic === 'being upset' ? found : found + 1
    }
    for (const [topic, asked] of LATER)
      expect(
        questions.slice(from).some((one) => asked.test(one)),
        topic,
      ).toBe(true)
  })

  it('share no question longer than eight words, so that none is a form letter', () => {
    const seen = new Map<string, string>()
    for (const { case: id, text } of read) {
      for (const line of text.split('\n').filter((one) => one.startsWith('I: ') && one.split(' ').length > 9)) {
        expect(seen.get(line) ?? id, line).toBe(id)
        seen.set(line, id)
      }
    }
  })
})
