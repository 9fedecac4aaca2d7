import { parseCodebook } from '@attune/codebooks'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const firstFault = (text: string) => {
  const parsed = parseCodebook(text)
  return parsed.ok ? null : parsed.faults[0]
}

const isRefusedAsJson = (text: string) => /This is no JSON|stands twice/.test(firstFault(text)?.message ?? '')

describe('parseCodebook, given text that is no JSON,', () => {
  const cases: [string, string, string, string][] = [
    ['an empty file', '', '(file)', 'line 1, column 1: a value is expected here. The file ends too early'],
    ['a file cut off', '{"a": [1', 'a[0]', 'column 9: a comma or ] is expected here. The file ends too early'],
    [
      'a comma too many in a list',
      '[1,\n2,\n]',
      '[2]',
      'line 3, column 1: a value is expected here. Found: ] - remove',
    ],
    [
      'a comma too many in an object',
      '{"a":1,}',
      '(file)',
      'a field name is expected here. Found: } - remove the comma',
    ],
    ['a comma too few', '{"a": {"b": 1 "c": 2}}', 'a.b', 'column 15: a comma or } is expected here. Found: "c": 2}}'],
    ['a list after a value', '[1 [2]]', '[0]', 'column 4: a comma or ] is expected here. Found: [2]]'],
    ['single quotes', "{'a': 1}", '(file)', "a field name or } is expected here. Found: 'a': 1}"],
    ['a comment', '{"a": 1} // yes', '(file)', 'column 10: the end is expected here. Found: // yes'],
    ['a number with a leading zero', '{"a": 01}', 'a', 'a value is expected here. Found: 01}'],
    ['a text without end', '{"a": "b\n}', 'a', 'a text ends with " on its own line'],
    ['a wrong escape', '{"a": "C:\\data"}', 'a', 'a backslash stands only before'],
    ['a control character, counted after an emoji', '{"a": "😀\u0001"}', '(file)', 'line 1, column 10. Remove it.'],
    ['a wrong bracket', '{"a": [1}', 'a[0]', 'a comma or ] is expected here. Found: }'],
    ['NaN', '{"a": NaN}', 'a', 'a value is expected here. Found: NaN}'],
  ]
  for (const [name, text, path, says] of cases) {
    it(`places ${name}`, () => {
      expect(firstFault(text)).toEqual({ path, message: expect.stringContaining(says) })
    })
  }

  it('refuses a field that stands twice, which JSON.parse would swallow', () => {
    expect(firstFault('{"x": [{}, {"id": 1,\n "\\u0069d": 2}]}')).toEqual({
      path: 'x[1].id',
      message: 'This field stands twice here; the second is at line 2, column 2. Remove one of them.',
    })
  })

  it('agrees with JSON.parse on every text', () => {
    const parses = (text: string) => {
      try {
        JSON.parse(text)
        return true
      } catch {
        return false
      }
    }
    const token = fc.constantFrom('{', '}', '[', ']', ',', ':', '"a"', '"b"', '1', '-0.5e3', 'true', 'null', ' ', '\n')
    const text = fc.oneof(
      fc.array(token, { maxLength: 8 }).map((tokens) => tokens.join('')),
      fc.json(),
      fc.string().map((inner) => `"${inner}"`),
    )
    fc.assert(
      fc.property(text, (candidate) => {
        const message = firstFault(candidate)?.message ?? ''
        if (message.includes('stands twice') || message.includes('nested too deeply')) return parses(candidate)
        return isRefusedAsJson(candidate) === !parses(candidate)
      }),
      { numRuns: 2_000 },
    )
  })
})
