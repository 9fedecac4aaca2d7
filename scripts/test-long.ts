import { fileURLToPath } from 'node:url'
import { closingLine, together } from './checks/outcome.ts'
import { runTests } from './checks/tests.ts'

/**
 * The tests that take their time: hundreds of crashes, thousands of damaged files, five minutes of fifty coders. Each prints
 * the figures that `docs/trust.md` quotes. Best on a machine with nothing else to do.
 */
const root = fileURLToPath(new URL('..', import.meta.url))
const MOST_MINUTES = 90
Object.assign(process.env, { ATTUNE_LONG: '1', ATTUNE_FUZZ: '10000' })

const counts = [
  await runTests(root, 'api', ['test/api/lasting', 'test/api/cases/fuzz.test.ts'], MOST_MINUTES),
  await runTests(root, 'e2e', ['test/e2e/coding-schedules.test.ts'], MOST_MINUTES),
]
const sum = together(counts)
console.log(`\n${closingLine(sum)}`)
process.exitCode = sum.failed === 0 ? 0 : 1
