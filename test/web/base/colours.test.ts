import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { codeColour, codeColours } from '../../../web/src/base/codeColours.ts'
import { contrast, distance, isInGamut, readTokens, type Theme, type Vision } from './colour.ts'

const styles = (name: string) => readFileSync(join(import.meta.dirname, '../../../web/src/base/styles', name), 'utf8')
const tokens = readTokens(styles('tokens.css'))
const codes = readTokens(styles('code-colours.css'))
const token = (name: string, theme: Theme) => {
  const found = tokens.get(name) ?? codes.get(name)
  if (!found) throw new Error(`There is no token ${name}.`)
  return found[theme]
}
const themes: readonly Theme[] = ['light', 'dark']
const surfaces = ['--paper', '--sheet', '--sunk', '--raised']

describe.each(themes)('the %s theme', (theme) => {
  it.each(['--ink', '--ink-2', '--ink-3', '--accent', '--good', '--warn', '--bad'])('lets %s be read', (name) => {
    for (const surface of surfaces) {
      expect(contrast(token(name, theme), token(surface, theme)), `${name} on ${surface}`).toBeGreaterThanOrEqual(4.5)
    }
  })

  it.each([
    ['--on-accent', '--accent'],
    ['--on-accent', '--accent-strong'],
    ['--accent-strong', '--accent-wash'],
    ['--good', '--good-wash'],
    ['--warn', '--warn-wash'],
    ['--bad', '--bad-wash'],
    ['--ink', '--hover'],
    ['--ink-2', '--hover'],
  ])('lets %s be read upon %s', (ink, ground) => {
    expect(contrast(token(ink, theme), token(ground, theme))).toBeGreaterThanOrEqual(4.5)
  })

  it.each(['--line-strong', '--focus'])('shows %s on every surface', (name) => {
    for (const surface of surfaces) {
      expect(contrast(token(name, theme), token(surface, theme)), surface).toBeGreaterThanOrEqual(3)
    }
  })

  it('climbs evenly from no agreement to full agreement', () => {
    const steps = [1, 2, 3, 4, 5, 6].map((step) => token(`--agreement-${step}`, theme)[0])
    const sorted = [...steps].sort((a, b) => (theme === 'light' ? b - a : a - b))
    expect(steps).toEqual(sorted)
    for (const [at, step] of steps.slice(1).entries()) expect(Math.abs(step - (steps[at] ?? 0))).toBeGreaterThan(0.05)
  })
})

describe.each(themes)('the code colours of the %s theme', (theme) => {
  it('are the same in the style sheet and in the list', () => {
    for (const colour of codeColours) expect(token(`--code-${colour.number}`, theme)).toEqual(colour[theme])
  })

  it('can be shown by every screen and reach 3 : 1 on every surface', () => {
    for (const colour of codeColours) {
      expect(isInGamut(colour[theme]), colour.name).toBe(true)
      for (const surface of surfaces) {
        expect(contrast(colour[theme], token(surface, theme)), `${colour.name} on ${surface}`).toBeGreaterThanOrEqual(3)
      }
    }
  })

  it('let the letter upon them be read', () => {
    for (const { number, name } of codeColours) {
      const on = token(`--code-${number}-on`, theme)
      expect(contrast(on, token(`--code-${number}`, theme)), name).toBeGreaterThanOrEqual(4.5)
    }
  })

  it.each<Vision>(['full', 'deuteranopia', 'protanopia'])('stay apart for %s vision', (vision) => {
    for (const [at, one] of codeColours.entries()) {
      for (const other of codeColours.slice(at + 1)) {
        expect(distance(one[theme], other[theme], vision), `${one.name} and ${other.name}`).toBeGreaterThanOrEqual(
          0.085,
        )
      }
    }
  })
})

describe('a code colour', () => {
  it('has a letter of its own and a pattern unlike its neighbours', () => {
    expect(new Set(codeColours.map((colour) => colour.letter)).size).toBe(12)
    for (const [at, colour] of codeColours.entries()) expect(colour.pattern).not.toBe(codeColours[at + 1]?.pattern)
  })

  it('is found by its number and refused by a number that does not exist', () => {
    expect(codeColour(12).letter).toBe('L')
    expect(() => codeColour(0)).toThrow(RangeError)
  })
})
