import type { Result } from '@attune/agreement'
import { MOST_RATERS } from './coder-matrix.ts'
import { kappaCompany } from './company.ts'
import type { Plan } from './content.ts'
import { groupName, type RatingSet, tableOfPair } from './findings.ts'
import { type Limits, limitsOfAgreement } from './limits.ts'
import { MOST_CATEGORIES, type PairPanel } from './pair-panels.ts'
import { measureOfPairs, pairOptions, pairResults } from './pair-results.ts'
import { beginning, numbered } from './r-block.ts'
import { weightLines } from './r-recipes.ts'
import { iccCall } from './r-scores.ts'
import { level } from './r-text.ts'

/** The lines that give everybody with everybody again: the coefficient of each pair, with the number of its items. */
export function matrixBlock(set: RatingSet, index: number, plan: Plan): string {
  if (set.raters.length < 3) return ''
  const results = pairResults(set, pairOptions(plan, set))
  const first = results[0]?.result
  if (first === undefined || set.raters.length > MOST_RATERS) return ''
  const measure = measureOfPairs(set)
  const table = (measure.tables.includes('scores') ? set.scores() : null) ?? set.codes()
  const title = `${groupName(set)}everybody with everybody: ${measure.title}`
  const said = results.map(({ result }) => `${result.raters.join(' - ')} ${result.estimate ?? 'undefined'}`)
  return [
    ...beginning({ title, set, index, raters: set.raters, table, isPart: false }),
    `# ${JSON.stringify(said.join(', ')).slice(1, -1)}`,
    ...(measure.id === 'icc' ? [] : weightLines(first.options)),
    'pairs <- combn(ncol(x), 2, simplify = FALSE)',
    'names(pairs) <- vapply(pairs, function(two) paste(names(x)[two], collapse = " - "), "")',
    `t(sapply(pairs, function(two) ${ofTwo(first)}))`,
    '',
  ].join('\n')
}

function ofTwo({ measure, options }: Result): string {
  if (measure === 'icc') return iccCall(options, 'v[, two]')
  return `kappa_of(table(factor(m[, two[1]], seq_along(lv)), factor(m[, two[2]], seq_along(lv))), W, ${level(options)})`
}

/** The lines that give what the page shows of one pair again: the confusions, kappa with its company, the limits of agreement. */
export function pairBlock({ set, raters, codes, company, limits }: PairPanel, index: number, plan: Plan): string {
  const title = `${groupName(set)}${raters.join(' - ')} closely`
  const parts: string[] = []
  if (codes && set.categories.length <= MOST_CATEGORIES) {
    const table = tableOfPair(set.codes(), set, raters)
    const lines = company ? kappaCompany(table, plan.options).lines : []
    parts.push(
      ...beginning({ title, set, index, raters, table, isPart: true }),
      't',
      ...lines.flatMap(({ label, result }) => (result === null ? [] : [numbered(label, result, plan)])),
    )
  }
  if (limits) {
    const table = tableOfPair(set.scores() ?? set.codes(), set, raters)
    const { result, limits: found } = limitsOfAgreement(table, plan.options)
    parts.push(
      ...beginning({ title, set, index, raters, table, isPart: true }),
      numbered('Mean difference and limits of agreement', result, plan, found === null ? [] : limitsIn(found)),
    )
  }
  return parts.length === 0 ? '' : [...parts, ''].join('\n')
}

/** The numbers of the table below the picture of limits, beside the mean difference. */
function limitsIn({ lower, upper, lowerInterval, upperInterval, proportional }: Limits): string[] {
  const range = (band: Pick<Limits, 'lower' | 'upper'>) => `${band.lower} to ${band.upper}`
  const { slope, p } = proportional ?? { slope: null, p: null }
  return [
    `# Lower limit ${lower}, interval ${range(lowerInterval)}; upper limit ${upper}, interval ${range(upperInterval)}`,
    ...(proportional === null
      ? []
      : [`# Slope of differences on means ${slope}, interval ${range(proportional)}${p === null ? '' : `, p = ${p}`}`]),
  ]
}
