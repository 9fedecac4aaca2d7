import { readdirSync, readFileSync } from 'node:fs'
import { faultsOfRule, type RuleVariable } from '@attune/agreement'
import { collapsesOf, parseCodebook } from '@attune/codebooks'
import { type Preset, preset, type Rule } from '@attune/criteria'
import { describe, expect, it } from 'vitest'
import { presetsIn } from '../../api/src/training/presets.ts'

const data = new URL('../../data/', import.meta.url).pathname
const files = readdirSync(`${data}criteria`).filter((name) => name.endsWith('.json'))
const read = (name: string) => JSON.parse(readFileSync(`${data}criteria/${name}`, 'utf8'))

const codebooks = readdirSync(`${data}codebooks`).map((name) => {
  const parsed = parseCodebook(readFileSync(`${data}codebooks/${name}`, 'utf8'))
  if (!parsed.ok) throw new Error(`${name} is no codebook.`)
  const variables = parsed.codebook.variables.map(
    (variable): RuleVariable => ({
      id: variable.id,
      label: variable.label,
      kind: variable.kind,
      collapses: collapsesOf(variable).map(({ id }) => id),
    }),
  )
  return [name, variables] as const
})

/** The predicates of a rule. */
const predicates = (rule: Rule): unknown[] =>
  'all' in rule ? rule.all.flatMap(predicates) : 'any' in rule ? rule.any.flatMap(predicates) : [rule]

describe('the shipped criteria', () => {
  it('are those of their sources', () => {
    expect(
      presetsIn(data).map(({ id, attempts, cases, criterion }) => [id, cases, attempts, criterion.validMonths]),
    ).toEqual([
      ['80-percent-of-twenty-classifications', 20, null, null],
      ['80-percent-without-critical-error', 2, null, null],
      ['error-15-percent', 20, null, null],
      ['error-20-percent', 20, null, null],
      ['icc-excellent', 20, null, null],
      ['icc-good', 20, null, null],
      ['kappa-60-and-icc-70', 20, null, null],
      ['lower-limit', 30, null, null],
      ['three-cases-in-a-row', null, null, null],
      ['within-one-in-80-percent-of-five', 5, 3, 12],
      ['within-one-in-90-percent', 10, null, null],
    ])
  })

  it.each(files)('%s is called like its file, names a public source and says what it is not', (name) => {
    const parsed: Preset = preset.parse(read(name))
    expect(`${parsed.id}.json`).toBe(name)
    const { words, source, url } = parsed.criterion.modelledOn ?? { words: '', source: '', url: '' }
    expect(words).toMatch(/^Modelled on /)
    expect(words).toContain('Nobody who owns an instrument has approved it.')
    expect(source).not.toBe('')
    expect(url).toMatch(/^https?:\/\//)
    // Written out, so that the file says all that it means.
    expect(read(name)).toEqual(JSON.parse(JSON.stringify(parsed)))
    expect(predicates(parsed.criterion.rule).length).toBeGreaterThan(0)
  })

  it.each(files.flatMap((name) => codebooks.map(([codebook, variables]) => [name, codebook, variables] as const)))(
    '%s can be met with %s',
    (name, _, variables) => {
      const { criterion, cases } = preset.parse(read(name))
      expect(faultsOfRule(criterion.rule, variables, cases ?? 5)).toEqual([])
    },
  )
})
