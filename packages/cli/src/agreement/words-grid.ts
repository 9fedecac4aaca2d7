import { type Finding, labelOf } from '@attune/report'
import type { Grid } from '../print/grid.ts'
import { judge, type Words } from './benchmarks.ts'

/** What rules say about the values, apart from them: a rule is never part of a coefficient. */
export function wordsGrid(findings: readonly Finding[], words: Words): { grid: Grid; sources: string[] } {
  const by = Object.keys(findings[0]?.by ?? {})
  const certain = `holds with ${Number((100 * words.certainty).toPrecision(4))}%`
  const rows = findings.flatMap((finding) => {
    const { title, result } = finding
    const raters = result.raters.length > 3 ? `${result.raters.length} raters` : result.raters.join(' - ')
    const names = [...by.map((column) => finding.by[column] ?? ''), raters, labelOf(title, result)]
    return judge(result, words).map(({ rule, found, why }) =>
      found === null
        ? [...names, rule.author, '', `none: ${why}`]
        : [...names, rule.author, found.ofEstimate, found.label],
    )
  })
  const sources = words.rules.map(({ author, writtenFor, source }) => `${author}, written for ${writtenFor}: ${source}`)
  return {
    grid: {
      columns: [...by, 'raters', 'coefficient', 'rule', 'word of the estimate', certain],
      rows,
      right: new Set(),
    },
    sources,
  }
}
