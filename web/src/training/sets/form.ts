import type { TrainingSet, TrainingSetInput } from '@attune/contract'
import { asGroup } from '../criterion/rule-edit.ts'

/** A set as it is being edited: what is sent, whole. */
export type SetForm = TrainingSetInput
export type ChangeForm = (part: Partial<SetForm>) => void

export function emptyForm(codebookVersion: string): SetForm {
  return {
    name: '',
    description: '',
    codebookVersion,
    feedback: 'practice',
    showsScores: true,
    release: 'automatic',
    order: 'fixed',
    draw: null,
    seed: 1,
    scope: { variables: [], units: 'none', codes: [], overlap: 0.5, tolerance: 1 },
    masters: 'main',
    tolerance: 0,
    timeLimitMinutes: null,
    attempts: 1,
    prerequisite: null,
    criterion: null,
    certifies: false,
    cases: [],
  }
}

export function formOf(set: TrainingSet): SetForm {
  const {
    id: _,
    codebook,
    criterionLabels,
    state,
    version,
    cases,
    people,
    waiting,
    createdAt,
    openedAt,
    ...content
  } = set
  const { criterion } = content
  return {
    ...content,
    codebookVersion: codebook.version,
    criterion: criterion && { ...criterion, rule: asGroup(criterion.rule) },
    cases: cases.map((one) => one.case),
  }
}

/** Another codebook has other variables, codes and cases; nothing of the old choice would fit. */
export function withCodebook(form: SetForm, codebookVersion: string): SetForm {
  const { scope } = emptyForm(codebookVersion)
  return { ...form, codebookVersion, scope, cases: [] }
}

/** What does not apply is sent as if it had never been touched. */
export function bodyOf(form: SetForm): SetForm {
  const isDrawn = form.order === 'drawn'
  return {
    ...form,
    draw: isDrawn ? form.draw : null,
    certifies: form.certifies && form.criterion !== null,
    scope: form.scope.units === 'none' ? { ...form.scope, codes: [] } : form.scope,
  }
}

/** Cases of one attempt. */
export const sizeOf = (form: Pick<SetForm, 'order' | 'draw' | 'cases'>): number =>
  form.order === 'drawn' && form.draw !== null ? Math.min(form.draw, form.cases.length) : form.cases.length

export const isSame = (one: SetForm, other: SetForm): boolean => JSON.stringify(one) === JSON.stringify(other)

/** A field that asks for a number and holds something else; the field says so itself. */
export function hasNoNumber(value: unknown): boolean {
  if (typeof value === 'number') return Number.isNaN(value)
  return typeof value === 'object' && value !== null && Object.values(value).some(hasNoNumber)
}
