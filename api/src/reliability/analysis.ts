import { estimate, isMeasureId, measures, type Result } from '@attune/agreement'
import { type Codebook, slotLabel } from '@attune/codebooks'
import type { AgreementResult } from '@attune/contract'
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

type Subject = { readonly codebook: Codebook; readonly comparable: Comparable; readonly group: RaterGroup }

function rowsOf({ comparable, group }: Subject, values: ReadonlyMap<string, CountedRating>): Cell[][] {
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

/** A result of the library in the words of the contract: nothing is recomputed and nothing rounded. */
export function describeResult(subject: Subject, planned: Planned, result: Result): AgreementResult {
  const { codebook, comparable, group } = subject
  const { slot, variable, collapse } = comparable
  const missing = result.options.missing ?? (isMeasureId(planned.id) ? measures[planned.id].missing[0] : 'available')
  const test = result.estimate === null ? undefined : result.test
  const interval = result.estimate === null ? undefined : result.interval
  return {
    ...slot,
    label: slotLabel(codebook, slot),
    kind: variable.kind,
    collapse,
    raters: [...group.raters],
    measure: planned.id,
    measureLabel: planned.label,
    options: shownOptions(result, planned),
    n: result.n,
    dropped: result.dropped.map(({ code, count }) => ({ code, count, message: reasonOf(code, collapse) })),
    missingRule: rules[missing] ?? missing,
    estimate: result.estimate,
    undefined: result.undefined ?? null,
    observed: result.observed ?? null,
    expected: result.expected ?? null,
    standardError: result.estimate === null ? null : (result.se ?? null),
    interval: interval === undefined ? null : { ...interval },
    test:
      test === undefined
        ? null
        : { statistic: test.statistic, value: test.value, df1: test.df1 ?? null, df2: test.df2 ?? null, p: test.p },
    warnings: result.warnings.map(({ code, message }) => ({ code, message })),
  }
}

/** All planned coefficients of one variable in one group of raters. */
export function analyse(
  subject: Subject,
  values: ReadonlyMap<string, CountedRating>,
  confidence: number,
): AgreementResult[] {
  const { comparable, group } = subject
  const raters = group.raters.map((rater) => rater.id)
  const items = group.items.map((item) => item.case)
  const table = tableOf(comparable, { raters, items, rows: rowsOf(subject, values) })
  return plannedMeasures(comparable, raters.length).map((planned) =>
    describeResult(subject, planned, estimate(planned.id, table, { ...planned.options, confidence })),
  )
}
