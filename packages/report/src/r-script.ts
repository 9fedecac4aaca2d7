import type { RaterTable } from '@attune/agreement'
import { type Comparison, nameOf } from './comparisons.ts'
import type { Plan, ReportContent } from './content.ts'
import { tableOfPair } from './findings.ts'
import { labelOf } from './labels.ts'
import { pairPanels } from './pair-panels.ts'
import { beginning, numbered } from './r-block.ts'
import { functionsFor } from './r-functions.ts'
import { matrixBlock, pairBlock } from './r-pairs.ts'
import { rText, rVector } from './r-text.ts'

/** More ratings than this are not written into a page. */
const MOST_CELLS = 200_000

/** A script of R that gives the numbers of the report again, with the ratings in it; what it does not give, it says. */
export function rScript(
  { source, version, sets, plan }: Pick<ReportContent, 'source' | 'version' | 'sets' | 'plan'>,
  comparisons: readonly Comparison[],
): string {
  const tables = sets.map((set) => set.scores() ?? set.codes())
  const cells = tables.reduce((sum, { size, raters }) => sum + size * raters.length, 0)
  if (cells > MOST_CELLS) {
    return `# ${cells} ratings are too many to be written into a script; up to ${MOST_CELLS} are.\n# Choose a part of them, for example fewer raters.\n`
  }
  const findings = comparisons.flatMap((comparison) => comparison.findings)
  const body = [
    ...tables.map((table, index) => dataFrame(table, index)),
    ...comparisons.map((comparison) => block(comparison, sets.indexOf(comparison.set), plan)),
    ...sets.map((set, index) => matrixBlock(set, index, plan)),
    ...pairPanels({ sets, plan, findings }).shown.map((panel) => pairBlock(panel, sets.indexOf(panel.set), plan)),
  ]
    .filter(Boolean)
    .join('\n')
  const packages = [...new Set([...body.matchAll(/^(?!#).*?\b([A-Za-z][\w.]*)::/gm)].map(([, name]) => name ?? ''))]
  const install =
    packages.length === 0
      ? ''
      : `# Needs: install.packages(${rVector(packages.toSorted().map((name) => rText(name)))})\n`
  return [
    `# Gives the numbers of the report on ${rText(source)} again, which Attune ${version} made.\n`,
    '# Each number stands as a comment above the lines of R that compute it. To see them: source("agreement.R", echo = TRUE)\n',
    install,
    functionsFor(body),
    `\n${body}`,
  ].join('')
}

/** Whether a script has the ratings in it, and with them everything else. */
export const holdsRatings = (script: string) => /^data1 <- /m.test(script)

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
  const isPart = plan.reference !== undefined || plan.pairs
  const table = isPart ? tableOfPair(whole, set, raters) : whole
  return [
    ...beginning({ title: nameOf(comparison), set, index, raters, table, isPart }),
    ...findings.map(({ title, result }) => numbered(labelOf(title, result), result, plan)),
    '',
  ].join('\n')
}
