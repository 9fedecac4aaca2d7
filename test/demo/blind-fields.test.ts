import { describe, expect, it } from 'vitest'
import { groupOf, masters } from './demo-codings.ts'
import { type DemoCase, interviews, observations } from './demo-files.ts'

/** The main class of a case by its master coding with the leading codebook. */
function classOf(one: DemoCase): string {
  const master = masters.find((other) => other.case === one.case && other.codebook === one.codebooks[0])
  return (master && groupOf(master)) ?? ''
}

/** For each value of a field, the classes it occurs with. */
function classesBy(cases: readonly DemoCase[], values: (one: DemoCase) => string[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  for (const one of cases) {
    for (const value of values(one)) found.set(value, (found.get(value) ?? new Set()).add(classOf(one)))
  }
  return found
}

const phrases = (one: DemoCase) => one.contentNote.replace(/^\w+: |\.$/g, '').split(', ')

describe('what a blind coder may see of a demo case', () => {
  it.each([...interviews, ...observations])('$case names no class in id, title and content note', (one) => {
    const seen = [one.case, one.title, one.contentNote, one.file].join(' ')
    expect(seen).not.toMatch(/secur|dismiss|preocc|unresolv|disorgan|avoid|resist|autonom/i)
    expect(seen.replaceAll(one.case, '')).not.toMatch(/\b(?:Ds?|F|E|U|CC|A|B|C)[1-5]?[ab]?\b/)
    expect(one.title.endsWith(one.case)).toBe(true)
  })

  it('has ids in no order of classes: at most two neighbours share one, and odd and even ids mix', () => {
    for (const cases of [interviews, observations]) {
      const ids = cases.map((one) => one.case)
      expect(ids).toEqual(ids.toSorted())
      const classes = cases.map(classOf)
      expect(classes.some((one, index) => one === classes[index + 1] && one === classes[index + 2])).toBe(false)
      const mainClass = classes.filter((one) => one === 'F' || one === 'B').length
      for (const parity of [0, 1]) {
        const here = cases.filter((one, index) => index % 2 === parity && /[FB]/.test(classOf(one))).length
        expect(here).toBeLessThan(mainClass)
      }
    }
  })

  it('has the same targets for all interviews; for observations each target goes with several classes', () => {
    expect(new Set(interviews.map((one) => one.targets.join())).size).toBe(1)
    for (const classes of classesBy(observations, (one) => one.targets).values()) {
      expect(classes.size).toBeGreaterThan(1)
    }
  })

  it('has content notes of phrases that each go with several classes', () => {
    for (const cases of [interviews, observations]) {
      for (const [phrase, classes] of classesBy(cases, phrases)) expect(classes.size, phrase).toBeGreaterThan(1)
    }
  })

  it('has content notes of about the same length in every class', () => {
    const lengths = classesBy(interviews, (one) => [`${phrases(one).length}`])
    for (const [length, classes] of lengths) expect(classes.size, `${length} phrases`).toBeGreaterThan(1)
  })
})
