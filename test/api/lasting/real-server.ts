import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { assignCodings, listMyCodings } from '@attune/contract'
import { openSqlite } from '../../../api/src/base/database/database.ts'
import { systemPorts } from '../../../api/src/base/ports.ts'
import { buildBundle } from '../../../scripts/bootstrap/bundle.mjs'
import { openLab } from '../support/lab.ts'
import { addMember } from '../support/people.ts'
import { openStudy } from '../support/study.ts'

/** Somebody with a session and a coding of their own. */
export type Writer = { readonly cookie: string; readonly path: string; readonly coding: string }
export type Folder = { readonly data: string; readonly writers: readonly Writer[]; readonly remove: () => void }

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** The server that opens the folder later goes by the clock on the wall. */
const realTime = { ...systemPorts, advance: () => {}, setTime: () => {}, drawFrom: () => {} }

/** A data folder with a study in which so many coders may begin. */
export async function prepareFolder(coders: number): Promise<Folder> {
  // The server does not start without its pages.
  await buildBundle(root, process.execPath)
  const data = mkdtempSync(join(tmpdir(), 'attune-lasting-'))
  const opened = await openSqlite(data)
  const lab = await openLab('sqlite', { database: () => opened, ports: realTime })
  const study = await openStudy(lab, 'lasting')
  const people = []
  for (let at = 0; at < coders; at++) people.push(await addMember(lab, study.id, 'coder', { login: `writer-${at}` }))
  const version = (await study.coder.browser.call(listMyCodings, { params: { study: study.id } })).codings[0]?.codebook
  const assignment = { cases: [...study.cases].slice(0, 1), codebookVersion: version?.version ?? '' }
  for (let at = 0; at < people.length; at += 100) {
    const body = { ...assignment, people: people.slice(at, at + 100).map(({ id }) => id) }
    await study.trainer.browser.call(assignCodings, { params: { study: study.id }, body })
  }
  const writers: Writer[] = []
  for (const { browser } of people) {
    const { codings } = await browser.call(listMyCodings, { params: { study: study.id } })
    const coding = codings[0]?.id ?? ''
    writers.push({ cookie: browser.cookie(), coding, path: `/api/studies/${study.id}/codings/${coding}` })
  }
  await lab.close()
  return { data, writers, remove: () => rmSync(data, { recursive: true, force: true }) }
}

export type RealServer = {
  readonly address: string
  readonly kill: () => Promise<void>
  readonly stop: () => Promise<void>
}

const main = join(root, 'api/src/main.ts')

export async function startServer(data: string, port: number): Promise<RealServer> {
  const server = spawn(process.execPath, [main, '--port', String(port), '--data', data], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await Promise.race([
    once(server.stdout, 'data'),
    once(server, 'exit').then(([code]) => {
      throw new Error(`The server ended with ${code}.`)
    }),
  ])
  const end = (signal: NodeJS.Signals) => ended(server, signal)
  return { address: `http://127.0.0.1:${port}`, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') }
}

async function ended(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const exit = once(server, 'exit')
  server.kill(signal)
  await exit
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** Sends one change; null when the server was not there to answer. */
export async function post(
  address: string,
  writer: Writer,
  body: object,
): Promise<{ status: number; body: Answer } | null> {
  try {
    const headers = { cookie: writer.cookie, origin: address, 'content-type': 'application/json' }
    const answer = await fetch(`${address}${writer.path}/changes`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    })
    return { status: answer.status, body: (await answer.json()) as Answer }
  } catch {
    return null
  }
}

export type Answer = { readonly version?: number; readonly revision?: number }
