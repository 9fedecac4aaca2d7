import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Codebook, codebookSchema } from '@attune/codebooks'
import type { Workspace } from '@attune/contract'
import type { EventAnnotation } from '../../../web/src/codings/turns.ts'
import { observationWorkspace } from './sample.ts'

/** SSP 1.1.0: with modifiers, states that end each other, and samplings. */
export const laterSsp = (): Codebook =>
  codebookSchema.parse(
    JSON.parse(readFileSync(join(import.meta.dirname, '../../../data/codebooks/ssp-1.1.0.json'), 'utf8')),
  )

let events = 0
/** An event of the infant. */
export function eventOf(code: string, onset: number, rest: Partial<EventAnnotation> = {}): EventAnnotation {
  events += 1
  return {
    unit: 'event',
    id: `88888888-8888-4888-8888-${String(events).padStart(12, '0')}`,
    code,
    value: null,
    memo: '',
    confidence: null,
    evidence: [],
    contradicts: [],
    onset,
    offset: null,
    subject: 'infant',
    modifiers: {},
    ...rest,
  }
}

/** An observation of the demo study, coded with SSP 1.1.0. */
export function laterWorkspace(coded: readonly EventAnnotation[] = []): Workspace {
  const annotations = coded.map((event) => ({ ...event, version: 1 }))
  return { ...observationWorkspace({ annotations }), codebook: laterSsp() }
}
