import type { Code } from '@attune/codebooks'
import { clock } from '../../base/clock.ts'
import { t } from '../../messages/index.ts'
import type { Desk } from '../desk.ts'
import type { Sight } from '../desk-context.ts'

/** Puts a code on a moment or a stretch of time and raises it. */
export function codeEvent(
  desk: Desk,
  sight: Sight,
  code: Code,
  when: { onset: number; offset: number | null; subject: string | null },
): void {
  const id = crypto.randomUUID()
  const annotation = {
    id,
    code: code.id,
    value: null,
    memo: '',
    confidence: null,
    evidence: [],
    contradicts: [],
    modifiers: {},
  }
  desk.edit(
    { type: 'put-annotation', annotation: { unit: 'event', ...annotation, ...when } },
    { label: t().observations.at(code.label, clock(when.onset)) },
  )
  sight.used(code.id)
  sight.setRaised(id)
}
