import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type AnyOptions,
  type AnyTable,
  estimate,
  eventTable,
  type Measure,
  measures,
  segmentationTable,
  unitTable,
} from '@attune/agreement'
import { run } from '@attune/cli'
import { describe, expect, it } from 'vitest'
import { root } from './attune.ts'
import { worldOf } from './world.ts'

const example = (name: string) => readFileSync(join(root, 'data/examples', name), 'utf8')
const files = Object.fromEntries(
  ['units.csv', 'events.csv', 'states.csv', 'segments.csv', 'boundaries.csv'].map((name) => [name, example(name)]),
)

/** The results of a command as JSON. */
async function resultsOf(args: readonly string[], more: Readonly<Record<string, string>> = {}) {
  const { world, seen } = worldOf({ ...files, ...more })
  expect([await run(['agreement', ...args, '--json'], world), seen.err]).toEqual([0, ''])
  expect(seen.out).not.toMatch(/NaN|Infinity/)
  return JSON.parse(seen.out).results
}

async function refusal(args: readonly string[], more: Readonly<Record<string, string>> = {}): Promise<string> {
  const { world, seen } = worldOf({ ...files, ...more })
  expect([await run(['agreement', ...args], world), seen.out]).toEqual([2, ''])
  expect(seen.err).toMatch(/^attune: .*\n {8}\S.*\n$/)
  return seen.err
}

const unit = (rater: string, start: number, end: number, category: string) => ({
  rater,
  start,
  length: end - start,
  category,
})
const raters = ['anna', 'ben']
const film = unitTable({
  raters,
  categories: ['approach', 'avoid'],
  begin: 0,
  length: 60,
  units: [
    unit('anna', 2, 10, 'approach'),
    unit('anna', 15, 25, 'avoid'),
    unit('anna', 40, 50, 'approach'),
    unit('ben', 3, 10, 'approach'),
    unit('ben', 14, 26, 'avoid'),
    unit('ben', 41, 47, 'avoid'),
  ],
})
const session = eventTable({
  raters,
  categories: ['look-away', 'smile'],
  events: [
    [
      [1, 'smile'],
      [2, 'smile'],
      [9.5, 'look-away'],
      [15, 'smile'],
    ],
    [
      [2, 'smile'],
      [2.9, 'smile'],
      [9, 'look-away'],
      [20, 'look-away'],
    ],
  ],
})
const text = segmentationTable({
  raters,
  masses: [
    [2, 3, 6],
    [2, 2, 4, 3],
  ],
})

/** How each kind of table is asked for, the table itself, and options with their flags. */
const KINDS: Readonly<Record<string, { args: string[]; table: AnyTable; options: AnyOptions }>> = {
  units: {
    args: ['units.csv', '--layout', 'units', '--length', '60'],
    table: film,
    options: { step: 2, tolerance: 1 },
  },
  events: { args: ['events.csv', '--layout', 'events'], table: session, options: { tolerance: 1 } },
  segmentation: { args: ['segments.csv', '--layout', 'segments'], table: text, options: {} },
}
const ofSegments = Object.values<Measure>(measures).filter(({ family }) => family === 'segments' || family === 'events')

describe('attune agreement on what raters marked', () => {
  it.each(ofSegments)('gives $id as the library does', async ({ id, tables, options: known }) => {
    const kind = KINDS[tables[0] ?? '']
    if (kind === undefined) throw new Error(`No example for ${id}.`)
    const options = Object.fromEntries(
      Object.entries(kind.options).filter(([name]) => known.some((option) => option === name)),
    )
    const flags = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)])
    const [first] = await resultsOf([...kind.args, '--measure', id, ...flags])
    const expected = estimate(id, kind.table, options)
    expect([first.estimate, first.n, first.raters]).toEqual([expected.estimate, expected.n, raters])
    expect(first.details).toEqual(expected.details)
    expect(typeof first.estimate).toBe('number')
  })

  it('computes each document by itself and names it, and then all of them', async () => {
    const results = await resultsOf(['units.csv', '--layout', 'units', '--length', '60', '--measure', 'span-f1'])
    expect(
      results.map((result: { by: unknown; over?: unknown; n: number }) => [result.by, result.over, result.n]),
    ).toEqual([
      [{ document: 'film-1' }, undefined, 6],
      [{ document: 'film-2' }, undefined, 3],
      [{}, { column: 'document', count: 2 }, 9],
    ])
  })

  it('reads boundaries as the segments between them', async () => {
    const args = ['--layout', 'boundaries', '--measure', 'boundary-similarity', '--length', '11']
    const [cut, uncut] = await resultsOf(['boundaries.csv', ...args])
    expect(cut.estimate).toBe(estimate('boundary-similarity', text).estimate)
    const halves = segmentationTable({ raters, masses: [[7, 4], [11]] })
    expect(uncut.estimate).toBe(estimate('boundary-similarity', halves).estimate)
  })

  it('takes the ends of events for units', async () => {
    const args = ['--layout', 'events', '--measure', 'duration-kappa', '--length', '40']
    const [found] = await resultsOf(['states.csv', ...args])
    const units = [
      unit('anna', 0, 12, 'play'),
      unit('anna', 12, 20, 'distress'),
      unit('anna', 24, 40, 'play'),
      unit('ben', 0, 14, 'play'),
      unit('ben', 14, 20, 'distress'),
      unit('ben', 22, 40, 'play'),
    ]
    const table = unitTable({ raters, categories: ['distress', 'play'], begin: 0, length: 40, units })
    expect(found.estimate).toBe(estimate('duration-kappa', table).estimate)
  })

  it('puts the reference first, where a coefficient has one', async () => {
    const args = ['segments.csv', '--layout', 'segments', '--measure', 'window-diff', '--window', '2']
    const [asked] = await resultsOf([...args, '--reference', 'ben'])
    const turned = segmentationTable({
      raters: ['ben', 'anna'],
      masses: [
        [2, 2, 4, 3],
        [2, 3, 6],
      ],
    })
    expect(asked.raters).toEqual(['ben', 'anna'])
    expect(asked.estimate).toBe(estimate('window-diff', turned, { window: 2 }).estimate)
  })

  it('counts a rater who marked nothing, if a row says so', async () => {
    const idle = 'coder,start,end,category\nanna,2,8,x\nben,,,\n'
    const [found] = await resultsOf(['idle.csv', '--layout', 'units', '--measure', 'span-f1'], { 'idle.csv': idle })
    expect([found.raters, found.estimate, found.n]).toEqual([raters, 0, 1])
    expect(await refusal(['gone.csv', '--layout', 'units'], { 'gone.csv': idle.replace('ben,,,\n', '') })).toContain(
      'two raters are needed',
    )
  })

  it('takes begin and length from columns, decimal commas and other names', async () => {
    const german = 'film;rater;von;bis;wert;dauer\nf;anna;2,5;8;x;20\nf;ben;2,5;9;x;20\n'
    const args = ['--item', 'film', '--start', 'von', '--end', 'bis', '--value', 'wert', '--length', 'dauer']
    const [found] = await resultsOf(['de.csv', '--layout', 'units', ...args, '--measure', 'duration-kappa'], {
      'de.csv': german,
    })
    const units = [unit('anna', 2.5, 8, 'x'), unit('ben', 2.5, 9, 'x')]
    const table = unitTable({ raters, categories: ['x'], begin: 0, length: 20, units })
    expect([found.by, found.estimate]).toEqual([{ film: 'f' }, estimate('duration-kappa', table).estimate])
  })

  it('gives gamma the same numbers for the same seed, and others for another', async () => {
    const args = ['units.csv', '--layout', 'units', '--measure', 'gamma', '--samples', '10']
    const [once] = await resultsOf([...args, '--seed', '7'])
    expect((await resultsOf([...args, '--seed', '7']))[0]).toEqual(once)
    expect((await resultsOf([...args, '--seed', '8']))[0].estimate).not.toBe(once.estimate)
    expect(once.options).toMatchObject({ seed: 7, samples: 10 })
  })

  it('prints documents and no missing values, and CSV with the document', async () => {
    const { world, seen } = worldOf(files)
    expect(await run('agreement units.csv --layout units --measure span-f1'.split(' '), world)).toBe(0)
    expect(seen.out).toMatch(/^attune \S+: 2 documents, raters anna, ben\n/)
    expect(seen.out).not.toContain('issing')
    const csv = worldOf(files)
    expect(await run('agreement units.csv --layout units --measure span-f1 --csv'.split(' '), csv.world)).toBe(0)
    expect(csv.seen.out).toMatch(/^by_document,measure,.*\r?\nfilm-1,span-f1,"anna; ben",nominal,/)
  })
})

describe('attune agreement refuses, with place and remedy,', () => {
  const bad = (text: string) => ({ 'bad.csv': text })
  it.each([
    ['an end before its start', 'units', 'coder,start,end,category\nanna,5,4,x\n', 'line 2, column end: the end 4'],
    [
      'a place that is no number',
      'units',
      'coder,start,end,category\nanna,a,4,x\n',
      'line 2, column start: "a" is not',
    ],
    ['a unit without category', 'units', 'coder,start,end,category\nanna,1,4,\n', 'line 2, column category: the cell'],
    ['a unit without end', 'units', 'coder,start,end,category\nanna,1,,x\n', 'line 2, column end: the cell is empty.'],
    ['a row without rater', 'units', 'coder,start,end,category\n,1,4,x\n', 'line 2, column coder: the cell is empty.'],
    ['no column of begins', 'units', 'coder,end,category\nanna,4,x\n', 'no column "start" or "onset"'],
    ['no column of codes', 'events', 'coder,onset\nanna,4\n', 'no column "category" or "code" or "value"'],
    ['lengths that differ', 'segments', 'coder,length\nanna,5\nben,4\n', 'line 3, column length: the segments of ben'],
    ['half a sentence', 'segments', 'coder,length\nanna,2.5\nben,4\n', 'line 2, column length: 2.5 is not a whole'],
    ['boundaries without a length', 'boundaries', 'coder,position\nanna,2\nben,4\n', 'need the length of the text'],
    ['a short row', 'units', 'coder,start,end,category\nanna,1,2\n', 'line 2: the row has 3 cells, the header 4.'],
    ['no rows', 'units', 'coder,start,end,category\n', 'There is nothing to compare: two raters are needed.'],
  ])('%s', async (_, layout, text, message) => {
    expect(await refusal(['bad.csv', '--layout', layout], bad(text))).toContain(message)
  })

  it.each([
    [
      'a boundary at the end',
      ['boundaries.csv', '--layout', 'boundaries', '--length', '8'],
      'line 6, column position: 8',
    ],
    ['a unit beyond the end', ['units.csv', '--layout', 'units', '--length', '40'], 'line 4: 40 to 50 is not within'],
    ['an undeclared category', ['units.csv', '--layout', 'units', '--categories', 'avoid'], 'line 2, column category'],
    ['no tolerance', ['events.csv', '--layout', 'events'], 'event-match needs --tolerance'],
    ['no step', ['units.csv', '--layout', 'units', '--measure', 'time-unit-kappa'], 'time-unit-kappa needs --step'],
    [
      'units of moments',
      ['events.csv', '--layout', 'events', '--measure', 'gamma'],
      'line 2, column offset: this is a',
    ],
    [
      'gaps without length',
      ['units.csv', '--layout', 'units', '--measure', 'duration-kappa'],
      'document film-1: duration',
    ],
    ['another kind', ['units.csv', '--layout', 'units', '--measure', 'cohen-kappa'], 'It takes --layout wide.'],
    ['ratings for units', ['units.csv', '--measure', 'gamma'], '--layout units'],
    [
      'weights',
      ['units.csv', '--layout', 'units', '--weights', 'linear'],
      '--weights has no meaning for --layout units',
    ],
    ['a seed without effect', ['segments.csv', '--layout', 'segments', '--seed', '1'], '--seed means nothing to'],
    ['places of ratings', ['units.csv', '--length', '4'], '--length has no meaning for --layout wide.'],
    ['a length that is none', ['units.csv', '--layout', 'units', '--length', '0'], '--length cannot be "0".'],
    ['a length in no column', ['units.csv', '--layout', 'units', '--length', 'l'], 'no column "l" for --length'],
  ])('%s', async (_, args, message) => {
    expect(await refusal(args)).toContain(message)
  })

  it('a length that differs within a document', async () => {
    const text = 'coder,start,end,category,total\nanna,1,2,x,10\nben,1,2,x,12\n'
    expect(await refusal(['bad.csv', '--layout', 'units', '--length', 'total'], bad(text))).toContain(
      'line 3: begin or length is 12 here and was 10',
    )
  })

  it('units in attune plan more', async () => {
    const { world, seen } = worldOf(files)
    const words = 'plan more units.csv --layout units --half-width 0.1'
    expect([await run(words.split(' '), world), seen.out]).toEqual([2, ''])
    expect(seen.err).toContain('--layout units holds no ratings')
  })
})

describe('attune choose on what raters marked', () => {
  type Choice = { id: string; suits: boolean; usual: boolean; answers: string; reasons: string[] }
  async function choicesOf(line: string): Promise<Choice[]> {
    const { world, seen } = worldOf(files)
    expect([await run(['choose', ...line.split(' '), '--json'], world), seen.err]).toEqual([0, ''])
    return JSON.parse(seen.out).results[0].choices
  }

  it.each([
    ['units.csv --layout units --length 60', '--tolerance 1 --step 1'],
    ['units.csv --layout units', ''],
    ['events.csv --layout events', '--tolerance 1'],
    ['states.csv --layout events --length 40', '--tolerance 1 --step 1'],
    ['segments.csv --layout segments', ''],
  ])('finds what can be computed, and refuses what cannot: %s', async (line, flags) => {
    const choices = await choicesOf(line)
    expect(choices.map(({ id }) => id).toSorted()).toEqual(ofSegments.map(({ id }) => id).toSorted())
    for (const { id, suits, answers } of choices) {
      const { options } = measures[id as keyof typeof measures] as Measure
      const own = [...flags.matchAll(/--(\w+) 1/g)].filter(([, name]) => options.some((option) => option === name))
      const words = `agreement ${line} --measure ${id} ${own.map(([flag]) => flag).join(' ')}`.trim().split(' ')
      const { world } = worldOf(files)
      expect([id, await run(words, world)]).toEqual([id, suits ? 0 : 2])
      expect(answers).not.toBe('')
    }
  })

  it('marks what attune agreement computes by itself', async () => {
    for (const [line, more] of [
      ['units.csv --layout units --length 60', ''],
      ['events.csv --layout events', ' --tolerance 1'],
    ]) {
      const usual = (await choicesOf(line ?? '')).filter((choice) => choice.usual).map(({ id }) => id)
      const results = await resultsOf(`${line}${more}`.split(' '))
      expect(usual.toSorted()).toEqual(
        [...new Set(results.map(({ measure }: { measure: string }) => measure))].toSorted(),
      )
    }
  })

  it('says what stands against a coefficient, and what has to be said', async () => {
    const reasons = Object.fromEntries(
      (await choicesOf('events.csv --layout events')).map(({ id, reasons: own }) => [id, own.join(' ')]),
    )
    expect(reasons).toMatchObject({
      gamma: 'It needs the end of each event; some are moments.',
      'event-kappa': 'It needs --tolerance, which has no default.',
      pk: 'It takes --layout segments.',
    })
    const { world, seen } = worldOf(files)
    expect(await run('choose units.csv --layout units'.split(' '), world)).toBe(0)
    expect(seen.out).toMatch(/: 2 documents\n\n2 documents, 2 raters \(anna, ben\), units\.\n/)
  })
})
