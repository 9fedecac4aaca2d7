import type { AgreementResult, Rater, Study } from '@attune/contract'
import { formatCoefficient, formatNumber, formatPercent } from '../base/numbers.ts'
import { t } from '../messages/index.ts'

type Criteria = Study['criteria']

/** All coefficients of one variable for one group of raters. */
export type Finding = {
  readonly key: string
  readonly label: string
  readonly group: string
  readonly raters: readonly Rater[]
  readonly family: 'classes' | 'scores'
  readonly results: readonly AgreementResult[]
  /** The one that is held against the criterion. */
  readonly main: AgreementResult | undefined
}

/** Who is compared, as one text: also the value of the choice above the table. */
export function groupKey(raters: readonly Rater[]): string {
  return raters.map((rater) => rater.id).join('~')
}

/** "Iris Hahn with the master coding", "Iris Hahn and Leo Marti", "5 coders together". */
export function groupLabel(raters: readonly Rater[]): string {
  const coders = raters.filter((rater) => !rater.isMaster).map((rater) => rater.name)
  if (coders.length < raters.length) return t().reliability.withMaster(coders.join(', '))
  if (coders.length > 2) return t().reliability.together(coders.length)
  const [one = '', other] = coders
  return other === undefined ? one : t().reliability.matrix.pair(one, other)
}

const mainMeasures = ['cohen-kappa', 'fleiss-kappa', 'krippendorff-alpha']

function mainOf(results: readonly AgreementResult[]): AgreementResult | undefined {
  const icc = results.find((result) => result.measure === 'icc' && result.measureLabel === 'ICC(A,1)')
  return icc ?? mainMeasures.map((id) => results.find((result) => result.measure === id)).find(Boolean)
}

/** The flat list of the server by variable and raters, in its order. */
export function findingsOf(results: readonly AgreementResult[]): Finding[] {
  const lists = new Map<string, AgreementResult[]>()
  for (const result of results) {
    const key = [result.variable, result.target, result.episode, groupKey(result.raters)].join('|')
    const list = lists.get(key)
    if (list) list.push(result)
    else lists.set(key, [result])
  }
  return [...lists].flatMap(([key, list]) => {
    const [first] = list
    if (first === undefined) return []
    const family = first.kind === 'classification' || first.kind === 'presence' ? 'classes' : 'scores'
    const { label, raters } = first
    return [{ key, label, raters, group: groupKey(raters), family, results: list, main: mainOf(list) }]
  })
}

/** The groups of raters that have findings, in the order in which they come. */
export function groupsOf(findings: readonly Finding[]): { value: string; label: string }[] {
  return [...new Map(findings.map((one) => [one.group, { value: one.group, label: groupLabel(one.raters) }])).values()]
}

export function criterionOf(finding: Finding, criteria: Criteria): number {
  return finding.family === 'classes' ? criteria.kappa : criteria.icc
}

type Standing = 'above' | 'reached' | 'below' | 'undefined'

/** An interval that is a point shows no uncertainty, so it cannot lie wholly above anything. */
const isPoint = (result: AgreementResult) => result.interval !== null && result.interval.lower === result.interval.upper

/** `above`: even the lower limit of the interval reaches the criterion. */
export function standingOf(finding: Finding, criteria: Criteria): Standing {
  const { main } = finding
  if (main === undefined || main.estimate === null) return 'undefined'
  const criterion = criterionOf(finding, criteria)
  if (main.estimate < criterion) return 'below'
  const lower = isPoint(main) ? null : main.interval?.lower
  return (lower ?? Number.NEGATIVE_INFINITY) >= criterion ? 'above' : 'reached'
}

/** What a hurried reader takes away: how many reach the criterion, and which is furthest from it. */
export function verdict(findings: readonly Finding[], criteria: Criteria): string {
  const standings = findings.map((one) => standingOf(one, criteria))
  const count = (...wanted: Standing[]) => standings.filter((one) => wanted.includes(one)).length
  const determined = findings.length - count('undefined')
  const words = t().reliability.verdict
  if (determined === 0) return words.none
  const reached = count('above', 'reached')
  const head = words.reached({ reached, determined, whole: count('above') })
  const lowest = determined > 1 ? lowestOf(findings) : undefined
  if (lowest?.main?.estimate == null) return head
  return `${head} ${words.lowest(lowest.label, formatCoefficient(lowest.main.estimate))}`
}

function lowestOf(findings: readonly Finding[]): Finding | undefined {
  return findings
    .filter((one) => one.main != null && one.main.estimate !== null)
    .toSorted((one, other) => (one.main?.estimate ?? 0) - (other.main?.estimate ?? 0))[0]
}

/** An estimate in the form its kind asks for; `digits` 17 shows all there are. */
export function formatEstimate(result: AgreementResult, value: number, digits = 2): string {
  if (digits > 4) return String(value)
  if (result.measure === 'percent-agreement' || result.measure === 'within-k') return formatPercent(value)
  return result.measure === 'bias' ? formatSigned(value, digits) : formatCoefficient(value, digits)
}

function formatSigned(value: number, digits: number): string {
  const text = formatNumber(value, digits)
  return value > 0 ? `+${text}` : text
}

/** Ends of what a coefficient can be; a bias has none. */
function rangeOf(result: AgreementResult): readonly [number, number] {
  if (result.measure === 'bias') return [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  const isShare = result.measure === 'percent-agreement' || result.measure === 'within-k'
  return [isShare ? 0 : Number.NEGATIVE_INFINITY, 1]
}

/** A symmetric interval can reach beyond what the coefficient can be. */
function isCut(result: AgreementResult): boolean {
  const [low, high] = rangeOf(result)
  return (result.interval?.lower ?? low) < low || (result.interval?.upper ?? high) > high
}

/** `[.55, .87]`; the level stands once above the table. Rounded, it ends where the coefficient ends. */
export function formatBounds(result: AgreementResult, digits = 2): string {
  if (result.interval === null) return ''
  const { lower, upper } = result.interval
  const [low, high] = digits > 4 ? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] : rangeOf(result)
  const bound = (value: number | null) =>
    value === null ? t().reliability.openEnd : formatEstimate(result, Math.min(high, Math.max(low, value)), digits)
  return `[${bound(lower)}, ${bound(upper)}]`
}

/** Why cases did not enter: "2 cases not rated by one of the raters". */
export function describeDropped(result: AgreementResult): string {
  return result.dropped
    .map(({ count, message }) => t().reliability.dropped(count, t().base.fromServer(message)))
    .join('; ')
}

/** Sentences under a table, each once, and the mark by which a cell points to it. */
export function footnotesOf(findings: readonly Finding[]): string[] {
  const texts = findings.flatMap(({ results }) => results.flatMap(notesOf))
  return [...new Set(texts)]
}

/** What must be known of one coefficient besides its value: its warnings, and that its interval is shown cut. */
export function notesOf(result: AgreementResult): string[] {
  const warnings = result.warnings.map(({ message }) => t().base.fromServer(message))
  return isCut(result) ? [...warnings, t().reliability.cut] : warnings
}

/** `a`, `b`, `c` ... for the first, second, third footnote. */
export function footnoteMark(index: number): string {
  return String.fromCharCode(97 + (index % 26))
}
