import type { NoValue } from '@attune/codebooks'

/** The three kinds of "no value" a coder can choose, in the words of the screen. "Not rated yet" is none of them. */
export const noValueLabels: Record<NoValue, string> = {
  'cannot-rate': 'Cannot rate',
  'not-applicable': 'Not applicable',
  'not-present': 'Not present',
}
