import { type Arguments, readArguments } from '../arguments.ts'
import { EXIT, type World } from '../world.ts'
import { analyse } from './analyse.ts'
import { agreementCsv } from './csv.ts'
import { agreementJson } from './json.ts'
import { isSegmentLayout } from './layouts.ts'
import { readInput } from './read-input.ts'
import { readable } from './readable.ts'
import { type AgreementRequest, readRequest } from './request.ts'
import { agreementSpecs } from './specs.ts'
import { readWeights } from './weights.ts'

/** `attune agreement FILE`: coefficients from a CSV or TSV file. */
export async function agreement(args: readonly string[], world: World): Promise<number> {
  const given = readArguments(args, agreementSpecs)
  const request = readRequest(given)
  const { findings, remarks, input } = await analysisOf(given, request, world)
  for (const remark of remarks) world.say(`attune: ${remark}\n`)
  const { format, words, layout } = request
  if (format === 'json') world.print(agreementJson(input, findings, words))
  else if (format === 'csv') world.print(agreementCsv(findings, words))
  else {
    const of = isSegmentLayout(layout) ? 'documents' : 'items'
    world.print(readable(input, findings, { markdown: format === 'markdown', colour: world.colour, words, of }))
  }
  return EXIT.done
}

async function analysisOf(args: Arguments, request: AgreementRequest, world: World) {
  const { layout } = request
  if (isSegmentLayout(layout)) {
    const { analyseSegments } = await import('../segments/analyse.ts')
    const { segmentReading } = await import('../segments/reading.ts')
    return analyseSegments(request, segmentReading(args, request, layout), world)
  }
  const weights = request.weights === undefined ? null : await readWeights(world, request.weights)
  const { sets, input } = await readInput(request, world, request.pooled !== undefined)
  return { ...analyse(sets, request, weights, world.progress), input }
}
