import { checkText, decodeText, readTranscript } from '@attune/exchange'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'

// Ten thousand texts take longer than usual on a machine that is busy with other tests.
vi.setConfig({ testTimeout: 60_000 })

const utf8 = (text: string) => new TextEncoder().encode(text)
const bytes = (...values: number[]) => new Uint8Array(values)

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 * text.length + 2))
  for (const [index, unit] of ['\uFEFF', ...text.split('')].entries()) {
    view.setUint16(2 * index, unit.charCodeAt(0), littleEndian)
  }
  return new Uint8Array(view.buffer)
}

/** Line and message of the only fault. */
function faultOf(input: Uint8Array, limit?: number) {
  const decoded = decodeText(input, limit)
  if (decoded.ok) throw new Error('was accepted')
  expect(decoded.faults).toHaveLength(1)
  expect(decoded.faults[0]?.remedy).not.toBe('')
  return [decoded.faults[0]?.line, decoded.faults[0]?.message]
}

describe('decodeText', () => {
  const sample = 'I: Grüße 😀\r\nP: e\u0301 — שלום\r再見'

  it('reads UTF-8 with and without a byte order mark, and keeps the mark out of the text', () => {
    expect(decodeText(utf8(sample))).toEqual({ ok: true, text: sample, encoding: 'utf-8', bom: false })
    expect(decodeText(utf8(`\uFEFF${sample}`))).toEqual({ ok: true, text: sample, encoding: 'utf-8', bom: true })
  })

  it('reads UTF-16 of both byte orders', () => {
    expect(decodeText(utf16(sample, true))).toEqual({ ok: true, text: sample, encoding: 'utf-16le', bom: true })
    expect(decodeText(utf16(sample, false))).toEqual({ ok: true, text: sample, encoding: 'utf-16be', bom: true })
  })

  it('reads UTF-16 beyond the size of one chunk, at any place of a larger buffer', () => {
    const long = '😀'.repeat(20_001)
    const padded = new Uint8Array(utf16(long, true).length + 3)
    padded.set(utf16(long, true), 3)
    expect(decodeText(padded.subarray(3))).toMatchObject({ ok: true, text: long })
  })

  it('names the line of the first byte that is not UTF-8', () => {
    expect(faultOf(bytes(...utf8('one\r\ntwo\rthree\u2028four\n'), 0xfc, 0x0a))).toEqual([
      5,
      expect.stringContaining('not UTF-8'),
    ])
    expect(faultOf(bytes(0x49, 0xff))[0]).toBe(1)
  })

  it('refuses overlong forms, encoded surrogates and a character cut at the end', () => {
    for (const broken of [bytes(0xc0, 0xaf), bytes(0xed, 0xa0, 0x80), bytes(0x49, 0xe2, 0x82)]) {
      expect(faultOf(broken)[1]).toContain('not UTF-8')
    }
  })

  it('refuses NUL with its line', () => {
    expect(faultOf(utf8('one\ntwo\0'))).toEqual([2, expect.stringContaining('NUL')])
  })

  it('refuses UTF-16 without its mark as NUL', () => {
    expect(faultOf(utf16('I: hello', true).subarray(2))).toEqual([
      1,
      expect.stringContaining('UTF-16 without its mark'),
    ])
  })

  it('refuses half of a surrogate pair in UTF-16 with its line', () => {
    expect(faultOf(utf16('a\nb\n\uD83D!', true))).toEqual([3, expect.stringContaining('surrogate')])
  })

  it('refuses UTF-16 that ends in the middle of a character', () => {
    expect(faultOf(bytes(0xff, 0xfe, 0x49, 0x00, 0x3a))[1]).toContain('middle of a UTF-16')
  })

  it('refuses empty files and files of spaces', () => {
    for (const empty of [bytes(), bytes(0xef, 0xbb, 0xbf), utf8(' \r\n\t'), bytes(0xff, 0xfe)]) {
      expect(faultOf(empty)).toEqual([0, 'There is no text in it.'])
    }
  })

  it('refuses files beyond the limit before it looks at them', () => {
    expect(faultOf(new Uint8Array(20 * 1024 * 1024 + 1))[1]).toContain('at most 20 MB')
    expect(decodeText(utf8('ab'), 2).ok).toBe(true)
  })

  it.each([
    ['Word', bytes(0x50, 0x4b, 0x03, 0x04, 0x14)],
    ['PDF', utf8('%PDF-1.7')],
    ['RTF', utf8('{\\rtf1\\ansi')],
    ['old Word', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1)],
    ['JPEG', bytes(0xff, 0xd8, 0xff, 0xe0)],
  ])('names a file of %s and how to get text out of it', (name, content) => {
    const decoded = decodeText(content)
    expect(decoded).toMatchObject({ ok: false, faults: [{ line: 0, remedy: expect.stringContaining('plain text') }] })
    expect(faultOf(content)[1]).toContain(name)
  })
})

describe('decodeText and readTranscript', () => {
  it('survive 10,000 mutated files: text without fault is what the bytes say', () => {
    const seeds = [
      utf8('\uFEFFI: Grüße 😀 (4 sec)\r\nP: My mo-- mother {Anna} [laughs]\r\n'),
      utf16('I: Grüße 😀 . . . {5 seconds}\nP: yes // no\n', true),
      utf16('I1: a\nP2: b\nI3: c\nP4: [unclear]\n', false),
    ]
    const put = fc.oneof(fc.uint8Array({ maxLength: 4 }), fc.constantFrom(utf8('I:'), utf8('\n'), utf8('(')))
    const mutation = fc.tuple(fc.nat(200), fc.nat(6), put)
    let accepted = 0
    fc.assert(
      fc.property(fc.constantFrom(...seeds), fc.array(mutation, { minLength: 1, maxLength: 3 }), (seed, mutations) => {
        let content = [...seed]
        for (const [at, length, bytes] of mutations) {
          const place = at % content.length
          content = [...content.slice(0, place), ...bytes, ...content.slice(place + length), 10]
        }
        const decoded = decodeText(new Uint8Array(content))
        if (!decoded.ok) {
          for (const fault of decoded.faults) expect(fault.remedy).not.toBe('')
          return
        }
        accepted++
        if (decoded.encoding === 'utf-8') {
          expect([...utf8(decoded.text)]).toEqual(content.slice(decoded.bom ? 3 : 0))
        }
        expect(readTranscript(decoded.text, { interviewers: [] }).faults).toEqual([])
      }),
      { numRuns: 10_000 },
    )
    expect(accepted).toBeGreaterThan(1000)
  })
})

describe('checkText', () => {
  it('holds pasted text to the same rules', () => {
    expect(checkText('I: hello 😀')).toEqual([])
    expect(checkText('a\nb\0c').map(({ line }) => line)).toEqual([2])
    expect(checkText('a\n\nb\uDE00').map(({ line }) => line)).toEqual([3])
    expect(checkText('\0\uD83D')).toHaveLength(2)
    expect(checkText(' \uFEFF\n')).toHaveLength(1)
  })
})
