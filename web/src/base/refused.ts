import type { FieldFault, RefusalCode, RefusalReply } from '@attune/contract'

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
    return {
      title: 'The server cannot be reached.',
      advice: 'What was saved is safe. Check the network, then try again.',
    }
  }
  if (failure instanceof Refused) {
    if (failure.code === 'not-found') {
      return {
        title: 'There is nothing here that you can see.',
        advice: 'It may have been removed, or it belongs to somebody else’s work.',
      }
    }
    const trace =
      failure.code === 'internal' && failure.request ? ` The server’s log has it as ${failure.request}.` : ''
    return { title: failure.message, advice: adviceFor(failure.code) + trace }
  }
  return { title: 'This screen met something unexpected.', advice: 'What was saved is safe. Load the page again.' }
}

function adviceFor(code: RefusalCode): string {
  if (code === 'stale') return 'It was changed elsewhere in the meantime. Look at it again, then repeat your change.'
  if (code === 'too-many-tries') return 'Wait a minute before the next try.'
  if (code === 'internal' || code === 'not-ready') return 'What was saved is safe. Try again in a moment.'
  if (code === 'storage-full') return 'Nothing was lost, and nothing more can be saved until there is space.'
  return ''
}

export function isRefusal(reply: unknown): reply is RefusalReply {
  if (typeof reply !== 'object' || reply === null || !('error' in reply)) return false
  const { error } = reply
  return typeof error === 'object' && error !== null && 'code' in error && 'message' in error && 'faults' in error
}

export function faultsOf(issues: readonly { path: readonly PropertyKey[]; message: string }[]): FieldFault[] {
  return issues.map((issue) => ({ path: issue.path.map(String).join('.'), message: issue.message }))
}
