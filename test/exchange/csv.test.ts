import { detectDelimiter, eachCsvRow, escapeFormula, readHeader, unescapeFormula, writeCsv } from '@attune/exchange'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'

// Ten thousand texts take longer than usual on a machine that is busy with other tests.
vi.setConfig({ testTimeout: 60_000 })

function rowsOf(text: string, delimiter = detectDelimiter(text)) {
  const rows: [number, ...string[]][] = []
  const fault = eachCsvRow(text, delimiter, (cells, line) => {
    rows.push([line, ...cells])
    return true
  })
  return { rows, fault }
}

/** Beginnings that some spreadsheet takes for a formula or a command. */
const beginnings = [
  '=',
  '+',
  '-',
  '@',
  '\t',
  '\r',
  '\n',
  '＝',
  '＋',
  '－',
  '＠',
  ' =',
  '\u00A0=',
  '\uFEFF@',
  "'=",
  "''+",
  '\r\n=',
  '\t=',
]
const endings = [
  '1+1',
  'HYPERLINK("http://x","y")\nfoo',
  "cmd|' /C calc'!A0",
  'SUM(A1:A9)',
  '',
  '"',
  ',',
  ';x',
  '1\r\n2',
  "'",
]
const payloads = [
  ...beginnings.flatMap((beginning) => endings.map((ending) => beginning + ending)),
  ...['DDE', '"=1+1"', "'", "''", '1e5', '0x10', ' ', '\u200B=1', "'a", 'a=1', '-', '--', '+-=@', "='", '=\u0000'],
  ...['＝1+1', '@SUM(1)', '-2+3', '+1', '=1'],
]

describe('escapeFormula', () => {
  it(`disarms ${payloads.length} payloads and gives each back`, () => {
    expect(payloads.length).toBeGreaterThanOrEqual(200)
    for (const payload of payloads) {
      expect(unescapeFormula(escapeFormula(payload))).toBe(payload)
      expect(escapeFormula(payload)).not.toMatch(/^[\s\u200B\uFEFF]*[=+\-@＝＋－＠]|^[\t\r\n]/u)
    }
  })

  it('is undone whatever the text', () => {
    const character = fc.oneof(
      fc.constantFrom("'", '=', '-', '\t', '\n', ' ', '＝', 'a'),
      fc.string({ unit: 'binary' }),
    )
    fc.assert(
      fc.property(fc.array(character, { maxLength: 6 }), (parts) => {
        const text = parts.join('')
        expect(unescapeFormula(escapeFormula(text))).toBe(text)
      }),
      { numRuns: 10_000 },
    )
  })
})

describe('writeCsv', () => {
  it('writes RFC 4180: comma, CRLF, quotes only where needed', () => {
    expect(
      writeCsv(
        ['a', 'b'],
        [
          ['x', 'y "z"'],
          ['1,2', 'line\nbreak'],
          [null, ''],
        ],
      ),
    ).toBe('a,b\r\nx,"y ""z"""\r\n"1,2","line\nbreak"\r\n,\r\n')
  })

  it('keeps numbers as numbers, to the last bit', () => {
    const numbers = [-3, 0.1 + 0.2, 1e21, 5e-324, -0, 2 / 3]
    const cells = writeCsv(
      ['n'],
      numbers.map((number) => [number]),
    )
      .trimEnd()
      .split('\r\n')
      .slice(1)
    expect(cells).toEqual(['-3', '0.30000000000000004', '1e+21', '5e-324', '0', '0.6666666666666666'])
    expect(writeCsv(['t'], [['-3'], [true]])).toBe("t\r\n'-3\r\ntrue\r\n")
  })

  it('disarms names of columns too', () => {
    expect(writeCsv(['=a'], [])).toBe("'=a\r\n")
  })

  it('writes an empty row of one column so that readers see it', () => {
    expect(writeCsv(['a'], [[null], ['x']])).toBe('a\r\n""\r\nx\r\n')
  })

  it('refuses what no file can hold', () => {
    expect(() => writeCsv(['a'], [[Number.NaN]])).toThrow(RangeError)
    expect(() => writeCsv(['a'], [[Number.POSITIVE_INFINITY]])).toThrow(RangeError)
    expect(() => writeCsv(['a', 'b'], [['x']])).toThrow('Row 1 has 1 cells for 2 columns.')
    expect(() => writeCsv(['a', 'a'], [])).toThrow(RangeError)
    expect(() => writeCsv(['a', ''], [])).toThrow(RangeError)
  })

  it('gives back every text through the reader', () => {
    const special = fc.constantFrom(
      ',',
      ';',
      '"',
      '\n',
      '\r',
      '\r\n',
      '\t',
      "'",
      '=',
      '-1',
      ' ',
      '😀',
      '\u2028',
      '__proto__',
    )
    const cell = fc
      .array(fc.oneof(special, fc.string({ unit: 'grapheme', maxLength: 3 })), { maxLength: 5 })
      .map((parts) => parts.join(''))
    const table = fc
      .integer({ min: 2, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
      )
    fc.assert(
      fc.property(table, (rows) => {
        const columns = rows[0]?.map((_, index) => `column ${index}`) ?? []
        const text = writeCsv(columns, rows)
        const { rows: read, fault } = rowsOf(text, ',')
        expect(fault).toBeNull()
        expect(read.slice(1).map(([, ...cells]) => cells.map(unescapeFormula))).toEqual(rows)
      }),
      { numRuns: 3000 },
    )
  })

  it('gives back the 200 payloads from a file', () => {
    const { rows } = rowsOf(
      writeCsv(
        ['id', 'memo'],
        payloads.map((payload, index) => [index, payload]),
      ),
      ',',
    )
    expect(rows.slice(1).map(([, , memo]) => unescapeFormula(memo ?? ''))).toEqual(payloads)
  })
})

describe('eachCsvRow', () => {
  it('keeps line numbers right behind quoted line breaks and blank lines', () => {
    const { rows } = rowsOf('a,b\r\n"1\r\n2\n3",x\r\n\r\ny,z\r\n')
    expect(rows).toEqual([
      [1, 'a', 'b'],
      [2, '1\r\n2\n3', 'x'],
      [6, 'y', 'z'],
    ])
  })

  it.each(['a,b\n1,2\n3,4', 'a,b\r\n1,2\n3,4\n', 'a,b\r1,2\r3,4\r', 'a,b\n1,2\r\n3,4\r\n', '\uFEFFa,b\n1,2\n3,4'])(
    'reads the line ends of %j',
    (text) => {
      expect(rowsOf(text).rows).toEqual([
        [1, 'a', 'b'],
        [2, '1', '2'],
        [3, '3', '4'],
      ])
    },
  )

  it('stops at a quotation mark that is never closed, with its line', () => {
    expect(rowsOf('a,b\n1,2\n"x,3\n4,5').fault).toMatchObject({
      line: 3,
      message: expect.stringContaining('quotation mark'),
    })
    expect(rowsOf('a,b\n"x"y,3\n4,5').fault).toMatchObject({ line: 2 })
  })

  it('stops when it is told to', () => {
    let rows = 0
    eachCsvRow('a\nb\nc', ',', () => ++rows < 2)
    expect(rows).toBe(2)
  })
})

describe('detectDelimiter', () => {
  it.each([
    ['a,b,c\n1;2', ','],
    ['a;b;c\n1,5;2,5;3', ';'],
    ['a\tb\tc\n', '\t'],
    ['"x,y,z";b\n', ';'],
    ['\n\n"a\n,,";b', ';'],
    ['alone\n1,2', ','],
    ['\ta\tb\n', '\t'],
  ] as const)('finds what separates %j', (text, delimiter) => {
    expect(detectDelimiter(text)).toBe(delimiter)
  })
})

describe('readHeader', () => {
  it('maps names to places', () => {
    expect(readHeader(['\uFEFFcase', ' rater '], 1)).toEqual({
      columns: new Map([
        ['case', 0],
        ['rater', 1],
      ]),
    })
  })

  it('refuses empty, repeated and built-in names, and leaves Object.prototype alone', () => {
    const before = Object.getOwnPropertyNames(Object.prototype)
    const reserved = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '__defineGetter__']
    for (const name of reserved) {
      expect(readHeader(['a', name], 1)).toEqual({
        faults: [{ line: 1, message: `Column 2: the name "${name}" is reserved.`, remedy: 'Rename the column.' }],
      })
    }
    expect(readHeader(['a', '', 'a'], 3)).toMatchObject({ faults: [{ line: 3 }, { line: 3 }] })
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before)
  })
})
