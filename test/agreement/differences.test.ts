import { readdirSync, readFileSync } from 'node:fs'
import { verifyReference } from '@attune/agreement'
import { describe, expect, it } from 'vitest'

/** The tables of docs/agreement/differences.md against the stored cases: what a package printed or said, and what is exact. */
interface Case {
  readonly id: string
  readonly expected: Readonly<Record<string, unknown>>
  readonly peers?: {
    readonly differ?: readonly {
      readonly peer: string
      readonly error?: string
      readonly differs?: readonly { readonly field: string; readonly value: unknown }[]
    }[]
  }
}

const folder = new URL('../../data/reference/', import.meta.url)
const stored = new Map(
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => {
      const content = JSON.parse(readFileSync(new URL(name, folder), 'utf8'))
      const cases: Case[] = content.cases
      return cases.map((one) => [one.id, { name, content, one }] as const)
    }),
)

const page = readFileSync(new URL('../../docs/agreement/differences.md', import.meta.url), 'utf8')
const rows = page.split('\n').flatMap((line) => {
  const [, peer = '', id = '', field = '', theirs = '', exact = ''] =
    /^\| ([^|]+) \| `([^`]+)` (\w+) \| ([^|]+) \| ([^|]+) \|/.exec(line) ?? []
  return id === '' ? [] : [{ peer, id, field, theirs, exact }]
})

/** Rows of the second table have the words of an error for a figure. */
const isError = (theirs: string) => theirs.startsWith('`')
const pairOf = (peer: string, id: string) => `${peer}, ${id.split('/')[0]}`

/** Each package with each of its coefficients, of the stored cases where it says or stops with something else. */
function storedPairs(kind: 'differs' | 'error'): string[] {
  const pairs = [...stored.values()].flatMap(({ one }) =>
    (one.peers?.differ ?? []).filter((peer) => peer[kind] !== undefined).map(({ peer }) => pairOf(peer, one.id)),
  )
  return [...new Set(pairs)].toSorted()
}

/** The value of a field, also inside the interval. */
function fieldOf(value: unknown, field: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  for (const [name, part] of Object.entries(value)) {
    const found = name === field ? part : fieldOf(part, field)
    if (found !== undefined) return found
  }
  return undefined
}

/** Whether a printed figure is this value, rounded as printed. */
function prints(text: string, value: unknown): boolean {
  if (text === 'none') return value === null
  if (typeof value !== 'number') return false
  const decimals = /e/.test(text) ? 0 : (text.split('.')[1]?.length ?? 0)
  return /e/.test(text)
    ? value.toExponential(2) === text.replace('e-0', 'e-')
    : Math.abs(value - Number(text)) <= 0.5001 * 10 ** -decimals
}

describe('the page on where packages differ', () => {
  it('has a row for every package and coefficient that differ in a stored case', () => {
    const told = new Set(rows.filter(({ theirs }) => !isError(theirs)).map(({ peer, id }) => pairOf(peer, id)))
    expect(storedPairs('differs').length).toBeGreaterThan(30)
    expect(storedPairs('differs').filter((pair) => !told.has(pair))).toEqual([])
  })

  it('has a row for every package and coefficient that stop with an error', () => {
    const told = new Set(rows.filter(({ theirs }) => isError(theirs)).map(({ peer, id }) => pairOf(peer, id)))
    expect(storedPairs('error').length).toBeGreaterThan(20)
    expect(storedPairs('error').filter((pair) => !told.has(pair))).toEqual([])
  })

  it.each(rows)(
    'says of $peer, $id, what it printed and what is exact: $field',
    ({ peer, id, field, theirs, exact }) => {
      const found = stored.get(id)
      const differ = found?.one.peers?.differ?.filter((one) => one.peer === peer) ?? []
      if (isError(theirs))
        expect(differ.map(({ error }) => error)).toMatchObject([expect.stringContaining(theirs.slice(1, -1))])
      else {
        const printed = differ[0]?.differs?.find((one) => one.field === field)
        expect(printed).toBeDefined()
        expect(prints(theirs, printed?.value), `${theirs} for ${printed?.value}`).toBe(true)
      }
      const own = fieldOf(found?.one.expected, field)
      // Where nothing is determined, the fields besides the estimate are not listed.
      expect(prints(exact, own ?? null), `${exact} for ${own}`).toBe(true)
      expect(theirs).not.toBe(exact)
      const report = verifyReference([{ name: found?.name ?? '', content: { ...found?.content, cases: [found?.one] } }])
      expect(report.passed).toBe(1)
    },
  )
})
