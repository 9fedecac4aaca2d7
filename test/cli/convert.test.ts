import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from '@attune/cli'
import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it, vi } from 'vitest'
import { attune, folderWith, PATIENCE } from './attune.ts'
import { exampleFiles } from './example-files.ts'
import { worldOf } from './world.ts'

vi.setConfig({ testTimeout: PATIENCE })

async function convert(files: Readonly<Record<string, string | Uint8Array>>, ...args: readonly string[]) {
  const { world, seen } = worldOf(files)
  const code = await run(['convert', ...args], world)
  return { code, ...seen }
}

describe('attune convert', () => {
  it('writes RFC 4180 from other delimiters, line ends and encodings', async () => {
    const marked = (text: string) => new Uint8Array([0xef, 0xbb, 0xbf, ...new TextEncoder().encode(text)])
    const big = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()
    const text = 'case\tÄnne\tnote\n\nc1\t-3\tsays ""hi, you""\nc2\t😀\t"a\nb"\n'.replaceAll('\n', '\r\n')
    const plain = 'case,Änne,note\r\nc1,-3,"says """"hi, you"""""\r\nc2,😀,"a\r\nb"\r\n'
    for (const file of [text, marked(text), Buffer.from(`\uFEFF${text}`, 'utf16le'), big(text)]) {
      expect(await convert({ file }, 'file')).toMatchObject({ code: 0, out: plain, err: '' })
    }
  })

  it('makes decimal points of decimal commas, and leaves other cells as they are', async () => {
    const { out } = await convert({ file: 'a;b;c\n1,5;-0,25;1,5,2\n\'=x;  y ;"q"\n' }, 'file')
    expect(out).toBe('a,b,c\r\n1.5,-0.25,"1,5,2"\r\n\'=x,"  y ",q\r\n')
    expect((await convert({ file: 'a,b\n"1,5",x\n' }, 'file')).out).toBe('a,b\r\n"1,5",x\r\n')
  })

  it('believes what it is told about the delimiter', async () => {
    expect((await convert({ file: 'a;b,c;d\n1;2,3;4\n' }, 'file', '--delimiter', 'comma')).out).toBe(
      '"a;b","c;d"\r\n"1;2","3;4"\r\n',
    )
  })

  it('keeps every cell, whatever is in it', async () => {
    const cell = fc
      .array(fc.constantFrom('"', ',', ';', '\t', '\n', '\r\n', ' ', 'a', '1,5', 'é', '😀', "'", '='), { maxLength: 5 })
      .map((parts) => parts.join(''))
    const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(rows, async (cells) => {
        const file = Papa.unparse([['x', 'y', 'z'], ...cells], { quotes: true })
        const { code, out } = await convert({ file }, 'file', '--delimiter', 'comma')
        expect(code).toBe(0)
        expect(Papa.parse<string[]>(out, { delimiter: ',', newline: '\r\n' }).data.slice(1, -1)).toEqual(cells)
        expect((await convert({ out }, 'out')).out).toBe(out)
      }),
      { numRuns: 300 },
    )
  })

  it('reads files larger than its buffer the same in pieces, and refuses them on the right line', async () => {
    const row = (index: number) => `c${index};"é 😀 ${index}";"a\n""b"""\n`
    const many = Array.from({ length: 40_000 }, (_, index) => row(index)).join('')
    const file = `id;x;y\n${many}`
    const plain = file
      .replaceAll(/(?<!"a)\n/g, '\r\n')
      .replaceAll(';', ',')
      .replaceAll(/"(é[^"]*)"/g, '$1')
    const utf16 = Buffer.from(`\uFEFF${file}`, 'utf16le')
    // A difference would fill the screen.
    expect((await convert({ file }, 'file')).out === plain).toBe(true)
    expect((await convert({ utf16 }, 'utf16')).out === plain).toBe(true)
    const bytes = Buffer.from(`${file}z;\u00ff;1\n`, 'latin1')
    const broken = Buffer.concat([Buffer.from(file), bytes.subarray(bytes.length - 6)])
    expect(await convert({ broken }, 'broken')).toMatchObject({
      code: 2,
      err: expect.stringContaining('broken, line 80002: Bytes that are not UTF-8'),
    })
    const half = Buffer.from(`\uFEFF${file}z;\uD800;1\n`, 'utf16le')
    expect((await convert({ half }, 'half')).err).toContain('half, line 80002: Half of a surrogate pair')
  })

  it.each([
    ['a,b\n1,2\n3\n', 'x, line 3: the row has 1 cells, the header 2.'],
    ['a,a\n', 'x, line 1: Column 2: there are two columns "a".'],
    ['a,b\n1,"2\n', 'x, line 2: A quotation mark that is not closed'],
    ['', 'x: There is no text in it.'],
    [' \n\n', 'x: There is no text in it.'],
    ['a\0b\n', 'x, line 1: A NUL character'],
    [Buffer.from('a,b\n1,\xe4\n', 'latin1'), 'x, line 2: Bytes that are not UTF-8'],
    [Buffer.from('PK\x03\x04', 'latin1'), 'x: This is a Word, OpenDocument, Excel or zip file'],
    [Buffer.from([0xff, 0xfe, 0x41, 0x00, 0x42]), 'x: The file ends in the middle of a UTF-16 character.'],
    [Buffer.from([0x61]), null],
  ])('says of %j what "attune agreement" says', async (x, message) => {
    const { code, err } = await convert({ x }, 'x')
    if (message === null) return expect([code, err]).toEqual([0, ''])
    expect(code).toBe(2)
    expect(err).toContain(message)
    const { world, seen } = worldOf({ x })
    await run(['agreement', 'x'], world)
    expect(err).toBe(seen.err)
  })

  it.each([
    [['x', '--item', 'a'], '--item belongs to --to.'],
    [['x', '--force'], '--force belongs to --output.'],
    [['x', '-o', ''], '--output has no name.'],
    [[], 'Which file?'],
    [['x', 'y'], 'One file at a time'],
    [['x', '--to', 'long', '--item', 'nix'], 'there is no column "nix" for --item'],
    [['x', '--to', 'long', '--rater', 'a', '--item', 'a'], 'There would be two columns "a".'],
    [['x', '--to', 'wide'], 'there is no column "item" for --item'],
    [['x', '-o', 'x'], 'x: there is such a file already.'],
  ])('refuses %j', async (args, message) => {
    const { code, err, out } = await convert({ x: 'a,b\n1,2\n' }, ...args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(message)
  })
})

describe('attune convert --to', () => {
  const wide = 'case,wave,anna,ben\nc1,1,F,Ds\nc1,2,,F\nc2,1,"E, x",F\n'
  const long =
    'case,wave,rater,value\r\nc1,1,anna,F\r\nc1,1,ben,Ds\r\nc1,2,anna,\r\nc1,2,ben,F\r\nc2,1,anna,"E, x"\r\nc2,1,ben,F\r\n'

  it('long gives each rating a row, and wide puts them back', async () => {
    const args = ['--item', 'case', '--by', 'wave']
    const there = await convert({ wide }, 'wide', '--to', 'long', ...args)
    expect(there).toMatchObject({ code: 0, out: long, err: '' })
    const back = await convert({ long }, 'long', '--to', 'wide', ...args)
    expect(back.out).toBe(wide.replaceAll('\n', '\r\n'))
  })

  it('takes the raters asked for, in their order, and lines for items without names', async () => {
    const { out } = await convert({ wide }, 'wide', '--to', 'long', '--raters', 'ben', '--value', 'code')
    expect(out).toBe('item,rater,code\r\n2,ben,Ds\r\n3,ben,F\r\n4,ben,F\r\n')
    const back = await convert(
      { long },
      'long',
      '--to',
      'wide',
      '--item',
      'case',
      '--by',
      'wave',
      '--raters',
      'ben,anna',
    )
    expect(back.out).toBe('case,wave,ben,anna\r\nc1,1,Ds,F\r\nc1,2,F,\r\nc2,1,F,"E, x"\r\n')
  })

  it.each([
    ['i,rater,value\n1,a,F\n1,a,F\n', 'x, line 3: a second rating of the same item by a; the first is on line 2.'],
    ['i,rater,value\n,a,F\n', 'x, line 2, column i: the cell is empty.'],
    ['i,rater,value\n1,i,F\n', 'a rater and a column are both called "i"'],
  ])('wide refuses %j', async (x, message) => {
    const { code, err } = await convert({ x }, 'x', '--to', 'wide', '--item', 'i')
    expect(code).toBe(2)
    expect(err).toContain(message)
  })

  it('changes no coefficient', async () => {
    const { 'scores.csv': scores, 'long.csv': ratings } = exampleFiles
    const results = async (files: Record<string, string>, ...args: string[]) => {
      const { world, seen } = worldOf(files)
      await run(['agreement', ...args, '--json'], world)
      return JSON.parse(seen.out).results
    }
    const { out: asLong } = await convert({ scores }, 'scores', '--item', 'case', '--to', 'long')
    const before = await results({ scores }, 'scores', '--item', 'case')
    expect(await results({ asLong }, 'asLong', '--layout', 'long', '--item', 'case')).toEqual(before)
    expect(before[0].estimate).toBeGreaterThan(0)
    const by = ['--item', 'case', '--by', 'variable,target']
    const { out: asWide } = await convert({ ratings }, 'ratings', '--to', 'wide', ...by)
    expect(await results({ asWide }, 'asWide', ...by)).toEqual(
      await results({ ratings }, 'ratings', '--layout', 'long', ...by),
    )
  })
})

describe('attune convert as a process', () => {
  it('writes a whole file or none, and replaces one only when told', async () => {
    const folder = await folderWith({ 'a.csv': 'x;y\n1;2\n', 'bad.csv': 'x;y\n1;2\n3\n' })
    expect(await attune(['convert', 'a.csv', '-o', 'b.csv'], { folder })).toMatchObject({ code: 0, out: '', err: '' })
    expect(readFileSync(join(folder, 'b.csv'), 'utf8')).toBe('x,y\r\n1,2\r\n')
    expect(await attune(['convert', 'a.csv', '-o', 'b.csv'], { folder })).toMatchObject({ code: 2 })
    expect(await attune(['convert', 'bad.csv', '-o', 'b.csv', '--force'], { folder })).toMatchObject({ code: 2 })
    expect(readFileSync(join(folder, 'b.csv'), 'utf8')).toBe('x,y\r\n1,2\r\n')
    expect(await attune(['convert', 'bad.csv', '-o', 'c.csv'], { folder })).toMatchObject({ code: 2 })
    expect(readdirSync(folder).toSorted()).toEqual(['a.csv', 'b.csv', 'bad.csv'])
    expect(await attune(['convert', '-'], { folder, input: 'x;y\n1;2\n' })).toMatchObject({ out: 'x,y\r\n1,2\r\n' })
  })

  it('stops on Ctrl-C with exit code 130 and leaves nothing behind', async () => {
    const folder = await folderWith({})
    const input = `a,b\n${'1234567,"7654321"\n'.repeat(100_000)}`
    const { code, signal, out, err } = await attune(['convert', '-', '-o', 'out.csv'], {
      folder,
      input,
      signal: 'SIGINT',
    })
    // On a busy machine the signal may come before there is anything to clean up.
    expect([130, 'SIGINT']).toContain(code ?? signal)
    expect([out, err]).toEqual(['', ''])
    expect(existsSync(join(folder, 'out.csv'))).toBe(false)
    expect(readdirSync(folder)).toEqual([])
  })

  it('ends quietly when the pipe is closed', async () => {
    const input = `a,b\n${'1,2\n'.repeat(300_000)}`
    const { code, err } = await attune(['convert', '-'], { input, closeOutput: true })
    expect([code, err]).toEqual([0, ''])
  })
})
