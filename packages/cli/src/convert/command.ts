import type { Delimiter } from '@attune/exchange'
import { listOf, type OptionSpec, readArguments } from '../arguments.ts'
import { Refusal } from '../refusal.ts'
import { EXIT, type World } from '../world.ts'
import { cleanFile } from './clean.ts'
import type { Conversion } from './conversion.ts'
import { longFile } from './to-long.ts'
import { wideFile } from './to-wide.ts'

const DELIMITERS: Readonly<Record<string, Delimiter>> = { comma: ',', semicolon: ';', tab: '\t' }

export const convertSpecs: readonly OptionSpec[] = [
  { name: 'output', short: 'o', value: 'FILE', about: 'file to write (default: standard output)' },
  { name: 'force', about: 'replace that file if it exists' },
  { name: 'to', value: 'LAYOUT', among: ['wide', 'long'], about: 'another layout (default: the one the file has)' },
  { name: 'item', value: 'COL', about: 'column that names the item (default: item)' },
  { name: 'rater', value: 'COL', about: 'column of the raters in a long file (default: rater)' },
  { name: 'value', value: 'COL', about: 'column of the values in a long file (default: value)' },
  { name: 'raters', value: 'A,B,...', about: 'only these raters, in this order (default: all)' },
  { name: 'by', value: 'COL[,COL]', about: 'columns kept beside the item: a scale, a wave' },
  {
    name: 'delimiter',
    value: 'NAME',
    among: Object.keys(DELIMITERS),
    about: 'what separates the cells of FILE (default: found from its first line)',
  },
  { name: 'help', about: 'show this help' },
]

const OF_LAYOUTS = ['item', 'rater', 'value', 'raters', 'by']

/** `attune convert FILE`: any delimiter and encoding in, plain CSV in UTF-8 out, in the same layout or the other. */
export async function convert(words: readonly string[], world: World): Promise<number> {
  const args = readArguments(words, convertSpecs)
  const [file, ...more] = args.files
  if (file === undefined) throw new Refusal('Which file?', 'Name it after the command; "-" is standard input.')
  if (more.length > 0)
    throw new Refusal(`One file at a time, not also ${more.join(', ')}.`, 'Start attune once for each.')
  const target = args.text('output') ?? '-'
  if (target === '') throw new Refusal('--output has no name.', 'Write --output ratings.csv.')
  if (target === '-' && args.has('force')) throw new Refusal('--force belongs to --output.', 'Leave it out.')
  const layout = args.text('to')
  const stray = OF_LAYOUTS.find((option) => args.has(option))
  if (layout === undefined && stray !== undefined)
    throw new Refusal(`--${stray} belongs to --to.`, `Leave --${stray} out, or name the layout to write with --to.`)
  const write = { wide: wideFile, long: longFile }[layout ?? ''] ?? cleanFile
  const conversion: Conversion = {
    file,
    delimiter: DELIMITERS[args.text('delimiter') ?? ''] ?? null,
    item: args.text('item'),
    rater: args.text('rater') ?? 'rater',
    value: args.text('value') ?? 'value',
    raters: namesOf(args.text('raters'), 'raters'),
    by: namesOf(args.text('by'), 'by') ?? [],
  }
  await write(world, conversion, () => world.create(target, args.has('force')))
  return EXIT.done
}

function namesOf(text: string | undefined, option: string): string[] | undefined {
  const names = listOf(text)
  if (names === undefined) return undefined
  if (names.includes('')) throw new Refusal(`--${option} has an empty part.`, 'Separate the names by single commas.')
  if (new Set(names).size < names.length) throw new Refusal(`--${option} names something twice.`, 'Name each once.')
  return names
}
