import type { Annotation } from '@attune/contract'
import { type AnnotationRow, annotationsCsv, eachCsvRow } from '@attune/exchange'
import { describe, expect, it } from 'vitest'

function table(text: string) {
  const rows: string[][] = []
  expect(eachCsvRow(text, ',', (cells) => void rows.push([...cells]))).toBeNull()
  const [header = [], ...body] = rows
  return body.map((cells) => Object.fromEntries(header.map((name, index) => [name, cells[index]])))
}

const common = { value: null, memo: '', confidence: null, evidence: [], contradicts: [], version: 1 }
const segment: Annotation = {
  ...common,
  unit: 'segment',
  id: 'a1',
  code: 'loss',
  start: 4,
  end: 12,
  evidence: [
    { variable: 'loving', target: 'mother', episode: null },
    { variable: 'coherence', target: null, episode: null },
  ],
  contradicts: [{ variable: 'proximity', target: null, episode: '5' }],
}
const event: Annotation = {
  ...common,
  unit: 'event',
  id: 'a2',
  code: 'cry',
  onset: 12.5,
  offset: null,
  subject: 'infant',
  modifiers: { voice: ['loud'], hand: ['right', 'left'] },
}
const row = (annotation: Annotation, more: Partial<AnnotationRow> = {}): AnnotationRow => ({
  case: 'A-1',
  rater: 'kim',
  role: 'coder',
  codingVersion: 1,
  codebook: 'aai 1.0.0',
  submittedAt: '2026-01-02T03:04:05.000Z',
  annotation,
  turns: null,
  quote: null,
  ...more,
})

describe('annotationsCsv', () => {
  it('says of each annotation what it speaks for and against', () => {
    const [first] = table(annotationsCsv([row(segment, { turns: [3, 4], quote: 'She said:\n"no"' })]))
    expect(first).toMatchObject({
      code: 'loss',
      unit: 'segment',
      start: '4',
      end: '12',
      turn_first: '3',
      turn_last: '4',
      onset: '',
      modifiers: '',
      evidence_for: 'coherence loving@mother',
      evidence_against: 'proximity#5',
      quote: 'She said:\n"no"',
    })
  })

  it('gives an event its time, its subject and its modifiers in one order', () => {
    const [first] = table(annotationsCsv([row(event)]))
    expect(first).toMatchObject({
      start: '',
      onset: '12.5',
      offset: '',
      subject: 'infant',
      modifiers: 'hand=left,right voice=loud',
      evidence_for: '',
      quote: '',
    })
  })

  it('writes the same bytes for the same links in another order, and no formulas', () => {
    const turned = { ...segment, evidence: segment.evidence.toReversed() }
    expect(annotationsCsv([row(turned)])).toBe(annotationsCsv([row(segment)]))
    expect(annotationsCsv([row({ ...segment, memo: '=SUM(A1)' })])).toContain("'=SUM(A1)")
    expect(annotationsCsv([]).split('\r\n')).toHaveLength(2)
  })
})
