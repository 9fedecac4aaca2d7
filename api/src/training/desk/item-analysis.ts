import { pearson, ratingTable } from '@attune/agreement'
import { slotKey, slotLabel } from '@attune/codebooks'
import type { ItemAnalysis } from '@attune/contract'
import type { Db } from '../../base/database/database.ts'
import { shareOf } from '../feedback/share.ts'
import { wordsFor } from '../feedback/words.ts'
import { cellIn, type Item, type ItemKind } from '../scoring/items.ts'
import { everyMaster } from '../scoring/masters.ts'
import type { SetGround } from '../scoring/set-ground.ts'
import { readSubmitted, type Submitted } from '../scoring/submitted.ts'
import { attemptsAt, countedAttempts } from './attempts.ts'
import { type DeskCase, talliesOf } from './tallies.ts'

/** One answer to an item. */
type Answer = { readonly person: string; readonly item: Item; readonly agrees: boolean }

/** Fewer people tell nothing about who does well. */
const leastPeople = 5

/** Every item of a set with the answers of those who coded it. */
function answersTo(tallies: readonly DeskCase[]): Map<string, Answer[]> {
  const found = new Map<string, Answer[]>()
  for (const { items, case: one, attempt } of tallies) {
    if (one.own === null) continue
    for (const item of items) {
      if (item.agrees === null) continue
      const key = `${one.case} ${slotKey(item.kind.slot)}`
      found.set(key, [...(found.get(key) ?? []), { person: attempt.person.id, item, agrees: item.agrees }])
    }
  }
  return found
}

type Sum = { readonly agreed: number; readonly compared: number }

function sumsOf(answers: Iterable<readonly Answer[]>): Map<string, Sum> {
  const sums = new Map<string, Sum>()
  for (const { person, agrees } of [...answers].flat()) {
    const { agreed, compared } = sums.get(person) ?? { agreed: 0, compared: 0 }
    sums.set(person, { agreed: agreed + (agrees ? 1 : 0), compared: compared + 1 })
  }
  return sums
}

/** Correlation of agreeing on an item with the share agreed on all others: whether it tells good from poor coders. */
function discrimination(answers: readonly Answer[], sums: ReadonlyMap<string, Sum>): number | null {
  if (answers.length < leastPeople) return null
  const rows = answers.flatMap(({ person, agrees }) => {
    const { agreed = 0, compared = 0 } = sums.get(person) ?? {}
    const own = agrees ? 1 : 0
    return compared < 2 ? [] : [[own, (agreed - own) / (compared - 1)]]
  })
  if (rows.length < leastPeople) return null
  return pearson(ratingTable({ raters: ['item', 'rest'], level: 'interval', rows })).estimate
}

/** The wrong answer given most often; what was left out is none. */
function commonest(answers: readonly Answer[]): ItemAnalysis['commonest'] {
  const counts = new Map<string, number>()
  for (const { item, agrees } of answers) {
    const given = agrees ? null : wordsFor(item.kind)(item.own)
    if (given !== null) counts.set(given, (counts.get(given) ?? 0) + 1)
  }
  const [first] = [...counts].toSorted(([one, count], [other, times]) => times - count || (one < other ? -1 : 1))
  return first === undefined ? null : { given: first[0], count: first[1] }
}

/** Whether master codings of a case say different things; scores within the set's tolerance do not. */
function disagree(kind: ItemKind, masters: readonly Submitted[], tolerance: number): boolean {
  const cells = masters.map((master) => cellIn(kind, master)).filter((cell) => cell !== null)
  const numbers = cells.filter((cell) => typeof cell === 'number')
  if (numbers.length === cells.length && cells.length > 0) {
    return Math.max(...numbers) - Math.min(...numbers) > tolerance + 1e-9
  }
  return new Set(cells).size > 1
}

/** Items of a set from everybody's first scored attempt: later on a case is no longer new. */
export async function itemAnalysisOf(db: Db, set: SetGround): Promise<ItemAnalysis[]> {
  const counted = countedAttempts(await attemptsAt(db, set.id), 'first')
  const tallies = await talliesOf(db, set, counted)
  const answers = answersTo(tallies)
  const sums = sumsOf(answers.values())
  const masters = await everyMaster(
    db,
    set,
    tallies.map((one) => one.case.case),
  )
  const read = await readSubmitted(db, [...masters.values()].flat(), { annotations: false })
  return [...answers.values()]
    .flatMap((own): ItemAnalysis[] => {
      const [first] = own
      if (first === undefined) return []
      const { kind, case: one } = first.item
      const label = slotLabel(set.codebook, kind.slot)
      const agreed = own.filter(({ agrees }) => agrees).length
      const opinions = (masters.get(one.case) ?? []).flatMap((coding) => read.get(coding) ?? [])
      return [
        {
          case: one.case,
          caseId: one.caseName,
          slot: kind.slot,
          label,
          n: own.length,
          agreed: shareOf(agreed, own.length, { variable: kind.variable.id, label, cases: 1 }),
          discrimination: discrimination(own, sums),
          mastersDisagree: disagree(kind, opinions, set.content.tolerance),
          commonest: commonest(own),
        },
      ]
    })
    .sort((one, other) => (one.caseId === other.caseId ? 0 : one.caseId < other.caseId ? -1 : 1))
}
