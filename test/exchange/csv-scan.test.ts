import { cellsOf, csvScanner, type Delimiter, eachCsvRow, newCsvRow } from '@attune/exchange'
import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it, vi } from 'vitest'

vi.setConfig({ testTimeout: 60_000 })

interface Read {
  readonly rows: readonly (readonly [line: number, ...cells: string[]])[]
  readonly faultAt: number | null
}

/** PapaParse, the second opinion, told which line end the text has. */
function oracle(text: string, delimiter: Delimiter, newline: '\n' | '\r' | '\r\n'): Read {
  const rows: [number, ...string[]][] = []
  let line = 1
  let faultAt: number | null = null
  Papa.parse<string[]>(text, {
    delimiter,
    newline,
    step: ({ data, errors }, parser) => {
      if (errors.length > 0) {
        faultAt = line
        parser.abort()
        return
      }
      if (data.length > 1 || data[0]?.trim() !== '') rows.push([line, ...data])
      line += 1 + data.join('').split(/\r\n|[\n\r\u2028\u2029]/).length - 1
    },
  })
  return { rows, faultAt }
}

function whole(text: string, delimiter: Delimiter): Read {
  const rows: [number, ...string[]][] = []
  const fault = eachCsvRow(text, delimiter, (cells, line) => {
    rows.push([line, ...cells])
    return true
  })
  return { rows, faultAt: fault?.line ?? null }
}

/** The text in pieces of these sizes, each behind what the last scan left over. */
function inPieces(text: string, delimiter: Delimiter, sizes: readonly number[]): Read {
  const rows: [number, ...string[]][] = []
  const row = newCsvRow()
  const scan = csvScanner(delimiter, row, () => {
    rows.push([row.line, ...cellsOf(row)])
    return true
  })
  const bytes = new TextEncoder().encode(text)
  let from = 0
  let to = 0
  for (let turn = 0; to < bytes.length; turn++) {
    to = Math.min(bytes.length, to + (sizes[turn % sizes.length] ?? 1))
    // Bytes behind the piece are what an earlier piece left in the buffer: they must not be looked at.
    const buffer = new Uint8Array(to - from + 3).fill(0x22)
    buffer.set(bytes.subarray(from, to))
    const { end, brokenQuotes } = scan(buffer, to - from, to === bytes.length)
    if (brokenQuotes !== null) return { rows, faultAt: brokenQuotes.line }
    from += end
  }
  return { rows, faultAt: null }
}

const delimiter = fc.constantFrom<Delimiter>(',', ';', '\t')
const newline = fc.constantFrom('\n' as const, '\r' as const, '\r\n' as const)
const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 })
const parts = [
  '"',
  '"',
  '""',
  ',',
  ';',
  '\t',
  '\n',
  '\n',
  'a',
  '1',
  ' ',
  'é',
  '😀',
  '\u2028',
  '\u2029',
  '\u2027',
  '\u3000',
]
const junk = fc.array(fc.constantFrom(...parts), { maxLength: 24 }).map((all) => all.join(''))

describe('csvScanner', () => {
  it('reads 20,000 texts of any shape as PapaParse does: rows, cells, lines, and where quotes are broken', () => {
    const seen = { faults: 0, quotes: 0, rows: 0 }
    fc.assert(
      fc.property(junk, delimiter, newline, (body, separator, end) => {
        const text = `${body}\n`.replaceAll('\n', end)
        // Blanks behind a closing mark are no fault for us; PapaParse allows them in some places only.
        fc.pre(!/"[ \t\u3000\u2028\u2029]/.test(text))
        const expected = oracle(text, separator, end)
        expect(whole(text, separator)).toEqual(expected)
        seen.faults += expected.faultAt === null ? 0 : 1
        seen.quotes += expected.faultAt === null && text.includes('"') ? 1 : 0
        seen.rows += expected.rows.length
      }),
      { numRuns: 20_000 },
    )
    expect(Math.min(seen.faults, seen.quotes, seen.rows)).toBeGreaterThan(1000)
  })

  it('reads the same in pieces as in one', () => {
    fc.assert(
      fc.property(junk, delimiter, newline, sizes, (body, separator, end, pieces) => {
        const text = body.replaceAll('\n', end)
        expect(inPieces(text, separator, pieces)).toEqual(whole(text, separator))
      }),
      { numRuns: 10_000 },
    )
  })

  it('ends a row at every kind of line break, also where a file with quotes mixes them', () => {
    expect(whole('a,"b"\r\n1,"2"\n3,4\r"5\n6",7', ',').rows).toEqual([
      [1, 'a', 'b'],
      [2, '1', '2'],
      [3, '3', '4'],
      [4, '5\n6', '7'],
    ])
  })

  it('takes blanks behind a closing mark for nothing, also at the end of the file', () => {
    expect(whole('"a" ,"b"\t\n"c"  ,d\n"e","f" ', ',')).toEqual({
      rows: [
        [1, 'a', 'b'],
        [2, 'c', 'd'],
        [3, 'e', 'f'],
      ],
      faultAt: null,
    })
    expect(whole('"a"\t"b"\n"c" d', '\t')).toEqual({ rows: [[1, 'a', 'b']], faultAt: 2 })
  })

  it('has room for rows of any width', () => {
    const cells = Array.from({ length: 1000 }, (_, index) => `${index}`)
    expect(whole(`"x",${cells.join(',')}\ny`, ',').rows).toEqual([
      [1, 'x', ...cells],
      [2, 'y'],
    ])
  })
})
