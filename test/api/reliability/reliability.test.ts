import { blandAltman, estimate, measures, ratingTable } from '@attune/agreement'
import { run } from '@attune/cli'
import {
  type AgreementResult,
  assignCodings,
  exportConfusion,
  exportRatingsLong,
  exportRatingsWide,
  exportReport,
  exportResults,
  exportScript,
  importMaterials,
  listCases,
  markMaster,
  readCoderMatrix,
  readConfusion,
  readPair,
  readReliability,
  reopenCoding,
} from '@attune/contract'
import { beforeAll, expect, it } from 'vitest'
import { worldOf } from '../../cli/world.ts'
import { codeCase, put, save, score, submitNow } from '../support/coding.ts'
import { forEachEngine } from '../support/lab.ts'
import { openStudy, type TestStudy, transcriptText } from '../support/study.ts'

/** Coherence and pattern of six cases by master, coder and trainee. */
const master = [
  [5, ['F']],
  [3, ['Ds1']],
  [7.5, ['F']],
  [2, ['Ds2']],
  [4, ['U', 'F']],
  [6, ['F']],
] as const
const coder = [
  [5.5, ['F']],
  [3, ['Ds2']],
  [7, ['F']],
  [2.5, ['Ds2']],
  [3, ['U', 'Ds1']],
  [6, ['Ds1']],
] as const
const trainee = [
  [6, ['F']],
  [4.5, ['F']],
  [8.5, ['F']],
  [3, ['Ds2']],
] as const

type Coded = readonly (readonly [number, readonly string[]])[]

forEachEngine('the reliability of a study', (lab) => {
  let study: TestStudy
  const params = () => ({ study: study.id })
  const ask = (query: object = {}) =>
    study.pi.browser.call(readReliability, { params: params(), query: { codebookVersion: study.codebook, ...query } })
  const find = (results: readonly AgreementResult[], variable: string, label: string, name?: string) =>
    results.find(
      (one) =>
        one.variable === variable &&
        one.measureLabel === label &&
        (!name || one.raters.some((rater) => rater.name === name)),
    )

  beforeAll(async () => {
    const opened = await openStudy(lab())
    const items = ['C-3', 'C-4', 'C-5', 'C-6'].map((name) => ({
      name,
      case: name,
      kind: 'transcript' as const,
      source: { text: transcriptText },
    }))
    await opened.pi.browser.call(importMaterials, { params: { study: opened.id }, body: { dryRun: false, items } })
    const { cases } = await opened.pi.browser.call(listCases, { params: { study: opened.id }, query: {} })
    study = { ...opened, cases: cases.map((one) => one.id) }
    const people = [study.trainer.id, study.coder.id, study.trainee.id]
    const body = { cases: [...study.cases], people, codebookVersion: study.codebook }
    await study.pi.browser.call(assignCodings, { params: params(), body })
    const all = async (someone: TestStudy['coder'], coded: Coded) => {
      const ids: string[] = []
      for (const [index, [coherence, pattern]] of coded.entries()) {
        ids.push(await codeCase(study, someone, index, { coherence, pattern, mother: 5, father: 5 }))
      }
      return ids
    }
    for (const coding of await all(study.trainer, master)) {
      const rationale = 'Written for this test.'
      await study.trainer.browser.call(markMaster, { params: { study: study.id, coding }, body: { rationale } })
    }
    await all(study.coder, coder)
    await all(study.trainee, trainee)
  })

  it('compares each coder with the master: the library on the same ratings gives the same numbers', async () => {
    const { results, source, blind, raters } = await ask()
    expect([source, blind, raters.map((rater) => rater.isMaster)]).toEqual(['originals', true, [true, false, false]])
    const rows = coder.map(([value], index) => [value, master[index]?.[0] ?? null])
    const categories = Array.from({ length: 17 }, (_, index) => 1 + index / 2)
    const scores = ratingTable({ raters: ['c', 'm'], level: 'interval', categories, rows })
    const expected = estimate('icc', scores, { form: 'ICC(A,1)' })
    if (expected.estimate === null) throw new Error('These ratings determine an ICC.')
    const found = find(results, 'coherence', 'ICC(A,1)', study.coder.name)
    expect(found).toMatchObject({ n: 6, estimate: expected.estimate, interval: expected.interval })
    const patterns = master.map(([, [first]], index) => [first, coder[index]?.[1][0] ?? null])
    const table = ratingTable({
      raters: ['m', 'c'],
      level: 'nominal',
      categories: ['Ds', 'Ds1', 'Ds2', 'F', 'U'],
      rows: patterns,
    })
    expect(find(results, 'pattern', 'Cohen’s kappa', study.coder.name)?.estimate).toBe(
      estimate('cohen-kappa', table).estimate,
    )
  })

  it('counts only cases both have submitted, and a master coding is not its author’s own', async () => {
    const { results } = await ask()
    expect(find(results, 'coherence', 'ICC(A,1)', study.trainee.name)?.n).toBe(4)
    expect(results.some((one) => one.raters.some((rater) => rater.name === study.trainer.name))).toBe(false)
  })

  it('says why a coefficient is undefined instead of giving a number', async () => {
    const { results } = await ask({ variables: 'loving' })
    const constant = results.filter((one) => one.measure === 'icc')
    expect(constant.length).toBe(8)
    for (const result of constant) {
      expect(result.estimate).toBeNull()
      expect(result.undefined?.message).not.toBe('')
    }
  })

  it('follows the collapse', async () => {
    const { results, collapses } = await ask({ collapse: 'forced', variables: 'pattern' })
    expect(collapses.map(({ id }) => id)).toEqual(['as-coded', 'groups', 'forced'])
    const kappa = find(results, 'pattern', 'Cohen’s kappa', study.coder.name)
    expect(kappa).toMatchObject({ collapse: 'forced', n: 6, observed: expect.closeTo(4 / 6, 12) })
  })

  it('weighs slips inside a group less than slips between groups', async () => {
    const { results } = await ask({ variables: 'pattern' })
    const plain = find(results, 'pattern', 'Cohen’s kappa', study.coder.name)
    const tree = find(results, 'pattern', 'Weighted kappa (tree)', study.coder.name)
    expect(tree?.options.weights).toBe('codebook tree')
    expect(tree?.observed ?? 0).toBeGreaterThan(plain?.observed ?? 1)
  })

  it('compares pairs of coders and all of them together', async () => {
    const pairs = await ask({ comparison: 'pairs', variables: 'coherence' })
    expect(new Set(pairs.results.map((one) => one.raters.map((rater) => rater.name).join()))).toEqual(
      new Set([[study.coder.name, study.trainee.name].join()]),
    )
    const all = await ask({ comparison: 'all', variables: 'coherence' })
    expect(find(all.results, 'coherence', 'ICC(C,1)')?.n).toBe(4)
  })

  it('opens the cases behind each cell of a confusion matrix', async () => {
    const query = {
      codebookVersion: study.codebook,
      variable: 'pattern',
      collapse: 'groups',
      first: 'master',
      second: study.coder.id,
    }
    const confusion = await study.pi.browser.call(readConfusion, { params: params(), query })
    expect(confusion.outcomes.map(({ id }) => id)).toEqual(['Ds', 'F', 'U'])
    expect(confusion.counts).toEqual([
      [2, 0, 0],
      [1, 2, 0],
      [0, 0, 1],
    ])
    const slip = confusion.cells.find((cell) => cell.row === 1 && cell.column === 0)
    expect(slip?.cases.map((one) => one.caseId)).toEqual(['C-6'])
    const csv = await study.pi.browser.call(exportConfusion, { params: params(), query })
    expect(csv.split('\r\n').slice(1, 4)).toEqual(['Ds,2,0,0', 'F,1,2,0', 'U,0,0,1'])
  })

  it('shows two raters closely: the limits of agreement of the library, and the scores behind them', async () => {
    const query = { codebookVersion: study.codebook, variable: 'coherence', first: study.coder.id, second: 'master' }
    const { differences, company, script } = await study.pi.browser.call(readPair, { params: params(), query })
    const rows = coder.map(([value], index) => [value, master[index]?.[0] ?? null])
    const expected = blandAltman(ratingTable({ raters: ['c', 'm'], level: 'interval', rows }))
    if (expected.estimate === null) throw new Error('These ratings determine limits of agreement.')
    expect(differences).toMatchObject({ n: 6, estimate: expected.estimate, interval: expected.interval })
    expect(differences?.limits).toMatchObject({
      lower: expect.any(Number),
      coverage: 0.95,
      lowerInterval: (expected.details?.limits as { lowerInterval?: object } | undefined)?.lowerInterval,
    })
    expect(differences?.cases.map(({ first, second }) => [first, second])).toEqual(rows)
    expect(company).toBeNull()
    expect(script).toContain('psych::ICC')
  })

  it('shows kappa in its company, as the library computes each', async () => {
    const query = { codebookVersion: study.codebook, variable: 'pattern', collapse: 'groups' }
    const pair = { ...query, first: study.coder.id, second: 'master' }
    const { differences, company } = await study.pi.browser.call(readPair, { params: params(), query: pair })
    const group = ([first = '']: readonly string[]) => first.slice(0, first.startsWith('Ds') ? 2 : 1)
    const rows = coder.map(([, given], index) => [group(given), group(master[index]?.[1] ?? [])])
    const table = ratingTable({ raters: ['c', 'm'], level: 'nominal', categories: ['Ds', 'F', 'U'], rows })
    for (const id of ['percent-agreement', 'cohen-kappa', 'brennan-prediger', 'gwet-ac1', 'kappa-max'] as const) {
      const line = company?.lines.find(({ measure }) => measure === id)
      expect(line?.result?.estimate, id).toBe(estimate(id, table).estimate)
    }
    expect(company?.lines.find(({ measure }) => measure === 'bias-index')?.result).toBeNull()
    expect(company?.commonest).toEqual({ label: 'Dismissing', share: 5 / 12 })
    expect(differences).toBeNull()
  })

  it('says nothing about a rater and herself, and knows no stranger', async () => {
    const query = { codebookVersion: study.codebook, variable: 'pattern', first: 'master', second: 'master' }
    const { differences, company, script } = await study.pi.browser.call(readPair, { params: params(), query })
    expect([differences, company, script]).toEqual([null, null, null])
    const stranger = { ...query, second: study.pi.id }
    expect((await study.pi.browser.refused(readPair, { params: params(), query: stranger })).status).toBe(404)
  })

  it('compares everybody with everybody, the master first, each pair as the page does', async () => {
    const query = { codebookVersion: study.codebook, variable: 'coherence' }
    const { raters, pairs, measureLabel } = await study.pi.browser.call(readCoderMatrix, { params: params(), query })
    expect([raters.map(({ isMaster }) => isMaster), measureLabel]).toEqual([[true, false, false], 'ICC(A,1)'])
    expect(pairs).toHaveLength(3)
    const { results } = await ask({ variables: 'coherence' })
    const place = raters.findIndex(({ name }) => name === study.coder.name)
    const found = pairs.find(({ first, second }) => first === 0 && second === place)
    const expected = find(results, 'coherence', 'ICC(A,1)', study.coder.name)
    expect(found?.n).toBe(6)
    expect(found?.estimate).toBeCloseTo(expected?.estimate ?? Number.NaN, 12)
    const alone = { ...query, coders: study.coder.id }
    expect((await study.pi.browser.call(readCoderMatrix, { params: params(), query: alone })).pairs).toHaveLength(1)
  })

  it('writes the methods with sources, rules and methods of intervals', async () => {
    const { methods } = await ask()
    expect(methods).toContain(measures.icc.source)
    expect(methods).toMatch(/Missing values: .*Confidence intervals: .*Attune \d+\.\d+\.\d+/s)
  })

  it('makes the page that the command line makes of the exported ratings', async () => {
    const query = { codebookVersion: study.codebook, variables: 'coherence' }
    const page = await study.pi.browser.call(exportReport, { params: params(), query })
    expect(page).toMatch(/^<!doctype html>/)
    expect(page).not.toMatch(/<(script|link|img|iframe)\b|https?:/)
    const ratings = await study.pi.browser.call(exportRatingsLong, {
      params: params(),
      query: { codebookVersion: study.codebook },
    })
    const lines = ratings.split('\r\n')
    const column = lines[0]?.split(',').indexOf('variable') ?? -1
    const kept = lines.filter((line, index) => index === 0 || line.split(',')[column] === 'coherence')
    const { world, seen } = worldOf({ 'ratings.csv': `${kept.join('\r\n')}\r\n` })
    const words = ['report', 'ratings.csv', '--layout', 'long', '--item', 'case', '--level', 'interval']
    expect([await run([...words, '--reference', 'master'], world), seen.err]).toEqual([0, ''])
    const drawn = (html: string) => {
      const part = html.slice(html.indexOf('Everybody with everybody'), html.indexOf('<h2>Methods'))
      const blandAltman = part.slice(part.indexOf('Pair by pair'))
      return [...blandAltman.matchAll(/<data value="([^"]+)"|<circle cx="([^"]+)" cy="([^"]+)"/g)]
        .map(([text]) => text)
        .sort()
    }
    expect(drawn(seen.out).length).toBeGreaterThan(20)
    // The page of the study has kappa with quadratic weights too, and so also a confusion matrix.
    expect(drawn(page)).toEqual(expect.arrayContaining(drawn(seen.out)))
    const script = await study.pi.browser.call(exportScript, { params: params(), query })
    expect(script).toContain('data1 <- setNames')
    expect(page).toContain(encodeURIComponent('psych::ICC'))
  })

  it('gives the same files whenever the codings are the same, with every field', async () => {
    const query = { codebookVersion: study.codebook }
    const one = await study.pi.browser.call(exportResults, { params: params(), query })
    lab().ports.advance(60_000)
    const other = await study.pi.browser.call(exportResults, { params: params(), query })
    expect(other).toBe(one)
    const header = one.split('\r\n')[0]?.split(',') ?? []
    expect(header).toEqual(
      expect.arrayContaining([
        'n',
        'dropped',
        'missing_rule',
        'measure',
        'options',
        'ci_lower',
        'ci_method',
        'codebook_version',
        'blind',
        'source',
        'undefined_message',
      ]),
    )
    const long = await study.pi.browser.call(exportRatingsLong, { params: params(), query })
    expect(long.trim().split('\r\n')).toHaveLength(1 + (6 + 6 + 4) * 4)
    const wide = await study.pi.browser.call(exportRatingsWide, { params: params(), query })
    expect(wide.split('\r\n')[0]).toContain(['master', study.coder.login, study.trainee.login].join(','))
  })

  it('takes the latest submitted version of a reopened coding, and the old one until then', async () => {
    const { results: before } = await ask({ variables: 'coherence' })
    const { cells } = await study.pi.browser.call(readConfusion, {
      params: params(),
      query: { codebookVersion: study.codebook, variable: 'coherence', first: 'master', second: study.coder.id },
    })
    const coding = cells.flatMap((cell) => cell.cases).find((one) => one.caseId === 'C-5')?.secondCoding ?? ''
    const next = await study.trainer.browser.call(reopenCoding, {
      params: { study: study.id, coding },
      body: { reason: 'Typed the wrong scale point.' },
    })
    await save(study, study.coder, next.coding, put('coherence', score(4), 1))
    expect((await ask({ variables: 'coherence' })).results).toEqual(before)
    await submitNow(study, study.coder, next.coding)
    const after = await ask({ variables: 'coherence' })
    expect(find(after.results, 'coherence', 'Bias', study.coder.name)?.estimate).not.toBe(
      find(before, 'coherence', 'Bias', study.coder.name)?.estimate,
    )
  })

  it('is for supervisors only, files included', async () => {
    const query = { codebookVersion: study.codebook }
    for (const blind of [study.coder, study.trainee]) {
      for (const endpoint of [
        readReliability,
        exportResults,
        exportReport,
        exportScript,
        exportRatingsLong,
        exportRatingsWide,
      ]) {
        expect((await blind.browser.refused(endpoint, { params: params(), query })).status).toBe(404)
      }
    }
  })

  it('names a variable it does not have', async () => {
    const query = { codebookVersion: study.codebook, variables: 'nonsense' }
    const answer = await study.pi.browser.refused(readReliability, { params: params(), query })
    expect(answer.faults[0]?.path).toBe('query.variables')
  })
})
