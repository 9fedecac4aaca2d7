import { readFileSync } from 'node:fs'
import * as exchange from '@attune/exchange'
import { describe, expect, it } from 'vitest'

const page = readFileSync(new URL('../../packages/exchange/README.md', import.meta.url), 'utf8')
const [, example = ''] = /```ts\n(.*?)```/s.exec(page) ?? []

describe('the README of @attune/exchange', () => {
  it('has an example that prints what it says', () => {
    const body = example.replace(/^import .*\n/m, '')
    const printed: unknown[] = []
    const names = Object.keys(exchange)
    const run = new Function(...names, 'console', body)
    run(...Object.values(exchange), { log: (...values: unknown[]) => printed.push(...values) })
    const [, shown = ''] = /^\/\/ (\d+ \d+) /m.exec(example) ?? []
    expect(printed.slice(0, 2).join(' ')).toBe(shown)
    expect(printed[2]).toEqual([
      ['restart', null],
      ['masked', null],
      ['sound', null],
      ['pause', 5],
    ])
  })

  it('names only functions that exist', () => {
    const named = [...page.matchAll(/`([a-z]\w+)\(/g)].map(([, name]) => name ?? '')
    expect(named.length).toBeGreaterThan(5)
    for (const name of named) expect(Object.keys(exchange)).toContain(name)
  })
})
