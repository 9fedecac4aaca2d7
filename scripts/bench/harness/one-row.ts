import { parseArgs } from 'node:util'
import { rowsOf } from '../groups.ts'
import { measure } from './measure.ts'
import { quick, thorough } from './rounds.ts'

/** One row at one size in a process of its own: no other row has warmed its loops or filled its memory. */
const { values, positionals } = parseArgs({ allowPositionals: true, options: { quick: { type: 'boolean' } } })
const [group = '', index, size] = positionals
const row = (await rowsOf(group))[Number(index)]
const chosen = row?.sizes[Number(size)]
if (!row || !chosen) throw new RangeError(`There is no row ${index} with size ${size} in ${group}.`)
process.stdout.write(JSON.stringify(await measure(row, chosen, values.quick ? quick : thorough)))
