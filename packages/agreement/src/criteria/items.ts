import { remember } from '../base/remember.ts'
import type { Category, Cell } from '../table/types.ts'
import { isWithin } from '../within-k.ts'
import type { Compared, ComparedItem, ComparedVariable } from './types.ts'

export type Against = 'master' | 'coders'

/** One comparison that counts: the reference gave a value. */
export interface CountedItem {
  readonly case: string
  /** Of several coders as references: which one, so that their totals can be told apart. */
  readonly rater: number
  readonly own: Cell
  readonly reference: Category
  /** Whether the own value is a value too: neither left out nor "no value can be given". */
  readonly answered: boolean
}

const numeric: ReadonlySet<ComparedVariable['kind']> = new Set(['scale', 'count', 'duration'])
export const isNumeric = ({ kind }: Pick<ComparedVariable, 'kind'>): boolean => numeric.has(kind)

/**
 * The items that count. Where the reference gave no value there is nothing to compare with. Beside masters each item counts once, with the
 * nearest of them; beside coders it counts once for each.
 */
export function countedItems(
  variable: ComparedVariable,
  against: Against,
  cases: ReadonlySet<string>,
): readonly CountedItem[] {
  const [only] = cases
  const chosen =
    cases.size === 1 && only !== undefined
      ? (itemsByCase(variable).get(only) ?? [])
      : variable.items.filter((item) => cases.has(item.case))
  return chosen.flatMap((item) => {
    const answered = isValue(variable, item.own)
    const shared = { case: item.case, own: item.own, answered }
    if (against === 'master') {
      const reference = nearestReference(variable, item)
      return reference === null ? [] : [{ ...shared, rater: 0, reference }]
    }
    return item.references.flatMap((reference, rater) =>
      isValue(variable, reference) ? [{ ...shared, rater, reference }] : [],
    )
  })
}

/** Runs look at case after case; the items of each are found once. */
const itemsByCase = remember(({ items }: ComparedVariable): ReadonlyMap<string, readonly ComparedItem[]> => {
  const found = new Map<string, ComparedItem[]>()
  for (const item of items) {
    const own = found.get(item.case)
    if (own === undefined) found.set(item.case, [item])
    else own.push(item)
  }
  return found
})

function isValue({ notCodable }: Pick<ComparedVariable, 'notCodable'>, cell: Cell): cell is Category {
  return cell !== null && !notCodable.includes(String(cell))
}

/**
 * The reference that an item is compared with: of several the one nearest to the own value, where none is nearer the first.
 *
 * @returns `null` if none gave a value, or if one of them and the coder both said that no value can be given.
 */
export function nearestReference(variable: ComparedVariable, { own, references }: ComparedItem): Category | null {
  const answered = isValue(variable, own)
  const values = references.filter((cell): cell is Category => isValue(variable, cell))
  const [first = null] = values
  if (!answered) {
    const bothWithout = own !== null && references.some((cell) => cell !== null && !isValue(variable, cell))
    return bothWithout ? null : first
  }
  const equal = values.find((value) => String(value) === String(own))
  if (equal !== undefined || !isNumeric(variable) || first === null) return equal ?? first
  const distance = (value: Category): number => Math.abs(Number(value) - Number(own))
  return values.reduce((best, value) => (distance(value) < distance(best) ? value : best), first)
}

/** Whether an own value agrees with its reference: the same outcome, or scores at most `points` apart. Left out never agrees. */
export function agrees(variable: ComparedVariable, { own, reference, answered }: CountedItem, points: number): boolean {
  if (!answered) return false
  return isNumeric(variable) ? isWithin(Number(own), Number(reference), points) : String(own) === String(reference)
}

/**
 * One item beside its reference, as shares of agreement count it.
 *
 * @returns `agrees` `null`: the item does not count, as the reference gave no value.
 */
export function compareItem(
  compared: Pick<Compared, 'tolerance'>,
  variable: ComparedVariable,
  item: ComparedItem,
): { readonly reference: Category | null; readonly agrees: boolean | null } {
  const [counted] = countedItems({ ...variable, items: [item] }, 'master', new Set([item.case]))
  if (counted === undefined) return { reference: null, agrees: null }
  return { reference: counted.reference, agrees: agrees(variable, counted, compared.tolerance) }
}
