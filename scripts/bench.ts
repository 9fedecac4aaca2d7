import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { groups, rowsOf } from './bench/groups.ts'
import type { Measured } from './bench/harness/measure.ts'
import { isMissed, markdownTable, textTable } from './bench/harness/table.ts'

/**
 * What our code costs against a floor, in one run: ratios are comparable between machines, times are not.
 *
 * pnpm bench [GROUP...] [--only TEXT] [--quick] [--markdown]
 */
const oneRow = fileURLToPath(new URL('bench/harness/one-row.ts', import.meta.url))

function measureInFreshProcess(group: string, row: number, size: number, quick: boolean): Measured {
  const words = ['--expose-gc', oneRow, group, String(row), String(size), ...(quick ? ['--quick'] : [])]
  const { status, stdout } = spawnSync(process.execPath, words, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (status !== 0) throw new Error(`Row ${row + 1} of ${group} failed.`)
  return JSON.parse(stdout)
}

async function benchGroup(group: string, only: string, quick: boolean): Promise<Measured[]> {
  const found: Measured[] = []
  for (const [index, row] of (await rowsOf(group)).entries()) {
    if (!row.what.includes(only)) continue
    for (const size of row.sizes.keys()) {
      if (process.stderr.isTTY) process.stderr.write(`\x1b[2K${row.what} ...\r`)
      found.push(measureInFreshProcess(group, index, size, quick))
    }
  }
  return found
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string', default: '' },
    quick: { type: 'boolean', default: false },
    markdown: { type: 'boolean', default: false },
  },
})
let missed = 0
for (const group of positionals.length > 0 ? positionals : Object.keys(groups)) {
  const found = await benchGroup(group, values.only, values.quick)
  missed += found.filter(isMissed).length
  console.log(`\n${group}\n\n${values.markdown ? markdownTable(found) : textTable(found)}`)
}
console.log(missed === 0 ? '\nEvery limit is met.' : `\n${missed} of the limits are missed.`)
