import { comparisonsOf, reaches, reportPage } from '@attune/report'
import { analyse } from '../agreement/analyse.ts'
import { readInput } from '../agreement/read-input.ts'
import { readRequest } from '../agreement/request.ts'
import { ratingSpecs } from '../agreement/specs.ts'
import { readWeights } from '../agreement/weights.ts'
import { numberFrom, type OptionSpec, readArguments } from '../arguments.ts'
import { Refusal } from '../refusal.ts'
import { VERSION } from '../version.ts'
import { EXIT, type World } from '../world.ts'

/** Every option of `attune report`: those of `attune agreement` that choose what is computed, and those of the page. */
export const reportSpecs: readonly OptionSpec[] = [
  { name: 'output', short: 'o', value: 'PAGE', about: 'file to write (default: standard output)' },
  { name: 'force', about: 'replace that file if it exists' },
  {
    name: 'criterion',
    value: 'NUMBER',
    about: 'coefficient to be reached, drawn as a line; exit code 1 if a comparison misses it',
  },
  ...ratingSpecs,
  { name: 'help', about: 'show this help' },
]

/** `attune report FILE`: one page with everything about the agreement in a file. */
export async function report(words: readonly string[], world: World): Promise<number> {
  const args = readArguments(words, reportSpecs)
  const request = readRequest(args)
  const asked = args.text('criterion')
  const criterion =
    asked === undefined
      ? null
      : numberFrom('criterion', asked, (value) => value > 0 && value <= 1, 'above 0, at most 1')
  const target = args.text('output')
  if (target === undefined && args.has('force')) throw new Refusal('--force belongs to --output.', 'Leave it out.')
  if (target === '') throw new Refusal('--output has no name.', 'Write --output report.html.')
  const weights = request.weights === undefined ? null : await readWeights(world, request.weights)
  const { sets, input } = await readInput(request, world)
  const { findings, remarks } = analyse(sets, request, weights)
  const { reference, pairs, options, interval } = request
  const page = reportPage({
    source: request.file === '-' ? 'standard input' : (request.file.split(/[\\/]/).at(-1) ?? request.file),
    version: VERSION,
    plan: {
      reference,
      pairs,
      options,
      interval,
      weights: weights === null ? null : { name: request.weights ?? '', of: weights },
    },
    sets,
    input,
    findings,
    remarks,
    criterion,
  })
  if (target === undefined) world.print(page)
  else await world.write(target, page, args.has('force'))
  const isMissed = comparisonsOf(sets, findings).some((comparison) => reaches(comparison, criterion) === false)
  return isMissed ? EXIT.no : EXIT.done
}
