import { run } from '@attune/cli'
import { describe, expect, it } from 'vitest'
import { worldOf } from './world.ts'

const rows = Array.from({ length: 24 }, (_, unit) => {
  const [film, rater, start] = [`film-${unit % 3}`, unit % 2 === 0 ? 'A' : 'B', 4 * unit + (unit % 5)]
  return `${film},${rater},${start},${start + 3 + (unit % 4)},${unit % 4 < 2 ? 'x' : 'y'}`
})
const files = {
  'units.csv': `document,coder,start,end,category\n${rows.join('\n')}\n`,
  'wide.csv': 'item,A,B\n1,x,x\n2,y,x\n3,y,y\n4,x,x\n',
}

async function ended(line: string) {
  const { world, seen } = worldOf(files)
  return { code: await run(line.split(' '), world), ...seen }
}

describe('--seed', () => {
  it.each(['compare units.csv --layout units --measure gamma,gamma-cat', 'influence units.csv --layout units'])(
    'decides what gamma draws, 1 where none is named: attune %s',
    async (line) => {
      const [plain, first, again, other] = await Promise.all(
        ['', ' --seed 1', ' --seed 9', ' --seed 9'].map((seed) => ended(`${line} --samples 5 --json${seed}`)),
      )
      expect(plain).toMatchObject({ code: 0, err: '' })
      expect(first).toEqual(plain)
      expect(other).toEqual(again)
      expect(again?.out).not.toBe(first?.out)
    },
  )

  it.each([
    ['compare wide.csv --measure cohen-kappa,gwet-ac1 --seed 2', '--seed means nothing to cohen-kappa, gwet-ac1.'],
    ['influence wide.csv --seed 2', '--seed means nothing to percent-agreement, cohen-kappa.'],
    ['compare units.csv --layout units --measure gamma,gamma-cat --seed x', '--seed cannot be "x".'],
    ['agreement wide.csv --seed 2', '--seed belongs to --ci bootstrap or --prior.'],
  ])('is refused where nothing is drawn: attune %s', async (line, message) => {
    const { code, err } = await ended(line)
    expect([code, err]).toEqual([2, expect.stringContaining(message)])
  })
})
