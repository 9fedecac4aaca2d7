import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { openSqlite } from '../api/src/base/database/database.ts'
import { openLog } from '../api/src/base/log.ts'
import { systemPorts } from '../api/src/base/ports.ts'
import { readSettings } from '../api/src/base/settings.ts'
import { startServer } from '../api/src/start.ts'
import { writeBigStudy } from './bench/server/big-study.ts'

/**
 * How long the server keeps others waiting while agreement of a large study is computed: the delay of its event loop,
 * sampled every millisecond from the first question to the last answer.
 *
 * node scripts/measure-lag.ts [--coders 40] [--cases 1000]
 */
const { values } = parseArgs({
  options: { coders: { type: 'string', default: '40' }, cases: { type: 'string', default: '1000' } },
})
const size = { coders: Number(values.coders), cases: Number(values.cases) }
const repository = fileURLToPath(new URL('..', import.meta.url))
const data = mkdtempSync(join(tmpdir(), 'attune-lag-'))

type Answered = { readonly what: string; readonly status: number; readonly bytes: number; readonly seconds: number }

/** Asks from a thread of its own, so that its reading does not count. */
function asker(address: string, questions: readonly string[], begin: () => void): Promise<Answered[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./bench/server/ask.ts', import.meta.url), { workerData: { address, questions } })
    worker.on('message', (message: 'signed in' | Answered[]) => {
      if (message === 'signed in') begin()
      else resolve(message)
    })
    worker.once('error', reject)
  })
}

async function main(): Promise<void> {
  const settings = readSettings(['--port', '0', '--data', data, '--demo'], {}, repository)
  const surroundings = {
    ports: systemPorts,
    log: openLog('text', (line) => void process.stderr.write(`${line}\n`), systemPorts.now),
    repository,
  }
  const first = await startServer(settings, surroundings)
  await first.stop()
  const { db, close } = await openSqlite(data)
  const { id: pi } = await db
    .selectFrom('person')
    .innerJoin('membership', 'membership.person', 'person.id')
    .select('person.id')
    .where('membership.role', '=', 'pi')
    .executeTakeFirstOrThrow()
  const { study, version } = await writeBigStudy(db, pi, size)
  await close()
  const server = await startServer(settings, surroundings)
  const base = `/api/studies/${study}`
  const query = `codebookVersion=${version}`
  const questions = [
    `${base}/reliability?${query}&comparison=pairs&variables=coherence-of-transcript`,
    `${base}/reliability?${query}&comparison=all`,
    `${base}/reliability/matrix?${query}&variable=coherence-of-transcript`,
    `${base}/exports/ratings-long.csv?${query}`,
    `${base}/exports/report.html?${query}&comparison=all`,
  ]
  const delay = monitorEventLoopDelay({ resolution: 1 })
  const answers = await asker(server.address, questions, () => delay.enable())
  delay.disable()
  const ms = (nanoseconds: number) => `${(nanoseconds / 1e6).toFixed(1)} ms`
  console.log(`${size.coders} coders, ${size.cases} cases, ${size.coders * size.cases} codings`)
  for (const { what, status, bytes, seconds } of answers) {
    console.log(
      `${status}  ${seconds.toFixed(2).padStart(6)} s  ${(bytes / 1e6).toFixed(2).padStart(6)} MB  ${what.replace(base, '').replace(query, '')}`,
    )
  }
  console.log(
    `event loop: median ${ms(delay.percentile(50))}, p99 ${ms(delay.percentile(99))}, longest ${ms(delay.max)}`,
  )
  await server.stop()
}

try {
  await main()
} finally {
  rmSync(data, { recursive: true, force: true })
}
