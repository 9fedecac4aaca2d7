import { csvScanner, newCsvRow } from '@attune/exchange'
import { describe, expect, it } from 'vitest'
import { csvOutput } from '../../packages/cli/src/convert/csv-output.ts'

const plain = ['a', '1', ',', ',', 'b\n', '1\r\n']
const pieces = [...plain, ...plain, ' ', ';', '\t', '"', '"b"', '\n', '\r\n', '\r', 'ä', '\u00a0', '\u2028', '']

/** A small generator with a fixed seed: the same texts in every run. */
function seeded(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return Math.floor((state / 0x80000000) * below)
  }
}

/** What a text becomes, and the line on which the scan ended. */
function written(text: string, cells: number | null) {
  const bytes = new TextEncoder().encode(text)
  const parts: Uint8Array[] = []
  const output = { write: (part: Uint8Array) => void parts.push(part.slice()), finish: () => {}, abandon: () => {} }
  const out = csvOutput(output, false)
  const row = newCsvRow()
  let whole = 0
  const take = (at: number, length: number) => {
    const next = out.wholeRow(bytes, at, length, cells ?? 0)
    if (next > at) {
      whole++
      row.line++
    }
    return next
  }
  const scan = csvScanner(
    ',',
    row,
    (found) => {
      out.row(found)
      return true
    },
    cells === null ? undefined : (_, at, length) => take(at, length),
  )
  const { end, brokenQuotes } = scan(bytes, bytes.length, true)
  out.finish()
  return { came: { text: Buffer.concat(parts).toString(), end, brokenQuotes, line: row.line }, whole }
}

describe('rows that are copied whole', () => {
  it('come out as cell by cell, in 3,000 random texts', () => {
    const random = seeded(7)
    let whole = 0
    for (let round = 0; round < 3000; round++) {
      const text = Array.from({ length: random(24) }, () => pieces[random(pieces.length)]).join('')
      const found = written(text, 2 + random(2))
      expect(found.came, JSON.stringify(text)).toEqual(written(text, null).came)
      whole += found.whole
    }
    expect(whole).toBeGreaterThan(100)
  })

  it('are those of as many cells as the header, without blanks at the edges of a cell', () => {
    expect(written('a,b c\nd,e\r\n', 2).whole).toBe(2)
    for (const text of [
      'a,b,c\n',
      'a\n',
      'a, b\n',
      'a ,b\n',
      ' a,b\n',
      'a,b \r\n',
      'a,"b"\n',
      'a;,b\n',
      'a,b\r',
      'a,b',
    ]) {
      expect(written(text, 2).whole, JSON.stringify(text)).toBe(0)
    }
    expect(written('a\n\nb\n', 1).whole).toBe(0)
  })
})
