import { run } from '@attune/cli'
import { describe, expect, it } from 'vitest'
import { worldOf } from './world.ts'

const rows = Array.from({ length: 40 }, (_, item) => `${item},${item % 3},${item % 4 === 0 ? 1 : item % 3}\n`)
const units = ['d1', 'd2', 'd3'].flatMap((name, at) => [`${name},A,${at},5,x\n`, `${name},B,${at + 1},6,x\n`])
const files = {
  'x.csv': `item,A,B\n${rows.join('')}`,
  'u.csv': `document,coder,start,end,category\n${units.join('')}`,
}

async function toldOf(line: string): Promise<string[]> {
  const told: string[] = []
  const { world, seen } = worldOf(files, { progress: (text) => void told.push(text) })
  expect([await run(line.split(' '), world), seen.err]).toEqual([0, ''])
  return told.filter((text) => text.includes(', interval: '))
}

describe('who waits for an interval', () => {
  it('is told how many samples are drawn, of codes now and then', async () => {
    const line = 'agreement x.csv --level nominal --measure cohen-kappa --ci bootstrap --resamples 9000'
    expect(await toldOf(line)).toEqual(['cohen-kappa, interval: 808 of 9000', 'cohen-kappa, interval: 4904 of 9000'])
  })

  it('is told of each sample where one takes long, and of each item left out', async () => {
    const drawn = await toldOf('agreement x.csv --measure bias --ci bootstrap --bootstrap percentile --resamples 50')
    expect(drawn.slice(-2)).toEqual(['bias, interval: 48 of 50', 'bias, interval: 49 of 50'])
    const left = await toldOf('agreement x.csv --measure bias --ci jackknife')
    expect(left).toHaveLength(40)
    const documents = await toldOf('agreement u.csv --layout units --measure span-f1 --ci jackknife')
    expect(documents.at(-1)).toBe('span-f1, interval: 2 of 3')
  })
})
