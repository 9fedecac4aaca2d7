import { describe, expect, it } from 'vitest'
import { caseFromName, waitingFromFile, waitingFromPaste } from '../../../web/src/cases/importItems.ts'
import { parseSeconds, pasteInto, readEpisodes, readEvents, rowsOf } from '../../../web/src/cases/recordRows.ts'

describe('a time that was typed', () => {
  it.each([
    ['83.4', 83.4],
    ['83,4', 83.4],
    ['1:23.4', 83.4],
    ['1:02:03', 3723],
    ['-5', -5],
    ['−5', -5],
    ['0', 0],
  ])('%s is %s seconds', (text, seconds) => expect(parseSeconds(text)).toBe(seconds))

  it.each(['', 'x', '1:2x', '1::2', '1.2.3', '12:'])('"%s" is none', (text) => expect(parseSeconds(text)).toBeNull())
})

describe('the rows of a record', () => {
  it('come back as they were', () => {
    const events = [{ onset: 2.5, offset: 4, subject: 'infant', behaviour: 'look-away', note: 'to the door' }]
    const episodes = [{ episode: 'reunion', onset: 0, offset: 180 }]
    const rows = rowsOf({ kind: 'observation', id: 'x', version: 1, episodes, events })
    expect(readEvents(rows.events)).toEqual({ events, faults: [] })
    expect(readEpisodes(rows.episodes)).toEqual({ spans: episodes, faults: [] })
  })

  it('pass over rows with nothing in them, and take an empty offset as a point', () => {
    const read = readEvents([
      ['', ' ', '', '', ''],
      ['1:00', '', '', 'cry', ''],
    ])
    expect(read).toEqual({
      events: [{ onset: 60, offset: null, subject: null, behaviour: 'cry', note: '' }],
      faults: [],
    })
  })

  it('name the cell that is wrong', () => {
    expect(readEvents([['1:x', '', '', 'cry', '']]).faults).toEqual([
      { row: 0, column: 0, message: '“1:x” is not a time. Write seconds or minutes:seconds.' },
    ])
    expect(readEvents([['5', '4', '', 'cry', '']]).faults).toMatchObject([{ row: 0, column: 1 }])
    expect(readEvents([['5', '', 'infant', '', '']]).faults).toMatchObject([{ row: 0, column: 3 }])
    expect(readEpisodes([['', '0', '0']]).faults).toMatchObject([
      { row: 0, column: 0 },
      { row: 0, column: 2 },
    ])
  })

  it('take a paste from a spreadsheet from one cell on and grow as needed', () => {
    const rows = pasteInto([['a', 'b', 'c']], '1\t2\r\n3\t4\r\n', 0, 1, 3)
    expect(rows).toEqual([
      ['a', '1', '2'],
      ['', '3', '4'],
    ])
    expect(pasteInto([['a', 'b']], 'x\ty\tz', 0, 1, 2)).toEqual([['a', 'x']])
  })
})

describe('an item to import', () => {
  it.each([
    ['Interview 07 (final).txt', 'Interview-07-final'],
    ['../../etc/A-12.csv', 'etc-A-12'],
    ['Ümläut.txt', 'ml-ut'],
    [`${'x'.repeat(60)}.txt`, 'x'.repeat(40)],
  ])('proposes the case id of %s', (name, id) => expect(caseFromName(name)).toBe(id))

  it('sends the bytes of a file as they are', async () => {
    const bytes = new Uint8Array([0xff, 0xfe, 0x00, 0x41])
    const item = await waitingFromFile(new File([bytes], 'S-1.TSV'))
    expect(item).toMatchObject({ name: 'S-1.TSV', case: 'S-1', kind: 'observation', bytes: 4 })
    expect('base64' in item.source && atob(item.source.base64)).toBe(String.fromCharCode(...bytes))
  })

  it('takes a paste with tabs for a table and words for a transcript', () => {
    expect(waitingFromPaste('onset\tbehaviour\n1\tcry\n', 1).kind).toBe('observation')
    expect(waitingFromPaste('I: Hello\nS: Hello', 1)).toMatchObject({ kind: 'transcript', name: 'pasted text' })
  })
})
