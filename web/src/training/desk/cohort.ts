import type { CohortCell, Reply, readCohort } from '@attune/contract'
import { compareValues, type Sorting } from './sorting.ts'

export type Cohort = Reply<typeof readCohort>
export type CohortPerson = Cohort['people'][number]
export type CohortVariable = Cohort['variables'][number]
export type CohortConfusion = Cohort['confusions'][number]

type Attempt = CohortPerson['attempts'][number]

/** Over, and nothing of it shown yet. */
export function mayRelease({ releasedAt, state }: Attempt): boolean {
  return state !== 'running' && releasedAt === null
}

export function releasable(person: CohortPerson): Attempt[] {
  return person.attempts.filter(mayRelease)
}

/** Released, and yet kept from the trainee for a while. */
export const hasWithheld = ({ attempts }: CohortPerson): boolean => attempts.some(({ isWithheld }) => isWithheld)

export const cellKey = (person: string, variable: string): string => `${person}:${variable}`

export function cellsOf(cohort: Cohort): ReadonlyMap<string, CohortCell> {
  return new Map(cohort.cells.map((cell) => [cellKey(cell.person, cell.variable), cell]))
}

/** Variables and codes that somebody has a figure on; a codebook can have hundreds of codes that nobody used. */
export function variablesShown({ cells, variables }: Cohort): CohortVariable[] {
  const used = new Set(cells.map(({ variable }) => variable))
  return variables.filter(({ id }) => used.has(id))
}

/** What a trainer with two minutes wants to know. */
export type CohortCounts = {
  readonly all: number
  readonly met: number
  readonly done: number
  readonly running: number
  readonly notBegun: number
  readonly results: number
  readonly requests: number
}

export function countsOf({ people }: Cohort): CohortCounts {
  const count = (...wanted: CohortPerson['status'][]) => people.filter(({ status }) => wanted.includes(status)).length
  return {
    all: people.length,
    met: count('met'),
    done: count('met', 'revoked', 'not-met', 'done', 'to-release'),
    running: count('running'),
    notBegun: count('not-begun'),
    results: people.reduce((sum, person) => sum + releasable(person).length, 0),
    requests: people.filter(({ request }) => request !== null).length,
  }
}

const statuses: readonly CohortPerson['status'][] = [
  'to-release',
  'not-met',
  'revoked',
  'running',
  'not-begun',
  'done',
  'met',
]

/** The people in the order asked for; whoever has no figure comes last, whichever way. */
export function sortPeople(
  people: readonly CohortPerson[],
  cells: ReadonlyMap<string, CohortCell>,
  { by, isDown }: Sorting,
): CohortPerson[] {
  const value = (person: CohortPerson): number | string | null => {
    if (by === 'person') return person.name
    if (by === 'status') return statuses.indexOf(person.status)
    if (by === 'attempts') return person.attempts.length
    return cells.get(cellKey(person.id, by))?.figure.estimate ?? null
  }
  return people.toSorted(
    (one, other) => compareValues(value(one), value(other), isDown) || one.name.localeCompare(other.name),
  )
}
