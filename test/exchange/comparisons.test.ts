import { type ComparisonPlace, type ComparisonRow, comparisonsCsv, readComparisons } from '@attune/exchange'
import { describe, expect, it } from 'vitest'

const place = (order: number): ComparisonPlace => ({
  set: { id: 's1', name: '=Test' },
  trainee: 'tom',
  attempt: 2,
  order,
  case: `c${3 - order}`,
  tolerance: 1,
  overlap: 0.5,
  seconds: 2,
})
const rating = { label: 'Coherence', target: null, episode: null, collapse: null, coders: [] }
const score = { ...rating, kind: 'scale', variable: 'coherence', outcomes: [-1, 0, 1, 2] } as const
const pattern = { ...rating, kind: 'classification', label: 'Pattern', variable: 'pattern', target: 'mother' } as const
const unit = { kind: 'segment', code: 'loss', label: 'Loss', given: false } as const

const rows: ComparisonRow[] = [
  { place: place(1), item: { ...score, own: -1, masters: [0, 2], coders: [1, null] } },
  { place: place(2), item: { ...score, own: null, masters: ['(no value)'] } },
  { place: place(1), item: { ...pattern, collapse: 'as-coded', outcomes: ['=F', 'Ds3'], own: '=F', masters: ['Ds3'] } },
  {
    place: place(1),
    item: { ...pattern, collapse: 'two-way', outcomes: ['F', 'other'], own: 'F', masters: ['other'] },
  },
  { place: place(1), item: { ...unit, start: 4, end: 9, own: true, master: false } },
  { place: place(1), item: { ...unit, start: 6, end: 9, own: true, master: true } },
  { place: place(2), item: { ...unit, code: null, label: '', start: null, end: null, own: true, master: false } },
]

describe('the comparisons of attempts as a file', () => {
  it('come back as they were written', () => {
    const read = readComparisons(comparisonsCsv(rows))
    if (!read.ok) throw new Error(read.faults[0]?.message)
    const [attempt] = read.attempts
    expect(read.attempts).toHaveLength(1)
    expect(attempt).toMatchObject({ set: 's1', setName: '=Test', trainee: 'tom', attempt: 2, tolerance: 1, seconds: 2 })
    expect(attempt?.cases).toEqual(['c2', 'c1'])
    const [coherence, asCoded, twoWay] = attempt?.variables ?? []
    expect(coherence).toMatchObject({ id: 'coherence', level: 'interval', categories: [-1, 0, 1, 2], collapse: null })
    expect(coherence?.items).toEqual([
      { case: 'c2', own: -1, references: [0, 2], coders: [1, null] },
      { case: 'c1', own: null, references: ['(no value)'], coders: [] },
    ])
    expect(asCoded).toMatchObject({ collapse: 'as-coded', categories: ['=F', 'Ds3'], items: [{ own: '=F' }] })
    expect(twoWay).toMatchObject({ collapse: 'two-way', items: [{ own: 'F', references: ['other'] }] })
    expect(attempt?.units).toEqual([
      {
        case: 'c2',
        unit: 'segment',
        own: [
          { code: 'loss', start: 4, end: 9 },
          { code: 'loss', start: 6, end: 9 },
        ],
        reference: [{ code: 'loss', start: 6, end: 9 }],
        given: null,
      },
      { case: 'c1', unit: 'segment', own: [], reference: [], given: null },
    ])
    expect(attempt?.codes).toEqual([{ id: 'loss', label: 'Loss' }])
  })

  it('have their cases in order, however the rows lie', () => {
    const read = readComparisons(comparisonsCsv(rows.toReversed()))
    expect(read.ok && read.attempts[0]?.cases).toEqual(['c2', 'c1'])
  })

  it('hold nothing that a spreadsheet would run', () => {
    expect(comparisonsCsv(rows)).toContain(",'=F,")
  })

  it('keep borders that were given', () => {
    const given = { ...unit, code: null, label: '', own: false, master: false, given: true }
    const read = readComparisons(
      comparisonsCsv([
        { place: place(1), item: { ...given, start: null, end: null, own: true } },
        { place: place(1), item: { ...given, start: 4, end: 9 } },
        { place: place(2), item: { ...given, start: null, end: null } },
        { place: place(2), item: { ...given, start: 2, end: 3 } },
      ]),
    )
    const units = [
      { given: [{ start: 4, end: 9 }], own: [] },
      // This case was not handed in: that is not the same as nothing found.
      { given: [{ start: 2, end: 3 }], own: null },
    ]
    expect(read).toMatchObject({ ok: true, attempts: [{ units }] })
  })

  it('of several people are several attempts', () => {
    const other = rows.map(({ place: where, item }) => ({ place: { ...where, trainee: 'ann' }, item }))
    const read = readComparisons(comparisonsCsv([...rows, ...other]))
    expect(read.ok && read.attempts.map(({ trainee }) => trainee)).toEqual(['tom', 'ann'])
  })

  it('name the line and the column of what is wrong', () => {
    const head = 'trainee,attempt,order,case,kind,variable,own,master\r\n'
    const fault = (text: string) => {
      const read = readComparisons(text)
      return read.ok ? null : read.faults[0]
    }
    expect(fault('trainee,case\r\n')?.message).toContain('no column attempt')
    expect(fault(head)?.message).toBe('The file has no rows.')
    expect(fault(`${head}tom,1,1,c1,scale,x,high,5\r\n`)).toMatchObject({
      line: 2,
      message: expect.stringContaining('"high"'),
    })
    expect(fault(`${head}tom,1,1,c1,scale,x,4,5\r\ntom,1,1,c1,colour,x,4,5\r\n`)).toMatchObject({ line: 3 })
    expect(fault(`${head}tom,one,1,c1,scale,x,4,5\r\n`)?.message).toContain('attempt: "one"')
    expect(fault(`${head}tom,1,1,c1,scale,,4,5\r\n`)?.message).toContain('variable')
  })

  it('of a file without declared outcomes have those that occur', () => {
    const head = 'trainee;attempt;order;case;kind;variable;own;master\r\n'
    const read = readComparisons(`${head}tom;1;1;c1;classification;x;b;a\r\n`)
    expect(read).toMatchObject({ ok: true, attempts: [{ variables: [{ categories: ['a', 'b'] }] }] })
  })
})
