import { existsSync, globSync, readFileSync } from 'node:fs'
import * as agreement from '@attune/agreement'
import { describe, expect, it } from 'vitest'

const root = new URL('../../packages/agreement/', import.meta.url)

/** Runs code with every public function in scope. */
function run(code: string, scope: Record<string, unknown> = {}): unknown {
  const known = { ...agreement, ...scope }
  return new Function(...Object.keys(known), code)(...Object.values(known))
}

const examples = globSync('src/**/*.ts', { cwd: root }).flatMap((file) =>
  [...readFileSync(new URL(file, root), 'utf8').matchAll(/@example ([\s\S]*?)(?=\n \* @|\n \*\/)/g)].map(
    ([, text = '']) => {
      const [code = '', value = ''] = text.replaceAll('\n *', '').split(' // ')
      return { file, code, value }
    },
  ),
)

describe('the examples in the docstrings', () => {
  it('are there for every coefficient', () => {
    for (const id of Object.keys(agreement.measures)) {
      const name = id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
      expect(examples.map(({ code }) => code).join('\n'), id).toContain(`${name}(`)
    }
  })

  for (const { file, code, value } of examples) {
    it(`give what they say: ${file}: ${code.slice(0, 60)}`, () => {
      const found = run(`return ${code}`)
      const said = run(`return ${value}`)
      expect(found).toEqual(typeof said === 'number' ? expect.closeTo(said, 13) : said)
    })
  }
})

describe('the docstrings', () => {
  const sources = globSync('src/**/*.ts', { cwd: root }).map(
    (file) => [file, readFileSync(new URL(file, root), 'utf8')] as const,
  )

  it('name only files of reference values that are there', () => {
    for (const [file, text] of sources) {
      for (const [, path = ''] of text.matchAll(/@checked ([\w./-]+\.\w+)/g)) {
        expect(existsSync(new URL(`../../${path}`, root)), `${file}: ${path}`).toBe(true)
      }
    }
  })

  it('name a source for every coefficient', () => {
    const measured = sources.filter(([file, text]) => /^src\/[^/]+$/.test(file) && /define\w*Measure\(/.test(text))
    expect(measured.length).toBeGreaterThan(40)
    for (const [file, text] of measured) {
      if (file !== 'src/define-measure.ts') expect(text, file).toMatch(/ \* @source .*\d{4}/)
    }
  })
})

describe('the README of the library', () => {
  it('begins with an example of at most five lines that gives what it says', () => {
    const readme = readFileSync(new URL('README.md', root), 'utf8')
    const [, block = ''] = /```ts\n([\s\S]*?)```/.exec(readme) ?? []
    const [first = '', ...lines] = block
      .trimEnd()
      .split('\n')
      .filter((line) => line !== '')
    expect(lines.length).toBeLessThanOrEqual(5)
    expect(first).toContain("from '@attune/agreement'")
    const found = run(`{${lines.join('\n')}\nreturn { estimate, interval, n, dropped } }`)
    expect(found).toEqual({
      estimate: expect.closeTo(0.636, 3),
      interval: expect.objectContaining({ lower: expect.closeTo(0.054, 3), upper: expect.closeTo(1.219, 3) }),
      n: 4,
      dropped: [{ code: 'missing', count: 1 }],
    })
    expect(block).toContain('0.636 from 0.054 to 1.219, n = 4, one item missing')
  })
})
