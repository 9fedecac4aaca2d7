import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSqlite } from '../../../api/src/base/database/database.ts'
import { openLog } from '../../../api/src/base/log.ts'
import { systemPorts } from '../../../api/src/base/ports.ts'
import { readSettings } from '../../../api/src/base/settings.ts'
import { type RunningServer, startServer } from '../../../api/src/start.ts'
import { data } from '../support/lab.ts'

const main = fileURLToPath(new URL('../../../api/src/main.ts', import.meta.url))

describe('the server', () => {
  let folder: string
  let server: RunningServer
  const lines: string[] = []
  const settings = (...args: string[]) =>
    readSettings(['--port', '0', '--data', join(folder, 'lab'), ...args], {}, folder)
  const start = (...args: string[]) => {
    const log = openLog('json', (line) => void lines.push(line), systemPorts.now)
    return startServer(settings(...args), { ports: systemPorts, log, repository: folder })
  }

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'attune-server-'))
    symlinkSync(data, join(folder, 'data'))
    mkdirSync(join(folder, 'web', 'dist'), { recursive: true })
    writeFileSync(join(folder, 'web', 'dist', 'index.html'), '<!doctype html><title>Attune</title>')
    server = await start()
  })
  afterAll(async () => {
    await server.stop()
    rmSync(folder, { recursive: true })
  })
  const command = (...args: string[]) =>
    spawnSync(process.execPath, [main, ...args], { encoding: 'utf8', timeout: 15_000 })

  it('answers on the port it names, with pages and API', async () => {
    expect(server.greeting).toContain(`${server.address}/setup#`)
    expect((await fetch(`${server.address}/api/health`)).status).toBe(200)
    expect(await (await fetch(`${server.address}/studies/x`)).text()).toContain('<title>Attune</title>')
  })

  it('makes the owner with the printed link, over the network', async () => {
    const token = server.greeting.split('#')[1]
    const body = { token, lab: 'Lab', login: 'ada', name: 'Ada', password: 'a long enough password', demo: false }
    const headers = { origin: server.address, 'content-type': 'application/json' }
    const response = await fetch(`${server.address}/api/setup`, { method: 'POST', headers, body: JSON.stringify(body) })
    expect(response.status).toBe(200)
    expect(JSON.stringify(lines)).not.toContain(token)
  })

  it('keeps its data folder to itself, also from the console', async () => {
    await expect(start()).rejects.toThrow('already runs with the data folder')
    const { status, stderr } = command('reset-link', 'ada', '--data', join(folder, 'lab'))
    expect(status).toBe(3)
    expect(stderr).toContain('already runs with the data folder')
  })

  it('says which port is taken', async () => {
    const port = new URL(server.address).port
    await expect(start('--port', port, '--data', join(folder, 'other'))).rejects.toThrow(
      `Port ${port} of 127.0.0.1 is taken`,
    )
  })

  it('writes every pragma that keeps acknowledged work', () => {
    const file = new Sqlite(join(folder, 'lab', 'attune.sqlite'), { readonly: true })
    expect(file.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(file.pragma('application_id', { simple: true })).toBe(0x41747475)
    file.close()
  })

  it('stops within five seconds although a connection hangs, and leaves the folder free', async () => {
    const { hostname, port } = new URL(server.address)
    const hanging = connect(Number(port), hostname)
    await new Promise((resolve) => hanging.once('connect', resolve))
    hanging.write('POST /api/sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{')
    hanging.on('error', () => undefined)
    const begun = performance.now()
    await server.stop()
    expect(performance.now() - begun).toBeLessThan(5000)
    hanging.destroy()
    const { status, stdout } = command('reset-link', 'ada', '--data', join(folder, 'lab'))
    expect(status).toBe(0)
    expect(stdout).toMatch(/\/reset#[\w-]{43}$/m)
    server = await start()
    expect(server.greeting).toContain('sign in with your name and password')
  })

  it('names what is wrong on the command line', () => {
    expect(command('--port', 'x')).toMatchObject({ status: 2, stderr: expect.stringContaining('--port/PORT is "x"') })
    expect(command('reset-link')).toMatchObject({ status: 2, stderr: expect.stringContaining('reset-link LOGIN') })
    const nobody = command('reset-link', 'nobody', '--data', join(folder, 'empty'))
    expect(nobody).toMatchObject({ status: 3, stderr: expect.stringContaining('Nobody signs in as nobody.') })
  })

  it('opens no database of another program, of a newer version, or that is damaged', async () => {
    const place = (name: string) => {
      mkdirSync(join(folder, name))
      return join(folder, name, 'attune.sqlite')
    }
    const other = new Sqlite(place('foreign'))
    other.exec('create table t (x)')
    other.close()
    await expect(openSqlite(join(folder, 'foreign'))).rejects.toThrow('another program')

    const newer = await openSqlite(join(folder, 'newer'))
    await newer.close()
    const file = new Sqlite(join(folder, 'newer', 'attune.sqlite'))
    file.exec(`insert into schema_step values (99, 'later')`)
    file.close()
    await expect(openSqlite(join(folder, 'newer'))).rejects.toThrow('schema 99')

    writeFileSync(place('damaged'), 'no database at all, but long enough to be read as one')
    await expect(openSqlite(join(folder, 'damaged'))).rejects.toThrow()
  })
})
