import { ratersOf } from './comparisons.ts'
import { type Finding, groupName } from './findings.ts'
import { labelOf } from './labels.ts'
import type { MarkedContent, MarkedSet } from './marked-content.ts'
import { listing } from './numbers.ts'
import { heading, oneLine } from './r-block.ts'
import { rText, rVector } from './r-text.ts'

/** A longer script is not written into a page. */
const MOST_CHARACTERS = 2_000_000

const WINDOWS = `# How many boundaries a rater has in each window of a text; a window is k neighbouring places for a boundary.
windows <- function(boundaries, places, k) {
  count <- cumsum(c(0, tabulate(as.integer(boundaries), places))); if (places < k) integer(0) else diff(count, k)
}
`

const TIME_UNITS = `# The state of a rater at the middle of each time unit, 0 where nothing is marked.
states <- function(start, end, code, begin, length, step) {
  at <- begin + (seq_len(floor(length / step * (1 + 1e-12))) - 0.5) * step; state <- integer(length(at))
  for (i in seq_along(start)) state[at >= start[i] & at < end[i]] <- code[i]
  state
}
# The states of the other rater, taken as equal where they are so within reach.
seen_by <- function(one, other, reach) {
  n <- length(one); near <- function(i) one[i] %in% other[max(1, i - reach):min(n, i + reach)]
  ifelse(vapply(seq_len(n), near, NA), one, other)
}
kappa_way <- function(one, other, codes) {
  p <- prop.table(table(factor(one, codes), factor(other, codes))); e <- sum(rowSums(p) * colSums(p)); (sum(diag(p)) - e) / (1 - e)
}
`

/** The lines of R for one coefficient of these documents; null where none is known. */
function linesOf({ result }: Finding, documents: readonly MarkedSet[]): readonly string[] | null {
  const { measure, options, raters } = result
  const [first = '', second = ''] = raters
  if (documents.some(({ length }) => length === null)) return null
  if ((measure === 'pk' || measure === 'window-diff') && options.window !== undefined) {
    const of = (rater: string) =>
      `c(${documents.map((set) => `windows(${startsOf(set, rater)}, ${(set.length ?? 0) - 1}, ${options.window})`).join(', ')})`
    const apart = measure === 'pk' ? '(a > 0) != (b > 0)' : 'a != b'
    return [`a <- ${of(first)}`, `b <- ${of(second)}`, `mean(${apart})`]
  }
  if (measure === 'time-unit-kappa' && options.step !== undefined) {
    const { step, tolerance = 0 } = options
    const codes = [...new Set(documents.flatMap(({ marks }) => marks.map(({ category }) => category)))].toSorted()
    const of = (rater: string) => `list(${documents.map((set) => statesOf(set, rater, codes, step)).join(', ')})`
    return [
      `reach <- floor(${tolerance} / ${step} * (1 + 1e-12)); codes <- 0:${codes.length}`,
      `a <- ${of(first)}`,
      `b <- ${of(second)}`,
      'ab <- unlist(Map(seen_by, a, b, reach)); ba <- unlist(Map(seen_by, b, a, reach))',
      'mean(c(kappa_way(unlist(a), ab, codes), kappa_way(unlist(b), ba, codes)))',
    ]
  }
  return null
}

const marksOf = ({ marks }: MarkedSet, rater: string) => marks.filter((mark) => mark.rater === rater)
const startsOf = (set: MarkedSet, rater: string) => rVector(marksOf(set, rater).map(({ start }) => String(start)))

function statesOf(set: MarkedSet, rater: string, codes: readonly string[], step: number): string {
  const own = marksOf(set, rater)
  const ends = rVector(own.map(({ start, end }) => String(end ?? start)))
  const positions = rVector(own.map(({ category }) => String(codes.indexOf(category) + 1)))
  return `states(${startsOf(set, rater)}, ${ends}, ${positions}, ${set.begin ?? 0}, ${set.length}, ${step})`
}

/** What R can give again of a report on units, events or boundaries: the script, and what no function of R gives. */
export function markedScript({
  source,
  version,
  sets,
  findings,
}: Pick<MarkedContent, 'source' | 'version' | 'sets' | 'findings'>) {
  const without = new Set<string>()
  const blocks = findings.flatMap((finding) => {
    const { by, title, result } = finding
    const documents = sets.filter(
      (set) =>
        Object.entries(by).every(([column, value]) => set.by[column] === value) &&
        result.raters.every((rater) => set.raters.includes(rater)),
    )
    const lines = result.estimate === null ? [] : linesOf(finding, documents)
    if (lines === null) without.add(labelOf(title, result))
    if (lines === null || lines.length === 0) return []
    return [
      [
        `# ---- ${oneLine(`${groupName(finding)}${ratersOf(result.raters)}`)}`,
        heading(labelOf(title, result), result),
        ...lines,
        '',
      ].join('\n'),
    ]
  })
  const body = blocks.join('\n')
  const head = `# Gives numbers of the report on ${rText(source)} again, which Attune ${version} made.\n`
  const functions = [
    ...(body.includes('windows(') ? [`\n${WINDOWS}`] : []),
    ...(body.includes('seen_by') ? [`\n${TIME_UNITS}`] : []),
  ]
  if (body.length > MOST_CHARACTERS) {
    return {
      script: null,
      promise: 'Too much is marked to be written into a script of R; make a report of a part of it.',
    }
  }
  const given = 'Computed by R from what each rater marked, which is part of the script.'
  const lacking = `No function of R that is known to us gives ${listing([...without])}.`
  return {
    script: blocks.length === 0 ? null : [head, ...functions, `\n${body}`].join(''),
    promise: [...(blocks.length === 0 ? [] : [given]), ...(without.size === 0 ? [] : [lacking])].join(' '),
  }
}
