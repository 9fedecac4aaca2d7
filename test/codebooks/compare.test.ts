import { codebookSchema, compareCodebooks } from '@attune/codebooks'
import { describe, expect, it } from 'vitest'
import { changed } from './broken-files.ts'
import { mustParse, sample, shipped } from './sample.ts'

/** Only the shape is checked: a single change may leave a collapse incomplete. */
const compare = (at: string, put: unknown) => {
  const { impact, changes } = compareCodebooks(sample(), codebookSchema.parse(changed(at, put)))
  return { impact, changes: changes.map(({ kind, path }) => `${kind} ${path}`) }
}

describe('compareCodebooks', () => {
  it('finds nothing between equal codebooks, whatever their versions', () => {
    for (const book of [sample(), shipped('aai'), shipped('iwm'), shipped('ssp')]) {
      expect(compareCodebooks(book, { ...book, version: '2.0.0' })).toEqual({
        from: '1.0.0',
        to: '2.0.0',
        impact: 'none',
        changes: [],
      })
    }
  })

  const cases: [string, string, unknown, string, string[]][] = [
    ['a new title as wording', 'title', 'New', 'wording', ['changed title']],
    ['a new label', 'variables[0].label', 'Warm', 'wording', ['changed variables.warmth.label']],
    ['a new key', 'codes[0].key', 'x', 'wording', ['changed codes.reach.key']],
    ['a description taken out', 'codes[0].description', undefined, 'wording', ['removed codes.reach.description']],
    [
      'new anchors',
      'variables[0].anchors',
      [{ point: 9, label: 'Warm' }],
      'wording',
      ['changed variables.warmth.anchors'],
    ],
    ['a further target', 'targets[2]', { id: 'aunt', label: 'Aunt' }, 'addition', ['added targets.aunt']],
    [
      'a further no value',
      'variables[1].noValue',
      ['cannot-rate'],
      'addition',
      ['added variables.fear.noValue.cannot-rate'],
    ],
    ['a code taken out', 'codes', [], 'structure', ['removed codes.reach', 'removed codes.cry']],
    ['a wider scale', 'variables[1].max', 15, 'structure', ['changed variables.fear.max']],
    [
      'a further class',
      'variables[2].categories[0].children[2]',
      { id: 'A3', label: 'A3' },
      'structure',
      ['added variables.class.categories.A.children.A3'],
    ],
    ['a variable no longer required', 'variables[1].required', false, 'structure', ['changed variables.fear.required']],
  ]
  for (const [name, at, put, impact, changes] of cases) {
    it(`reports ${name}`, () => {
      expect(compare(at, put)).toEqual({ impact, changes })
    })
  }

  it('reports another outcome of a collapse as structure', () => {
    expect(compare('variables[2].collapses[2].map.A1a', 'no')).toEqual({
      impact: 'structure',
      changes: ['changed variables.class.collapses.fear-or-not.map.A1a'],
    })
  })

  it('takes an id that is spelled like a field for an id', () => {
    const named = (id: string) => mustParse(JSON.parse(JSON.stringify(sample()).replaceAll('"fear"', `"${id}"`)))
    const [before, after] = [named('label'), named('label')]
    const fear = after.variables[1]
    if (fear?.kind !== 'scale') throw new Error('The second variable is a scale.')
    fear.max = 15
    expect(compareCodebooks(before, after)).toMatchObject({
      impact: 'structure',
      changes: [{ path: 'variables.label.max', before: 14, after: 15 }],
    })
  })

  it('reports a new order: of classes as structure, of codes as wording', () => {
    const codes = { ...sample(), codes: sample().codes.toReversed() }
    expect(compareCodebooks(sample(), codes)).toMatchObject({
      impact: 'wording',
      changes: [{ kind: 'reordered', path: 'codes', before: ['reach', 'cry'], after: ['cry', 'reach'] }],
    })
    const book = sample()
    const variables = book.variables.map((variable) =>
      variable.kind === 'classification' ? { ...variable, categories: variable.categories.toReversed() } : variable,
    )
    expect(compareCodebooks(book, { ...book, variables })).toMatchObject({
      impact: 'structure',
      changes: [{ kind: 'reordered', path: 'variables.class.categories' }],
    })
  })
})
