import { readFileSync } from 'node:fs'
import * as agreement from '@attune/agreement'
import { describe, expect, it } from 'vitest'

const folder = new URL('../../../docs/agreement/', import.meta.url)

/** Runs the examples of a page one after the other; a line `code // value` is compared. */
function pageResults(name: string): { readonly code: string; readonly found: unknown; readonly said: unknown }[] {
  const text = readFileSync(new URL(name, folder), 'utf8')
  const lines = [...text.matchAll(/```ts\n([\s\S]*?)```/g)].flatMap(([, block = '']) => block.trimEnd().split('\n'))
  const body = lines.map((line) => {
    const [code = '', value] = line.split(' // ')
    return value === undefined
      ? line
      : `results.push({ code: ${JSON.stringify(code)}, found: ${code}, said: ${value} })`
  })
  const run = new Function('results', ...Object.keys(agreement), body.join('\n'))
  const results: { code: string; found: unknown; said: unknown }[] = []
  run(results, ...Object.values(agreement))
  return results
}

const pages = [
  'categories.md',
  'scales.md',
  'uncertainty.md',
  'segments-and-events.md',
  'differences.md',
  'criteria.md',
]

describe.each(pages)('the page docs/agreement/%s', (name) => {
  const results = pageResults(name)

  it('has more than ten examples', () => {
    expect(results.length).toBeGreaterThan(10)
  })

  it.each(results)('gives what it says: $code', ({ found, said }) => {
    expect(found).toEqual(typeof said === 'number' ? expect.closeTo(said, 9) : said)
  })
})
