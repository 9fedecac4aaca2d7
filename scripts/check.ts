import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { buildBundle, buildCommandLine } from './bootstrap/bundle.mjs'
import { type Counts, closingLine, type Outcome, ofOne, table, together } from './checks/outcome.ts'
import { run } from './checks/run.ts'
import { runTests } from './checks/tests.ts'
import { checkTypes } from './checks/types.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** In the order in which they run: what answers quickly comes first. */
const stages: Readonly<Record<string, () => Promise<Counts>>> = {
  types: () => checkTypes(root),
  lint: async () =>
    ofOne((await run(root, 'biome', ['ci', ...(process.stdout.isTTY ? [] : ['--colors=off']), '.'])) === 0),
  unused: async () =>
    ofOne((await run(root, 'knip', ['--no-progress', '--include', 'files,unresolved,duplicates'])) === 0),
  core: () => runTests(root, 'core'),
  api: () => runTests(root, 'api'),
  web: () => runTests(root, 'web'),
  bundle: async () => {
    await buildBundle(root, process.execPath)
    await buildCommandLine(root, process.execPath)
    return ofOne(true)
  },
  e2e: () => runTests(root, 'e2e'),
}

/** A failing stage does not hold up the others: one run tells everything. */
async function perform(stage: string): Promise<Outcome> {
  const begun = performance.now()
  console.log(`\n── ${stage} ${'─'.repeat(Math.max(0, 76 - stage.length))}`)
  let counts = ofOne(false)
  try {
    counts = (await stages[stage]?.()) ?? counts
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
  }
  return { stage, ...counts, seconds: (performance.now() - begun) / 1000 }
}

async function main(): Promise<number> {
  const { positionals } = parseArgs({ allowPositionals: true })
  const chosen = positionals.length > 0 ? positionals : Object.keys(stages)
  const unknown = chosen.find((name) => !(name in stages))
  if (unknown) {
    console.error(`"${unknown}" is not a stage. There are: ${Object.keys(stages).join(', ')}.`)
    return 2
  }
  const outcomes: Outcome[] = []
  for (const stage of chosen) outcomes.push(await perform(stage))
  const sum = together(outcomes)
  console.log(`\n${table(outcomes)}\n\n${closingLine(sum)}`)
  return sum.failed === 0 ? 0 : 1
}

process.exitCode = await main()
