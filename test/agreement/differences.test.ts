import { readdirSync, readFileSync } from 'node:fs'
import { verifyReference } from '@attune/agreement'
import { describe, expect, it } from 'vitest'

/** The table of docs/agreement/differences.md against the stored cases: what a package printed, and what is exact. */
interface Case {
  readonly id: string
  readonly expected: Readonly<Record<string, unknown>>
  readonly peers?: {
    readonly differ?: readonly {
      readonly peer: string
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
  it('has forty rows', () => {
    expect(rows.length).toBeGreaterThanOrEqual(40)
  })

  it.each(rows)(
    'says of $peer, $id, what it printed and what is exact: $field',
    ({ peer, id, field, theirs, exact }) => {
      const found = stored.get(id)
      const differs = found?.one.peers?.differ?.find((one) => one.peer === peer)?.differs
      const printed = differs?.find((one) => one.field === field)
      expect(printed).toBeDefined()
      expect(prints(theirs, printed?.value), `${theirs} for ${printed?.value}`).toBe(true)
      const own = fieldOf(found?.one.expected, field)
      // Where nothing is determined, the fields besides the estimate are not listed.
      expect(prints(exact, own ?? null), `${exact} for ${own}`).toBe(true)
      expect(theirs).not.toBe(exact)
      const report = verifyReference([{ name: found?.name ?? '', content: { ...found?.content, cases: [found?.one] } }])
      expect(report.passed).toBe(1)
    },
  )
})
