import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Db, openSqlite } from '../../../api/src/base/database/database.ts'
import { openLog } from '../../../api/src/base/log.ts'
import { systemPorts } from '../../../api/src/base/ports.ts'
import { readSettings } from '../../../api/src/base/settings.ts'
import { startServer } from '../../../api/src/start.ts'
import { buildBundle } from '../../bootstrap/bundle.mjs'
import type { LongText } from './long-text.ts'

const repository = fileURLToPath(new URL('../../..', import.meta.url))
const at = '2026-01-05T09:00:00.000Z'

export type LongCoding = { readonly address: string; readonly path: string; readonly stop: () => Promise<void> }

/** A real server with its real pages, and in it a coding of the long text, half done by a demo trainee. */
export async function startLongCoding(long: LongText): Promise<LongCoding> {
  await buildBundle(repository, process.execPath)
  const data = mkdtempSync(join(tmpdir(), 'attune-bench-coding-'))
  const settings = readSettings(['--port', '0', '--data', data, '--demo'], {}, repository)
  const log = openLog('text', (line) => void process.stderr.write(`${line}\n`), systemPorts.now)
  const surroundings = { ports: systemPorts, log, repository }
  const first = await startServer(settings, surroundings)
  await first.stop()
  const { db, close } = await openSqlite(data)
  const path = await writeLongCoding(db, long)
  await close()
  const server = await startServer(settings, surroundings)
  return {
    address: server.address,
    path,
    stop: async () => {
      await server.stop()
      rmSync(data, { recursive: true, force: true })
    },
  }
}

/** Copies what a draft of the demo consists of, with the long text in place of its own. Gives the path of its page. */
async function writeLongCoding(db: Db, { text, turns, codes, passages }: LongText): Promise<string> {
  const draft = await db
    .selectFrom('coding')
    .innerJoin('material', 'material.study_case', 'coding.study_case')
    .innerJoin('membership', (join) =>
      join.onRef('membership.person', '=', 'coding.coder').on('membership.role', '=', 'trainee'),
    )
    .selectAll('coding')
    .where('material.kind', '=', 'transcript')
    .where('coding.state', '!=', 'submitted')
    .executeTakeFirstOrThrow()
  const book = await db
    .selectFrom('codebook_version')
    .selectAll()
    .where('id', '=', draft.codebook_version)
    .executeTakeFirstOrThrow()
  const oneCase = await db
    .selectFrom('study_case')
    .selectAll()
    .where('id', '=', draft.study_case)
    .executeTakeFirstOrThrow()
  const material = await db
    .selectFrom('material')
    .selectAll()
    .where('study_case', '=', draft.study_case)
    .executeTakeFirstOrThrow()
  const [version, studyCase, coding] = [randomUUID(), randomUUID(), randomUUID()]
  const content = JSON.stringify({ ...JSON.parse(book.content), id: 'long', codes })
  await db
    .insertInto('codebook_version')
    .values({ ...book, id: version, study: draft.study, codebook: 'long', content, content_hash: version })
    .execute()
  await db
    .insertInto('study_case')
    .values({ ...oneCase, id: studyCase, name: 'LONG', content_note: '' })
    .execute()
  await db
    .insertInto('material')
    .values({
      ...material,
      id: randomUUID(),
      study_case: studyCase,
      raw: text,
      sha256: studyCase,
      structure: JSON.stringify({ turns }),
    })
    .execute()
  await db
    .insertInto('coding')
    .values({ ...draft, id: coding, study_case: studyCase, codebook_version: version })
    .execute()
  const rows = passages.map(({ code, start, end }) => ({
    coding,
    id: randomUUID(),
    code,
    unit: 'segment' as const,
    span_start: start,
    span_end: end,
    onset: null,
    offset_at: null,
    subject: null,
    value: null,
    memo: '',
    confidence: null,
    evidence: '[]',
    version: 1,
    changed_at: at,
    removed_at: null,
  }))
  await db.transaction().execute(async (trx) => {
    for (let from = 0; from < rows.length; from += 500) {
      await trx
        .insertInto('annotation')
        .values(rows.slice(from, from + 500))
        .execute()
    }
  })
  return `/studies/${draft.study}/codings/${coding}`
}
