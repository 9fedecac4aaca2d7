import type { Codebook } from '@attune/codebooks'
import type { BodyInput, ChartSettings, createDriftPlan } from '@attune/contract'

/** A plan while it is being made. */
export type PlanDraft = {
  readonly name: string
  readonly codebookVersion: string
  readonly people: readonly string[]
  readonly cases: readonly string[]
  readonly every: number | null
  readonly recodeEvery: number | null
  readonly variables: readonly string[]
  readonly collapse: string
  /** null: as suggested. */
  readonly charts: ChartSettings | null
  readonly pauses: boolean
}

export const emptyDraft = (name: string, codebookVersion: string): PlanDraft => ({
  ...{ name, codebookVersion, people: [], cases: [], every: 5, recodeEvery: null },
  ...{ variables: [], collapse: 'as-coded', charts: null, pauses: false },
})

/** What is sent. What cannot be a number goes as it is: the server says which field is wrong. */
export function bodyOf(draft: PlanDraft, charts: ChartSettings, seed: number): BodyInput<typeof createDriftPlan> {
  const { people, cases, variables, every, ...rest } = draft
  return {
    ...{ ...rest, charts, seed, every: every ?? 0 },
    ...{ people: [...people], cases: [...cases], variables: [...variables] },
  }
}

/** Variables that charts can watch: scores, classes and presence. */
export function watchable(codebook: Codebook) {
  return codebook.variables.filter(({ kind }) => kind === 'scale' || kind === 'classification' || kind === 'presence')
}

/** Every way in which some classification of the codebook can be taken together. */
export function collapsesIn(codebook: Codebook): { readonly id: string; readonly label: string }[] {
  const all = codebook.variables.flatMap((variable) => (variable.kind === 'classification' ? variable.collapses : []))
  return [...new Map(all.map(({ id, label }) => [id, { id, label }])).values()]
}

/** With or without one of a list. */
export function ticked(list: readonly string[], one: string, isOn: boolean): readonly string[] {
  return isOn ? [...list.filter((other) => other !== one), one] : list.filter((other) => other !== one)
}

/** Whether charts can be asked about: while somebody types, a field may hold no number. */
export function isUsable({ agreement, bias }: ChartSettings): boolean {
  const isShare = agreement.expected > 0 && agreement.expected < 1
  const isNumber = bias.scales === null || (Number.isInteger(bias.scales) && bias.scales > 0)
  return isShare && agreement.within >= 0 && Number.isFinite(bias.expected) && bias.deviation > 0 && isNumber
}
