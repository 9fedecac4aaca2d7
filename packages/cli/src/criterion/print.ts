import type { Figure, Judged, Verdict } from '@attune/agreement'
import { type CsvCell, writeCsv } from '@attune/exchange'
import { counted, figure, IN_POINTS, interval } from '@attune/report'
import type { Grid } from '../print/grid.ts'
import { sheet } from '../print/sheet.ts'
import { VERSION } from '../version.ts'
import type { World } from '../world.ts'
import type { JudgedAttempt } from './judged.ts'
import type { RuleFile } from './rule-file.ts'

export function printVerdicts(
  { title, rule }: RuleFile,
  judged: readonly JudgedAttempt[],
  format: 'text' | 'json' | 'csv' | 'markdown',
  world: World,
): void {
  if (format === 'json') {
    const attempts = judged.map(({ attempt: { set, setName, trainee, attempt, cases }, verdict, figures }) => ({
      ...{ set, setName, trainee, attempt, cases: cases.length, met: verdict.met, verdict, figures },
    }))
    world.print(`${JSON.stringify({ attune: VERSION, criterion: title, rule, attempts }, null, 2)}\n`)
  } else if (format === 'csv') world.print(csv(judged))
  else {
    const style = { markdown: format === 'markdown', colour: world.colour }
    const name = title === '' ? '' : `: ${title}`
    world.print(sheet(`attune ${VERSION}${name}`, judged.flatMap(partsOf), style))
  }
}

function partsOf({ attempt, verdict }: JudgedAttempt): (Grid | readonly string[])[] {
  const { trainee, attempt: number, setName, cases } = attempt
  const parts = predicatesOf(verdict)
  const set = setName === '' ? '' : ` of ${setName}`
  const head = `${trainee}, attempt ${number}${set}, ${counted(cases.length, 'case')}: ${verdict.met ? 'met' : 'not met'}`
  const formula = parts.length > 1 ? [`${verdict.met ? 'Met' : 'Not met'}: ${formulaOf(verdict, parts)}.`] : []
  return [[head], gridOf(parts), [...formula, ...parts.flatMap(remarks)]]
}

/** The predicates in the order of the rule; the first is 1. */
export function predicatesOf(verdict: Verdict): Judged[] {
  if ('all' in verdict) return verdict.all.flatMap(predicatesOf)
  return 'any' in verdict ? verdict.any.flatMap(predicatesOf) : [verdict]
}

/** `1 and (2 or 3)`. */
function formulaOf(verdict: Verdict, parts: readonly Judged[]): string {
  if (!('all' in verdict) && !('any' in verdict)) return String(parts.indexOf(verdict) + 1)
  const own = 'all' in verdict ? verdict.all : verdict.any
  const inner = own.map((one) => {
    const text = formulaOf(one, parts)
    return text.includes(' ') ? `(${text})` : text
  })
  return inner.join('all' in verdict ? ' and ' : ' or ')
}

const columns = ['part', 'of', 'measure', 'n', 'cases', 'value', 'interval', 'asked for', 'outcome']

function gridOf(parts: readonly Judged[]): Grid {
  const rows = parts.flatMap((part, index) =>
    part.figures.map((one) => [
      String(index + 1),
      one.label,
      measureOf(part, one),
      String(one.n),
      String(one.cases),
      shownValue(one),
      one.lower === null && one.upper === null ? '' : interval(one.lower, one.upper, isBounded(one)),
      askedOf(part, one),
      part.met ? 'met' : 'not met',
    ]),
  )
  return { columns, rows, right: new Set(['n', 'cases', 'value', 'interval']) }
}

const isBounded = ({ measure }: Figure): boolean => !IN_POINTS.has(measure)

function measureOf({ predicate }: Judged, { measure, collapse }: Figure): string {
  const points = measure === 'within-k' || measure === 'total-within-k' ? ` ${'k' in predicate ? predicate.k : ''}` : ''
  return `${measure}${points}${collapse === null || collapse === 'as-coded' ? '' : `, ${collapse}`}`
}

function shownValue(one: Figure): string {
  if (one.estimate === null) return 'undefined'
  return one.measure === 'no-critical-error' ? String(one.estimate) : figure(one.estimate, isBounded(one))
}

const sides = { estimate: '', lower: ', lower limit', upper: ', upper limit' } as const

function askedOf({ predicate }: Judged, one: Figure): string {
  if (predicate.type === 'no-critical-error') return `at most ${predicate.atMost}`
  const { comparator, threshold, on, minimum } = predicate
  const least = minimum > 1 ? `, n >= ${minimum}` : ''
  return `${comparator} ${figure(threshold, isBounded(one))}${sides[on]}${least}`
}

const reasons = {
  missed: 'the threshold is missed',
  'too-few': 'fewer items or cases than asked for, or some were left out',
  undefined: 'the data leave it undefined',
  'critical-error': 'more critical errors than allowed',
  'no-such-run': 'no such run of cases',
} as const

/** Why a part is not met, in words: those of the figures where they say more. */
function remarks(part: Judged, index: number): string[] {
  if (part.reason === null) return []
  const why = new Set(part.figures.flatMap((one) => one.undefined?.message ?? []))
  const errors = part.errors.map(
    (one) => `${one.case}, ${one.variable}: ${one.given} where the reference says ${one.reference}`,
  )
  return [`${index + 1}: ${reasons[part.reason]}.`, ...why, ...errors]
}

type Line = { readonly judged: JudgedAttempt; readonly part: Judged; readonly index: number; readonly one: Figure }
type Column = readonly [name: string, cell: (line: Line) => CsvCell]

const CSV: readonly Column[] = [
  ['set', ({ judged }) => judged.attempt.set],
  ['set_name', ({ judged }) => judged.attempt.setName],
  ['trainee', ({ judged }) => judged.attempt.trainee],
  ['attempt', ({ judged }) => judged.attempt.attempt],
  ['met', ({ judged }) => (judged.verdict.met ? 'yes' : 'no')],
  ['part', ({ index }) => index + 1],
  ['part_met', ({ part }) => (part.met ? 'yes' : 'no')],
  ['reason', ({ part }) => part.reason],
  ['variable', ({ one }) => one.variable],
  ['label', ({ one }) => one.label],
  ['measure', ({ one }) => one.measure],
  ['collapse', ({ one }) => one.collapse],
  ['n', ({ one }) => one.n],
  ['cases', ({ one }) => one.cases],
  ['estimate', ({ one }) => one.estimate],
  ['ci_lower', ({ one }) => one.lower],
  ['ci_upper', ({ one }) => one.upper],
  ['ci_level', ({ one }) => (one.method === '' ? null : one.confidence)],
  ['ci_method', ({ one }) => one.method],
  ['asked_for', ({ part, one }) => askedOf(part, one)],
  ['undefined_code', ({ one }) => one.undefined?.code ?? null],
  ['undefined_message', ({ one }) => one.undefined?.message ?? null],
  ['attune_version', () => VERSION],
]

function csv(all: readonly JudgedAttempt[]): string {
  const lines = all.flatMap((judged) =>
    predicatesOf(judged.verdict).flatMap((part, index) =>
      part.figures.map((one): Line => ({ judged, part, index, one })),
    ),
  )
  return writeCsv(
    CSV.map(([name]) => name),
    lines.map((line) => CSV.map(([, cell]) => cell(line))),
  )
}
