import { existsSync, readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { measures } from '@attune/agreement'
import { run } from '@attune/cli'
import { describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { attune, folderWith, PATIENCE } from './attune.ts'
import { exampleFiles } from './example-files.ts'
import { worldOf } from './world.ts'

vi.setConfig({ testTimeout: PATIENCE })

const files = {
  ...exampleFiles,
  'same.csv': 'item,A,B\n1,F,F\n2,F,F\n',
  'three.csv': 'item,A,B,C\n1,4,5,4\n2,2,2,3\n3,7,6,6\n4,1,3,NA\n5,5,6,7\n6,3,3,2\n',
  'rare.csv': rare(),
}

/** Two raters who agree on nearly everything because nearly everything is the same code. */
function rare(): string {
  const rows = [...Array(36).fill('N,N'), 'D,D', 'D,N', 'D,N', 'N,D']
  return `item,A,B\n${rows.map((row, index) => `${index},${row}\n`).join('')}`
}

async function ran(args: readonly string[], given: Readonly<Record<string, string | Uint8Array>> = files) {
  const { world, seen } = worldOf(given)
  const code = await run(args, world)
  return { code, ...seen }
}

const report = (...args: string[]) => ran(['report', ...args])

const results = z.object({
  results: z.array(
    z.object({
      measure: z.string(),
      n: z.number(),
      estimate: z.number().nullable(),
      ci: z.object({ lower: z.number().nullable(), upper: z.number().nullable() }).nullable(),
    }),
  ),
})

describe('attune report', () => {
  it.each([
    ['wide.csv', '--reference', 'A'],
    ['wide.csv', '--pairs', '--measure', 'cohen-kappa,gwet-ac1,krippendorff-alpha', '--confidence', '0.9'],
    ['wide.csv', '--ci', 'bootstrap', '--resamples', '50', '--seed', '3'],
    ['scores.csv', '--item', 'case'],
    ['long.csv', '--layout', 'long', '--item', 'case', '--by', 'variable,target', '--na', '-1'],
    ['table.csv', '--layout', 'table', '--measure', 'cohen-kappa'],
    [
      'wide.csv',
      '--raters',
      'A,C',
      '--categories',
      'F,Ds,E',
      '--measure',
      'weighted-kappa',
      '--weights',
      'weights.csv',
    ],
  ])('shows the numbers of attune agreement for %s %s %s %s %s', async (...args) => {
    const page = await report(...args)
    const json = await ran(['agreement', ...args, '--json'])
    expect([page.code, json.code]).toEqual([0, 0])
    for (const { estimate, ci } of results.parse(JSON.parse(json.out)).results) {
      if (estimate === null) continue
      expect(page.out).toContain(`<data value="${estimate}"`)
      if (ci !== null) expect(page.out).toContain(`title="${ci.lower ?? 'open'} to ${ci.upper ?? 'open'}"`)
    }
  })

  it('is one page without script, without anything from elsewhere, and the same every time', async () => {
    const { out } = await report('wide.csv')
    expect(out.startsWith('<!doctype html>\n<html lang="en">')).toBe(true)
    expect(out).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`)
    expect(out).not.toMatch(/<(script|link|img|iframe|object)\b|https?:|url\(|@import/)
    expect((await report('wide.csv')).out).toBe(out)
  })

  it('says in one sentence what was found for whom', async () => {
    const { out } = await report('wide.csv', '--reference', 'C', '--measure', 'cohen-kappa')
    expect(out).toContain(
      '<li><b>A – C</b>Cohen&#39;s kappa = .67, 95 % CI [.24, 1.10], n = 6 (1 left out: missing).</li>',
    )
    expect(out).toContain('1 item left out: missing.')
  })

  it('says why something is undefined where the number would be', async () => {
    const { out, code } = await report('same.csv', '--measure', 'cohen-kappa')
    const { out: json } = await ran(['agreement', 'same.csv', '--measure', 'cohen-kappa', '--json'])
    expect(code).toBe(0)
    const { message } = z
      .object({ results: z.tuple([z.object({ undefined: z.object({ message: z.string() }) })]) })
      .parse(JSON.parse(json)).results[0].undefined
    expect(out).toContain(`<span class="undefined">undefined: ${message}</span>`)
    expect(out).toContain(`is undefined: ${message}`)
    expect(out).not.toMatch(/\bNaN\b|Infinity/)
  })

  it('compares with a criterion, draws it, and ends with 1 when it is missed', async () => {
    const met = await report(
      'wide.csv',
      '--reference',
      'C',
      '--raters',
      'A,C',
      '--measure',
      'cohen-kappa',
      '--criterion',
      '.6',
    )
    expect(met.code).toBe(0)
    expect(met.out).toContain('reaches the criterion of .60, but the interval includes values below it')
    expect(met.out).toContain('class="criterion"')
    const missed = await report('wide.csv', '--reference', 'C', '--measure', 'cohen-kappa', '--criterion', '.6')
    expect(missed.code).toBe(1)
    expect(missed.out).toContain('<li class="missed"><b>B – C</b>')
    expect((await report('same.csv', '--measure', 'cohen-kappa', '--criterion', '.6')).code).toBe(1)
  })

  it('holds nothing against a criterion that is no better for being higher', async () => {
    const args = ['rare.csv', '--criterion', '.05', '--measure']
    const index = await report(...args, 'prevalence-index')
    expect([index.code, index.out]).toEqual([0, expect.not.stringContaining('reach')])
    const beside = await report(...args, 'cohen-kappa,prevalence-index,kappa-max')
    expect(beside.out).toContain(
      '1 of 1 coefficient for which higher is better reach the criterion of .05; all run from',
    )
  })

  it('has a confusion matrix with counts, and a matrix of all raters', async () => {
    const { out } = await report('table.csv', '--layout', 'table')
    const cells = [...out.matchAll(/<td class="shade-(\d)( same)?">(\d+)<\/td>/g)].map(([, shade, same, count]) => [
      Number(count),
      Number(shade),
      same === ' same',
    ])
    expect(cells).toEqual([
      [20, 6, true],
      [5, 3, false],
      [10, 4, false],
      [15, 5, true],
    ])
    expect(out).not.toContain('Everybody with everybody')
    expect((await report('wide.csv')).out).toContain('kappa of each pair runs from .52 (B – C) to .69 (A – B).')
  })

  it('explains the kappa paradox where there is one', async () => {
    const { out } = await report('rare.csv')
    expect(out).toContain(
      'The kappa paradox: observed agreement is .93 and kappa .36, because N makes up 94 % of all codes',
    )
    expect(out).toContain('<th scope="row">Prevalence index</th>')
    expect((await report('table.csv', '--layout', 'table')).out).toContain('No kappa paradox')
  })

  it('draws limits of agreement with their intervals for scores', async () => {
    const { out } = await report('scores.csv', '--item', 'case')
    const json = await ran(['agreement', 'scores.csv', '--item', 'case', '--measure', 'bland-altman', '--json'])
    const limits = z.object({ lower: z.number(), upper: z.number() })
    const { details } = z
      .object({ results: z.tuple([z.object({ details: z.object({ limits }) })]) })
      .parse(JSON.parse(json.out)).results[0]
    expect(out).toContain(`<th scope="row">Upper limit</th><td class="right"><data value="${details.limits.upper}"`)
    expect(out).toContain(`<th scope="row">Lower limit</th><td class="right"><data value="${details.limits.lower}"`)
    expect([...out.matchAll(/<circle /g)]).toHaveLength(4)
    expect([...out.matchAll(/class="band"/g)]).toHaveLength(2)
  })

  it('stays a page of reasonable size for a large file, and says what it leaves out', async () => {
    const rows = Array.from({ length: 150_000 }, (_, item) => `${item},${(item * 7919) % 104729},${item}\n`)
    const { out, code } = await ran(['report', 'x'], { x: `item,A,B\n${rows.join('')}` })
    expect([code, out.length < 1_000_000]).toEqual([0, true])
    expect(out).toContain('every 75th of 150000 points is drawn')
    expect(out).toContain('300000 ratings are too many to be written into a script')
    expect(out).not.toContain('computed by R')
  })

  it('cites sources, rules for missing values, methods of intervals and the version', async () => {
    const { out } = await report('wide.csv', '--measure', 'krippendorff-alpha,fleiss-kappa', '--level', 'nominal')
    expect(out).toContain(measures['fleiss-kappa'].source.replaceAll('&', '&amp;'))
    expect(out).toMatch(/Missing values: available \(Krippendorff&#39;s alpha; Fleiss&#39; kappa\)\./)
    expect(out).toContain('Gwet linearised')
    expect(out).toMatch(/Attune \d+\.\d+\.\d+/)
  })

  it('never lets a name become markup or R', async () => {
    const evil = `"<script>alert(1)</script>","x"" onload=""y' & \\","=C"`
    const file = `item,${evil}\n1,<b>F</b>,<b>F</b>,"quo""te"\n2,"quo""te",<b>F</b>,"quo""te"\n3,<b>F</b>,<b>F</b>,<b>F</b>\n`
    const { out, code } = await ran(['report', '<i>.csv'], { '<i>.csv': file })
    expect(code).toBe(0)
    expect(out).not.toMatch(/<script|<b>F|<i>\.csv| onload="/)
    expect(out).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    const script = out.slice(out.indexOf('<code>'), out.indexOf('</code>'))
    expect(script).toContain(
      '&quot;&lt;script&gt;alert(1)&lt;/script&gt;&quot;, &quot;x\\&quot; onload=\\&quot;y&#39; &amp; \\\\&quot;',
    )
  })

  it('keeps line ends in names out of the comments of R', async () => {
    const file = 'item,"A\nsystem(1)",B\n1,"x\nquit()",y\n2,y,y\n'
    const { out } = await ran(['report', 'x', '--measure', 'cohen-kappa'], { x: file })
    const script = out.slice(out.indexOf('<code>'), out.indexOf('</code>'))
    expect(script).not.toMatch(/^(system|quit)\(/m)
  })

  it.each([
    ['wide.csv'],
    ['wide.csv', '--reference', 'A'],
    [
      'wide.csv',
      '--pairs',
      '--level',
      'ordinal',
      '--categories',
      'F,Ds,E',
      '--weights',
      'linear',
      '--confidence',
      '0.9',
    ],
    ['wide.csv', '--pairs', '--measure', 'cohen-kappa,percent-agreement,gwet-ac1'],
    ['rare.csv'],
    ['table.csv', '--layout', 'table'],
    ['scores.csv', '--item', 'case'],
    ['three.csv', '--reference', 'C'],
    ['three.csv', '--pairs', '--measure', 'cohen-kappa,icc'],
    ['long.csv', '--layout', 'long', '--item', 'case', '--by', 'variable,target', '--na', '-1'],
  ])('has every number of the page in the script: %s %s %s', async (...args) => {
    const { out } = await report(...args)
    const page = out.slice(0, out.indexOf('The same in R'))
    const script = out.slice(out.indexOf('<code>', page.length), out.lastIndexOf('</code>'))
    const shown = new Set([...page.matchAll(/<data value="([^"]+)"/g)].map(([, value = '']) => value))
    expect(shown.size).toBeGreaterThan(3)
    const comments = script.split('\n').filter((line) => line.startsWith('#'))
    const said = new Set(comments.flatMap((line) => line.split(/[ ,:]+/)))
    expect([...shown].filter((value) => !said.has(value))).toEqual([])
  })

  it.each([
    [['wide.csv', '--reference', 'A'], ''],
    [
      ['three.csv', '--measure', 'icc,gtheory'],
      'No function of R that is known to us gives Generalizability and dependability, items x raters.',
    ],
    [
      ['three.csv', '--measure', 'icc', '--r0', '0.5'],
      'It does not give the test of Intraclass correlation, ICC(A,1), Shrout-Fleiss ICC(2,1).',
    ],
    [['three.csv', '--measure', 'robinson-a'], 'It does not give the interval of Robinson&#39;s A.'],
    [
      ['wide.csv', '--measure', 'conger-kappa'],
      'The package it calls rounds to five digits: Conger&#39;s kappa (Cohen&#39;s for many raters).',
    ],
    [['wide.csv', '--ci', 'bootstrap', '--resamples', '50'], 'Intervals by bootstrap are not drawn again in R.'],
  ])('promises of the script what it gives, and no more: %j', async (args, missing) => {
    const { out } = await report(...args)
    const promise = 'every pair, computed by R from the ratings, which are part of the script.'
    expect(out).toContain(`${promise}${missing === '' ? '' : ` ${missing}`} <a download`)
  })

  it('has the test of Fleiss, Nee and Landis for plain codes, not for weights', async () => {
    const args = ['wide.csv', '--level', 'ordinal', '--categories', 'F,Ds,E', '--measure', 'fleiss-kappa']
    expect((await report(...args)).out).toContain('if (min(r) == max(r)) c(z = unname(z)')
    expect((await report(...args, '--weights', 'linear')).out).not.toContain('min(r)')
  })

  it('needs no package of R for what is computed without being asked', async () => {
    const plain = [['wide.csv'], ['wide.csv', '--reference', 'A'], ['scores.csv', '--item', 'case'], ['three.csv']]
    for (const args of plain) expect((await report(...args)).out).not.toContain('install.packages')
    const { out } = await report('wide.csv', '--measure', 'conger-kappa')
    expect(out).toContain('install.packages(c(&quot;irrCAC&quot;))')
  })

  it('has R lines or a plain word for every coefficient of ratings', async () => {
    for (const { id, raters, tables, levels } of Object.values(measures)) {
      if (!tables.some((kind) => kind === 'codes' || kind === 'scores')) continue
      const isScored = !levels.some((level) => level === 'nominal')
      const needsTwoCodes = ['mcnemar', 'prevalence-index', 'bias-index'].includes(id)
      const codes = [needsTwoCodes ? 'rare.csv' : 'wide.csv', '--level', 'ordinal']
      const [file = '', ...more] = isScored ? ['scores.csv', '--item', 'case'] : codes
      const points = id === 'finn' ? ['--points', '9'] : []
      const pairs = raters === 2 ? ['--pairs'] : []
      const { out, err, code } = await report(file, '--measure', id, ...more, ...pairs, ...points)
      expect([id, err, code]).toEqual([id, '', 0])
      const block = out.slice(out.indexOf('# ----'), out.indexOf('</code>'))
      expect([id, id === 'gtheory' || !block.includes('no function of R')]).toEqual([id, true])
    }
  })

  it('writes a file as a process, and replaces none unless it is told to', async () => {
    const folder = await folderWith(files)
    const page = join(folder, 'report.html')
    const args = ['report', 'wide.csv', '-o', 'report.html']
    expect(await attune(args, { folder })).toMatchObject({ code: 0, out: '', err: '' })
    const first = readFileSync(page, 'utf8')
    expect(first).toContain('</html>')
    expect(await attune([...args, '--pairs'], { folder })).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining(
        'report.html: there is such a file already.\n        Name another one, or add --force',
      ),
    })
    expect(readFileSync(page, 'utf8')).toBe(first)
    expect((await attune([...args, '--pairs', '--force'], { folder })).code).toBe(0)
    expect(readFileSync(page, 'utf8')).not.toBe(first)
    expect((await readdir(folder)).filter((name) => name.includes('part'))).toEqual([])
    expect((await attune(['report', 'wide.csv'], { folder })).out).toBe(first)
    const nowhere = await attune(['report', 'wide.csv', '-o', 'none/x.html'], { folder })
    expect([nowhere.code, existsSync(join(folder, 'none'))]).toEqual([2, false])
  })

  it.each([
    [['wide.csv', '--json'], 'There is no option --json.'],
    [['wide.csv', '--force'], '--force belongs to --output.'],
    [['wide.csv', '--criterion', '2'], '--criterion cannot be "2".'],
    [['wide.csv', '--measure', 'gamma'], 'gamma is computed from units'],
    [[], 'Which file?'],
  ])('refuses %j with code 2', async (args, message) => {
    const { code, out, err } = await report(...args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(message)
  })
})
