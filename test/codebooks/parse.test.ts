import { LIMITS, parseCodebook } from '@attune/codebooks'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codebooks } from './arbitraries.ts'
import { brokenFiles, chain, changed } from './broken-files.ts'
import { sample, shippedText } from './sample.ts'

const faultsOf = (input: unknown) => {
  const parsed = parseCodebook(input)
  return parsed.ok ? [] : parsed.faults
}

describe('parseCodebook', () => {
  it('takes the sample, as text and as a value', () => {
    expect(parseCodebook(sample())).toEqual({ ok: true, codebook: sample() })
    expect(parseCodebook(JSON.stringify(sample()))).toEqual({ ok: true, codebook: sample() })
  })

  it('gives back every valid codebook as it was written', () => {
    fc.assert(
      fc.property(codebooks, (codebook) => {
        expect(parseCodebook(JSON.stringify(codebook))).toEqual({ ok: true, codebook })
        expect(parseCodebook(codebook)).toEqual({ ok: true, codebook })
      }),
    )
  })

  it('takes a text that begins with a byte order mark', () => {
    expect(faultsOf(`\uFEFF${JSON.stringify(sample())}`)).toEqual([])
  })

  for (const { name, at, put, path, says } of brokenFiles) {
    it(`refuses ${name} at ${path ?? at}`, () => {
      const faults = faultsOf(JSON.stringify(changed(at, put)))
      expect(faults).toContainEqual({ path: path ?? at, message: expect.stringContaining(says) })
    })
  }

  it('reports all faults of the sense at once', () => {
    const book = sample()
    const broken = { ...book, sections: [{ id: 'other', label: 'Other' }], codes: [...book.codes, ...book.codes] }
    const paths = faultsOf(broken).map((fault) => fault.path)
    expect(paths).toEqual([
      'codes[2].id',
      'codes[3].id',
      ...book.variables.map((_, index) => `variables[${index}].section`),
      'codes[2].key',
      'codes[3].key',
    ])
  })

  it('takes a tree of ten levels', () => {
    expect(faultsOf(JSON.stringify(changed('variables[2].categories[2].children', [chain(8)])))).toEqual([])
  })

  it('says what is declared beside a reference that leads nowhere', () => {
    const messages = (input: unknown) => faultsOf(input).map((fault) => fault.message)
    expect(messages(changed('variables[0].targets[0]', 'uncle'))).toEqual([
      'There is no target "uncle"; declared are mother, father. Correct it or declare it.',
    ])
    const noSubject = 'There is no subject "infant"; none is declared. Correct it or declare it.'
    expect(messages(changed('subjects', []))).toEqual([noSubject, noSubject])
  })

  it('names the fields that are possible beside an unknown one', () => {
    expect(faultsOf({ ...sample(), variable: [] })[0]?.message).toContain('variables, codes')
  })

  it('refuses segment codes that carry what only events have', () => {
    const code = { id: 'a', label: 'A', unit: 'segment', event: 'point', subjects: ['infant'], colour: 1 }
    const { sampling: _, ...noSampling } = sample()
    const paths = faultsOf({ ...noSampling, material: 'transcript', codes: [code] }).map((fault) => fault.path)
    expect(paths).toEqual(['codes[0].event', 'codes[0].subjects'])
  })

  it('stops at the first hundred faults', () => {
    const variables = Array.from({ length: 500 }, () => ({}))
    expect(faultsOf({ ...sample(), variables })).toHaveLength(LIMITS.faults)
  })
})

describe('parseCodebook, given what could harm the program,', () => {
  for (const name of ['__proto__', 'constructor', 'prototype', 'hasOwnProperty']) {
    it(`refuses a field named ${name}, also in a map`, () => {
      const text = JSON.stringify(sample()).replace('"D":null', `"D":null,"${name}":"A"`)
      expect(faultsOf(text)).toContainEqual({
        path: `variables[2].collapses[0].map.${name}`,
        message: expect.stringContaining('reserved name'),
      })
      expect(Object.hasOwn(Object.prototype, 'A')).toBe(false)
    })
  }

  it('refuses text of more than two million characters', () => {
    expect(faultsOf(' '.repeat(LIMITS.characters + 1))[0]?.message).toContain('at most 2000000 are possible')
  })

  it('refuses deep nesting, as text and as a value, without exhausting the stack', () => {
    expect(faultsOf('{"children":['.repeat(100_000))[0]?.message).toContain('nested too deeply')
    const nested = Array.from({ length: 100_000 }).reduce<unknown>((inner) => ({ children: [inner] }), null)
    expect(faultsOf(nested)[0]?.message).toContain('nested too deeply')
  })

  it('refuses a value that contains itself', () => {
    const ring: Record<string, unknown> = { ...sample() }
    ring.self = ring
    expect(faultsOf(ring)[0]?.message).toContain('nested too deeply')
  })

  it('refuses values that share one part so often that they are huge', () => {
    const doubled = Array.from({ length: 30 }).reduce<unknown>((inner) => [inner, inner], 'x')
    expect(faultsOf(doubled)[0]?.message).toContain('more than 500000 entries')
  })

  it('always answers, whatever the value', () => {
    fc.assert(fc.property(fc.anything(), (value) => !parseCodebook(value).ok))
  })

  it('never throws on a shipped file with a piece cut out or put in', () => {
    const text = shippedText('iwm')
    const place = fc.integer({ min: 0, max: text.length })
    const piece = fc.constantFrom('', ',', '"', '}', ']', '{', '[', ':', '\\', '0', 'null', '\u0000', '\n')
    fc.assert(
      fc.property(place, fc.integer({ min: 0, max: 40 }), piece, (at, cut, put) => {
        const parsed = parseCodebook(text.slice(0, at) + put + text.slice(at + cut))
        return parsed.ok || parsed.faults.every((fault) => fault.path !== '' && fault.message !== '')
      }),
      { numRuns: 200 },
    )
  })
})
