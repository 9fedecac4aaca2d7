import type { Code, Subject } from '@attune/codebooks'
import type { Desk } from '../../desk.ts'

/** Whose behaviour a code can be: its own subset, or everybody in the codebook. */
export function subjectsFor(desk: Desk, code: Code | undefined): Subject[] {
  return desk.codebook.subjects.filter((subject) => !code?.subjects || code.subjects.includes(subject.id))
}

export const subjectLabel = (desk: Desk, id: string | null): string =>
  id === null ? '' : (desk.codebook.subjects.find((subject) => subject.id === id)?.label ?? id)
