import { run } from '@attune/cli'
import { describe, expect, it } from 'vitest'
import { exampleFiles } from './example-files.ts'
import { worldOf } from './world.ts'

/** What a refused command says. */
async function refusal(args: readonly string[], files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const { world, seen } = worldOf(files)
  const code = await run(['agreement', ...args], world)
  expect([code, seen.out]).toEqual([2, ''])
  expect(seen.err).toMatch(/^attune: .*\n {8}\S.*\n$/)
  return seen.err
}

describe('attune agreement refuses, with code 2, place and remedy,', () => {
  it.each([
    ['no file', [], 'Which file?'],
    ['two files', ['wide.csv', 'long.csv'], 'One file at a time, not also long.csv.'],
    [
      'an unknown option',
      ['wide.csv', '--levle', 'nominal'],
      'There is no option --levle.\n        Did you mean --level?',
    ],
    ['an option twice', ['wide.csv', '--k', '1', '--k', '2'], '--k stands twice.'],
    ['an option without value', ['wide.csv', '--by'], '--by needs a value.\n        Write --by COL[,COL].'],
    ['a switch with value', ['wide.csv', '--json=1'], '--json takes no value.'],
    ['an unknown level', ['wide.csv', '--level', 'high'], '--level cannot be "high".'],
    ['an unknown layout', ['wide.csv', '--layout', 'deep'], '--layout cannot be "deep".'],
    ['an unknown coefficient', ['wide.csv', '--measure', 'cohen-kapa'], 'Did you mean cohen-kappa?'],
    ['unknown weights', ['wide.csv', '--weights', 'heavy'], 'There are no weights "heavy".'],
    ['an impossible confidence', ['wide.csv', '--confidence', '95'], '--confidence cannot be "95".'],
    ['a k that is no number', ['scores.csv', '--k', 'one'], '--k cannot be "one".'],
    ['two formats', ['wide.csv', '--json', '--csv'], 'Choose one of --json, --csv.'],
    ['two kinds of comparison', ['wide.csv', '--pairs', '--reference', 'A'], 'exclude each other'],
    ['an option of another layout', ['wide.csv', '--value', 'A'], '--value has no meaning for --layout wide.'],
    ['by with a table', ['table.csv', '--layout', 'table', '--by', 'x'], '--by has no meaning for --layout table.'],
    [
      'a rater who rated nothing',
      ['long.csv', '--layout', 'long', '--item', 'case', '--by', 'variable,target', '--raters', 'anna,Z'],
      'long.csv: there is no rater "Z" for --raters.\n        Column rater has anna, master.',
    ],
    ['too few samples', ['wide.csv', '--ci', 'bootstrap', '--resamples', '5'], '--resamples cannot be "5".'],
    ['a seed that is no number', ['wide.csv', '--ci', 'bootstrap', '--seed', 'x'], '--seed cannot be "x".'],
    ['an unknown interval', ['wide.csv', '--ci', 'magic'], '--ci cannot be "magic".'],
    ['a seed without bootstrap', ['wide.csv', '--seed', '7'], '--seed belongs to --ci bootstrap or --prior.'],
    ['an unknown column', ['wide.csv', '--item', 'case'], 'wide.csv, line 1: there is no column "case" for --item.'],
    ['an unknown rater', ['wide.csv', '--raters', 'A,Z'], 'there is no column "Z" for --raters.'],
    ['an unknown reference', ['wide.csv', '--reference', 'Z'], 'the reference "Z" and another rater are needed'],
    ['an undeclared code', ['wide.csv', '--categories', 'F,Ds'], 'wide.csv, line 4, column C: "E" is not among F, Ds.'],
    [
      'text at a numeric level',
      ['wide.csv', '--level', 'interval'],
      'wide.csv, line 2, column A: "F" is not a number.',
    ],
    ['two raters for three', ['wide.csv', '--measure', 'cohen-kappa'], 'cohen-kappa takes two raters; there are 3.'],
    [
      'an option without effect',
      ['wide.csv', '--pairs', '--measure', 'cohen-kappa', '--k', '1'],
      '--k means nothing to cohen-kappa.',
    ],
    [
      'a missing rule without effect',
      ['wide.csv', '--pairs', '--measure', 'cohen-kappa', '--missing', 'available'],
      'cohen-kappa treats missing values',
    ],
    [
      'an unknown form',
      ['scores.csv', '--item', 'case', '--measure', 'icc', '--icc-form', 'ICC(9,9)'],
      'There is no form "ICC(9,9)"',
    ],
    ['ICC of words', ['wide.csv', '--measure', 'icc'], 'icc needs the level interval or ratio'],
    [
      'a matrix without a category',
      [
        'wide.csv',
        '--raters',
        'A,B',
        '--measure',
        'weighted-kappa',
        '--level',
        'ordinal',
        '--categories',
        'F,Ds,E,U',
        '--weights',
        'weights.csv',
      ],
      'weights.csv: there is no weight for F and U.',
    ],
  ])('%s', async (_, args, message) => {
    expect(await refusal(args, exampleFiles)).toContain(message)
  })

  it.each([
    ['empty input', '', [], 'standard input: There is no text in it.'],
    [
      'bytes that are not UTF-8',
      Buffer.from([65, 44, 66, 10, 0xfc]),
      [],
      'standard input, line 2: Bytes that are not UTF-8',
    ],
    ['a zip file', Buffer.from([0x50, 0x4b, 3, 4]), [], 'This is a Word, OpenDocument, Excel or zip file'],
    ['a decimal comma between commas', 'A,B\n"1,5",2\n', ['--level', 'interval'], '"1,5" is not a number.'],
    [
      'a score that is too large',
      'A,B\n1,2\n3,-1e300\n',
      [],
      'standard input, line 3, column B: "-1e300" is too large for a score; at most 1e+30 is possible.\n' +
        '        Correct it, name it with --na, or choose --level nominal or ordinal.',
    ],
    [
      'a score that is no double',
      'A,B\n1,1e999\n',
      ['--level', 'ratio'],
      'standard input, line 2, column B: "1e999" is too large for a score',
    ],
    ['a short row', 'A,B\nF,F\nF\n', [], 'standard input, line 3: the row has 1 cells, the header 2.'],
    ['an open quotation mark', 'A,B\n"F,F\n', [], 'standard input, line 2: A quotation mark'],
    ['two columns of one name', 'A,A\nF,F\n', [], 'standard input, line 1: Column 2: there are two columns "A".'],
    ['a column __proto__', 'A,__proto__\nF,F\n', [], 'the name "__proto__" is reserved'],
    ['one rater', 'item,A\n1,F\n', [], 'There is nothing to compare: two raters are needed.'],
    [
      'too many items for the jackknife',
      `A,B\n${'F,F\nF,Ds\n'.repeat(10_001)}`,
      ['--ci', 'jackknife'],
      'The jackknife takes at most 20000 items; there are 20002.',
    ],
    [
      'more pairs than anybody can read',
      `item,rater,value\n${Array.from({ length: 500 }, (_, rater) => `1,r${rater},F\n`).join('')}`,
      ['--layout', 'long', '--pairs'],
      'That makes more than 100000 comparisons.',
    ],
    ['no rows', 'item,A,B\n', [], 'standard input, line 1: there are no rows below the names of the columns.'],
    [
      'a rating made twice',
      'item,rater,value\n1,A,F\n2,A,F\n1,A,F\n',
      ['--layout', 'long'],
      'line 4: a second rating of item 1 by A; the first is on line 2.',
    ],
    [
      'an item that stands twice',
      'item,A,B\n1,F,F\n1,F,F\n',
      [],
      'line 3: a second rating of item 1 by A; the first is on line 2.',
    ],
    [
      'a rating without rater',
      'item,rater,value\n1,,F\n',
      ['--layout', 'long'],
      'standard input, line 2, column rater: the cell is empty.',
    ],
    [
      'a table that is not square',
      ',F,Ds\nF,1,2\n',
      ['--layout', 'table', '--categories', 'F'],
      'is not a row, a column and a category',
    ],
    [
      'a count that is none',
      ',F,Ds\nF,1,-2\nDs,0,1\n',
      ['--layout', 'table'],
      'standard input, line 2, column Ds: "-2" is not a count.',
    ],
  ])('%s', async (_, input, args, message) => {
    expect(await refusal(['-', ...args], { '-': input })).toContain(message)
  })
})

describe('a wide file whose first column names the items', () => {
  const files = { 'cases.csv': 'case,A,B\nx-1,1,2\nx-2,3,3\nx-3,2,2\n', 'codes.csv': 'A,B,C\nF,Ds,F\nDs,F,F\nE,E,E\n' }
  const codeOf = (args: readonly string[]) => run(['agreement', ...args], worldOf(files).world)

  it('is refused before the names pass for a rater', async () => {
    const said = await refusal(['cases.csv'], files)
    expect(said).toContain('column case: every row has a text of its own')
    expect(said).toContain('Add --item case')
  })

  it.each([[['--item', 'case']], [['--raters', 'A,B']], [['--raters', 'case,A,B']]])(
    'is read with %j',
    async (args) => {
      expect(await codeOf(['cases.csv', ...args])).toBe(0)
    },
  )

  it('is not suspected where the first column is one of ratings', async () => {
    expect(await codeOf(['codes.csv'])).toBe(0)
  })
})
