import { isDeepStrictEqual } from 'node:util'
import { canonicalJson, certificate } from '@attune/criteria'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

/** The same value with the keys of every object in another order. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, part]) => [key, turned(part)] as const)
      .reverse(),
  )
}

const json = fc.jsonValue({ maxDepth: 4 }).map((value) => JSON.parse(JSON.stringify(value)) as unknown)

describe('canonical JSON', () => {
  it('says the same whatever the order of keys, and is still the same value', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(canonicalJson(turned(value))).toBe(canonicalJson(value))
        expect(JSON.parse(canonicalJson(value))).toEqual(value)
      }),
      { numRuns: 500 },
    )
  })

  it('tells any two different values apart', () => {
    fc.assert(
      fc.property(json, json, (one, other) => {
        expect(canonicalJson(one) === canonicalJson(other)).toBe(isDeepStrictEqual(one, other))
      }),
      { numRuns: 500 },
    )
  })

  it('follows RFC 8785: keys by UTF-16 code units, numbers as JavaScript writes them, no spaces', () => {
    const value = {
      '\u20ac': 'Euro',
      '\r': 'CR',
      '\ufb33': 'Dalet',
      1: 'One',
      '\u{1f600}': 'Smiley',
      '\u0080': 'Control',
      ö: 'o',
    }
    const keys = Object.keys(JSON.parse(canonicalJson({ list: Object.keys(value) })))
    expect(keys).toEqual(['list'])
    expect(
      [...canonicalJson(value).matchAll(/"(CR|One|Control|o|Euro|Smiley|Dalet)"/g)].map(([, name]) => name),
    ).toEqual(['CR', 'One', 'Control', 'o', 'Euro', 'Smiley', 'Dalet'])
    expect(canonicalJson({ b: [1e21, 0.1, -0], a: null })).toBe('{"a":null,"b":[1e+21,0.1,0]}')
  })
})

describe('a certificate', () => {
  it('needs its checksum in full and a known signature', () => {
    const refused = certificate.safeParse({
      certificate: {},
      checksum: 'abc',
      signature: { algorithm: 'RSA', key: '', value: '' },
    })
    const paths = refused.success ? [] : refused.error.issues.map(({ path }) => path.join('.'))
    expect(paths).toEqual(expect.arrayContaining(['checksum', 'signature.algorithm', 'certificate.format']))
  })
})
