import { t } from '../../messages/index.ts'
import { outcomeWords } from '../mine/progress-words.ts'
import { type Cohort, cellKey } from './cohort.ts'

/** One case behind a figure or a confusion. */
export type CaseBehind = {
  readonly attempt: string
  readonly position: number
  readonly caseId: string
  readonly person: string
  readonly number: number
  /** Items of the variable in this case; null where only the place of a confusion is known. */
  readonly items: { readonly agreed: number; readonly compared: number } | null
}

/** The cases to be listed, under a sentence that says what they are. */
export type Behind = { readonly title: string; readonly variable: string; readonly cases: readonly CaseBehind[] }

const attemptsOf = (cohort: Cohort) =>
  new Map(
    cohort.people.flatMap(({ name, attempts }) =>
      attempts.map(({ id, number }) => [id, { person: name, number }] as const),
    ),
  )

/** `cell:person:variable` or `confusion:3`, as the address has it; nothing where there is no such thing any more. */
export function behindOf(cohort: Cohort, open: string | undefined): Behind | undefined {
  const [kind, first = '', second = ''] = (open ?? '').split(':')
  if (kind === 'cell') return behindCell(cohort, first, second)
  return kind === 'confusion' ? behindConfusion(cohort, Number(first)) : undefined
}

function behindCell(cohort: Cohort, person: string, variable: string): Behind | undefined {
  const cell = cohort.cells.find((one) => cellKey(one.person, one.variable) === cellKey(person, variable))
  if (!cell) return undefined
  const attempts = attemptsOf(cohort)
  const name = cohort.people.find(({ id }) => id === person)?.name ?? ''
  const label = cohort.variables.find(({ id }) => id === variable)?.label ?? variable
  return {
    title: t().desk.cohort.behind.cell(name, label),
    variable,
    cases: cell.cases.map(({ attempt, position, caseId, agreed, compared }) => ({
      attempt,
      position,
      caseId,
      person: name,
      number: attempts.get(attempt)?.number ?? 1,
      items: { agreed, compared },
    })),
  }
}

function behindConfusion(cohort: Cohort, index: number): Behind | undefined {
  const confusion = cohort.confusions[index]
  if (!confusion) return undefined
  const attempts = attemptsOf(cohort)
  const { given, label, master, variable } = confusion
  return {
    title: t().desk.cohort.behind.confusion(label, outcomeWords(given), outcomeWords(master)),
    variable,
    cases: confusion.at.map(({ attempt, position, caseId }) => ({
      attempt,
      position,
      caseId,
      person: attempts.get(attempt)?.person ?? '',
      number: attempts.get(attempt)?.number ?? 1,
      items: null,
    })),
  }
}
