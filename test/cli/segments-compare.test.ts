import { compareDependent, eventTable, influence, joinTables, segmentationTable } from '@attune/agreement'
import { run } from '@attune/cli'
import { describe, expect, it } from 'vitest'
import { worldOf } from './world.ts'

const raters = ['anna', 'ben', 'master']
const texts = [
  [
    [2, 3, 6],
    [2, 2, 4, 3],
    [2, 3, 2, 4],
  ],
  [[7, 4], [11], [7, 4]],
  [
    [3, 3, 5],
    [3, 4, 4],
    [3, 3, 5],
  ],
  [
    [1, 10],
    [5, 6],
    [5, 6],
  ],
]
const names = ['t1', 't2', 't3', 't4']
const families = ['f1', 'f1', 'f2', 'f3']
const moments = [
  [
    [1, 'x'],
    [4, 'y'],
    [9, 'x'],
    [16, 'y'],
    [18, 'x'],
  ],
  [
    [1.5, 'x'],
    [5, 'y'],
    [12, 'x'],
    [16, 'x'],
  ],
] as const
const files = {
  'segments.csv': [
    'document,family,coder,length',
    ...texts.flatMap((text, at) =>
      text.flatMap((cut, rater) => cut.map((length) => [names[at], families[at], raters[rater], length].join())),
    ),
  ].join('\n'),
  'events.csv': [
    'session,coder,onset,code',
    ...moments.flatMap((own, at) => own.map(([time, code]) => ['s1', raters[at], time, code].join())),
  ].join('\n'),
}
const cut = joinTables(
  texts.map((masses) => segmentationTable({ raters, masses })),
  names,
)
const session = eventTable({ raters: raters.slice(0, 2), categories: ['x', 'y'], events: moments })

async function ended(line: string) {
  const { world, seen } = worldOf(files)
  return { code: await run(line.split(' '), world), ...seen }
}

async function json(line: string) {
  const { code, out, err } = await ended(`${line} --json`)
  expect([code, err]).toEqual([0, ''])
  expect(out).not.toMatch(/NaN|Infinity/)
  return JSON.parse(out)
}

async function refusal(line: string): Promise<string> {
  const { code, out, err } = await ended(line)
  expect([code, out]).toEqual([2, ''])
  expect(err).toMatch(/^attune: .*\n {8}\S.*\n$/)
  return err
}

describe('attune compare on what raters marked', () => {
  const line = 'compare segments.csv --layout segments --reference master --measure boundary-similarity'

  it.each([
    ['', 4, {}],
    [' --cluster family', 3, { clusters: families }],
    [' --confidence 0.9', 4, { confidence: 0.9 }],
  ])('compares two coders with the criterion, as the library does%s', async (more, units, plan) => {
    const { comparisons } = await json(line + more)
    const expected = compareDependent(
      cut,
      { measure: 'boundary-similarity', raters: ['master', 'anna'] },
      { measure: 'boundary-similarity', raters: ['master', 'ben'] },
      plan,
    )
    expect(comparisons).toHaveLength(1)
    const [{ difference, se, ci, test, over, first }] = comparisons
    expect({ difference, se, ci, test }).toEqual({
      difference: expected.estimate,
      se: expected.se,
      ci: expected.interval,
      test: expected.test,
    })
    expect([comparisons[0].units, over, first.raters]).toEqual([
      units,
      { column: 'document', count: 4 },
      ['master', 'anna'],
    ])
  })

  it('compares two coefficients of a single session by its blocks', async () => {
    const words = 'compare events.csv --layout events --tolerance 1 --measure event-match,event-kappa --block 5'
    const options = { tolerance: 1 }
    const expected = compareDependent(
      session,
      { measure: 'event-match', options },
      { measure: 'event-kappa', options },
      { block: 5 },
    )
    const [found] = (await json(words)).comparisons
    expect([found.difference, found.se, found.units]).toEqual([expected.estimate, expected.se, expected.units])
    expect((await ended(words)).out).toContain(
      'on the same documents; its error from the influence of each block on both',
    )
  })

  it('is of all documents in the table, and of clusters where there are some', async () => {
    expect((await ended(`${line} --cluster family`)).out).toMatch(
      /: 4 documents, raters anna, ben, master\n[\s\S]*influence of each cluster on both/,
    )
    expect((await ended(`${line} --by family`)).code).toBe(2)
  })

  it.each([
    ['compare events.csv --layout events --tolerance 1 --measure event-match,event-kappa', 'session s1: one document'],
    [`${line} --block 4`, '--block has no meaning for --layout segments.'],
    [
      'compare events.csv --layout events --tolerance 1 --measure event-match,gamma',
      'are computed from events and units',
    ],
    ['compare events.csv --layout events --measure event-match,event-kappa --block 5', 'event-match needs --tolerance'],
    [
      'compare events.csv --layout events --tolerance 1 --step 1 --measure event-match,event-kappa',
      '--step means nothing',
    ],
    ['compare segments.csv --layout segments --measure pk', 'pk of whom with whom?'],
    ['compare segments.csv --layout segments --measure pk,window-diff', 'pk takes two raters; there are 3.'],
    ['compare segments.csv --layout segments --measure gamma --reference master', 'gamma is not computed from'],
  ])('refuses %s', async (words, message) => {
    expect(await refusal(words)).toContain(message)
  })
})

describe('attune influence on what raters marked', () => {
  const line = 'influence segments.csv --layout segments --raters anna,ben'
  const pair = joinTables(
    texts.map((masses) => segmentationTable({ raters: ['anna', 'ben'], masses: masses.slice(0, 2) })),
    names,
  )

  it.each([
    ['', 'document', {}],
    [' --cluster family', 'cluster', { clusters: families }],
  ])('says which documents cost agreement, as the library does%s', async (more, unit, plan) => {
    const { results } = await json(line + more)
    const expected = influence('boundary-similarity', pair, {}, plan)
    expect(results).toHaveLength(1)
    expect(results[0][`without_${unit}`]).toEqual(expected.items)
    expect(results[0].whole.estimate).toBe(expected.whole.estimate)
    expect(results[0].over).toEqual({ column: 'document', count: 4 })
  })

  it.each(['pk', 'window-diff'])(
    'puts first the document that makes %s larger: it is 0 where all agree',
    async (measure) => {
      const { results } = await json(`${line} --measure ${measure} --window 2`)
      const expected = influence(measure, pair, { window: 2 })
      expect(results[0]).toMatchObject({ better: 'lower', without_document: expected.items })
      expect(expected.items[0]?.change).toBeLessThan(0)
      expect((await ended(`${line} --measure ${measure} --window 2`)).out).toContain(
        'below 0 means that it costs agreement',
      )
    },
  )

  it('says which block of a single session does, by the coefficient beyond chance', async () => {
    const words = 'influence events.csv --layout events --tolerance 1 --block 5'
    const expected = influence('event-kappa', session, { tolerance: 1 }, { block: 5 })
    const { results } = await json(words)
    expect(results[0].without_block).toEqual(expected.items)
    expect((await ended(words)).out).toMatch(/: 1 document, .*\n\nsession s1, anna - ben, Event kappa, tolerance 1 /)
  })

  it('names documents and raters in the table and in CSV', async () => {
    expect((await ended(line)).out).toMatch(
      /\n\ndocument all 4, anna - ben, Boundary similarity B \.\d\d, n \d+\n[\s\S]*\ndocument {2}t4 /,
    )
    expect((await ended(`${line} --csv`)).out).toMatch(
      /^measure,raters,.*\r?\nboundary-similarity,"anna; ben",.*,document,t4,/,
    )
  })

  it.each([
    [
      'influence events.csv --layout events --tolerance 1',
      'session s1: of one document and two raters nothing can be left out.',
    ],
    ['influence events.csv --layout events --tolerance 1 --cluster session', '--cluster needs several documents'],
    ['influence segments.csv --layout segments', 'boundary-similarity takes two raters; there are 3.'],
  ])('refuses %s', async (words, message) => {
    expect(await refusal(words)).toContain(message)
  })
})
