import { isMeasureId, measures } from '@attune/agreement'
import { type Finding, type Group, groupName, type RatingSet } from './findings.ts'
import { counted, IN_POINTS } from './labels.ts'
import { bounds, percent, shown } from './numbers.ts'

/** The findings about the same raters of the same group. */
export interface Comparison<Set extends Group = RatingSet> {
  readonly set: Set
  readonly raters: readonly string[]
  readonly findings: readonly Finding[]
}

export function comparisonsOf<Set extends Group>(
  sets: readonly Set[],
  findings: readonly Finding[],
): Comparison<Set>[] {
  const found = new Map<string, { set: Set; raters: readonly string[]; findings: Finding[] }>()
  for (const finding of findings) {
    const index = sets.findIndex(({ by }) => by === finding.by)
    const set = sets[index]
    if (set === undefined) throw new Error('A finding belongs to no group.')
    const key = JSON.stringify([index, finding.result.raters])
    const comparison = found.get(key) ?? { set, raters: finding.result.raters, findings: [] }
    comparison.findings.push(finding)
    found.set(key, comparison)
  }
  return [...found.values()]
}

/** Statistics of a test: neither a share nor a difference. */
const TESTS = new Set(['mcnemar', 'bowker', 'stuart-maxwell', 'bhapkar'])
/** Read beside a coefficient, not as one. */
const COMPANIONS = /^percent-|-index$|^kappa-max$|^within-k$|^event-match$|^span-f1$|^pk$|^window-diff$/

export type Kind = 'bounded' | 'points' | 'test'

export function kindOf({ result: { measure } }: Finding): Kind {
  if (TESTS.has(measure)) return 'test'
  return IN_POINTS.has(measure) ? 'points' : 'bounded'
}

/** Whether a higher value is more agreement; only then a criterion can be reached. */
export function risesWithAgreement({ result: { measure } }: Pick<Finding, 'result'>): boolean {
  return !isMeasureId(measure) || measures[measure].better === 'higher'
}

/** The coefficient that the verdict rests on: the first that corrects for chance or takes scores, else the first. */
export function headline({ findings }: Comparison<Group>): Finding | undefined {
  const bounded = findings.filter((finding) => kindOf(finding) === 'bounded')
  return bounded.find(({ result }) => !COMPANIONS.test(result.measure)) ?? bounded[0] ?? findings[0]
}

export const nameOf = ({ set, raters }: Comparison<Group>) => `${groupName(set)}${ratersOf(raters)}`

export const ratersOf = (raters: readonly string[]) =>
  raters.length > 6 ? `${raters.length} raters` : raters.join(' – ')

/** Titles of segments and events say what they are about; beside a line the name is enough. */
const SHORT: Readonly<Record<string, string>> = {
  gamma: 'Gamma',
  'gamma-cat': 'Gamma-cat',
  'span-f1': 'F1 of spans',
  'u-alpha-1995': 'Alpha (1995)',
  'u-alpha-2016': 'Alpha (2016)',
  'event-match': 'Matched events',
  'time-unit-kappa': 'Time-unit kappa',
}

/** The name of a coefficient where there is little room: an ICC by its form, nothing in brackets. */
export function shortLabel({ title, result }: Pick<Finding, 'title' | 'result'>): string {
  if (result.measure === 'icc') return result.options.form ?? title
  if (result.measure === 'within-k') return `Within ${counted(result.options.k ?? 1, 'point')}`
  return SHORT[result.measure] ?? title.replace(/ \(.*\)$/, '')
}

/** Whether a criterion is reached; null without one, or where none can be. */
export function reaches(comparison: Comparison<Group>, criterion: number | null): boolean | null {
  const finding = headline(comparison)
  if (criterion === null || finding === undefined || !risesWithAgreement(finding)) return null
  return kindOf(finding) === 'bounded' && finding.result.estimate !== null && finding.result.estimate >= criterion
}

/** One sentence: what was found, how sure, for how many items, and whether that is enough. */
export function verdict(comparison: Comparison<Group>, criterion: number | null): string {
  const finding = headline(comparison)
  if (finding === undefined) return 'Nothing was computed.'
  const { result } = finding
  const label = shortLabel(finding)
  const dropped = result.dropped.map(({ code, count }) => `${count} left out: ${code}`)
  const n = `n = ${result.n}${dropped.length === 0 ? '' : ` (${dropped.join('; ')})`}`
  if (result.estimate === null) return `${label} is undefined: ${result.undefined.message} ${n}.`
  const bounded = kindOf(finding) === 'bounded'
  const { interval } = result
  const sure = interval === undefined ? '' : `, ${percent(interval.level)} CI ${bounds(interval, bounded)}`
  return `${label} = ${shown(result.estimate, bounded)}${sure}, ${n}${against(comparison, criterion)}.`
}

function against(comparison: Comparison<Group>, criterion: number | null): string {
  const reached = reaches(comparison, criterion)
  const result = headline(comparison)?.result
  if (reached === null || criterion === null || result === undefined || result.estimate === null) return ''
  const name = `the criterion of ${shown(criterion, true)}`
  const { lower = null, upper = null } = result.interval ?? {}
  if (!reached)
    return `; below ${name}${upper !== null && upper >= criterion ? ', which the interval still includes' : ''}`
  if (result.interval === undefined) return `; reaches ${name}`
  return lower !== null && lower >= criterion
    ? `; above ${name} with its whole interval`
    : `; reaches ${name}, but the interval includes values below it`
}
