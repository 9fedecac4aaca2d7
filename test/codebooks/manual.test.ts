import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { collapse, collapsesOf, compareCodebooks, LIMITS, parseCodebook } from '@attune/codebooks'
import { describe, expect, it, onTestFinished } from 'vitest'
import { brokenFiles } from './broken-files.ts'
import { classificationOf, mustParse, sample, shipped, shippedText } from './sample.ts'

const manual = readFileSync(new URL('../../docs/codebooks.md', import.meta.url), 'utf8')
const blockOf = (language: string) => manual.split(`\`\`\`${language}\n`)[1]?.split('\n```')[0] ?? ''

function fieldsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(fieldsOf)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => (name === 'map' ? [name] : [name, ...fieldsOf(inner)]))
}

describe('the manual on codebooks', () => {
  it('shows an example that is valid', () => {
    expect(parseCodebook(blockOf('json'))).toMatchObject({ ok: true, codebook: { id: 'comfort-seeking' } })
  })

  it('shows every field of the format in its example and explains each', () => {
    const fields = [...new Set(fieldsOf(sample()))].toSorted()
    expect([...new Set(fieldsOf(mustParse(blockOf('json'))))].toSorted()).toEqual(fields)
    expect(
      fields.filter((field) => !manual.includes(`\`${field}\``) && !manual.includes(`\`"${field}": true\``)),
    ).toEqual([])
  })

  it('explains every fault', () => {
    expect(brokenFiles.map((broken) => broken.says).filter((says) => !manual.includes(says))).toEqual([])
  })

  it('names every limit', () => {
    const written = Object.values(LIMITS).map((limit) => limit.toLocaleString('en-US'))
    expect(written.filter((limit) => !new RegExp(`\\b${limit}\\b`).test(manual))).toEqual([])
  })

  it('shows what the AAI collapses really give', () => {
    const lines = manual.split('\n')
    const start = lines.findIndex((line) => line.startsWith('| Coded |'))
    const cells = (line: string) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.replaceAll('`', '').trim())
    const [, ...ways] = cells(lines[start] ?? '')
    const rows = lines.slice(start + 2, lines.indexOf('', start)).map(cells)
    const aai = classificationOf(shipped('aai'))
    expect(ways).toEqual(
      collapsesOf(aai)
        .slice(2)
        .map((way) => way.id),
    )
    expect(rows).toHaveLength(4)
    for (const [coded = '', ...outcomes] of rows) {
      expect(ways.map((way) => collapse(aai, way, coded.split('/')))).toEqual(outcomes)
    }
  })

  it('shows a program that runs and gives what is stated', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'attune-manual-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const library = new URL('../../packages/codebooks/src/index.ts', import.meta.url).pathname
    const file = join(folder, 'example.ts')
    writeFileSync(file, blockOf('ts').replace("'@attune/codebooks'", JSON.stringify(library)))
    const { forcedClass }: { forcedClass: (text: string, classes: string[]) => unknown } = await import(file)
    expect(manual).toContain("With the AAI file and `['U', 'F3']` this gives `'F'`.")
    expect(forcedClass(shippedText('aai'), ['U', 'F3'])).toBe('F')
    expect(() => forcedClass('{}', ['F'])).toThrow('format: This field is missing.')
  })

  it('states the three impacts of a change', () => {
    const example = mustParse(blockOf('json'))
    const { impact } = compareCodebooks(example, { ...example, variables: example.variables.slice(0, -1) })
    expect(impact).toBe('structure')
    for (const kind of ['wording', 'addition', 'structure']) expect(manual).toContain(`| ${kind} |`)
  })
})
