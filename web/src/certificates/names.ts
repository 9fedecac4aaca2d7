import type { Figure } from '@attune/criteria'
import { type CriterionNames, plainNames } from '../training/criterion-words.ts'

/** What variables and codes are called, by the labels that the figures of a certificate carry: it stands without its codebook. */
export function namesIn(figures: readonly Figure[]): CriterionNames {
  const labels = new Map(figures.flatMap(({ variable, label }) => (variable === null ? [] : [[variable, label]])))
  const label = (id: string) => labels.get(id) ?? id
  return { ...plainNames, variable: label, code: label }
}
