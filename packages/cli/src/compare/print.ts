import { type Comparison, isMeasureId, measures } from '@attune/agreement'
import { type CsvCell, writeCsv } from '@attune/exchange'
import { counted, figure, type Group, groupValue, interval, probability, shortLabel } from '@attune/report'
import type { InputSummary } from '../agreement/json.ts'
import type { Format } from '../agreement/request.ts'
import type { Grid } from '../print/grid.ts'
import { sheet } from '../print/sheet.ts'
import { VERSION } from '../version.ts'
import type { World } from '../world.ts'

/** One comparison of one group. */
export interface Compared extends Group {
  /** What the error comes from. */
  readonly unit: 'item' | 'document' | 'cluster' | 'block'
  readonly comparison: Comparison
}

export function printComparisons(
  found: readonly Compared[],
  input: InputSummary,
  { format, of }: { readonly format: Format; readonly of: 'item' | 'document' },
  world: World,
): void {
  if (format === 'json') world.print(json(found, input))
  else if (format === 'csv') world.print(csv(found))
  else {
    const notes: string[] = []
    const grid = gridOf(found, notes)
    const below = [
      ...notes,
      `Difference: first minus second, on the same ${of}s; its error from the influence of each ${listed(found)} on both (Gwet 2016).`,
    ]
    const head = `attune ${VERSION}: ${counted(input.items, of)}, raters ${input.raters.join(', ')}`
    world.print(sheet(head, [grid, below], { markdown: format === 'markdown', colour: world.colour }))
  }
}

const listed = (found: readonly Compared[]) => [...new Set(found.map(({ unit }) => unit))].join(' or ')

/** Columns that make the groups; where several documents are taken together, theirs is not among them. */
const groupsOf = (found: readonly Compared[]) => [...new Set(found.flatMap(({ by }) => Object.keys(by)))]

function json(found: readonly Compared[], input: InputSummary): string {
  const comparisons = found.map(({ by, over, comparison }) => {
    const { first, second, estimate, se = null, units } = comparison
    return {
      by,
      ...(over !== undefined && { over }),
      first,
      second,
      difference: estimate,
      se,
      ci: comparison.interval ?? null,
      test: comparison.test ?? null,
      units,
      ...(comparison.undefined !== undefined && { undefined: comparison.undefined }),
    }
  })
  return `${JSON.stringify({ attune: VERSION, input, comparisons }, null, 2)}\n`
}

function csv(found: readonly Compared[]): string {
  const by = groupsOf(found)
  const side = (name: string) => ['measure', 'raters', 'n', 'estimate'].map((field) => `${name}_${field}`)
  const cellsOf = ({ measure, raters, n, estimate }: Comparison['first']): CsvCell[] => [
    measure,
    raters.join('; '),
    n,
    estimate,
  ]
  return writeCsv(
    [
      ...by.map((column) => `by_${column}`),
      ...side('first'),
      ...side('second'),
      ...['difference', 'se', 'ci_lower', 'ci_upper', 'ci_level', 't', 'df', 'p', 'units', 'undefined_message'],
      'attune_version',
    ],
    found.map(({ by: group, comparison: { first, second, estimate, se, interval: ci, test, units, ...rest } }) => [
      ...by.map((column) => group[column] ?? ''),
      ...cellsOf(first),
      ...cellsOf(second),
      estimate,
      se ?? null,
      ci?.lower ?? null,
      ci?.upper ?? null,
      ci?.level ?? null,
      test?.value ?? null,
      test?.df1 ?? null,
      test?.p ?? null,
      units,
      rest.undefined?.message ?? null,
      VERSION,
    ]),
  )
}

function gridOf(found: readonly Compared[], notes: string[]): Grid {
  const by = groupsOf(found)
  const level = found.find(({ comparison }) => comparison.interval !== undefined)?.comparison.interval?.level ?? 0.95
  const percent = `${Number((100 * level).toPrecision(4))}% CI`
  const rows = found.map((one) => {
    const { comparison } = one
    const { first, second, estimate, interval: ci, test } = comparison
    if (comparison.undefined !== undefined)
      notes.push(`${sideOf(first)}, ${sideOf(second)}: ${comparison.undefined.message}`)
    return [
      ...by.map((column) => groupValue(one, column)),
      sideOf(first),
      estimateOf(first),
      sideOf(second),
      estimateOf(second),
      estimate === null ? 'undefined' : figure(estimate, true),
      ci === undefined ? '' : interval(ci.lower, ci.upper, true),
      test === undefined ? '' : probability(test.p),
    ]
  })
  return {
    columns: [...by, 'first', 'value', 'second', ' value', 'difference', percent, 'p'],
    rows,
    right: new Set(['value', ' value', 'difference', percent, 'p']),
  }
}

function sideOf(result: Comparison['first']): string {
  const title = isMeasureId(result.measure) ? measures[result.measure].title : result.measure
  const raters = result.raters.length > 3 ? `${result.raters.length} raters` : result.raters.join(' - ')
  return `${shortLabel({ title, result })} of ${raters}`
}

const estimateOf = ({ estimate }: Comparison['first']) => (estimate === null ? 'undefined' : figure(estimate, true))
