import { episodeSpan, recordEvent } from '@attune/contract'
import { readObservationRecord } from '@attune/exchange'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'

// Ten thousand texts take longer than usual on a machine that is busy with other tests.
vi.setConfig({ testTimeout: 60_000 })

const header = 'episode,onset,offset,subject,behaviour,note'
const read = (...rows: string[]) => readObservationRecord([header, ...rows].join('\n'))
const faultsOf = (...rows: string[]) => read(...rows).faults.map(({ line, message }) => `${line}: ${message}`)

describe('readObservationRecord', () => {
  it('reads episodes and events and orders them by onset', () => {
    const result = read(
      '5,180,360,,Episode,',
      '5,201.5,,child,cry,"loud, long"',
      '4,0:00:00,3:00,,episode,',
      ',1:02:03.5,,,end,',
    )
    expect(result).toEqual({
      episodes: [
        { episode: '4', onset: 0, offset: 180 },
        { episode: '5', onset: 180, offset: 360 },
      ],
      events: [
        { onset: 201.5, offset: null, subject: 'child', behaviour: 'cry', note: 'loud, long' },
        { onset: 3723.5, offset: null, subject: null, behaviour: 'end', note: '' },
      ],
      faults: [],
      warnings: [],
    })
  })

  it.each([
    ['semicolons', 'onset;behaviour\n1.5;cry'],
    ['tabs', 'onset\tbehaviour\n1.5\tcry'],
    ['any order and American spelling', '\uFEFFBehavior,Onset\r\ncry,1.5\r\n'],
    ['quoted cells', '"behaviour","onset"\n"cry","1.5"'],
    ['an apostrophe that is only an apostrophe', "behaviour,onset\n'cry,1.5"],
  ])('reads %s', (_, text) => {
    const { events, faults } = readObservationRecord(text)
    expect(faults).toEqual([])
    expect(events).toMatchObject([{ onset: 1.5, behaviour: text.includes("'") ? "'cry" : 'cry' }])
  })

  it('takes the apostrophe of our own export away from cells that look like formulas', () => {
    expect(read(",1,,'-child,'=cry,'@note").events).toMatchObject([
      { subject: '-child', behaviour: '=cry', note: '@note' },
    ])
  })

  it('names the line of each fault, also behind quoted line breaks', () => {
    expect(faultsOf(',1,,,cry,"two\nlines"', ',x,,,cry,', ',5,3,,cry,', ',,,,cry,', ',1,,,,')).toEqual([
      '4: The onset "x" is not a time.',
      '5: The offset 3 lies before the onset 5.',
      '6: There is no onset.',
      '7: There is no behaviour.',
    ])
  })

  it.each([
    [',"1,5",,,cry,', 'The onset "1,5" is not a time.'],
    [',1:75,,,cry,', 'The onset "1:75" is not a time.'],
    [',1:60:00,,,cry,', 'The onset "1:60:00" is not a time.'],
    [',1e3,,,cry,', 'The onset "1e3" is not a time.'],
    [',90000,,,cry,', 'The onset lies beyond 24 hours.'],
    [`,1,,${'s'.repeat(81)},cry,`, 'The subject has 81 characters; at most 80.'],
    [',1,2,,episode,', 'This row marks an episode but does not name it.'],
    ['5,1,,,episode,', 'The episode has no end.'],
    [',1,,,cry,a,b', 'The row has 7 cells, the header only 6.'],
  ])('refuses %s', (row, message) => {
    expect(faultsOf(row)).toEqual([`2: ${message}`])
    expect(read(row).faults[0]?.remedy).not.toBe('')
  })

  it('refuses rows and episodes that stand twice, and says where the first is', () => {
    expect(faultsOf(',1,,a,cry,x', ',1.0,,a,cry,y')).toEqual(['3: The same as line 2.'])
    expect(faultsOf('5,0,9,,episode,', '5,9,18,,episode,')).toEqual(['3: Episode 5 is already marked on line 2.'])
    expect(faultsOf(',1,,a,cry,', ',1,,b,cry,', ',1,2,a,cry,')).toEqual([])
  })

  it.each([
    ['onset,behaviour,mood', 'The column "mood" is not known.'],
    ['onset,behaviour,__proto__', 'Column 3: the name "__proto__" is reserved.'],
    ['onset,behaviour,onset', 'Column 3: there are two columns "onset".'],
    ['onset,behavior,behaviour', 'Column 3: there are two columns "behaviour".'],
    ['onset,,behaviour', 'Column 2 has no name.'],
    ['behaviour,offset', 'The column "onset" is missing.'],
    [`onset${','.repeat(200)}`, 'The header has 201 columns; at most 200 are read.'],
  ])('refuses the header %s', (line, message) => {
    const result = readObservationRecord(`${line}\n1,cry,x`)
    expect(result.faults).toEqual([expect.objectContaining({ line: 1, message })])
    expect(result.events).toEqual([])
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  it('knows the episodes of a codebook when it is given them', () => {
    const text = `${header}\n9,0,5,,episode,`
    expect(readObservationRecord(text, { episodes: ['1', '2'] }).faults).toEqual([
      { line: 2, message: 'Episode "9" is not one of the codebook.', remedy: 'Known are 1, 2.' },
    ])
    expect(readObservationRecord(text, { episodes: ['9'] }).faults).toEqual([])
  })

  it('warns of unmarked and overlapping episodes and of events outside theirs', () => {
    const { faults, warnings } = read(
      '1,0,60,,episode,',
      '2,50,90,,episode,',
      '1,70,,,cry,',
      '3,80,,,cry,',
      '3,81,,,cry,',
      '2,49,,,cry,',
      '2,50,,,cry,',
      '2,90,,,cry,',
    )
    expect(faults).toEqual([])
    expect(warnings.map(({ line }) => line)).toEqual([3, 4, 5, 7])
  })

  it('refuses empty files, files without rows, and what is not text', () => {
    expect(readObservationRecord(' ').faults).toHaveLength(1)
    expect(faultsOf()).toEqual(['0: There are no rows below the header.'])
    expect(faultsOf(',1,,,cry,\0')).toEqual([expect.stringContaining('2: A NUL')])
    expect(faultsOf(',1,,,"cry,')).toEqual([expect.stringContaining('2: A quotation mark')])
  })

  it('stops at 50,000 rows and at 100 faults', () => {
    const many = Array.from({ length: 50_001 }, (_, index) => `,${index},,,cry,`)
    expect(faultsOf(...many)).toEqual(['50002: More than 50,000 rows.'])
    expect(read(...many.slice(1)).events).toHaveLength(50_000)
    expect(faultsOf(...Array.from({ length: 300 }, () => ',x,,,cry,'))).toHaveLength(101)
  })

  it('survives 10,000 mutated files: events fit the contract or a fault says why not', () => {
    const valid = read('1,0,60,,episode,', '1,5.5,7,child,cry,"a, ""b"""', ',0:01:10,,mother,hold,')
    expect(valid.faults).toEqual([])
    const seed = `${header}\r\n1,0,60,,episode,\r\n1,5.5,7,child,cry,"a, ""b"""\r\n,0:01:10,,mother,hold,\r\n`
    const junk = fc.constantFrom(
      '"',
      '""',
      ',',
      ';',
      '\t',
      '\n',
      '\r',
      '\0',
      '-',
      '9',
      ':',
      '__proto__',
      "'=",
      'episode',
      '\uD800',
      '😀',
      '\uFEFF',
    )
    const mutation = fc.tuple(
      fc.nat(seed.length),
      fc.nat(12),
      fc.oneof(junk, fc.string({ unit: 'binary', maxLength: 5 })),
    )
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (mutations) => {
        let text = seed
        for (const [at, length, put] of mutations) text = text.slice(0, at) + put + text.slice(at + length)
        const { episodes, events, faults } = readObservationRecord(text)
        for (const fault of faults)
          expect([fault.line >= 0, fault.message !== '', fault.remedy !== '']).toEqual([true, true, true])
        if (faults.length > 0) return
        for (const event of events) expect(recordEvent.safeParse(event).error).toBeUndefined()
        for (const episode of episodes) expect(episodeSpan.safeParse(episode).error).toBeUndefined()
      }),
      { numRuns: 10_000 },
    )
    expect(Object.keys(Object.prototype)).toEqual([])
  })
})
