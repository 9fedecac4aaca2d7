import type { Comparison } from '@attune/contract'
import { useSearchParams } from '@solidjs/router'

/** What is asked, in the address: a link or a reload shows the same page again. */
export type Question = {
  readonly codebookVersion: string
  readonly comparison: Comparison
  readonly collapse: string
  readonly variables: readonly string[]
  readonly coders: readonly string[]
  readonly group: string
}

const comparisons: readonly Comparison[] = ['master', 'pairs', 'all']
const one = (value: string | string[] | undefined): string => (Array.isArray(value) ? (value[0] ?? '') : (value ?? ''))
const list = (value: string | string[] | undefined): string[] => one(value).split(',').filter(Boolean)

export function useQuestion(fallbackCodebook: () => string) {
  const [search, setSearch] = useSearchParams()
  const question = (): Question => ({
    codebookVersion: one(search.codebook) || fallbackCodebook(),
    comparison: comparisons.find((known) => known === one(search.compare)) ?? 'master',
    collapse: one(search.collapse) || 'as-coded',
    variables: list(search.variables),
    coders: list(search.coders),
    group: one(search.group),
  })
  const ask = (change: Partial<Question>) => {
    const next = { ...question(), ...change }
    setSearch({
      codebook: next.codebookVersion,
      compare: next.comparison,
      collapse: next.collapse,
      variables: next.variables.join(',') || null,
      coders: next.coders.join(',') || null,
      group: next.group || null,
    })
  }
  return { question, ask }
}
