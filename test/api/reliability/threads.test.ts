import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenDatabase, openPostgres, openSqlite } from '../../../api/src/base/database/database.ts'
import { type DatabaseSource, openReader } from '../../../api/src/base/database/reader.ts'
import { openMediaFolder } from '../../../api/src/base/media-folder.ts'
import { seedCodebooks } from '../../../api/src/codebooks/seed.ts'
import { createDemo } from '../../../api/src/demo/create.ts'
import { computeHere } from '../../../api/src/reliability/computing.ts'
import { type Job, type JobName, jobs } from '../../../api/src/reliability/jobs.ts'
import { openThreads } from '../../../api/src/reliability/threads.ts'
import { freshDatabase } from '../../support/postgres-database.ts'
import { data, engines } from '../support/lab.ts'
import { createTestPorts } from '../support/ports.ts'

type World = {
  readonly database: OpenDatabase
  readonly source: DatabaseSource
  readonly drop: () => Promise<void>
}

const open: Readonly<Record<(typeof engines)[number], () => Promise<World>>> = {
  sqlite: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'attune-threads-'))
    const drop = async () => rmSync(folder, { recursive: true, force: true })
    return { database: await openSqlite(folder), source: { engine: 'sqlite', folder }, drop }
  },
  postgres: async () => {
    const { url, drop } = await freshDatabase()
    return { database: await openPostgres(url), source: { engine: 'postgres', url }, drop }
  },
}

const ofPair: ReadonlySet<string> = new Set<JobName>(['readConfusion', 'readPair', 'exportConfusion'])

/** Every question once, about a lab with the demo study. */
async function demoJobs({ db, write, scrub }: OpenDatabase): Promise<Job[]> {
  const ports = createTestPorts()
  const media = openMediaFolder(join(tmpdir(), 'attune-no-media'))
  const ground = { db, write, scrub, media, ports, log: () => undefined, origin: () => 'http://lab.test' }
  await seedCodebooks(ground, `${data}/codebooks`)
  await createDemo(ground, { data })
  const rating = await db
    .selectFrom('rating')
    .innerJoin('coding', 'coding.id', 'rating.coding')
    .innerJoin('membership', 'membership.person', 'coding.coder')
    .select(['coding.study', 'coding.codebook_version as codebookVersion', 'coding.coder as first'])
    .where('rating.variable', '=', 'coherence-of-transcript')
    .where('coding.state', '=', 'submitted')
    .where('membership.role', '=', 'trainee')
    .executeTakeFirstOrThrow()
  const { study, codebookVersion, first } = rating
  const variable = 'coherence-of-transcript'
  return Object.entries(jobs).map(([name, { endpoint }]) => {
    const asked = ofPair.has(name)
      ? { variable, first, second: 'master' }
      : name === 'readCoderMatrix'
        ? { variable }
        : {}
    const query = endpoint.query?.parse({ codebookVersion, ...asked })
    return { name: name as JobName, study, query, now: ports.now().toISOString() }
  })
}

describe.each(engines)('agreement on %s, computed in a thread of its own', (engine) => {
  let world: World
  let all: Job[]
  const nobodyLeaves = new AbortController().signal
  const job = (name: JobName) => all.find((one) => one.name === name) as Job

  beforeAll(async () => {
    world = await open[engine]()
    all = await demoJobs(world.database)
  })
  afterAll(async () => {
    await world.database.close()
    await world.drop()
  })

  it('gives the very bytes that this thread gives, for every question', async () => {
    const here = computeHere(world.database.db)
    const threads = openThreads(world.source)
    try {
      expect(all).toHaveLength(14)
      for (const one of all) {
        const [expected, found] = [await here.run(one, nobodyLeaves), await threads.run(one, nobodyLeaves)]
        expect(Buffer.from(found).equals(expected), one.name).toBe(true)
        expect(found.byteLength, one.name).toBeGreaterThan(40)
      }
    } finally {
      await threads.close()
    }
  })

  it('sees what was committed a moment ago', async () => {
    const threads = openThreads(world.source)
    try {
      const text = async () => new TextDecoder().decode(await threads.run(job('exportResults'), nobodyLeaves))
      expect(await text()).not.toContain('Renamed')
      await world.database.write((trx) =>
        trx.updateTable('study').set({ name: 'Renamed' }).where('id', '=', job('exportResults').study).execute(),
      )
      expect(await text()).toContain('Renamed')
    } finally {
      await threads.close()
    }
  })

  it('reads from a connection that cannot write', async () => {
    const reader = openReader(world.source)
    await expect(reader.updateTable('study').set({ name: 'Written' }).execute()).rejects.toThrow(/read-?only/)
    await reader.destroy()
  })

  it('hands a refusal over as it was said', async () => {
    const threads = openThreads(world.source)
    const query = { ...(job('readReliability').query as object), variables: ['nonsense'] }
    try {
      await expect(threads.run({ ...job('readReliability'), query }, nobodyLeaves)).rejects.toMatchObject({
        code: 'bad-request',
        faults: [{ path: 'query.variables' }],
      })
    } finally {
      await threads.close()
    }
  })

  it('stops when the one who asked leaves, when it takes too long, when it needs too much memory; then goes on', async () => {
    const [hasty, small] = [
      openThreads(world.source, { milliseconds: 1 }),
      openThreads(world.source, { megabytes: 24 }),
    ]
    const usual = openThreads(world.source)
    try {
      const leaving = new AbortController()
      const left = usual.run(job('exportReport'), leaving.signal)
      leaving.abort()
      await expect(left).rejects.toThrow('has left')
      await expect(hasty.run(job('exportReport'), nobodyLeaves)).rejects.toThrow('takes too long to compute')
      await expect(small.run(job('exportReport'), nobodyLeaves)).rejects.toThrow('needs more memory')
      expect((await usual.run(job('readPair'), nobodyLeaves)).byteLength).toBeGreaterThan(40)
    } finally {
      await Promise.all([hasty, small, usual].map((one) => one.close()))
    }
  })

  it('lets this thread answer others meanwhile', async () => {
    const threads = openThreads(world.source)
    try {
      await threads.run(job('readPair'), nobodyLeaves)
      let longest = 0
      let isDone = false
      const watch = (async () => {
        while (!isDone) {
          const begin = performance.now()
          await wait(1)
          longest = Math.max(longest, performance.now() - begin)
        }
      })()
      await Promise.all([1, 2, 3].map(() => threads.run(job('readReliability'), nobodyLeaves)))
      isDone = true
      await watch
      expect(longest).toBeLessThan(500)
    } finally {
      await threads.close()
    }
  })
})
