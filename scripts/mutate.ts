import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { scoreTable, survivorList } from './mutate/report.ts'

const usage = `pnpm mutate [FILE ...] [--static] [--processes N] [--survivors]
Changes the library in one place at a time and runs its tests: a change that no test notices shows what they do not hold.
FILE is a file or folder below packages/agreement/src; without any, all of it (an hour or more).
--static takes the code that runs once while a module loads; --survivors lists each change nobody noticed.`

const root = fileURLToPath(new URL('..', import.meta.url))

/** Files and folders as Stryker's patterns, from the root of the project. */
function patternOf(file: string): string {
  const path = relative(root, resolve(file))
  return statSync(resolve(file)).isDirectory() ? `${path}/**/*.ts` : path
}

function main(): number {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      static: { type: 'boolean', default: false },
      processes: { type: 'string', default: '1' },
      survivors: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    console.log(usage)
    return 0
  }
  const chosen = positionals.length > 0 ? positionals : [`${root}packages/agreement/src`]
  const { status } = spawnSync(
    process.execPath,
    [
      fileURLToPath(new URL('../node_modules/@stryker-mutator/core/bin/stryker.js', import.meta.url)),
      'run',
      'scripts/mutate/stryker.config.mjs',
      '--mutate',
      chosen.map(patternOf).join(','),
    ],
    {
      cwd: root,
      stdio: 'inherit',
      env: {
        ...process.env,
        ATTUNE_MUTATE_PROCESSES: values.processes,
        ...(values.static && { ATTUNE_MUTATE_STATIC: '1' }),
      },
    },
  )
  if (status !== 0) return status ?? 1
  const report = JSON.parse(readFileSync(`${root}test-results/mutation/report.json`, 'utf8'))
  if (values.survivors) console.log(survivorList(report))
  console.log(scoreTable(report))
  return 0
}

process.exitCode = main()
