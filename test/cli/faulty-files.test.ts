import { run } from '@attune/cli'
import { describe, expect, it } from 'vitest'
import { worldOf } from './world.ts'

const plain = 'item,A,B\n1,x,x\n2,y,x\n3,y,y\n'
const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
const utf16 = (text: string) => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'))

async function ended(file: string | Uint8Array, ...args: readonly string[]) {
  const { world, seen } = worldOf({ 'x.csv': file })
  return { code: await run(['agreement', 'x.csv', ...args], world), ...seen }
}

describe('a file that attune agreement reads as it is', () => {
  it.each([
    ['with a byte order mark', `\uFEFF${plain}`],
    ['in UTF-16, low byte first', utf16(plain)],
    ['in UTF-16, high byte first', new Uint8Array(Buffer.from(utf16(plain)).swap16())],
    ['with semicolons', plain.replaceAll(',', ';')],
    ['with tabs', plain.replaceAll(',', '\t')],
    ['with line ends of Windows', plain.replaceAll('\n', '\r\n')],
    ['with line ends of old Macs', plain.replaceAll('\n', '\r')],
    ['without a line end at its end', plain.trimEnd()],
    ['with blank lines', plain.replaceAll('\n', '\n\n')],
    ['in quotation marks', plain.replace(/\w+/g, '"$&"')],
  ])('%s', async (_, file) => {
    expect(await ended(file, '--json')).toEqual(await ended(plain, '--json'))
  })

  it('with decimal commas between semicolons', async () => {
    const points = 'item,A,B\n1,4.5,4\n2,3.5,3\n3,1.5,2.5\n'
    const found = await ended(points.replaceAll(',', ';').replaceAll('.', ','), '--json')
    expect(found).toEqual(await ended(points, '--json'))
    expect(JSON.parse(found.out).results[0]).toMatchObject({ level: 'interval', n: 3 })
  })

  it('with a single row, and says why there is no value', async () => {
    const { code, out } = await ended('item,A,B\n1,x,x\n')
    expect([code, out]).toEqual([0, expect.stringContaining('A single item shows no spread')])
  })
})

describe('a file that attune agreement cannot read is refused with its place and a remedy:', () => {
  it.each([
    ['an open quotation mark', 'item,A,B\n1,x,x\n2,"y,x\n', 'x.csv, line 3: A quotation mark that is not closed'],
    ['text behind a quotation mark', 'item,A,B\n1,"x"z,x\n', 'x.csv, line 2: A quotation mark that is not closed'],
    ['no text', '', 'x.csv: There is no text in it.'],
    ['blanks only', ' \n\n', 'x.csv: There is no text in it.'],
    ['names of columns only', 'item,A,B\n', 'x.csv, line 1: there are no rows below the names of the columns.'],
    ['two columns of one name', 'item,A,A\n1,x,x\n', 'x.csv, line 1: Column 3: there are two columns "A".'],
    ['a column without a name', 'item,A,\n1,x,x\n', 'x.csv, line 1: Column 3 has no name.'],
    ['a row that is too short', 'item,A,B\n1,x\n', 'x.csv, line 2: the row has 2 cells, the header 3.'],
    ['bytes of another encoding', bytes('item,A,B\n1,x,x\n2,\xE4,x\n'), 'x.csv, line 3: Bytes that are not UTF-8'],
    ['UTF-16 without its mark', utf16(plain).slice(2), 'x.csv, line 1: A NUL character'],
    ['a workbook', bytes(`PK\x03\x04${'\x00'.repeat(40)}`), 'x.csv: This is a Word, OpenDocument, Excel or zip file'],
    ['another delimiter', plain.replaceAll(',', '|'), 'x.csv, line 1: there is only one column, "item|A|B".'],
    ['a line above the columns', `# exported\n${plain}`, 'x.csv, line 1: there is only one column, "# exported".'],
    [
      'a page',
      `<!doctype html>${'<p>'.repeat(99)}`,
      `there is only one column, "<!doctype html>${'<p>'.repeat(8)}< ...".`,
    ],
    [
      'the line for Excel',
      `sep=;\n${plain.replaceAll(',', ';')}`,
      'x.csv, line 1: this line tells Excel the delimiter',
    ],
  ])('%s', async (_, file, message) => {
    const { code, out, err } = await ended(file)
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(/^attune: .*\n {8}\S.*\.\n$/)
    expect(err).toContain(message)
  })
})

describe('numbers that were taken as text', () => {
  const scores = (odd: string) => `item,A,B\n1,4,4\n2,3,${odd}\n3,1,2\n`

  it.each([
    ['a slip', scores('2o'), 'all values are numbers but "2o", so they are taken as text and the level is nominal.'],
    ['a mark of another program', scores('NaN'), 'all values are numbers but "NaN"'],
    ['two slips', scores('x').replace('3,1', '3,y'), 'all values are numbers but "x" and "y"'],
    ['decimal commas between commas', scores('"2,5"'), '"2,5" is text where commas separate the cells'],
  ])('are remarked upon: %s', async (_, file, remark) => {
    const { code, out, err } = await ended(file)
    expect([code, err]).toEqual([0, expect.stringContaining(`attune: ${remark}`)])
    expect(out).toContain("Cohen's kappa")
  })

  it('are not where they are codes, or somebody said so', async () => {
    const codes = 'item,A,B\n1,1,1\n2,2,U\n3,CC,2\n'
    for (const args of [
      ['--level', 'nominal'],
      ['--categories', '1,2,3,4,NaN'],
      ['--na', 'NaN'],
    ]) {
      expect(await ended(scores('NaN'), ...args)).toMatchObject({ code: 0, err: '' })
    }
    expect(await ended(codes)).toMatchObject({ code: 0, err: '' })
  })
})
