import { estimate, isMeasureId, measures, type Result } from '@attune/agreement'
import { type Codebook, slotLabel } from '@attune/codebooks'
import type { AgreementResult, Rater } from '@attune/contract'
import { type Cell, cellOf, tableOf } from './cells.ts'
import type { RaterGroup } from './groups.ts'
import { type Planned, plannedMeasures } from './measures.ts'
import type { CountedRating } from './queries.ts'
import type { Comparable } from './selection.ts'

const reasons: Readonly<Record<string, string>> = {
  missing: 'not rated by one of the raters',
  'not-codable': 'marked cannot rate, not applicable or not present',
  'single-rating': 'rated by fewer than two raters',
}

function reasonOf(code: string, collapse: string | null): string {
  if (code === 'not-codable' && collapse !== null) return 'without an outcome under these classes'
  return reasons[code] ?? code
}

const rules: Readonly<Record<string, string>> = {
  listwise: 'only cases that all raters rated',
  pairwise: 'each pair on the cases both rated',
  available: 'every rating counts',
}

/** One thing that one group of raters is compared on. */
export type Subject = { readonly codebook: Codebook; readonly comparable: Comparable; readonly group: RaterGroup }

/** One row a case of the group, one cell a rater; null where there is no rating. */
export function rowsOf({ comparable, group }: Subject, values: ReadonlyMap<string, CountedRating>): Cell[][] {
  const { variable, collapse } = comparable
  return group.items.map(({ codings }) =>
    codings.map((coding) => {
      const rating = coding === null ? undefined : values.get(coding)
      return rating === undefined ? null : cellOf(variable, collapse, rating.value)
    }),
  )
}

function shownOptions(result: Result, planned: Planned): Record<string, string> {
  const given = Object.entries(result.options).filter(([name]) => !['confidence', 'missing'].includes(name))
  const texts = given.map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)] as const)
  return { ...Object.fromEntries(texts), ...planned.shown }
}

/** The rule for missing values that a result followed. */
export const missingOf = (planned: Planned, result: Result): string =>
  result.options.missing ?? (isMeasureId(planned.id) ? measures[planned.id].missing[0] : 'available')

/** An interval, a test, a reason in the words of the contract: nothing is recomputed and nothing rounded. */
export function plainResult(result: Result) {
  const test = result.estimate === null ? undefined : result.test
  const interval = result.estimate === null ? undefined : result.interval
  return {
    n: result.n,
    estimate: result.estimate,
    undefined: result.undefined ?? null,
    interval: interval === undefined ? null : { ...interval },
    test:
      test === undefined
        ? null
        : { statistic: test.statistic, value: test.value, df1: test.df1 ?? null, df2: test.df2 ?? null, p: test.p },
  }
}

function describeResult(subject: Subject, planned: Planned, result: Result): AgreementResult {
  const { codebook, comparable, group } = subject
  const { slot, variable, collapse } = comparable
  const missing = missingOf(planned, result)
  return {
    ...slot,
    ...plainResult(result),
    label: slotLabel(codebook, slot),
    kind: variable.kind,
    collapse,
    raters: [...group.raters],
    measure: planned.id,
    measureLabel: planned.label,
    options: shownOptions(result, planned),
    dropped: result.dropped.map(({ code, count }) => ({ code, count, message: reasonOf(code, collapse) })),
    missingRule: rules[missing] ?? missing,
    observed: result.observed ?? null,
    expected: result.expected ?? null,
    standardError: result.estimate === null ? null : (result.se ?? null),
    warnings: result.warnings.map(({ code, message }) => ({ code, message })),
  }
}

/** One planned coefficient, as the library gave it. */
export type Computed = { readonly planned: Planned; readonly result: Result }

/** All planned coefficients of one variable in one group of raters. */
export function compute(
  subject: Subject,
  values: ReadonlyMap<string, CountedRating>,
  confidence: number,
  nameOf: (rater: Rater) => string = (rater) => rater.id,
): Computed[] {
  const { comparable, group } = subject
  const raters = group.raters.map(nameOf)
  const items = group.items.map((item) => item.case)
  const table = tableOf(comparable, { raters, items, rows: rowsOf(subject, values) })
  return plannedMeasures(comparable, raters.length).map((planned) => ({
    planned,
    result: estimate(planned.id, table, { ...planned.options, confidence }),
  }))
}

/** The same in the words of the contract. */
export const describe = (subject: Subject, computed: readonly Computed[]): AgreementResult[] =>
  computed.map(({ planned, result }) => describeResult(subject, planned, result))
