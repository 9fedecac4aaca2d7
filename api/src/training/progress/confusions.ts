import type { TrainingProgress } from '@attune/contract'
import type { Tally } from '../feedback/tally.ts'
import { wordsFor } from '../feedback/words.ts'
import type { ScoredCase } from '../scoring/cases.ts'
import type { ItemKind } from '../scoring/items.ts'
import type { SetGround } from '../scoring/set-ground.ts'

type Line = TrainingProgress['confusions'][number]
/** A confusion with the cases in which it happened. */
export type Confusion = Line & { readonly cases: readonly ScoredCase[] }
type Place = Pick<Line, 'variable' | 'label'>

/** One answer on a class, a presence or a code, in words. */
type Answer = Place & {
  readonly master: string
  readonly given: string | null
  readonly agrees: boolean
  readonly case: ScoredCase
}

type Tallied = Tally & { readonly set: SetGround; readonly case: ScoredCase }

const isNamed = ({ variable }: ItemKind): boolean => variable.kind === 'classification' || variable.kind === 'presence'

function answersOf({ set, case: one, items, units }: Tallied): Answer[] {
  const rated = items.flatMap(({ kind, own, reference, agrees }): Answer[] => {
    if (!isNamed(kind) || agrees === null) return []
    const words = wordsFor(kind)
    const { id, label } = kind.variable
    return [{ variable: id, label, master: words(reference) ?? '', given: words(own), agrees, case: one }]
  })
  const codes = new Map(set.codebook.codes.map(({ id, label }) => [id, label]))
  const put = units.flatMap(({ own, reference, kind }): Answer[] => {
    if (reference === null) return []
    const master = codes.get(reference) ?? reference
    const given = own === null ? null : (codes.get(own) ?? own)
    return [{ variable: reference, label: master, master, given, agrees: kind === 'agreed', case: one }]
  })
  return [...rated, ...put]
}

/**
 * Which outcome was taken for which, the dearest first. What was left out is a disagreement that the shares are of, and no confusion.
 */
export function confusionsOf(tallies: readonly Tallied[]): Confusion[] {
  const answers = tallies.flatMap(answersOf)
  const wrong = answers.filter(({ agrees }) => !agrees)
  const times = new Map<string, number>()
  for (const { variable, master } of answers) {
    const key = `${variable} ${master}`
    times.set(key, (times.get(key) ?? 0) + 1)
  }
  const found = new Map<string, Answer[]>()
  for (const answer of wrong) {
    if (answer.given === null) continue
    const key = JSON.stringify([answer.variable, answer.master, answer.given])
    found.set(key, [...(found.get(key) ?? []), answer])
  }
  const lines = [...found.values()].flatMap((same): Confusion[] => {
    const [first] = same
    if (first === undefined) return []
    const { variable, label, master, given } = first
    const of = times.get(`${variable} ${master}`) ?? 0
    const cost = same.length / wrong.length
    return [
      { variable, label, master, given: given ?? '', count: same.length, of, cost, cases: same.map((one) => one.case) },
    ]
  })
  return lines.sort((one, other) => other.count - one.count || one.of - other.of || (one.label < other.label ? -1 : 1))
}
