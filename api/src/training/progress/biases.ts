import { type ComparedVariable, type Figure, figuresOf, plainCompared } from '@attune/agreement'
import type { CodedCase } from './collect.ts'

const keyOf = ({ attempt, position }: CodedCase['case']): string => `${attempt} ${position}`

/** The items of many cases, variable by variable, as the library takes them. */
export function variablesOf(cases: readonly CodedCase[]): ComparedVariable[] {
  const found = new Map<string, ComparedVariable & { items: ComparedVariable['items'][number][] }>()
  for (const one of cases) {
    for (const { kind, own, references } of one.items) {
      const there = found.get(kind.variable.id) ?? { ...kind.declared, items: [] }
      there.items.push({ case: keyOf(one.case), own, references })
      found.set(kind.variable.id, there)
    }
  }
  return [...found.values()]
}

/** Bias on each scale, own minus master, with its interval. */
export function biasesOf(cases: readonly CodedCase[]): Figure[] {
  const variables = variablesOf(cases).filter(({ kind }) => kind === 'scale')
  const figures = figuresOf(plainCompared({ cases: cases.map((one) => keyOf(one.case)), variables }))
  return figures.filter(({ measure, n }) => measure === 'bias' && n > 0)
}
