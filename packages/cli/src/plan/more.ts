import { moreItems } from '@attune/agreement'
import { writeCsv } from '@attune/exchange'
import { type Finding, figure, IN_POINTS, labelOf } from '@attune/report'
import { analyse } from '../agreement/analyse.ts'
import { readInput } from '../agreement/read-input.ts'
import { readRequest } from '../agreement/request.ts'
import { outputSpecs, ratingSpecs } from '../agreement/specs.ts'
import { readWeights } from '../agreement/weights.ts'
import { numberFrom, type OptionSpec, readArguments } from '../arguments.ts'
import type { Grid } from '../print/grid.ts'
import { sheet } from '../print/sheet.ts'
import { Refusal } from '../refusal.ts'
import { VERSION } from '../version.ts'
import type { World } from '../world.ts'

const specs: readonly OptionSpec[] = [{ name: 'half-width', value: 'WIDTH', about: '' }, ...ratingSpecs, ...outputSpecs]

/** `attune plan more FILE`: how many more items until the intervals are as narrow as wanted. */
export async function planMore(words: readonly string[], world: World): Promise<void> {
  const args = readArguments(words, specs)
  const text = args.text('half-width')
  if (text === undefined) throw new Refusal('--half-width is missing.', 'Write --half-width 0.1, for example.')
  const halfWidth = numberFrom('half-width', text, (value) => value > 0 && value < 1e9, 'a number above 0')
  const request = readRequest(args)
  const weights = request.weights === undefined ? null : await readWeights(world, request.weights)
  const { sets } = await readInput(request, world)
  const { findings, remarks } = analyse(sets, request, weights, world.progress)
  for (const remark of remarks) world.say(`attune: ${remark}\n`)
  const rows = findings.map((finding) => ({ finding, need: moreItems(finding.result, halfWidth) }))
  if (request.format === 'json') {
    const results = rows.map(({ finding: { by, result }, need }) => {
      const { measure, raters, n, estimate, options } = result
      return { by, measure, raters, options, n, estimate, needed: need }
    })
    world.print(`${JSON.stringify({ attune: VERSION, halfWidth, results }, null, 2)}\n`)
  } else if (request.format === 'csv') {
    const by = Object.keys(findings[0]?.by ?? {})
    world.print(
      writeCsv(
        [
          ...by.map((column) => `by_${column}`),
          'measure',
          'raters',
          'n',
          'half_width',
          'items',
          'more',
          'attune_version',
        ],
        rows.map(({ finding, need }) => [
          ...by.map((column) => finding.by[column] ?? ''),
          finding.result.measure,
          finding.result.raters.join('; '),
          finding.result.n,
          need?.halfWidth ?? null,
          need?.items ?? null,
          need?.more ?? null,
          VERSION,
        ]),
      ),
    )
  } else {
    const style = { markdown: request.format === 'markdown', colour: world.colour }
    const note =
      'The width is taken to fall with the square root of the number of items: a rough guide below some twenty.'
    world.print(
      sheet(
        `attune ${VERSION}: items until intervals reach to ${halfWidth} on both sides`,
        [grid(rows), [note]],
        style,
      ),
    )
  }
}

function grid(rows: readonly { finding: Finding; need: ReturnType<typeof moreItems> }[]): Grid {
  const by = Object.keys(rows[0]?.finding.by ?? {})
  return {
    columns: [...by, 'raters', 'coefficient', 'n', 'half width', 'items in all', 'more'],
    right: new Set(['n', 'half width', 'items in all', 'more']),
    rows: rows.map(({ finding: { by: group, title, result }, need }) => [
      ...by.map((column) => group[column] ?? ''),
      result.raters.length > 3 ? `${result.raters.length} raters` : result.raters.join(' - '),
      labelOf(title, result),
      String(result.n),
      ...(need === null
        ? ['no interval', '', '']
        : [figure(need.halfWidth, !IN_POINTS.has(result.measure)), String(need.items), String(need.more)]),
    ]),
  }
}
