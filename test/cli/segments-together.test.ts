import {
  type AnyOptions,
  bootstrap,
  estimate,
  eventTable,
  jackknife,
  joinTables,
  type Result,
  type SegmentTable,
  segmentationTable,
  unitTableFromSpans,
} from '@attune/agreement'
import { run } from '@attune/cli'
import { describe, expect, it } from 'vitest'
import { worldOf } from './world.ts'

function estimated(result: Result) {
  if (result.estimate === null) throw new Error(result.undefined.message)
  return result
}

const raters = ['anna', 'ben']
const categories = ['x', 'y']
type Span = readonly [number, number, string]
const films: Readonly<Record<string, readonly (readonly Span[])[]>> = {
  one: [
    [
      [2, 10, 'x'],
      [15, 25, 'y'],
      [40, 50, 'x'],
    ],
    [
      [3, 10, 'x'],
      [14, 26, 'y'],
      [41, 47, 'y'],
    ],
  ],
  two: [
    [
      [5, 12, 'x'],
      [30, 38, 'y'],
    ],
    [[5, 13, 'x']],
  ],
  three: [
    [
      [5, 12, 'x'],
      [30, 38, 'y'],
    ],
    [
      [6, 13, 'x'],
      [31, 38, 'y'],
    ],
  ],
  four: [
    [[20, 30, 'y']],
    [
      [22, 33, 'y'],
      [40, 44, 'x'],
    ],
  ],
}
const names = Object.keys(films)
const families = ['f1', 'f1', 'f2', 'f3']
const rows = (row: (name: string, rater: string, span: Span) => string) =>
  names.flatMap((name) =>
    raters.flatMap((rater, at) => (films[name]?.[at] ?? []).map((span) => row(name, rater, span))),
  )
const familyOf = (name: string) => families[names.indexOf(name)]
const masses = [
  [
    [2, 3, 6],
    [2, 2, 4, 3],
  ],
  [[7, 4], [11]],
  [
    [3, 3, 5],
    [3, 4, 4],
  ],
]
const files = {
  'units.csv': [
    'film,family,coder,start,end,category',
    ...rows((film, coder, span) => [film, familyOf(film), coder, ...span].join()),
  ].join('\n'),
  'events.csv': [
    'session,coder,onset,code',
    ...rows((film, coder, [start, , code]) => [film, coder, start, code].join()),
  ].join('\n'),
  'segments.csv': [
    'document,coder,length',
    ...masses.flatMap((text, at) =>
      text.flatMap((cut, rater) => cut.map((length) => [at, raters[rater], length].join())),
    ),
  ].join('\n'),
}
const film = (name: string) =>
  unitTableFromSpans({ raters, categories, begin: 0, length: 60, spans: films[name] ?? [] })
const units = joinTables(names.map(film), names)
const events = joinTables(
  names.map((name) =>
    eventTable({
      raters,
      categories,
      events: (films[name] ?? []).map((spans) => spans.map(([start, , code]) => [start, code] as const)),
    }),
  ),
)
const texts = joinTables(masses.map((cut) => segmentationTable({ raters, masses: cut })))

async function resultsOf(line: string, more: Readonly<Record<string, string>> = {}) {
  const { world, seen } = worldOf({ ...files, ...more })
  expect([await run(['agreement', ...line.split(' '), '--json'], world), seen.err]).toEqual([0, ''])
  expect(seen.out).not.toMatch(/NaN|Infinity/)
  return JSON.parse(seen.out).results
}

async function refusal(line: string, more: Readonly<Record<string, string>> = {}): Promise<string> {
  const { world, seen } = worldOf({ ...files, ...more })
  expect([await run(line.split(' '), world), seen.out]).toEqual([2, ''])
  expect(seen.err).toMatch(/^attune: .*\n {8}\S.*\n$/)
  return seen.err
}

/** Every coefficient, with the table that the library takes for it. */
const CASES: readonly (readonly [id: string, line: string, table: SegmentTable, options: AnyOptions])[] = [
  ...['u-alpha-1995', 'u-alpha-2016', 'duration-kappa', 'span-f1'].map(
    (id) => [id, 'units.csv --item film --layout units --length 60', units, {}] as const,
  ),
  ...['gamma', 'gamma-cat'].map(
    (id) =>
      [
        id,
        'units.csv --item film --layout units --samples 5 --seed 7',
        joinTables(names.map((name) => ({ ...film(name), extent: null }))),
        { samples: 5, seed: 7 },
      ] as const,
  ),
  ['time-unit-kappa', 'units.csv --item film --layout units --length 60 --step 2', units, { step: 2 }],
  ...['event-match', 'event-kappa'].map(
    (id) => [id, 'events.csv --layout events --tolerance 2', events, { tolerance: 2 }] as const,
  ),
  ...['boundary-similarity', 'segmentation-similarity', 'pk', 'window-diff'].map(
    (id) => [id, 'segments.csv --layout segments', texts, {}] as const,
  ),
]

describe('several documents as one', () => {
  it.each(CASES)('have the %s of the library, with its jackknife', async (id, line, table, options) => {
    const results = await resultsOf(`${line} --measure ${id} --ci jackknife`)
    const whole = results.at(-1)
    const expected = estimated(jackknife(id, table, options))
    expect([whole.estimate, whole.n, whole.se]).toEqual([
      estimate(id, table, options).estimate,
      expected.n,
      expected.se,
    ])
    expect([whole.ci.lower, whole.ci.upper]).toEqual([expected.interval?.lower, expected.interval?.upper])
    expect(whole.ci.method).toMatch(/^jackknife, t, by [34] documents$/)
    expect(results.slice(0, -1).map(({ ci }: { ci: unknown }) => ci)).toEqual(results.slice(1).map(() => null))
  })

  it.each(['bca', 'percentile'] as const)('have the %s bootstrap of the library', async (method) => {
    const line = 'units.csv --item film --layout units --length 60 --measure u-alpha-2016 --ci bootstrap'
    const whole = (await resultsOf(`${line} --bootstrap ${method} --resamples 200 --seed 7`)).at(-1)
    const expected = estimated(bootstrap('u-alpha-2016', units, {}, { resamples: 200, seed: 7, method }))
    expect(whole.ci).toEqual({ ...expected.interval, method: `${expected.interval?.method}, by 4 documents` })
  })

  it('are drawn by their clusters', async () => {
    const line =
      'units.csv --item film --layout units --length 60 --measure duration-kappa --ci jackknife --cluster family'
    const whole = (await resultsOf(line)).at(-1)
    const expected = estimated(jackknife('duration-kappa', units, {}, { clusters: families }))
    expect(whole.ci).toEqual({ ...expected.interval, method: 'jackknife, t, by 3 clusters' })
  })

  it('stay apart where the documents are what is repeated', async () => {
    const line = 'units.csv --layout units --item film --by film --length 60 --measure duration-kappa'
    expect((await resultsOf(line)).map(({ by }: { by: unknown }) => by)).toEqual(names.map((name) => ({ film: name })))
  })

  it('are taken together within each group', async () => {
    const line = 'units.csv --layout units --item film --by family --length 60 --measure duration-kappa --ci jackknife'
    const [, , , , ...wholes] = await resultsOf(line)
    expect(wholes).toHaveLength(1)
    expect(wholes[0]).toMatchObject({ by: { family: 'f1' }, over: { column: 'film', count: 2 } })
    expect(wholes[0].ci.method).toBe('jackknife, t, by 2 documents')
    expect(wholes[0].estimate).toBe(estimate('duration-kappa', joinTables([film('one'), film('two')])).estimate)
  })

  it('are those that a pair both worked on', async () => {
    const text = `document,coder,start,end,category\n${['anna ben', 'anna cem', 'anna ben cem']
      .flatMap((who, at) => who.split(' ').map((coder, late) => `${at},${coder},${late},5,x`))
      .join('\n')}`
    const line = 'mixed.csv --layout units --pairs --measure span-f1'
    const wholes = (await resultsOf(line, { 'mixed.csv': text })).filter(({ over }: { over?: unknown }) => over)
    expect(wholes.map((one: { raters: string[]; over: { count: number } }) => [...one.raters, one.over.count])).toEqual(
      [
        ['anna', 'ben', 2],
        ['anna', 'cem', 2],
      ],
    )
  })

  it('are named in the table, and counted in CSV', async () => {
    const { world, seen } = worldOf(files)
    await run(
      'agreement units.csv --item film --layout units --length 60 --measure duration-kappa --by family'.split(' '),
      world,
    )
    expect(seen.out).toMatch(/\nall 2 {2}f1 {6}anna - ben {2}Duration kappa/)
    const csv = worldOf(files)
    await run('agreement units.csv --item film --layout units --measure span-f1 --csv'.split(' '), csv.world)
    expect(csv.seen.out).toMatch(/^by_film,measure,.*,over\r?\none,.*,\r?\n(.*\r?\n)*,span-f1,.*,4\r?\n$/)
  })
})

describe('a single document', () => {
  const single = { 'single.csv': files['units.csv'].split('\n').slice(0, 7).join('\n') }
  const line = 'single.csv --item film --layout units --length 60 --measure duration-kappa --ci jackknife'

  it('has no interval, and says why', async () => {
    const [only] = await resultsOf(line, single)
    expect([only.ci, only.se, only.over]).toEqual([null, null, undefined])
    expect(only.warnings[0]).toMatchObject({ code: 'one-continuum', message: expect.stringContaining('--block') })
  })

  it('has the interval of its blocks', async () => {
    const [only] = await resultsOf(`${line} --block 10`, single)
    const expected = estimated(jackknife('duration-kappa', film('one'), {}, { block: 10 }))
    expect(only.ci).toEqual({ ...expected.interval, method: 'jackknife, t, by 6 blocks of 10' })
  })

  it('says so when a block is too long', async () => {
    const [only] = await resultsOf(`${line} --block 50`, single)
    expect([only.ci, only.warnings[0].message]).toEqual([null, expect.stringContaining('A block of 50 is as long')])
  })
})

describe('attune agreement refuses', () => {
  const line = 'agreement units.csv --layout units --item film --length 60 --measure duration-kappa'
  it.each([
    [`${line} --block 10`, '--block belongs to --ci bootstrap or jackknife.'],
    [`${line} --ci jackknife --block 0`, '--block cannot be "0".'],
    [`${line} --cluster family`, '--cluster belongs to --ci'],
    [`${line} --by film --ci jackknife --cluster family`, '--cluster needs several documents'],
    [
      `${line} --ci jackknife --cluster category`,
      'line 3, column category: the document belongs to "y" here, and to "x"',
    ],
    [`${line} --ci jackknife --cluster none`, 'no column "none" for --cluster'],
    [
      'agreement segments.csv --layout segments --ci jackknife --block 4',
      '--block has no meaning for --layout segments.',
    ],
    ['agreement ratings.csv --ci jackknife --block 4', '--block has no meaning for --layout wide.'],
  ])('%s', async (words, message) => {
    expect(await refusal(words)).toContain(message)
  })

  it('a document without the cluster it belongs to', async () => {
    const text = files['units.csv'].replace('two,f1,anna', 'two,,anna')
    expect(await refusal(`${line} --ci jackknife --cluster family`, { 'units.csv': text })).toContain(
      'line 8, column family',
    )
  })
})

describe('attune report', () => {
  it('shows the intervals of several documents and how they were made', async () => {
    const { world, seen } = worldOf(files)
    const line = 'report units.csv --item film --layout units --length 60 --measure duration-kappa --ci jackknife'
    expect([await run(line.split(' '), world), seen.err]).toEqual([0, ''])
    const { interval } = estimated(jackknife('duration-kappa', units))
    expect(seen.out).toContain(`title="${interval?.lower} to ${interval?.upper}"`)
    expect(seen.out).toMatch(/<b>film all 4: anna – ben<\/b>Duration kappa = \.\d\d, 95 % CI/)
    expect(seen.out).toContain('over all documents as one')
    expect(seen.out).toContain('Intervals: jackknife, t, by 4 documents (Duration kappa).')
    expect(seen.out).not.toContain('There are no intervals')
  })
})
