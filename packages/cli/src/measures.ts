import { type Measure, measures } from '@attune/agreement'
import { type OptionSpec, readArguments } from './arguments.ts'
import { alignedGrid } from './print/grid.ts'
import { Refusal } from './refusal.ts'
import { VERSION } from './version.ts'
import { EXIT, type World } from './world.ts'

export const measuresSpecs: readonly OptionSpec[] = [
  { name: 'json', about: 'one JSON document, with the options of each coefficient' },
  { name: 'help', about: 'show this help' },
]

const plain = ({ id, title, better, tables, levels, raters, missing, weights, options, source }: Measure) => ({
  id,
  title,
  better,
  tables,
  levels,
  raters,
  missing,
  weights,
  options,
  source,
})

/** What a coefficient is computed from; a table of ratings is what `attune agreement` reads. */
function dataOf(tables: Measure['tables']): string {
  return tables.some((kind) => kind === 'codes' || kind === 'scores') ? 'ratings' : tables.join(' ')
}

/** `attune measures`: every coefficient of the library. */
export async function listMeasures(args: readonly string[], world: World): Promise<number> {
  const { files, has } = readArguments(args, measuresSpecs)
  if (files.length > 0) throw new Refusal(`"attune measures" takes no ${files.join(' ')}.`, 'Leave it out.')
  const list: Measure[] = Object.values(measures)
  if (has('json')) {
    world.print(`${JSON.stringify({ attune: VERSION, measures: list.map(plain) }, null, 2)}\n`)
    return EXIT.done
  }
  const rows = list.map(({ id, title, tables, levels, raters, missing, source }) => [
    id,
    title,
    dataOf(tables),
    levels.join(' '),
    String(raters),
    missing.join(' '),
    source,
  ])
  const columns = ['id', 'coefficient', 'data', 'levels', 'raters', 'missing values', 'source']
  world.print(
    alignedGrid({ columns, rows, right: new Set() }, (text) => (world.colour ? `\u001B[1m${text}\u001B[22m` : text)),
  )
  return EXIT.done
}
