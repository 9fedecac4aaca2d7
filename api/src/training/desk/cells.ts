import type { CohortCell } from '@attune/contract'
import type { Figure } from '@attune/criteria'
import type { DeskAttempt } from './attempts.ts'
import type { DeskCase } from './tallies.ts'

/** What is told first of each kind of variable. */
const leading: ReadonlySet<string> = new Set(['cohen-kappa', 'icc', 'unit-f1', 'unit-kappa'])

type CellCase = CohortCell['cases'][number]

/** How a variable, or a code, went in each case, in the order of coding. */
function casesOn(variable: string, cases: readonly DeskCase[]): CellCase[] {
  return cases.flatMap(({ items, units, case: one }) => {
    const verdicts = [
      ...items.filter(({ kind }) => kind.variable.id === variable).map(({ agrees }) => agrees),
      ...units.filter(({ reference }) => reference === variable).map(({ kind }) => kind === 'agreed'),
    ].filter((agrees) => agrees !== null)
    if (verdicts.length === 0) return []
    const { attempt, position, caseName: caseId } = one
    return [{ attempt, position, caseId, agreed: verdicts.filter(Boolean).length, compared: verdicts.length }]
  })
}

const shareIn = (cases: readonly CellCase[]): number =>
  cases.reduce((sum, { agreed }) => sum + agreed, 0) / cases.reduce((sum, { compared }) => sum + compared, 0)

/** Share agreed in the later half of the cases minus that in the earlier half; the case in the middle is in neither. */
export function trendOf(cases: readonly CellCase[]): number | null {
  if (cases.length < 4) return null
  const half = Math.floor(cases.length / 2)
  return shareIn(cases.slice(-half)) - shareIn(cases.slice(0, half))
}

/** One person's row of the cohort: the figures of the score, and the cases behind them. */
export function cellsOf({ person, score }: DeskAttempt, cases: readonly DeskCase[]): CohortCell[] {
  const figures: readonly Figure[] = score?.figures ?? []
  return figures
    .filter(({ measure, n }) => leading.has(measure) && n > 0)
    .flatMap((figure) => {
      const { variable } = figure
      if (variable === null) return []
      const bias = figures.find((one) => one.variable === variable && one.measure === 'bias') ?? null
      const own = casesOn(variable, cases)
      return [{ person: person.id, variable, figure, bias, trend: trendOf(own), cases: own }]
    })
}
