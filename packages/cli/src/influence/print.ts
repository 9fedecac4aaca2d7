import { type Influence, isMeasureId, measures, type Without } from '@attune/agreement'
import { writeCsv } from '@attune/exchange'
import { counted, figure, groupName, IN_POINTS, labelOf } from '@attune/report'
import type { InputSummary } from '../agreement/json.ts'
import type { Format } from '../agreement/request.ts'
import type { Grid } from '../print/grid.ts'
import { sheet } from '../print/sheet.ts'
import { VERSION } from '../version.ts'
import type { World } from '../world.ts'
import type { Influenced } from './influenced.ts'

export function printInfluence(
  found: readonly Influenced[],
  input: InputSummary,
  { format, top, of }: { readonly format: Format; readonly top: number; readonly of: 'item' | 'document' },
  world: World,
): void {
  if (format === 'json') {
    const results = found.map(({ by, over, influence: { whole, better, items, raters }, units }) => ({
      by,
      ...(over !== undefined && { over }),
      whole,
      better,
      [`without_${units}`]: items,
      without_rater: raters,
    }))
    world.print(`${JSON.stringify({ attune: VERSION, input, results }, null, 2)}\n`)
  } else if (format === 'csv') world.print(csv(found))
  else {
    const head = `attune ${VERSION}: ${counted(input.items, of)}, raters ${input.raters.join(', ')}`
    const parts = found.flatMap((one) => [[titleOf(one)], gridOf(one, top)])
    const note = `Change: without it, less with it; ${costs(found)}. For a talk about cases, not for cleaning data.`
    world.print(sheet(head, [...parts, [note]], { markdown: format === 'markdown', colour: world.colour }))
  }
}

/** Which sign of a change is a cost: the other one where a lower value is the better one. */
function costs(found: readonly Influenced[]): string {
  const lower = found.filter(({ influence: { better } }) => better === 'lower')
  const names = [...new Set(lower.map(({ influence: { whole } }) => titleOfMeasure(whole)))].join(' and ')
  const isLower = `${names}: the lower, the better`
  if (lower.length === 0) return 'above 0 means that it costs agreement'
  if (lower.length === found.length) return `below 0 means that it costs agreement (${isLower})`
  return `above 0 means that it costs agreement, but below 0 does of ${isLower}`
}

function titleOf(influenced: Influenced): string {
  const { whole } = influenced.influence
  const group = groupName(influenced).replace(/: $/, '')
  const value = whole.estimate === null ? `undefined: ${whole.undefined.message}` : shown(whole, whole.estimate)
  const raters = whole.raters.length > 3 ? `${whole.raters.length} raters` : whole.raters.join(' - ')
  return [
    ...(group === '' ? [] : [group]),
    raters,
    `${labelOf(titleOfMeasure(whole), whole)} ${value}`,
    `n ${whole.n}`,
  ].join(', ')
}

const titleOfMeasure = ({ measure }: Influence['whole']) => (isMeasureId(measure) ? measures[measure].title : measure)

const shown = ({ measure }: Influence['whole'], value: number) => figure(value, !IN_POINTS.has(measure))

/** The items that cost most, and every rater. */
function gridOf({ influence: { whole, items, raters }, units }: Influenced, top: number): Grid {
  const row = (kind: string) => (without: Without) => [
    kind,
    without.name,
    without.estimate === null ? 'undefined' : shown(whole, without.estimate),
    without.change === null ? '' : signed(without.change),
  ]
  return {
    columns: ['without', 'name', 'estimate', 'change'],
    rows: [...items.slice(0, top).map(row(units)), ...raters.map(row('rater'))],
    right: new Set(['estimate', 'change']),
  }
}

/** Four decimals: one item of many changes little. */
function signed(change: number): string {
  const digits = change.toFixed(4).replace(/^(-?)0\./, '$1.')
  return Number(digits) > 0 ? `+${digits}` : digits.replace(/^-(?=\.0000$)/, '')
}

function csv(found: readonly Influenced[]): string {
  const by = [...new Set(found.flatMap((one) => Object.keys(one.by)))]
  return writeCsv(
    [
      ...by.map((column) => `by_${column}`),
      'measure',
      'raters',
      'whole',
      'better',
      'without',
      'name',
      'estimate',
      'change',
      'attune_version',
    ],
    found.flatMap(({ by: group, influence: { whole, better, items, raters }, units }) =>
      [...items.map((one) => [units, one] as const), ...raters.map((one) => ['rater', one] as const)].map(
        ([kind, { name, estimate, change }]) => [
          ...by.map((column) => group[column] ?? ''),
          whole.measure,
          whole.raters.join('; '),
          whole.estimate,
          better,
          kind,
          name,
          estimate,
          change,
          VERSION,
        ],
      ),
    ),
  )
}
