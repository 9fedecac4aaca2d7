import { type Figure, figuresOf, judge } from '@attune/agreement'
import type { CertificateBody } from '@attune/criteria'
import type { ReadAttempt } from '@attune/exchange'
import { comparedOf, orRefuseAttempt, readAttempts } from '../criterion/compared.ts'
import { predicatesOf } from '../criterion/print.ts'
import { Refusal } from '../refusal.ts'
import type { World } from '../world.ts'

/** One figure of a certificate, and what the comparisons give. */
export interface Recomputed {
  readonly said: Figure
  /** `null`: the comparisons have no such figure. */
  readonly found: Figure | null
  /** Names of the fields that differ. */
  readonly differ: readonly string[]
}

export interface Recomputation {
  readonly met: boolean
  readonly figures: readonly Recomputed[]
}

/** Every figure of a certificate once more, from the comparisons of its attempt. */
export async function recompute(
  path: string,
  { set, attempt, criterion, figures }: CertificateBody,
  trainee: string | undefined,
  world: World,
): Promise<Recomputation> {
  const found = await readAttempts(path, { set: set.id, attempt: attempt.number, trainee }, world)
  const made = only(path, found)
  const compared = comparedOf(made)
  return orRefuseAttempt(made, () => {
    const verdict = judge(criterion.rule, compared)
    const levels = [...new Set([0.95, ...figures.map(({ confidence }) => confidence)])]
    const known = [
      ...predicatesOf(verdict).flatMap((part) => part.figures),
      ...levels.flatMap((level) => figuresOf(compared, level)),
    ]
    return { met: verdict.met, figures: figures.map((said) => recomputed(said, known)) }
  })
}

function only(path: string, attempts: readonly ReadAttempt[]): ReadAttempt {
  const [first, second] = attempts
  if (first !== undefined && second === undefined) return first
  const names = attempts.map(({ trainee }) => trainee).join(', ')
  throw new Refusal(
    `${path}: several people made this attempt: ${names}.`,
    'Say whose certificate it is with --trainee.',
  )
}

const compared = ['n', 'cases', 'estimate', 'lower', 'upper', 'method'] as const satisfies (keyof Figure)[]

function recomputed(said: Figure, known: readonly Figure[]): Recomputed {
  const alike = known.filter(
    (one) =>
      one.variable === said.variable &&
      one.measure === said.measure &&
      one.collapse === said.collapse &&
      one.confidence === said.confidence,
  )
  const differences = alike.map((one) => ({
    found: one,
    differ: compared.filter((field) => !isSame(said[field], one[field])),
  }))
  const [best] = differences.toSorted((one, other) => one.differ.length - other.differ.length)
  return best === undefined ? { said, found: null, differ: [...compared] } : { said, ...best }
}

/** Equal up to the last digits, which may differ between machines. */
function isSame(said: string | number | null, found: string | number | null): boolean {
  if (typeof said !== 'number' || typeof found !== 'number') return said === found
  return Math.abs(said - found) <= 1e-9 * Math.max(1, Math.abs(said))
}
