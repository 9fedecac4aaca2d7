import type { RaterTable } from '@attune/agreement'
import { type Comparison, nameOf } from './comparisons.ts'
import type { Plan, ReportContent } from './content.ts'
import { tableOfPair } from './findings.ts'
import { labelOf } from './labels.ts'
import { recipe, weightLines } from './r-recipes.ts'
import { rText, rVector } from './r-text.ts'

/** More ratings than this are not written into a page. */
const MOST_CELLS = 200_000

const KRIPP = `# Krippendorff's alpha from its coincidence matrix; m: positions of the values, delta: squared differences of the values.
kripp <- function(m, delta) {
  k <- max(m, NROW(delta), na.rm = TRUE); o <- matrix(0, k, k)
  for (i in seq_len(nrow(m))) {
    count <- tabulate(m[i, !is.na(m[i, ])], k)
    if (sum(count) > 1) o <- o + (outer(count, count) - diag(count, k)) / (sum(count) - 1)
  }
  n <- rowSums(o)
  if (identical(delta, "ordinal")) { rank <- cumsum(n) - n / 2; delta <- outer(rank, rank, "-")^2 }
  1 - (sum(n) - 1) * sum(o * delta) / sum(outer(n, n) * delta)
}
`

/** A script of R that gives every number of the report again, with the ratings in it. */
export function rScript(
  { source, version, sets, plan }: Pick<ReportContent, 'source' | 'version' | 'sets' | 'plan'>,
  comparisons: readonly Comparison[],
): string {
  const tables = sets.map((set) => set.scores() ?? set.codes())
  const cells = tables.reduce((sum, { size, raters }) => sum + size * raters.length, 0)
  if (cells > MOST_CELLS) {
    return `# ${cells} ratings are too many to be written into a script; up to ${MOST_CELLS} are.\n# Choose a part of them, for example fewer raters.\n`
  }
  const body = [
    ...tables.map((table, index) => dataFrame(table, index)),
    ...comparisons.map((comparison) => block(comparison, sets.indexOf(comparison.set), plan)),
  ].join('\n')
  const packages = [...new Set([...body.matchAll(/^(?!#).*?\b([A-Za-z][\w.]*)::/gm)].map(([, name]) => name ?? ''))]
  const install =
    packages.length === 0
      ? ''
      : `# Needs: install.packages(${rVector(packages.toSorted().map((name) => rText(name)))})\n`
  return [
    `# Gives the numbers of the report on ${rText(source)} again, which Attune ${version} made.\n`,
    '# Each number stands as a comment above the lines of R that compute it. To see them: source("agreement.R", echo = TRUE)\n',
    install,
    body.includes('kripp(m') ? `\n${KRIPP}` : '',
    `\n${body}`,
  ].join('')
}

function dataFrame(table: RaterTable, index: number): string {
  const { raters, size } = table
  const columns = raters.map((_, rater) => {
    const cells = Array.from({ length: size }, (_, item) => cellOf(table, item * raters.length + rater))
    return rVector(cells)
  })
  const names = rVector(raters.map(rText))
  return `data${index + 1} <- setNames(data.frame(\n  ${columns.join(',\n  ')},\n  stringsAsFactors = FALSE), ${names})\n`
}

function cellOf(table: RaterTable, index: number): string {
  if (table.kind === 'scores') return table.state[index] === 0 ? String(table.values[index]) : 'NA'
  const category = table.categories[table.codes[index] ?? -1]
  return category === undefined ? 'NA_character_' : rText(category)
}

function block(comparison: Comparison, index: number, plan: Plan): string {
  const { set, raters, findings } = comparison
  const whole = set.scores() ?? set.codes()
  const columns = rVector(raters.map((rater) => String(whole.raters.indexOf(rater) + 1)))
  const isPart = plan.reference !== undefined || plan.pairs
  const shared = isPart ? set.shared(raters) : null
  const rows = shared === null ? '' : rVector(shared.map((item) => String(item + 1)))
  const table = isPart ? tableOfPair(whole, set, raters) : whole
  const results = findings.map(({ title, result }) => {
    const value = result.estimate === null ? `undefined: ${result.undefined.message}` : String(result.estimate)
    const interval =
      result.estimate === null || result.interval === undefined
        ? ''
        : `, ${result.interval.level} interval ${result.interval.lower ?? 'open'} to ${result.interval.upper ?? 'open'} (${result.interval.method})`
    const lines = recipe(result)
    const usesWeights = lines.some((line) => /\bW\b/.test(line))
    return [
      `\n# ${rText(labelOf(title, result)).slice(1, -1)}: ${value.replaceAll('\n', ' ')}${interval}, n = ${result.n}`,
      ...resampling(plan),
      ...(usesWeights ? weightLines(result.options) : []),
      ...lines,
    ].join('\n')
  })
  return [
    `# ---- ${rText(nameOf(comparison))}`,
    `x <- data${index + 1}[${rows}, ${columns}]`,
    ...prepare(table, index),
    ...results,
    '',
  ].join('\n')
}

function prepare(table: RaterTable, index: number): string[] {
  const known =
    table.kind === 'scores'
      ? [`lv <- s <- sort(unique(unlist(data${index + 1}))); v <- x`]
      : [
          `lv <- ${rVector(table.categories.map(rText))}`,
          `s <- ${rVector([...table.scores].map(String))}; v <- as.data.frame(lapply(x, function(codes) s[match(codes, lv)]))`,
        ]
  const pair = table.raters.length === 2 ? ['t <- table(factor(x[[1]], lv), factor(x[[2]], lv))'] : []
  return [...known, 'm <- matrix(match(as.matrix(x), lv), nrow(x))', ...pair]
}

function resampling({ interval }: Plan): string[] {
  if (interval.method === 'bootstrap') {
    return [
      "# The interval is from a bootstrap; R's random numbers differ, so its own agrees within the error of simulation.",
    ]
  }
  return interval.method === 'jackknife'
    ? ['# The interval is from the jackknife; the lines below give the analytic one.']
    : []
}
