import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from '@attune/cli'
import { describe, expect, it } from 'vitest'
import { root } from './attune.ts'
import { worldOf } from './world.ts'

const names = ['units.csv', 'events.csv', 'states.csv', 'segments.csv', 'boundaries.csv']
const files = Object.fromEntries(names.map((name) => [name, readFileSync(join(root, 'data/examples', name), 'utf8')]))

async function page(line: string, more: Readonly<Record<string, string>> = {}) {
  const { world, seen } = worldOf({ ...files, ...more })
  const code = await run(['report', ...line.split(' ')], world)
  expect(seen.err).toBe('')
  return { code, html: seen.out }
}

const estimates = (html: string) => [...html.matchAll(/<data value="([^"]+)"/g)].map(([, value]) => Number(value))

describe('attune report on what raters marked', () => {
  it.each([
    'units.csv --layout units --length 60',
    'events.csv --layout events --tolerance 1',
    'states.csv --layout events --measure duration-kappa,gamma --length 40',
    'segments.csv --layout segments',
    'boundaries.csv --layout boundaries --length 11 --measure pk,window-diff',
  ])('has the numbers of attune agreement: %s', async (line) => {
    const { world, seen } = worldOf(files)
    expect(await run(['agreement', ...line.split(' '), '--json'], world)).toBe(0)
    const { results } = JSON.parse(seen.out)
    const { code, html } = await page(line)
    expect([code, estimates(html)]).toEqual([0, results.map(({ estimate }: { estimate: number }) => estimate)])
    expect(html).toContain('There are no intervals')
    expect(html).not.toMatch(/NaN|<script|https?:\/\/(?!www\.w3\.org)/)
  })

  it('draws a bar for each unit and a diamond for each moment, on a wide and on a narrow screen', async () => {
    const units = await page('units.csv --layout units --length 60 --measure span-f1')
    expect(units.html.match(/<rect class="unit"/g)).toHaveLength(2 * 9)
    const events = await page('events.csv --layout events --tolerance 1 --measure event-kappa')
    const pictures = events.html.slice(events.html.indexOf('What each rater marked'))
    expect(pictures.match(/<path class="dot"/g)).toHaveLength(2 * 8)
    expect(pictures).toContain('Events marked: anna 4 and ben 4.')
  })

  it('draws segments where their boundaries are', async () => {
    const cut = await page('segments.csv --layout segments')
    const marked = await page('boundaries.csv --layout boundaries --length 11')
    const pictures = (html: string) => [
      ...html.matchAll(/<svg class="\w+" [^>]*"Boundaries marked: anna 2.*?<\/svg>/gs),
    ]
    expect(pictures(cut.html)).toHaveLength(2)
    // The axis of 11 elements runs from 130 to 712; a diamond is 10 wide. Boundaries after 2 and 5; after 2, 4 and 8.
    const places = [...(pictures(cut.html)[0]?.[0] ?? '').matchAll(/class="dot" d="M([\d.]+) /g)].map(([, x]) =>
      Number(x),
    )
    const expected = [2, 5, 2, 4, 8].map((position) => Math.round(10 * (130 + (position / 11) * 582 - 5)) / 10)
    expect(places).toEqual(expected)
    expect(pictures(cut.html).map(([svg]) => svg)).toEqual(pictures(marked.html).map(([svg]) => svg))
  })

  it('rests its verdict on the coefficient beyond chance, and its exit code on the criterion', async () => {
    const line = 'events.csv --layout events --tolerance 1 --criterion'
    const missed = await page(`${line} 0.6`)
    expect([missed.code, missed.html]).toEqual([1, expect.stringContaining('Event kappa = .43, n = 5; below')])
    expect((await page(`${line} 0.4`)).code).toBe(0)
  })

  it('never says that a penalty reaches a criterion', async () => {
    const line = 'boundaries.csv --layout boundaries --length 11 --measure pk --criterion 0.3'
    const { code, html } = await page(line)
    expect([code, html]).toEqual([0, expect.not.stringContaining('reaches the criterion')])
  })

  it.each([
    [
      'boundaries.csv --layout boundaries --length 11 --measure pk,window-diff,boundary-similarity',
      'Boundary similarity B',
      [2, 'mean((a &gt; 0) != (b &gt; 0))', 'mean(a != b)'],
    ],
    [
      'states.csv --layout events --measure time-unit-kappa --step 1 --length 40',
      '',
      [1, 'kappa_way(unlist(a), ab, codes)'],
    ],
    ['units.csv --layout units --length 60 --measure u-alpha-2016', 'Alpha of units on a continuum (2016)', [0]],
  ] as const)(
    'gives in R what base R can, and names what no function of R gives: %s',
    async (line, without, [count, ...lines]) => {
      const { html } = await page(line)
      const part = html.slice(html.indexOf('The same in R'))
      const values = [...html.matchAll(/<data value="([^"]+)"/g)].map(([, value]) => value)
      expect(values.filter((value) => part.includes(`: ${value}, n = `)).length >= count).toBe(true)
      expect(part.includes('<code>')).toBe(count > 0)
      for (const text of lines) expect(part).toContain(text)
      if (without === '') expect(part).not.toContain('No function of R')
      else expect(part).toContain(`No function of R that is known to us gives ${without}`)
    },
  )

  it('escapes what it takes from the file', async () => {
    const bad = { 'bad.csv': 'coder,start,end,category\n<b>,1,4,<i>\nben,1,4,<i>\n' }
    const { html } = await page('bad.csv --layout units --measure span-f1', bad)
    expect(html).not.toMatch(/<b>(?!&lt;)<|<i>/)
    expect(html).toContain('&lt;i&gt;')
  })

  it('says what it leaves out', async () => {
    const many = Array.from({ length: 45 }, (_, index) => `${index},anna,1,4,x\n${index},ben,1,4,x\n`).join('')
    const { html } = await page('many.csv --layout units --measure span-f1', {
      'many.csv': `document,coder,start,end,category\n${many}`,
    })
    expect(html).toContain('15 more documents not shown')
    const wide = Array.from(
      { length: 1500 },
      (_, index) => `anna,${index},${index + 1},x\nben,${index},${index + 1},x\n`,
    )
    const large = await page('wide.csv --layout units --measure span-f1', {
      'wide.csv': `coder,start,end,category\n${wide.join('')}`,
    })
    expect(large.html).toContain('3000 marks in 2 rows are too many for a picture.')
  })
})
