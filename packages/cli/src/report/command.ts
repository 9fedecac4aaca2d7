import { comparisonsOf, type Finding, type Group, markedPage, reaches, reportPage } from '@attune/report'
import { analyse } from '../agreement/analyse.ts'
import { isSegmentLayout } from '../agreement/layouts.ts'
import { readInput } from '../agreement/read-input.ts'
import { type AgreementRequest, readRequest } from '../agreement/request.ts'
import { ratingSpecs, segmentLayoutSpecs } from '../agreement/specs.ts'
import { readWeights } from '../agreement/weights.ts'
import { numberFrom, type OptionSpec, readArguments } from '../arguments.ts'
import { Refusal } from '../refusal.ts'
import { analyseSegments } from '../segments/analyse.ts'
import { type SegmentReading, segmentReading } from '../segments/reading.ts'
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
  { name: 'help', about: 'show this help' },
  ...ratingSpecs,
  ...segmentLayoutSpecs,
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
  const { page, isMissed } = isSegmentLayout(request.layout)
    ? await marked(segmentReading(args, request, request.layout), request, criterion, world)
    : await rated(request, criterion, world)
  if (target === undefined) world.print(page)
  else await world.write(target, page, args.has('force'))
  return isMissed ? EXIT.no : EXIT.done
}

interface Written {
  readonly page: string
  /** Whether a comparison misses the criterion. */
  readonly isMissed: boolean
}

const sourceOf = ({ file }: AgreementRequest) =>
  file === '-' ? 'standard input' : (file.split(/[\\/]/).at(-1) ?? file)

async function rated(request: AgreementRequest, criterion: number | null, world: World): Promise<Written> {
  const weights = request.weights === undefined ? null : await readWeights(world, request.weights)
  const { sets, input } = await readInput(request, world)
  const { findings, remarks } = analyse(sets, request, weights, world.progress)
  const { reference, pairs, options, interval } = request
  const named = weights === null ? null : { name: request.weights ?? '', of: weights }
  const plan = { reference, pairs, options, interval, weights: named }
  const source = sourceOf(request)
  return {
    page: reportPage({ source, version: VERSION, plan, sets, input, findings, remarks, criterion }),
    isMissed: misses(sets, findings, criterion),
  }
}

const NOUNS = { units: 'units', events: 'events', segments: 'boundaries', boundaries: 'boundaries' }

async function marked(
  reading: SegmentReading,
  request: AgreementRequest,
  criterion: number | null,
  world: World,
): Promise<Written> {
  const { sets, groups, findings, remarks } = await analyseSegments(request, reading, world)
  const drawn = sets.map((set) => ({ by: set.by, raters: set.raters, ...set.marked }))
  const content = {
    source: sourceOf(request),
    version: VERSION,
    noun: NOUNS[reading.layout],
    findings,
    remarks,
    criterion,
  }
  return {
    page: markedPage({ ...content, sets: drawn, together: groups }),
    isMissed: misses([...sets, ...groups], findings, criterion),
  }
}

function misses(sets: readonly Group[], findings: readonly Finding[], criterion: number | null): boolean {
  return comparisonsOf(sets, findings).some((comparison) => reaches(comparison, criterion) === false)
}
