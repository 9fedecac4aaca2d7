import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openCoding } from '@attune/contract'
import { sql } from 'kysely'
import { afterAll, expect, it } from 'vitest'
import { openSqlite } from '../../../api/src/base/database/database.ts'
import { codingOf } from '../support/coding.ts'
import { openLab } from '../support/lab.ts'
import { newOperation, openStudy } from '../support/study.ts'
import { report, sized } from './size.ts'

const folder = mkdtempSync(join(tmpdir(), 'attune-full-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const rounds = sized(2, 20)

/** The database may not grow any more: to SQLite that is a full disk, on any machine and without one. */
it('a full disk loses no acknowledged save, says so, and saving resumes without a restart', {
  timeout: 600_000,
}, async () => {
  const opened = await openSqlite(folder)
  const lab = await openLab('sqlite', { database: () => opened })
  const study = await openStudy(lab, 'full')
  const coding = await codingOf(study, study.coder)
  const path = `/studies/${study.id}/codings/${coding}/changes`
  const pages = async () =>
    (await sql<{ page_count: number }>`pragma page_count`.execute(opened.db)).rows[0]?.page_count ?? 0
  const limit = async (most: number) => void (await sql.raw(`pragma max_page_count = ${most}`).execute(opened.db))
  const acknowledged = new Map<string, string>()
  let refused = 0
  for (let round = 0; round < rounds; round++) {
    await limit((await pages()) + 12)
    for (let at = 0, full = 0; full < 5; at++) {
      const id = newOperation()
      const memo = `${round} ${at} ${'x'.repeat(3000)}`
      const shared = { value: null, memo, confidence: null, evidence: [], contradicts: [], start: 0, end: 3 }
      const annotation = { unit: 'segment', id, code: 'loss', ...shared }
      const change = { type: 'put-annotation', annotation, base: 0 }
      const answer = await study.coder.browser.send('POST', path, { operation: newOperation(), change })
      if (answer.status === 200) acknowledged.set(id, memo)
      else {
        expect(answer.status).toBe(507)
        expect(JSON.parse(answer.text).error.code).toBe('storage-full')
        refused += 1
        full += 1
      }
    }
    await limit(1_000_000)
  }
  const change = { type: 'put-memo', text: 'Room again.', base: 0 }
  expect((await study.coder.browser.send('POST', path, { operation: newOperation(), change })).status).toBe(200)
  const there = await study.coder.browser.call(openCoding, { params: { study: study.id, coding } })
  expect(new Map(there.annotations.map(({ id, memo }) => [id, memo]))).toEqual(acknowledged)
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(opened.db)
  expect(rows).toEqual([{ integrity_check: 'ok' }])
  await lab.close()
  report(
    `full disk: ${rounds} times full, ${acknowledged.size} saves kept, ${refused} answered 507, 0 lost, integrity ok, writes resumed`,
  )
})
