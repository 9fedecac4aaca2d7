import type { CohortCell, Study } from '@attune/contract'
import type { AgreementPredicate, Criterion, Figure, Rule, Selector } from '@attune/criteria'
import { t } from '../../messages/index.ts'
import { formatOfMeasure } from '../criterion-words.ts'
import { type Cohort, type CohortVariable, cellKey } from './cohort.ts'

/** What a figure of one variable is held against, and who set it. */
export type Line = {
  readonly threshold: number
  readonly comparator: AgreementPredicate['comparator']
  readonly on: AgreementPredicate['on']
  readonly measure: string
  readonly from: 'set' | 'study'
}

function predicatesIn(rule: Rule): AgreementPredicate[] {
  if ('type' in rule) return rule.type === 'agreement' ? [rule] : []
  return ('all' in rule ? rule.all : rule.any).flatMap(predicatesIn)
}

function selects(selector: Selector, { id, kind }: CohortVariable): boolean {
  if ('kinds' in selector) return selector.kinds.length === 0 || selector.kinds.some((one) => one === kind)
  const chosen = 'ids' in selector ? selector.ids : selector.codes
  return chosen.length === 0 || chosen.includes(id)
}

/**
 * The line of a variable: what the rule of the set asks of the same coefficient on the same classes, else what the study
 * asks of kappa and ICC. A rule over several variables together says nothing of one of them.
 */
export function lineOf(
  variable: CohortVariable,
  figure: Pick<Figure, 'measure' | 'collapse'>,
  criterion: Criterion | null,
  study: Study['criteria'],
): Line | null {
  const { measure } = figure
  const asked = (criterion ? predicatesIn(criterion.rule) : []).find(
    (one) =>
      one.measure === measure &&
      one.against === 'master' &&
      one.spread === 'each' &&
      one.collapse === (figure.collapse ?? 'as-coded') &&
      selects(one.variables, variable),
  )
  if (asked) return { threshold: asked.threshold, comparator: asked.comparator, on: asked.on, measure, from: 'set' }
  const threshold = { 'cohen-kappa': study.kappa, 'unit-kappa': study.kappa, icc: study.icc }[measure]
  return threshold === undefined ? null : { threshold, comparator: '>=', on: 'estimate', measure, from: 'study' }
}

/** Null where there is no number to hold against the line. */
export function isBelow(figure: Figure, line: Line | null): boolean | null {
  const value = line && figure[line.on]
  if (line === null || value === null) return null
  const meets = {
    '>=': value >= line.threshold,
    '>': value > line.threshold,
    '<=': value <= line.threshold,
    '<': value < line.threshold,
  }
  return !meets[line.comparator]
}

const signs = { '>=': '≥', '>': '>', '<=': '≤', '<': '<' } as const

/** `≥ .60` */
export function lineWords({ comparator, measure, threshold }: Line): string {
  return `${signs[comparator]}\u00a0${formatOfMeasure(measure, threshold)}`
}

/** With whom it comes from: `≥ .60, by the study`. */
export function wholeLineWords(line: Line): string {
  return t().desk.cohort.lines[line.from](lineWords(line))
}

/** Lines by variable, from the figures there are. */
export function linesOf(cohort: Cohort, criterion: Criterion | null, study: Study['criteria']): Map<string, Line> {
  const lines = new Map<string, Line>()
  for (const variable of cohort.variables) {
    const cell = cohort.cells.find((one) => one.variable === variable.id)
    const line = cell && lineOf(variable, cell.figure, criterion, study)
    if (line) lines.set(variable.id, line)
  }
  return lines
}

export type Weakest = { readonly label: string; readonly below: number; readonly of: number }

/** The variable on which most people are below its line; null where nobody is. */
export function weakestOf(
  cohort: Cohort,
  cells: ReadonlyMap<string, CohortCell>,
  lines: ReadonlyMap<string, Line>,
): Weakest | null {
  const counted = cohort.variables.map(({ id, label }) => {
    const standings = cohort.people
      .map((person) => cells.get(cellKey(person.id, id)))
      .map((cell) => (cell ? isBelow(cell.figure, lines.get(id) ?? null) : null))
      .filter((one) => one !== null)
    return { label, below: standings.filter(Boolean).length, of: standings.length }
  })
  const [first] = counted.toSorted((one, other) => other.below - one.below)
  return first && first.below > 0 ? first : null
}
