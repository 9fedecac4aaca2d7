import type { CriterionNames } from '../criterion-words.ts'
import type { SetFaults } from '../sets/faults.ts'
import type { Group, RulePath } from './rule-edit.ts'
import type { Subjects } from './subjects.ts'

/** What every part of a rule needs while it is edited. */
export type Editing = {
  readonly root: Group
  readonly onRoot: (root: Group) => void
  /** Path of the condition whose fields are shown, with dots. */
  readonly opened: string | null
  readonly open: (path: RulePath | null) => void
  readonly subjects: Subjects
  readonly names: CriterionNames
  readonly faults: SetFaults
}
