import { readArguments } from '../arguments.ts'
import { EXIT, type World } from '../world.ts'
import { analyse } from './analyse.ts'
import { agreementCsv } from './csv.ts'
import { agreementJson } from './json.ts'
import { readInput } from './read-input.ts'
import { readable } from './readable.ts'
import { readRequest } from './request.ts'
import { agreementSpecs } from './specs.ts'
import { readWeights } from './weights.ts'

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
