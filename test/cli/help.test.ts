import { measures } from '@attune/agreement'
import { run } from '@attune/cli'
import { describe, expect, it } from 'vitest'
import { worldOf } from './world.ts'

async function printed(...args: string[]): Promise<string> {
  const { world, seen } = worldOf({})
  expect([await run(args, world), seen.err]).toEqual([0, ''])
  return seen.out
}

const COMMANDS = ['agreement', 'report', 'choose', 'compare', 'influence', 'plan', 'criterion', 'certificate']

describe('attune help', () => {
  it.each(COMMANDS)('lists the options of %s under headings, each once', async (command) => {
    const text = await printed('help', command)
    const headings = [...text.matchAll(/^([A-Z][^:\n]*):$/gm)].map(([, heading]) => heading)
    expect(new Set(headings).size).toBe(headings.length)
    expect(headings.length).toBeGreaterThan(1)
    const options = [...text.matchAll(/^ {2}(?:-\w, )?(--[a-z0-9-]+)/gm)].map(([, option]) => option)
    expect(new Set(options).size).toBe(options.length)
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(102)
  })

  it('keeps what belongs together under one heading', async () => {
    const text = await printed('help', 'agreement')
    const intervals = text.slice(text.indexOf('Intervals and clusters:'), text.indexOf('Words, few cases, many codes:'))
    for (const option of ['confidence', 'ci', 'resamples', 'bootstrap', 'cluster', 'seed']) {
      expect(intervals).toContain(`--${option} `)
    }
  })
})

describe('attune completion', () => {
  it.each(['bash', 'zsh', 'fish'])('offers the coefficients and the rules in %s', async (shell) => {
    const text = await printed('completion', shell)
    for (const id of Object.keys(measures)) expect(text).toContain(id)
    expect(text).toContain('landis-koch fleiss altman')
    expect(text).toContain('wide long table units events segments boundaries')
  })
})
