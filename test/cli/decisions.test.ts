import {
  benchmarkMembership,
  bootstrap,
  type CodeTable,
  compareDependent,
  influence,
  jackknife,
  kappaPosterior,
  landisKoch,
  type Result,
  ratingTable,
  selectItems,
  selectRaters,
  suitability,
} from '@attune/agreement'
import { run } from '@attune/cli'
import { describe, expect, it } from 'vitest'
import { worldOf } from './world.ts'

const raters = ['A', 'B', 'M']
const items = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7', 'c8', 'c9']
const dyads = ['d1', 'd1', 'd2', 'd2', 'd3', 'd3', 'd4', 'd4', 'd5']
const codes = ['F F F', 'F Ds F', 'Ds Ds E', 'E E E', 'Ds Ds Ds', 'F F F', 'F F Ds', 'E Ds E', 'F F F'].map((row) =>
  row.split(' '),
)
const files = {
  'codes.csv': ['case,dyad,A,B,M', ...codes.map((row, index) => [items[index], dyads[index], ...row].join(','))].join(
    '\n',
  ),
  'long.csv': [
    'case,dyad,rater,value',
    ...codes.flatMap((row, index) =>
      row.map((code, rater) => [items[index], dyads[index], raters[rater], code].join(',')),
    ),
  ].join('\n'),
  'scores.csv': 'case,A,B\n1,4,5\n2,2,2.5\n3,7,6\n4,3,3\n5,8,9\n6,1,2\n7,5,5\n8,6,4\n',
}
const found = ratingTable({ raters, items, level: 'nominal', categories: ['Ds', 'E', 'F'], rows: codes })
if (found.kind !== 'codes') throw new Error('Codes make a table of codes.')
const table: CodeTable = found
const pair = selectRaters(table, ['A', 'M'])

/** What a result has where it has a value. */
function partsOf(result: Result) {
  if (result.estimate === null) throw new Error(result.undefined.message)
  return { se: result.se, lower: result.interval?.lower, interval: result.interval }
}

async function json(line: string) {
  const { world, seen } = worldOf(files)
  expect([await run([...line.split(' '), '--json'], world), seen.err]).toEqual([0, ''])
  return JSON.parse(seen.out)
}

async function printed(line: string): Promise<string> {
  const { world, seen } = worldOf(files)
  expect([await run(line.split(' '), world), seen.err]).toEqual([0, ''])
  return seen.out
}

async function refusal(line: string): Promise<string> {
  const { world, seen } = worldOf(files)
  expect([await run(line.split(' '), world), seen.out]).toEqual([2, ''])
  expect(seen.err).toMatch(/^attune: .*\n {8}\S.*\n$/)
  return seen.err
}

const PAIR = 'agreement codes.csv --item case --raters A,M --measure cohen-kappa'

describe('attune agreement --cluster', () => {
  const plan = { resamples: 300, seed: 4, clusters: dyads }
  it.each(['bca', 'percentile'] as const)('draws whole clusters, %s', async (method) => {
    const { results } = await json(
      `${PAIR} --cluster dyad --ci bootstrap --bootstrap ${method} --resamples 300 --seed 4`,
    )
    const { se, lower } = partsOf(bootstrap('cohen-kappa', pair, {}, { ...plan, method }))
    expect([results[0].se, results[0].ci.lower]).toEqual([se, lower])
    expect(results[0].ci.method).toContain('by 5 clusters')
  })

  it('leaves out whole clusters in the jackknife, in any layout', async () => {
    const { lower } = partsOf(jackknife('fleiss-kappa', table, {}, { clusters: dyads }))
    const wide = await json('agreement codes.csv --item case --cluster dyad --ci jackknife --measure fleiss-kappa')
    const long = await json(
      'agreement long.csv --layout long --item case --cluster dyad --ci jackknife --measure fleiss-kappa',
    )
    for (const { results } of [wide, long]) expect(results[0].ci.lower).toBe(lower)
    expect(wide.input.raters).toEqual(raters)
  })

  it('goes with the items that a pair worked on, group by group', async () => {
    const rows = (wave: string) =>
      codes.flatMap((row, index) =>
        row.flatMap((code, rater) =>
          // Nobody gave B the last item of the second wave.
          wave === '2' && rater === 1 && index === 8
            ? []
            : [[items[index], dyads[index], wave, raters[rater], code].join(',')],
        ),
      )
    const text = ['case,dyad,wave,rater,value', ...rows('1'), ...rows('2')].join('\n')
    const { world, seen } = worldOf({ 'waves.csv': text })
    const line =
      'agreement waves.csv --layout long --item case --by wave --reference M --measure cohen-kappa --cluster dyad --ci jackknife --json'
    expect([await run(line.split(' '), world), seen.err]).toEqual([0, ''])
    const found = new Map<string, number>(
      JSON.parse(seen.out).results.map((one: { by: { wave: string }; raters: string[]; se: number }) => [
        `${one.by.wave} ${one.raters[0]}`,
        one.se,
      ]),
    )
    const whole = selectRaters(table, ['B', 'M'])
    const part = selectItems(whole, [0, 1, 2, 3, 4, 5, 6, 7])
    const se = (of: CodeTable, clusters: string[]) => partsOf(jackknife('cohen-kappa', of, {}, { clusters })).se
    expect(found.get('1 B')).toBe(se(whole, dyads))
    expect(found.get('2 B')).toBe(se(part, dyads.slice(0, 8)))
    expect(found.get('2 A')).toBe(se(pair, dyads))
  })

  it.each([
    [`${PAIR} --cluster family --ci jackknife`, 'there is no column "family" for --cluster'],
    [`${PAIR} --cluster dyad`, '--cluster belongs to --ci bootstrap or jackknife.'],
    [`${PAIR} --bootstrap bca`, '--bootstrap belongs to --ci bootstrap.'],
    [`${PAIR} --layout table --cluster dyad`, '--item has no meaning for --layout table.'],
  ])('refuses %s', async (line, message) => {
    expect(await refusal(line)).toContain(message)
  })

  it.each([
    ['item,d,A,B\n1,x,F,F\n2,,F,E\n', 'bad.csv, line 3, column d: the cell is empty.'],
    ['item,rater,value,d\n1,A,F,x\n1,B,F,y\n', 'bad.csv, line 3, column d: item 1 belongs to "y" here, and to "x" on'],
  ])('names the line of a cluster that cannot be: %j', async (text, message) => {
    const { world, seen } = worldOf({ 'bad.csv': text })
    const layout = text.includes('rater') ? 'long' : 'wide'
    const line = `agreement bad.csv --layout ${layout} --cluster d --ci jackknife`
    expect(await run(line.split(' '), world)).toBe(2)
    expect(seen.err).toContain(message)
  })
})

describe('attune agreement --benchmarks', () => {
  it('gives the words of the library, apart from the estimate', async () => {
    const { results } = await json(`${PAIR} --benchmarks landis-koch --certainty 0.5`)
    const { estimate, se, benchmarks } = results[0]
    const expected = benchmarkMembership({ estimate, se }, landisKoch, 0.5)
    expect(benchmarks).toMatchObject([{ author: 'Landis and Koch', certainty: 0.5, label: expected.label }])
    expect(expected.label).not.toBe(benchmarkMembership({ estimate, se }, landisKoch).label)
    expect(benchmarks[0].bands).toEqual(expected.bands)
    const text = await printed(`${PAIR} --benchmarks landis-koch,cicchetti`)
    expect(text).toContain('word of the estimate')
    expect(text).toContain('Cicchetti (1994)')
    expect(await printed(`${PAIR} --benchmarks altman --csv`)).toMatch(/,benchmarks\r?\n.*Altman: /)
  })

  it('says why a result has no word', async () => {
    const { results } = await json('agreement codes.csv --item case --raters A,M --benchmarks altman')
    expect(results[0]).toMatchObject({ measure: 'percent-agreement', benchmarks: [{ label: null }] })
    expect(results[0].benchmarks[0].why).toContain('beyond chance')
    const icc = await json('agreement scores.csv --item case --measure icc --benchmarks koo-li')
    expect(icc.results[0].benchmarks[0].why).toContain('--ci bootstrap')
  })

  it('leaves results as they are without it', async () => {
    expect((await json(PAIR)).results[0]).not.toHaveProperty('benchmarks')
    expect(await refusal(`${PAIR} --benchmarks landis`)).toContain('There is no rule "landis".')
    expect(await refusal(`${PAIR} --certainty 0.9`)).toContain('--certainty belongs to --benchmarks.')
  })
})

describe('attune agreement --prior', () => {
  it('adds the posterior of kappa', async () => {
    const { results } = await json(`${PAIR} --prior perks --threshold 0.4 --seed 3`)
    const expected = kappaPosterior(pair, {}, { threshold: 0.4, seed: 3 })
    expect(results[1]).toMatchObject({ measure: 'kappa-posterior', estimate: expected.estimate })
    expect([results[1].ci, results[1].details]).toEqual([partsOf(expected).interval, expected.details])
    expect(await printed(`${PAIR} --prior perks`)).toMatch(/Kappa exceeds \.60 with probability \.\d\d\./)
  })

  it('is for two raters', async () => {
    expect(await refusal('agreement codes.csv --item case --raters A,B,M --prior perks')).toContain('there are 3')
    expect(await refusal(`${PAIR} --threshold 0.4`)).toContain('--threshold belongs to --prior.')
  })
})

describe('attune compare', () => {
  it('compares two coders with the same master as the library does', async () => {
    const { comparisons } = await json(
      'compare codes.csv --item case --raters A,B,M --reference M --measure cohen-kappa --confidence 0.9',
    )
    const side = (rater: string) => ({ measure: 'cohen-kappa', raters: [rater, 'M'] })
    const expected = compareDependent(table, side('A'), side('B'), { confidence: 0.9 })
    expect(comparisons[0]).toMatchObject({ difference: expected.estimate, se: expected.se, test: expected.test })
    expect(comparisons[0].ci).toEqual(expected.interval)
  })

  it('compares two coefficients of the same raters, by cluster', async () => {
    const line = 'compare codes.csv --item case --cluster dyad --measure fleiss-kappa,gwet-ac1'
    const { comparisons } = await json(line)
    const expected = compareDependent(table, { measure: 'fleiss-kappa' }, { measure: 'gwet-ac1' }, { clusters: dyads })
    expect(comparisons[0]).toMatchObject({ difference: expected.estimate, se: expected.se, units: 5 })
  })

  it('keeps the sign of a difference in points: coder minus master', async () => {
    const rows = [
      [4, 5, 4],
      [2, 2.5, 3],
      [7, 6, 6.5],
      [3, 3, 2],
      [8, 9, 8],
    ]
    const text = ['item,A,B,M', ...rows.map((row, index) => [index, ...row].join(','))].join('\n')
    const { world, seen } = worldOf({ 's.csv': text })
    expect(await run('compare s.csv --reference M --measure bias --json'.split(' '), world)).toBe(0)
    const scored = ratingTable({ raters, level: 'interval', rows })
    if (scored.kind !== 'scores') throw new Error('Numbers make a table of scores.')
    const side = (rater: string) => ({ measure: 'bias', raters: [rater, 'M'] })
    expect(JSON.parse(seen.out).comparisons[0].difference).toBe(compareDependent(scored, side('A'), side('B')).estimate)
  })

  it('compares scores with categories by the table that both take', async () => {
    const { comparisons } = await json('compare scores.csv --item case --measure pearson,cohen-kappa')
    expect([comparisons[0].first.estimate, comparisons[0].second.estimate]).toEqual([
      (await json('agreement scores.csv --item case --measure pearson')).results[0].estimate,
      (await json('agreement scores.csv --item case --measure cohen-kappa')).results[0].estimate,
    ])
  })

  it('prints every format', async () => {
    const line = 'compare codes.csv --item case --raters A,B,M --reference M --measure cohen-kappa'
    expect(await printed(line)).toContain("Cohen's kappa of A - M")
    expect(await printed(`${line} --markdown`)).toContain('| first |')
    expect(await printed(`${line} --csv`)).toMatch(/^first_measure,first_raters,.*\r?\ncohen-kappa,/)
  })

  it.each([
    ['compare codes.csv --item case', 'Compare what with what?'],
    ['compare codes.csv --item case --measure cohen-kappa', 'cohen-kappa of whom with whom?'],
    ['compare codes.csv --item case --raters A,M --measure cohen-kappa --reference M', 'There is nothing to compare'],
    ['compare codes.csv --item case --measure cohen-kappa,gwet-ac1', 'cohen-kappa takes two raters'],
    ['compare codes.csv --item case --reference M --measure gwet-ac1 --k 1', '--k means nothing to gwet-ac1.'],
  ])('refuses %s', async (line, message) => {
    expect(await refusal(line)).toContain(message)
  })
})

describe('attune influence', () => {
  it('gives the library’s changes, with the names of the items', async () => {
    const { results } = await json('influence codes.csv --item case --raters A,B,M --measure fleiss-kappa')
    const expected = influence('fleiss-kappa', table)
    expect(results[0].without_item).toEqual(expected.items)
    expect(results[0].without_rater).toEqual(expected.raters)
    expect(items).toContain(results[0].without_item[0].name)
  })

  it('leaves out clusters, and shows as many as wanted', async () => {
    const { results } = await json('influence codes.csv --item case --cluster dyad --reference M --measure cohen-kappa')
    expect(results.map((one: { without_cluster: unknown[] }) => one.without_cluster.length)).toEqual([5, 5])
    const expected = influence('cohen-kappa', pair, {}, { clusters: dyads })
    expect(results[0].without_cluster).toEqual(expected.items)
    const text = await printed('influence codes.csv --item case --raters A,M --top 2')
    expect(text.match(/^item /gm)).toHaveLength(2)
    expect(text).toContain("Cohen's kappa")
    expect(await printed('influence codes.csv --item case --raters A,M --csv')).toMatch(/\r?\ncohen-kappa,"?A; M/)
  })

  it('says of an error that a fall is the cost, in every format', async () => {
    const line = 'influence scores.csv --item case --measure sem'
    const { results } = await json(line)
    expect(results[0].better).toBe('lower')
    expect(results[0].without_item[0].change).toBe(
      Math.min(...results[0].without_item.map(({ change }: { change: number }) => change)),
    )
    expect(await printed(line)).toContain(
      'below 0 means that it costs agreement (Standard error of measurement: the lower, the better).',
    )
    expect(await printed(`${line},icc`)).toContain(
      'above 0 means that it costs agreement, but below 0 does of Standard error of measurement: the lower, the better.',
    )
    expect(await printed(`${line} --csv`)).toMatch(
      /^measure,raters,whole,better,without,.*\r?\nsem,"A; B",[\d.]+,lower,item,/,
    )
    expect(await printed('influence scores.csv --item case --measure icc')).toContain(
      'with it; above 0 means that it costs agreement. For',
    )
  })

  it.each(['bias', 'bland-altman'])('refuses %s, of which neither way is more agreement', async (measure) => {
    expect(await refusal(`influence scores.csv --item case --measure ${measure}`)).toContain(
      `Neither a higher nor a lower value of ${measure} means more agreement`,
    )
  })

  it('needs items', async () => {
    const { world, seen } = worldOf({ 't.csv': 'x,F,E\nF,3,1\nE,0,4\n' })
    expect(await run('influence t.csv --layout table'.split(' '), world)).toBe(2)
    expect(seen.err).toContain('does not say which item is which')
  })
})

describe('attune choose', () => {
  it('agrees with the library about codes', async () => {
    const { results } = await json('choose codes.csv --item case --raters A,B,M')
    const expected = new Map(suitability(table).map(({ id, suits }) => [id, suits]))
    expect(results[0].choices.length).toBeGreaterThan(30)
    for (const { id, suits } of results[0].choices) expect([id, suits]).toEqual([id, expected.get(id)])
  })

  it('marks what is computed without being asked, and counts what does not suit', async () => {
    const text = await printed('choose codes.csv --item case --raters A,M')
    expect(text).toMatch(/^\* {2}cohen-kappa +yes/m)
    expect(text).toMatch(/\d+ coefficients left out that do not suit/)
    expect(text).toMatch(/weighted-kappa .*declare it with --categories/)
    expect(text).not.toMatch(/^ +icc /m)
  })

  it('takes plain numbers for scores, and says what would make categories of them', async () => {
    const text = await printed('choose scores.csv --item case --all')
    expect(text).toMatch(/^\* {2}icc +yes/m)
    expect(text).toMatch(/cohen-kappa +no .*--categories/)
    const three = worldOf({ 't.csv': 'item,A,B,C\n1,4,5,4\n2,2,2.5,3\n3,7,6,6\n' })
    expect(await run('choose t.csv --all'.split(' '), three.world)).toBe(0)
    expect(three.seen.out).toMatch(/pearson +no +It compares two raters; the table has 3\./)
    expect(await printed('choose scores.csv --item case --csv')).toMatch(/\r?\ncohen-kappa,.*,no,no,/)
  })
})
