import { turn } from '@attune/contract'
import { readTranscript } from '@attune/exchange'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'

// Ten thousand texts take longer than usual on a machine that is busy with other tests.
vi.setConfig({ testTimeout: 60_000 })

const read = (text: string, interviewers: string[] = []) => readTranscript(text, { interviewers })
/** Speaker and words of every turn. */
const said = (text: string, interviewers: string[] = []) =>
  read(text, interviewers).turns.map((t) => [t.speaker, text.slice(t.bodyStart, t.end)])
const marks = (body: string) => {
  const text = `P: ${body}`
  return read(text).turns.flatMap((t) =>
    t.marks.map((m) => [m.kind, text.slice(m.start, m.end), ...(m.seconds === null ? [] : [m.seconds])]),
  )
}

describe('readTranscript', () => {
  it('splits a text at its labels and keeps paragraphs with their turn', () => {
    const text = 'I: Hello.\n\nP: Well,\n  my mother --\n\nshe was kind.\nI: Yes.\n'
    expect(said(text)).toEqual([
      ['I', 'Hello.'],
      ['P', 'Well,\n  my mother --\n\nshe was kind.'],
      ['I', 'Yes.'],
    ])
    const { turns, speakers, faults, warnings } = read(text)
    expect(turns.map(({ number, role, line }) => [number, role, line])).toEqual([
      [1, 'interviewer', 1],
      [2, 'speaker', 3],
      [3, 'interviewer', 7],
    ])
    expect(turns[1]).toMatchObject({ start: 11, bodyStart: 14 })
    expect(speakers).toEqual([
      { speaker: 'I', role: 'interviewer', turns: 2 },
      { speaker: 'P', role: 'speaker', turns: 1 },
    ])
    expect([faults, warnings]).toEqual([[], []])
  })

  it.each([
    ['Interviewer: a\nParticipant: b', ['Interviewer', 'Participant']],
    ['INT. Where was that?\nMother 2: At home.', ['INT', 'Mother 2']],
    ['I:\tone\nP:\ttwo', ['I', 'P']],
    ['I\tone\nP\ttwo', ['I', 'P']],
    ['INT.  one\nSUBJ.  two', ['INT', 'SUBJ']],
    ['Q. one\nA. two', ['Q', 'A']],
    ['  I : one\n\t P: two', ['I', 'P']],
    ['12 I: one\n13 P: two', ['I', 'P']],
    ['[00:01:12] I: one\n00:01:20.5 P: two', ['I', 'P']],
    ['I：one\nP：two', ['I', 'P']],
    ['I (00:12): one\nMother [crying] : two', ['I', 'Mother']],
    ['Dr. Weiß-Grün: one\nAnna: two\nDr. Weiß-Grün: three', ['Dr. Weiß-Grün', 'Anna', 'Dr. Weiß-Grün']],
    ['Int: one\nint.: two\nINT: three', ['Int', 'Int', 'Int']],
    ['מראיין: שלום\nדנה\u200F: היי\nמראיין: כן', ['מראיין', 'דנה', 'מראיין']],
  ])('knows the labels of %j', (text, speakers) => {
    expect(said(text).map(([speaker]) => speaker)).toEqual(speakers)
  })

  it('takes a number that never comes back as the number of the turn', () => {
    expect(said('I1: a\nP2: b\nI3: c\nP4: d').map(([speaker]) => speaker)).toEqual(['I', 'P', 'I', 'P'])
  })

  it('takes a number that comes back as part of the name', () => {
    const group = 'I: a\nP1: b\nP2: c\nP1: d\nP2: e'
    expect(said(group).map(([speaker]) => speaker)).toEqual(['I', 'P1', 'P2', 'P1', 'P2'])
  })

  it.each([
    ['a sentence with a colon', 'P: I told her\nShe said: no.\nand then: yes\nI: Oh.'],
    ['a time of day', 'P: We met\nAt 10:30 or so.\nI: Oh.'],
    ['an address', 'P: Look at\nHttps://example.org\nI: Oh.'],
    ['a heading of many words', 'P: Yes.\nThe House On The Hill: I loved it.\nI: Oh.'],
    ['a lonely I with a dot', 'P: Yes.\nI. I do not know.\nI: Oh.'],
    ['a pause after I', 'P: Yes.\nI. . . {5 seconds}\nI: Oh.'],
  ])('does not take %s for a label', (_, text) => {
    expect(said(text).map(([speaker]) => speaker)).toEqual(['P', 'I'])
  })

  it('warns of a name that labels only one line, and reads it as somebody else', () => {
    const { turns, warnings } = read('I: a\nP: b\nNurse: Sorry!\nI: c')
    expect(turns.map(({ role }) => role)).toEqual(['interviewer', 'speaker', 'other', 'interviewer'])
    expect(warnings).toEqual([expect.objectContaining({ line: 3, message: expect.stringContaining('Nurse') })])
  })

  it('makes text before the first label a turn of nobody, with a warning', () => {
    const text = '\n  Case 12, wave 1\n\nI: a\nP: b'
    const { turns, warnings } = read(text)
    expect(turns[0]).toMatchObject({ speaker: '', role: 'other', line: 2, start: 3 })
    expect(warnings).toEqual([expect.objectContaining({ line: 2 })])
  })

  it('makes each paragraph a turn when there are no labels, with a warning', () => {
    expect(said('One\nstill one.\n\n\nTwo.\n')).toEqual([
      ['', 'One\nstill one.'],
      ['', 'Two.'],
    ])
    expect(said('One.\nTwo.\r\nThree.')).toHaveLength(3)
    expect(read('Date: 3 May\nOne.\nTwo.\nThree.').turns).toHaveLength(4)
    expect(read('One.\nTwo.').warnings).toEqual([expect.objectContaining({ line: 0 })])
  })

  it('follows the interviewers it was told, whatever the labels look like', () => {
    const text = 'anna k.: one\nI: two\nanna k.: three'
    expect(read(text, ['Anna K']).speakers).toEqual([
      { speaker: 'anna k', role: 'interviewer', turns: 2 },
      { speaker: 'I', role: 'speaker', turns: 1 },
    ])
  })

  it('warns when nobody is the interviewer and when a turn is empty', () => {
    expect(read('Anna: a\nBen: b\nAnna: c\nBen: d').warnings).toEqual([
      expect.objectContaining({ line: 0, message: expect.stringContaining('interviewer') }),
    ])
    expect(read('I: a\nP:\nI: b').warnings).toEqual([
      expect.objectContaining({ line: 2, message: 'The turn of "P" has no words.' }),
    ])
  })

  it('puts the words of a label that stands alone on its line below it', () => {
    expect(said('I:\nHow was that?\nP:\n  Good.')).toEqual([
      ['I', 'How was that?'],
      ['P', 'Good.'],
    ])
  })

  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
    ['U+2028', '\u2028'],
  ])('counts lines that end with %s', (_, end) => {
    const text = ['I: a', '', 'P: b', 'more', 'I: c'].join(end)
    expect(read(text).turns.map(({ line }) => line)).toEqual([1, 3, 5])
    expect(said(text)[1]).toEqual(['P', `b${end}more`])
  })

  it('measures offsets in UTF-16 units: emoji count two, combining marks one each', () => {
    const text = '\uFEFFI: 😀😀\nP: e\u0301a [laughs] נכון'
    expect(read(text).turns.map(({ start, bodyStart, end }) => [start, bodyStart, end])).toEqual([
      [1, 4, 8],
      [9, 12, 29],
    ])
    expect(read(text).turns[1]?.marks).toEqual([{ kind: 'sound', start: 16, end: 24, seconds: null }])
  })

  it.each([
    ['(4 sec)', [['pause', '(4 sec)', 4]]],
    [
      'a [4 s] b (10 seconds)',
      [
        ['pause', '[4 s]', 4],
        ['pause', '(10 seconds)', 10],
      ],
    ],
    [
      '(2.5s) (pause, 3 sec.) [about 2 minutes]',
      [
        ['pause', '(2.5s)', 2.5],
        ['pause', '(pause, 3 sec.)', 3],
        ['pause', '[about 2 minutes]', 120],
      ],
    ],
    ['well . . . {5 seconds} no', [['pause', '. . . {5 seconds}', 5]]],
    [
      '(pause) and ... or … yes [long pause]',
      [
        ['pause', '(pause)'],
        ['pause', '...'],
        ['pause', '…'],
        ['pause', '[long pause]'],
      ],
    ],
    [
      '(0.5) (.)',
      [
        ['pause', '(0.5)', 0.5],
        ['pause', '(.)'],
      ],
    ],
    [
      '[laughs] [crying] (sighs) [starts to cry]',
      [
        ['sound', '[laughs]'],
        ['sound', '[crying]'],
        ['sound', '(sighs)'],
        ['sound', '[starts to cry]'],
      ],
    ],
    [
      '[unclear] (inaudible 00:12) (?) [two words unclear]',
      [
        ['unclear', '[unclear]'],
        ['unclear', '(inaudible 00:12)'],
        ['unclear', '(?)'],
        ['unclear', '[two words unclear]'],
      ],
    ],
    [
      'yes // no {Anna} [town]',
      [
        ['overlap', '//'],
        ['masked', '{Anna}'],
        ['masked', '[town]'],
      ],
    ],
    ['my mo-- mother', [['restart', '--']]],
    ['{sic} (that is, my aunt) 3.5 well-known a..b https://x', []],
  ])('finds the marks of %j', (body, expected) => {
    expect(marks(body)).toEqual(expected)
  })

  it('counts spoken words: no labels, pauses or sounds, but masked names', () => {
    expect(read("I: How's it?\nP: My mother {Anna} [laughs] (4 sec) wasn't -- well-known.").words).toBe(7)
  })

  it('refuses what cannot be stored and what is too large', () => {
    expect(read('I: a\nP: \0').faults).toEqual([expect.objectContaining({ line: 2 })])
    expect(read(' \n').faults).toHaveLength(1)
    expect(read('a'.repeat(2_000_001)).faults[0]?.message).toContain('2,000,000')
    expect(read('I: a\n'.repeat(20_001))).toMatchObject({ turns: [], faults: [{ line: 0 }] })
  })

  it('reads a million characters of any shape in time that grows with their number', () => {
    // Half a second each at leisure; anything that grows with the square would take hours.
    const shapes = [
      'I: . . . [laughs] (4 sec) -- {x} //\nP: Yes, I said so.\n',
      '(',
      '. ',
      'a ',
      'A B C ',
      '\n',
      '-',
      '[a',
      'x:',
    ]
    for (const shape of shapes) {
      const started = performance.now()
      read(`I: a\n${shape.repeat(1_000_000 / shape.length)}z`)
      expect(performance.now() - started, JSON.stringify(shape)).toBeLessThan(10_000)
    }
  })

  it('gives turns in order that do not overlap, whatever the text', () => {
    const piece = fc.constantFrom(
      'I: ',
      'P:',
      'INT. ',
      'Q.',
      'P1: ',
      'Mother 2: ',
      '\n',
      '\r\n',
      '\r',
      '\u2028',
      '\t',
      ' ',
      '😀',
      'e\u0301',
      'שלום',
      '\u200F',
      'words here ',
      '(4 sec)',
      '[laughs]',
      '. . . ',
      '{5 seconds}',
      '{',
      ')',
      '//',
      '--',
      '12:30 ',
      'She said: ',
      '\uFEFF',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'binary' })), { maxLength: 40 }), (pieces) => {
        const text = pieces.join('')
        const { turns, faults, words } = read(text)
        expect(faults.length > 0).toBe(turns.length === 0)
        if (faults.length > 0) return
        let at = 0
        for (const one of turns) {
          expect(turn.safeParse(one).success).toBe(true)
          expect([at <= one.start, one.start <= one.bodyStart, one.bodyStart <= one.end]).toEqual([true, true, true])
          expect(text.slice(at, one.start)).toMatch(/^[\s\uFEFF\u200F]*$/)
          at = one.end
          let inside = one.bodyStart
          for (const mark of one.marks) {
            expect(inside <= mark.start && mark.start < mark.end && mark.end <= one.end).toBe(true)
            inside = mark.end
          }
        }
        expect(text.slice(at)).toMatch(/^[\s\uFEFF\u200F]*$/)
        expect(words).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 10_000 },
    )
  })
})
