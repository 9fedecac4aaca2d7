import { extent } from '@attune/charts'
import {
  type Comparison,
  kindOf,
  nameOf,
  ratersOf,
  reaches,
  risesWithAgreement,
  shortLabel,
  verdict,
} from './comparisons.ts'
import { type Finding, type Group, groupName } from './findings.ts'
import { forest } from './forest.ts'
import { type Html, html } from './html.ts'
import { counted } from './labels.ts'
import { shown } from './numbers.ts'

/** A longer forest plot is not read any more. */
const MOST_ROWS = 120

/** One sentence for each comparison. */
export function verdicts(comparisons: readonly Comparison<Group>[], criterion: number | null): Html {
  const lines = comparisons.map(
    (comparison) =>
      html`<li${reaches(comparison, criterion) === false ? html` class="missed"` : null}><b>${nameOf(comparison)}</b>${verdict(comparison, criterion)}</li>
`,
  )
  return html`<ul class="verdicts">
${lines}</ul>
`
}

/** Coefficients that end at 1 on one axis, differences in points on another. */
export function forests(comparisons: readonly Comparison<Group>[], criterion: number | null): Html {
  const rows = comparisons.flatMap((comparison) =>
    comparison.findings.map((finding) => ({ comparison, finding, kind: kindOf(finding) })),
  )
  const prefix = prefixes(comparisons)
  return html`${(['bounded', 'points'] as const).map((kind) => {
    const drawn = rows
      .filter((row) => row.kind === kind)
      .map(({ comparison, finding }) => ({
        label: [...prefix(comparison), shortLabel(finding)].join(': '),
        result: finding.result,
      }))
    if (drawn.length === 0) return html``
    const isBounded = kind === 'bounded'
    const limit = isBounded ? criterion : null
    return forest(forestTitle(drawn, isBounded, limit), drawn.slice(0, MOST_ROWS), isBounded, limit)
  })}`
}

/** What tells comparisons apart, and nothing else: there is little room beside a line. */
function prefixes(comparisons: readonly Comparison<Group>[]): (comparison: Comparison<Group>) => string[] {
  const several = new Set(comparisons.map(({ raters }) => JSON.stringify(raters))).size > 1
  return ({ set, raters }) => {
    const values = Object.values(set.by)
    const isPlain = values.length === 1 && set.over === undefined
    const group = isPlain ? values.map((value) => value || '(empty)') : [groupName(set).replace(/: $/, '')]
    return [...(comparisons.length > 1 ? group : []), ...(several ? [ratersOf(raters)] : [])].filter(Boolean)
  }
}

function forestTitle(
  rows: readonly { readonly result: Finding['result'] }[],
  bounded: boolean,
  criterion: number | null,
): string {
  const estimates = rows.flatMap(({ result }) => (result.estimate === null ? [] : [result.estimate]))
  const what = bounded ? counted(rows.length, 'coefficient') : counted(rows.length, 'difference')
  const undefinedOnes = rows.length - estimates.length
  const rest = undefinedOnes === 0 ? '' : `, ${undefinedOnes} undefined`
  if (estimates.length === 0) return `${what}${rest}.`
  const [low, high] = extent(estimates)
  const range = low === high ? `at ${shown(low, bounded)}` : `from ${shown(low, bounded)} to ${shown(high, bounded)}`
  const unit = bounded ? '' : ' in points of the scale'
  const judged = rows.filter(risesWithAgreement)
  if (criterion === null || judged.length === 0)
    return `${what} ${range}${unit}${rest}${rows.some(({ result }) => result.estimate !== null && result.interval !== undefined) ? '; lines are intervals' : ''}. ${where(rows.length)}`
  const reached = judged.filter(({ result: { estimate } }) => estimate !== null && estimate >= criterion).length
  const [name, all] =
    judged.length === rows.length
      ? [what, 'they']
      : [`${counted(judged.length, 'coefficient')} for which higher is better`, 'all']
  return `${reached} of ${name} reach the criterion of ${shown(criterion, true)}; ${all} run ${range}${rest}. ${where(rows.length)}`
}

const where = (rows: number) =>
  `${rows > MOST_ROWS ? `The first ${MOST_ROWS} are drawn. ` : ''}The numbers are in the table below.`
