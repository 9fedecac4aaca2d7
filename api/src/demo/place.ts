import type { Annotation } from '@attune/contract'
import type { DemoAnnotation } from './files.ts'

/** Finds the passage a demo annotation quotes: its n-th occurrence in the raw text. */
function findQuote(text: string, quote: string, occurrence: number): number {
  let at = -1
  for (let count = 0; count < occurrence; count += 1) {
    at = text.indexOf(quote, at + 1)
    if (at < 0) throw new Error(`The demo quotes a passage that is not in the text: "${quote.slice(0, 60)}".`)
  }
  return at
}

/** A demo annotation with its place in the material. */
export function placeAnnotation(id: string, text: string, annotation: DemoAnnotation): Annotation {
  const { code, memo, evidence, value = null, confidence = null } = annotation
  const links = { evidence, contradicts: [] }
  const shared = { id, code, memo, ...links, value: value ?? null, confidence: confidence ?? null, version: 1 }
  if ('quote' in annotation) {
    const start = findQuote(text, annotation.quote, annotation.occurrence)
    return { unit: 'segment', ...shared, start, end: start + annotation.quote.length }
  }
  const { onset, offset, subject } = annotation
  return { unit: 'event', ...shared, onset, offset: offset ?? null, subject: subject ?? null, modifiers: {} }
}
