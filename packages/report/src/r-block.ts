import type { RaterTable, Result } from '@attune/agreement'
import type { Plan } from './content.ts'
import type { RatingSet } from './findings.ts'
import { lacking, recipe, weightLines } from './r-recipes.ts'
import { rText, rVector } from './r-text.ts'

/** What a block of lines is about: some raters of a group, whose ratings are the data frame of that number. */
export interface Subject {
  readonly title: string
  readonly set: RatingSet
  readonly index: number
  readonly raters: readonly string[]
  /** What the coefficients are computed from. */
  readonly table: RaterTable
  /** Whether items that not all of these raters worked on are left out. */
  readonly isPart: boolean
}

/** The ratings of these raters as `x`, and what the lines of every coefficient start from. */
export function beginning({ title, set, index, raters, table, isPart }: Subject): string[] {
  const whole = set.scores() ?? set.codes()
  const columns = rVector(raters.map((rater) => String(whole.raters.indexOf(rater) + 1)))
  const shared = isPart ? set.shared(raters) : null
  const rows = shared === null ? '' : rVector(shared.map((item) => String(item + 1)))
  return [
    `# ---- ${oneLine(title)}`,
    `x <- data${index + 1}[${rows}, ${columns}, drop = FALSE]`,
    ...prepare(table, index),
  ]
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

/** One number with its interval and p as a comment, with what more belongs to it, and the lines of R that give it. */
export function numbered(label: string, result: Result, plan: Plan, more: readonly string[] = []): string {
  const lines = recipe(result)
  const usesWeights = lines.some((line) => /\bW\b/.test(line))
  return [
    `\n${heading(label, result)}`,
    ...more,
    ...resampling(plan, result),
    ...lacking(result).map((what) => `# No function of R that is known to us gives this ${what}.`),
    ...(usesWeights ? weightLines(result.options) : []),
    ...lines,
  ].join('\n')
}

/** A number with its interval and p, as a comment. */
export const heading = (label: string, result: Result) => `# ${oneLine(label)}: ${valueIn(result)}, n = ${result.n}`

function valueIn(result: Result): string {
  if (result.estimate === null) return `undefined: ${oneLine(result.undefined.message)}`
  const { interval, test } = result
  const range =
    interval === undefined
      ? ''
      : `, ${interval.level} interval ${interval.lower ?? 'open'} to ${interval.upper ?? 'open'} (${interval.method})`
  return `${result.estimate}${range}${test === undefined ? '' : `, p = ${test.p}`}`
}

/** Names may hold line ends, which would end a comment. */
export const oneLine = (text: string) => rText(text).slice(1, -1)

function resampling({ interval }: Plan, result: Result): string[] {
  if (result.estimate === null || result.interval === undefined) return []
  if (interval.method === 'bootstrap' && /bootstrap/.test(result.interval.method)) {
    return ["# R's random numbers differ, so its own bootstrap agrees within the error of simulation."]
  }
  return interval.method === 'jackknife' && /jackknife/.test(result.interval.method)
    ? ['# The interval is from the jackknife; an interval in the lines below is the analytic one.']
    : []
}
