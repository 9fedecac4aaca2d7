import type { AgreementResult, Rater } from '@attune/contract'

/** One variable as the server is asked about it closely. */
export type SlotQuery = {
  readonly codebookVersion: string
  readonly variable: string
  readonly target?: string
  readonly episode?: string
  readonly collapse?: string
}

export function slotQuery(codebookVersion: string, result: AgreementResult | undefined): SlotQuery {
  const { variable = '', target, episode, collapse } = result ?? {}
  return {
    codebookVersion,
    variable,
    ...(target ? { target } : {}),
    ...(episode ? { episode } : {}),
    ...(collapse ? { collapse } : {}),
  }
}

/** The coder first, so that a bias above 0 says that the coder rates higher than the master. */
export function coderFirst(raters: readonly Rater[]): [string, string] {
  const [first, second] = raters.toSorted((one, other) => Number(one.isMaster) - Number(other.isMaster))
  return [first?.id ?? '', second?.id ?? '']
}

/** The master first: its codes make the rows, as in every table of a test against a criterion. */
export function masterFirst(raters: readonly Rater[]): [string, string] {
  const [coder, master] = coderFirst(raters)
  return raters.some((rater) => rater.isMaster) ? [master, coder] : [coder, master]
}
