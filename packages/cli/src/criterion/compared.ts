import type { Compared, ComparedVariable } from '@attune/agreement'
import { type ReadAttempt, type ReadVariable, readComparisons } from '@attune/exchange'
import { orRefuse, place, Refusal } from '../refusal.ts'
import { readText } from '../text-file.ts'
import type { World } from '../world.ts'

/** Which attempts of a file are meant. */
export interface Chosen {
  readonly set?: string | undefined
  readonly trainee?: string | undefined
  readonly attempt?: number | undefined
}

/** The attempts of a file of comparisons. @throws Refusal naming file, line and remedy, or if none is the one asked for. */
export async function readAttempts(path: string, chosen: Chosen, world: World): Promise<readonly ReadAttempt[]> {
  const read = readComparisons(await readText(path, world))
  if (!read.ok) {
    const [fault] = read.faults
    throw new Refusal(`${place(path, fault?.line ?? 0)}: ${fault?.message}`, fault?.remedy ?? '')
  }
  const found = read.attempts.filter(
    ({ set, trainee, attempt }) =>
      (chosen.set ?? set) === set && (chosen.trainee ?? trainee) === trainee && (chosen.attempt ?? attempt) === attempt,
  )
  if (found.length > 0) return found
  const there = read.attempts.map(({ trainee, attempt }) => `${trainee} ${attempt}`).join(', ')
  throw new Refusal(`${path}: there is no such attempt.`, `The file holds these trainees and attempts: ${there}.`)
}

/** What the library takes: each variable under its collapse, beside masters or coders. */
export function comparedOf(attempt: ReadAttempt): Compared {
  const { cases, units, codes, tolerance, overlap, seconds } = attempt
  const asCoded = attempt.variables.filter(({ collapse }) => collapse === null || collapse === 'as-coded')
  const variable: Compared['variable'] = (id, collapse, against) => {
    const own = attempt.variables.filter((one) => one.id === id)
    const found = own.find((one) => one.collapse === collapse) ?? asCoded.find((one) => one.id === id) ?? own[0]
    if (found === undefined) throw new RangeError(`There is no variable ${id}.`)
    return beside(found, against)
  }
  return { cases, variables: asCoded, variable, units, codes, tolerance, overlap, seconds }
}

function beside(variable: ReadVariable, against: 'master' | 'coders'): ComparedVariable {
  if (against === 'master') return variable
  return { ...variable, items: variable.items.map((item) => ({ ...item, references: item.coders })) }
}

/** A variable for `faultsOfRule`: as many items a case as the fullest case has. */
export function plannedVariables({ variables }: ReadAttempt) {
  return variables
    .filter(({ collapse }) => collapse === null || collapse === 'as-coded')
    .map(({ id, label, kind, items }) => {
      const counts = new Map<string, number>()
      for (const item of items) counts.set(item.case, (counts.get(item.case) ?? 0) + 1)
      return { id, label, kind, itemsPerCase: Math.max(1, ...counts.values()) }
    })
}

/** A value that is none of its outcomes shows only when the figures are computed. */
export function orRefuseAttempt<Value>(attempt: ReadAttempt, compute: () => Value): Value {
  const where = `${attempt.trainee}, attempt ${attempt.attempt} of ${attempt.setName}: `
  return orRefuse(where, 'Correct the value, or add it to the outcomes.', compute)
}
