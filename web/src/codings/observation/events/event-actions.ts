import type { Code } from '@attune/codebooks'
import { clock } from '../../../base/clock.ts'
import { t } from '../../../messages/index.ts'
import type { Desk } from '../../desk.ts'
import type { Sight } from '../../desk-context.ts'
import type { EventAnnotation } from '../../turns.ts'

type When = { onset: number; offset: number | null; subject: string | null }

export function newEvent(code: Code, when: When): EventAnnotation {
  return {
    unit: 'event',
    id: crypto.randomUUID(),
    code: code.id,
    value: null,
    memo: '',
    confidence: null,
    evidence: [],
    contradicts: [],
    modifiers: {},
    ...when,
  }
}

/** Every event of this coding, in no order. */
export const codedEvents = (desk: Desk): EventAnnotation[] =>
  [...desk.draft().annotations.values()].filter((one): one is EventAnnotation => one.unit === 'event')

/** Puts a code on a moment or a stretch of time and raises it. */
export function codeEvent(desk: Desk, sight: Sight, code: Code, when: When): void {
  const annotation = newEvent(code, when)
  const label = t().observations.at(code.label, clock(when.onset))
  desk.edit({ type: 'put-annotation', annotation }, { label })
  sight.used(code.id)
  sight.setRaised(annotation.id)
}
