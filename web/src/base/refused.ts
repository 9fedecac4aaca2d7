import type { FieldFault, RefusalCode, RefusalReply } from '@attune/contract'
import { t } from '../messages/index.ts'

/** The server said no. `current` comes with `stale`: the item as it stands now. `request` finds the entry in the server's log. */
export class Refused extends Error {
  readonly code: RefusalCode
  readonly status: number
  readonly faults: readonly FieldFault[]
  readonly request: string
  readonly current: unknown

  constructor(
    code: RefusalCode,
    status: number,
    message: string,
    faults: readonly FieldFault[] = [],
    more: { request?: string; current?: unknown } = {},
  ) {
    super(message)
    this.name = 'Refused'
    this.code = code
    this.status = status
    this.faults = faults
    this.request = more.request ?? ''
    this.current = more.current
  }
}

/** There was no answer: the network or the server is away. Nothing is known about what was asked. */
export class Offline extends Error {
  constructor(options?: ErrorOptions) {
    super('The server cannot be reached.', options)
    this.name = 'Offline'
  }
}

/** What went wrong and what to do about it, in words for the screen. */
export function describeFailure(failure: unknown): { title: string; advice: string } {
  if (failure instanceof Offline) {
    return t().refusals.offline
  }
  if (failure instanceof Refused) {
    if (failure.code === 'not-found') {
      return t().refusals.notFound
    }
    const { refusals } = t()
    const trace = failure.code === 'internal' && failure.request ? refusals.trace(failure.request) : ''
    // Every answer of the server has a request; words without one were made at this desk, in its language.
    const said = failure.request ? refusals.said(failure.code, failure.message) : { title: failure.message, detail: '' }
    return { title: said.title, advice: [said.detail, refusals.advice(failure.code), trace].filter(Boolean).join(' ') }
  }
  return t().refusals.unexpected
}

export function isRefusal(reply: unknown): reply is RefusalReply {
  if (typeof reply !== 'object' || reply === null || !('error' in reply)) return false
  const { error } = reply
  return typeof error === 'object' && error !== null && 'code' in error && 'message' in error && 'faults' in error
}

export function faultsOf(issues: readonly { path: readonly PropertyKey[]; message: string }[]): FieldFault[] {
  return issues.map((issue) => ({ path: issue.path.map(String).join('.'), message: issue.message }))
}
