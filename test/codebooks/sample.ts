import { readFileSync } from 'node:fs'
import { type ClassificationVariable, type Codebook, parseCodebook, type Variable } from '@attune/codebooks'

const folder = new URL('../../data/codebooks/', import.meta.url)

export const shippedText = (name: string): string => readFileSync(new URL(`${name}.json`, folder), 'utf8')

/** A codebook that must be valid, or the test that asks for it fails with the faults. */
export function mustParse(input: unknown): Codebook {
  const parsed = parseCodebook(input)
  if (!parsed.ok) throw new Error(parsed.faults.map((fault) => `${fault.path}: ${fault.message}`).join('\n'))
  return parsed.codebook
}

export const shipped = (name: 'aai' | 'iwm' | 'ssp'): Codebook => mustParse(shippedText(name))

export function mustFind(codebook: Codebook, id: string): Variable {
  const variable = codebook.variables.find((candidate) => candidate.id === id)
  if (!variable) throw new Error(`No variable ${id}`)
  return variable
}

export function classificationOf(codebook: Codebook, id = 'classification'): ClassificationVariable {
  const variable = mustFind(codebook, id)
  if (variable.kind !== 'classification') throw new Error(`${id} is no classification`)
  return variable
}

const common = { section: 'main', required: true, noValue: [] as [] }

/** A small valid codebook that uses every field of the format; indexes in the tests refer to it. */
export const sample = (): Codebook => ({
  format: 'attune-codebook/1',
  id: 'sample',
  version: '1.0.0',
  title: 'Sample',
  description: 'For tests.\nTwo lines.',
  citation: ['Nobody (2026).'],
  notice: 'Ours.',
  material: 'observation',
  targets: [
    { id: 'mother', label: 'Mother' },
    { id: 'father', label: 'Father' },
  ],
  episodes: [
    { id: '1', label: 'Play', seconds: 90 },
    { id: '2', label: 'Reunion' },
  ],
  subjects: [{ id: 'infant', label: 'Infant' }],
  sections: [{ id: 'main', label: 'Main' }],
  snapping: 'word',
  sampling: [
    {
      id: 'looks',
      label: 'Looks',
      method: 'partial',
      seconds: 10,
      codes: ['reach', 'cry'],
      subjects: ['infant'],
      episodes: ['2'],
      required: false,
    },
  ],
  variables: [
    {
      ...common,
      id: 'warmth',
      label: 'Warmth',
      description: 'How warm.',
      appliesTo: 'target',
      targets: ['mother'],
      noValue: ['cannot-rate', 'not-applicable'],
      kind: 'scale',
      min: 1,
      max: 9,
      step: 0.5,
      anchors: [{ point: 1, label: 'Cold' }],
    },
    {
      ...common,
      id: 'fear',
      label: 'Fear',
      appliesTo: 'case',
      kind: 'scale',
      min: 0,
      max: 14,
      step: 1,
      advice: [
        {
          when: { variable: 'fear', above: 5 },
          suggests: { variable: 'class', category: 'D' },
          message: 'Think of D.',
          boundary: 'Your judgement.',
        },
      ],
    },
    {
      ...common,
      id: 'class',
      label: 'Class',
      appliesTo: 'case',
      kind: 'classification',
      categories: [
        {
          id: 'A',
          label: 'A',
          description: 'First.',
          organised: true,
          children: [
            { id: 'A1', label: 'A1', children: [{ id: 'A1a', label: 'A1a' }] },
            { id: 'A2', label: 'A2' },
          ],
        },
        { id: 'B', label: 'B', organised: true },
        { id: 'D', label: 'D', needsSecondary: true },
      ],
      alternatives: 2,
      collapses: [
        {
          id: 'forced',
          label: 'Forced',
          rule: 'forced',
          map: { A: 'A', B: 'B', D: null },
          outcomes: [
            { id: 'A', label: 'A' },
            { id: 'B', label: 'B' },
          ],
        },
        {
          id: 'fine',
          label: 'Fine',
          rule: 'forced',
          map: { A1: 'A1', A2: 'A2', B: 'B', D: null },
          outcomes: [
            { id: 'A1', label: 'A1' },
            { id: 'A2', label: 'A2' },
            { id: 'B', label: 'B' },
          ],
        },
        {
          id: 'fear-or-not',
          label: 'D or not',
          rule: 'first',
          map: { A: 'no', A1a: 'yes', B: 'no', D: 'yes' },
          outcomes: [
            { id: 'no', label: 'Not D' },
            { id: 'yes', label: 'D' },
          ],
        },
      ],
      rationale: 'required',
    },
    {
      ...common,
      id: 'cried',
      label: 'Cried',
      appliesTo: 'episode',
      episodes: ['2'],
      required: false,
      kind: 'presence',
      evidence: { atLeast: 2 },
    },
    { ...common, id: 'bids', label: 'Bids', appliesTo: 'episode', kind: 'count', max: 20 },
    { ...common, id: 'crying', label: 'Crying', appliesTo: 'case', kind: 'duration', noValue: ['not-present'] },
  ],
  codes: [
    {
      id: 'reach',
      label: 'Reach',
      group: 'Seeking',
      unit: 'event',
      description: 'Reaches.',
      event: 'point',
      subjects: ['infant'],
      value: { min: -1, max: 9, step: 1 },
      key: 'r',
      colour: 1,
    },
    {
      id: 'cry',
      label: 'Cry',
      unit: 'event',
      event: 'state',
      exclusive: 'voice',
      modifiers: [
        {
          id: 'loudness',
          label: 'Loudness',
          choose: 'one',
          values: [
            { id: 'soft', label: 'Soft' },
            { id: 'loud', label: 'Loud' },
          ],
        },
        { id: 'with', label: 'With', choose: 'many', values: [{ id: 'tears', label: 'Tears' }] },
      ],
      key: 'c',
      colour: 12,
    },
  ],
})
