import type { CodebookVersion } from '@attune/contract'

type Numbered = Pick<CodebookVersion, 'version'>

/** 1.9.0 before 1.10.0, 2.0.0-draft.1 before 2.0.0. */
export function byNumber(one: Numbered, other: Numbered): number {
  const [first = '', firstDraft] = splitDraft(one.version)
  const [second = '', secondDraft] = splitDraft(other.version)
  const numbers = numerically.compare(first, second)
  if (numbers !== 0 || firstDraft === secondDraft) return numbers
  if (firstDraft === undefined) return 1
  return secondDraft === undefined ? -1 : numerically.compare(firstDraft, secondDraft)
}

const numerically = new Intl.Collator('en', { numeric: true })

function splitDraft(version: string): [string, string | undefined] {
  const at = version.indexOf('-')
  return at < 0 ? [version, undefined] : [version.slice(0, at), version.slice(at + 1)]
}
