import { run } from '@attune/cli'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { worldOf } from './world.ts'

async function agreement(x: string, ...args: readonly string[]) {
  const { world, seen } = worldOf({ x })
  const code = await run(['agreement', 'x', '--json', '--raters', 'B,A', ...args], world)
  return { code, ...seen }
}

const common = fc.constantFrom('F', 'E', 'Ds', 'U')
const cell = fc.oneof(
  { weight: 8, arbitrary: common },
  fc.constantFrom('', 'NA', ' F', 'F ', 'secure', "'=x", 'é', '3.5'),
)
const note = fc.oneof({ weight: 30, arbitrary: common }, fc.constant('"x,F\nc9,F,y"'))
const ends = fc.oneof({ weight: 9, arbitrary: fc.constantFrom('\n', '\r\n') }, fc.constantFrom('\r', '\n\n', '\n \n'))
const row = fc.record({
  step: fc.oneof({ weight: 30, arbitrary: fc.constant(1) }, fc.constantFrom(0, -3)),
  cells: fc.oneof(
    { weight: 60, arbitrary: fc.tuple(cell, note, cell) },
    fc.array(cell, { minLength: 1, maxLength: 4 }),
  ),
  end: ends,
})

describe('rows of a wide file in which nothing is new', () => {
  it('are read as all others are', async () => {
    const seen = { fine: 0, refused: 0 }
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 8, maxLength: 40 }),
        fc.boolean(),
        fc.boolean(),
        async (rows, isWhole, isNamed) => {
          let item = 100
          const lines = rows.map(({ step, cells, end }) => {
            item += step
            return { text: `c${item},${cells.join(',')}`, end }
          })
          const last = lines.length - 1
          // A quotation mark in each row has each cell looked at.
          const file = (more: string, header: string) =>
            `${isNamed ? 'item' : 'case'},A,note,B${header}\n${lines.map(({ text, end }, at) => `${text}${more}${at === last && !isWhole ? '' : end}`).join('')}`
          const plain = await agreement(file('', ''))
          const quoted = await agreement(file(',"x"', ',extra'))
          if (plain.code === 0) seen.fine++
          else seen.refused++
          expect([plain.code, plain.out]).toEqual([quoted.code, quoted.out])
          const place = (text: string) => text.match(/line \d+|column \w+|c\d+/g)
          expect(place(plain.err)).toEqual(place(quoted.err))
        },
      ),
      { numRuns: 600 },
    )
    expect(Math.min(seen.fine, seen.refused)).toBeGreaterThan(50)
  })

  it('hold values of more than two bytes, more than 127 different ones, and more than one block', async () => {
    const values = Array.from({ length: 3000 }, (_, index) => `${(index * 7) % 200}`)
    const rows = (more: string) =>
      values.map((value, index) => `c${index},${value},${(index * 3) % 200}${more}\n`).join('')
    const plain = await agreement(`item,A,B\n${rows('')}`)
    const quoted = await agreement(`item,A,B,extra\n${rows(',"x"')}`)
    expect(plain.out).toBe(quoted.out)
    expect(JSON.parse(plain.out).input).toMatchObject({ items: 3000, missing: 0 })
  })
})
