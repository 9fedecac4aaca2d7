import { type FieldFault, type RefusalCode, refusalStatus } from '@attune/contract'

/** A "no" of the domain. Thrown anywhere, it becomes a reply in `base/serve.ts` alone. */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly faults: readonly FieldFault[]
  readonly current: unknown

  constructor(code: RefusalCode, message: string, details: { faults?: readonly FieldFault[]; current?: unknown } = {}) {
    super(message)
    this.code = code
    this.faults = details.faults ?? []
    this.current = details.current
  }

  get status(): (typeof refusalStatus)[RefusalCode] {
    return refusalStatus[this.code]
  }
}

/**
 * What does not exist and what one must not know of get this same answer, so that neither a status nor a text tells
 * them apart.
 */
export function notFound(): Refusal {
  return new Refusal('not-found', 'There is nothing here that you can open.')
}
