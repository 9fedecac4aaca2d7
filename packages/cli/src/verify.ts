import { type MeasureReport, type ReferenceFile, type VerificationReport, verifyReference } from '@attune/agreement'
import { type OptionSpec, readArguments } from './arguments.ts'
import { alignedGrid } from './print/grid.ts'
import { orRefuse, Refusal } from './refusal.ts'
import { readJson } from './text-file.ts'
import { VERSION } from './version.ts'
import { EXIT, type World } from './world.ts'

export const verifySpecs: readonly OptionSpec[] = [
  { name: 'json', about: 'one JSON document with every failure and every unsupported case' },
  { name: 'help', about: 'show this help' },
]

/** `attune verify [FOLDER]`: recomputes reference cases; 1 if one fails or cannot be computed. */
export async function verify(args: readonly string[], world: World): Promise<number> {
  const { files, has } = readArguments(args, verifySpecs)
  const [folder = world.references, ...more] = files
  if (more.length > 0)
    throw new Refusal(`One folder at a time, not also ${more.join(', ')}.`, 'Start attune once for each.')
  const report = await recompute(folder, world)
  if (has('json')) world.print(`${JSON.stringify({ attune: VERSION, folder, ...report }, null, 2)}\n`)
  else world.print(readable(report, world.colour))
  return report.passed === report.cases ? EXIT.done : EXIT.no
}

async function recompute(folder: string, world: World): Promise<VerificationReport> {
  const names = await world.jsonFiles(folder)
  const references: ReferenceFile[] = []
  for (const name of names) references.push({ name, content: await readJson(name, world) })
  const format = 'The format is described in data/reference/README.md.'
  const report = orRefuse('', format, () => verifyReference(references))
  if (report.cases > 0) return report
  throw new Refusal(
    `${folder}: there are no reference cases.`,
    'Name a folder of .json files in the format of data/reference.',
  )
}

function readable(report: VerificationReport, colour: boolean): string {
  const columns = ['measure', 'cases', 'passed', 'failed', 'unsupported', 'worst deviation', 'in tolerances']
  const rows = report.measures.map((measure) => [
    measure.measure,
    String(measure.cases),
    String(measure.passed),
    String(measure.failures.length),
    String(measure.unsupported.length),
    ...(measure.passed + measure.failures.length === 0 ? ['', ''] : [tiny(measure.worst), tiny(measure.worstShare)]),
  ])
  const grid = { columns, rows, right: new Set(columns.slice(1)) }
  return [
    alignedGrid(grid, (text) => (colour ? `\u001B[1m${text}\u001B[22m` : text)),
    '\n',
    ...report.measures.flatMap(troubles),
    `attune ${VERSION}: ${report.cases} cases, ${report.passed} passed, ${report.failed} failed, ${report.unsupported} unsupported\n`,
  ].join('')
}

const tiny = (value: number) => (value === 0 ? '0' : value.toExponential(1))

function troubles({ failures, unsupported }: MeasureReport): string[] {
  const failed = failures.flatMap((failure) => [
    `failed: ${failure.case}${failure.error === undefined ? '' : `: ${failure.error}`}\n`,
    ...failure.mismatches.map(
      ({ field, expected, actual = null }) =>
        `  ${field}: expected ${JSON.stringify(expected)}, actual ${JSON.stringify(actual)}\n`,
    ),
  ])
  return [...failed, ...unsupported.map((id) => `unsupported: ${id}\n`)]
}
