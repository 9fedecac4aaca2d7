import { readArguments } from '../arguments.ts'
import { readContingency } from '../input/contingency.ts'
import { readRatings } from '../input/ratings.ts'
import { openSource } from '../input/source.ts'
import { type Declared, type Ready, readyGroup } from '../input/tables.ts'
import { EXIT, type World } from '../world.ts'
import { analyse } from './analyse.ts'
import { agreementCsv } from './csv.ts'
import { agreementJson, type InputSummary } from './json.ts'
import { readable } from './readable.ts'
import { type AgreementRequest, readRequest } from './request.ts'
import { agreementSpecs } from './specs.ts'
import { readWeights } from './weights.ts'

/** More categories than this are scores, and nobody reads a list of them. */
const MOST_LISTED = 1000

/** `attune agreement FILE`: coefficients from a CSV or TSV file. */
export async function agreement(args: readonly string[], world: World): Promise<number> {
  const request = readRequest(readArguments(args, agreementSpecs))
  const weights = request.weights === undefined ? null : await readWeights(world, request.weights)
  const { sets, input } = await readInput(request, world)
  const { findings, remarks } = analyse(sets, request, weights)
  for (const remark of remarks) world.say(`attune: ${remark}\n`)
  if (request.format === 'json') world.print(agreementJson(input, findings))
  else if (request.format === 'csv') world.print(agreementCsv(findings))
  else world.print(readable(input, findings, { markdown: request.format === 'markdown', colour: world.colour }))
  return EXIT.done
}

async function readInput(request: AgreementRequest, world: World): Promise<{ sets: Ready[]; input: InputSummary }> {
  const source = await openSource(world, request.file)
  const declared: Declared = {
    level: request.level,
    categories: request.categories,
    decimalComma: source.delimiter !== ',',
  }
  if (request.layout === 'table') {
    const { ready, items } = readContingency(source, declared)
    return { sets: [ready], input: { items, raters: ready.raters, categories: ready.categories, missing: 0 } }
  }
  const ratings = readRatings(source, { ...request.reading, layout: request.layout })
  const sets = ratings.groups.map((group) => readyGroup(group, ratings.texts, declared))
  const { items, raters, missing } = ratings
  const found = request.categories ?? [...new Set(sets.flatMap(({ categories }) => categories))]
  return { sets, input: { items, raters, categories: found.length > MOST_LISTED ? [] : found, missing } }
}
