import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { buildBundle } from '../../scripts/bootstrap/bundle.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))

export type RunningLab = {
  /** Such as `http://127.0.0.1:41234`. */
  readonly address: string
  /** What the server printed for the person who started it. */
  readonly greeting: string
  stop(): Promise<void>
}

/** Starts the real server as a program of its own: any free port, an empty data folder, the demo study unless refused. */
export async function startLab({ demo = true, args = [] as readonly string[] } = {}): Promise<RunningLab> {
  await buildBundle(root, process.execPath)
  const data = mkdtempSync(join(tmpdir(), 'attune-lab-'))
  const flags = ['--port', '0', '--data', data, ...(demo ? ['--demo'] : []), ...args]
  const server = spawn(process.execPath, [join(root, 'api/src/main.ts'), ...flags], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const stop = async () => {
    await ended(server)
    rmSync(data, { recursive: true, force: true })
  }
  try {
    const greeting = await greetingOf(server)
    const address = /http:\/\/[\w.:[\]]+/.exec(greeting)?.[0]
    if (!address) throw new Error(`The server says no address: ${greeting}`)
    return { address, greeting, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

function greetingOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    let log = ''
    server.stderr?.on('data', (chunk) => {
      log += chunk
    })
    server.stdout?.on('data', (chunk) => {
      said += chunk
      if (said.includes('\n')) resolve(said.trim())
    })
    server.once('exit', (code) => reject(new Error(`The server ended with ${code} before it was ready:\n${log}`)))
  })
}

function ended(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (server.exitCode !== null || server.signalCode !== null) return resolve()
    server.once('exit', () => resolve())
    server.kill('SIGTERM')
  })
}

export type Look = {
  readonly width?: number
  readonly height?: number
  readonly theme?: 'light' | 'dark'
  /** What the browser asks for, such as `de-DE`. */
  readonly locale?: string
}

/** A page of its own, with cookies of its own, at the door of the lab. */
export async function visit(browser: Browser, lab: RunningLab, look: Look = {}): Promise<Page> {
  const { width = 1440, height = 900, theme = 'light', locale = 'en-GB' } = look
  const context = await browser.newContext({
    baseURL: lab.address,
    viewport: { width, height },
    colorScheme: theme,
    reducedMotion: 'reduce',
    locale,
  })
  const page = await context.newPage()
  await page.goto('/')
  return page
}

/** A page signed in as a demo person: the first who has this role, or the one with this login. */
export async function visitAs(browser: Browser, lab: RunningLab, who: string, look: Look = {}): Promise<Page> {
  const page = await visit(browser, lab, look)
  const status = await page.evaluate(async (wanted) => {
    const { demo } = await (await fetch('/api/lab')).json()
    const people: { login: string; role: string }[] = demo?.people ?? []
    const person = people.find(({ login, role }) => login === wanted || role === wanted)
    if (!person) return `no demo person is "${wanted}"`
    const answer = await fetch('/api/sign-in', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login: person.login, password: demo.passphrase }),
    })
    return answer.ok ? null : `${answer.status} ${await answer.text()}`
  }, who)
  if (status !== null) throw new Error(`Signing in as ${who} failed: ${status}`)
  await page.goto('/')
  return page
}
