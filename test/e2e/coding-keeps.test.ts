import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { type RunningLab, startLab } from '../support/lab.ts'
import {
  assign,
  deskOf,
  dragOver,
  expectAccessibleInBothThemes,
  longTurn,
  openDesk,
  saved,
  stored,
} from './coding-desk.ts'

let lab: RunningLab
let browser: Browser
beforeAll(async () => {
  lab = await startLab()
  browser = await launchChromium()
  await assign(browser, lab, 'A-123', 'aai', 'demo-coder-2')
})
afterAll(async () => {
  await browser?.close()
  await lab?.stop()
})

const group = 'Coherence of mind'
const value = (workspace: { ratings: { slot: { variable: string }; value: { score: number } }[] }, variable: string) =>
  workspace.ratings.find((one) => one.slot.variable === variable)?.value.score

describe('a coding on the desk', { timeout: 300_000 }, () => {
  it('goes back and forward step by step, and is all there after a reload', async () => {
    const { page, place } = await deskOf(browser, lab, 'trainee', 'A-175')
    await dragOver(page, await longTurn(page), 0, 40)
    await page.keyboard.press('r')
    const annotation = page.getByRole('region', { name: /^Annotation: Lack of recall/ })
    await annotation.waitFor()
    await page
      .getByRole('group', { name: group, exact: true })
      .first()
      .getByRole('radio', { name: '4', exact: true })
      .check()
    await page.getByRole('tab', { name: 'Memo' }).click()
    await page.getByRole('textbox', { name: 'Memo on the case' }).fill('Thinks aloud about it.')
    await page.getByRole('tab', { name: 'Annotations' }).click()

    await page.getByRole('button', { name: /^Undo: Memo/ }).click()
    await page.getByRole('button', { name: /^Undo: Coherence of mind: 4/ }).click()
    await page.getByRole('button', { name: /^Undo: Lack of recall/ }).click()
    await page.getByText('Nothing is coded yet').waitFor()
    await saved(page)
    expect(await stored(page, place)).toMatchObject({ annotations: [], ratings: [], memo: { text: '' } })

    await page.keyboard.press('Control+Shift+Z')
    await page.keyboard.press('Control+Shift+Z')
    await page.keyboard.press('Control+Shift+Z')
    await page.getByRole('button', { name: 'Nothing to do again' }).waitFor()
    await saved(page)
    await page.reload()
    await openDesk(page, 'A-175')
    await page.getByRole('tab', { name: 'Annotations 1' }).waitFor()
    const there = await stored(page, place)
    expect(there.memo.text).toBe('Thinks aloud about it.')
    expect(value(there, 'coherence-of-mind')).toBe(4)
    expect(there.annotations).toHaveLength(1)
    await page.context().close()
  })

  it('shows both versions when two windows change the same rating, and takes over what only one changed', async () => {
    const { page: one, place } = await deskOf(browser, lab, 'demo-coder-2', 'A-123')
    // Another machine: tabs of one browser hear of each other at once.
    const { page: two } = await deskOf(browser, lab, 'demo-coder-2', 'A-123')
    const pick = (page: typeof one, name: string, score: string) =>
      page.getByRole('group', { name, exact: true }).first().getByRole('radio', { name: score, exact: true }).check()

    await pick(one, group, '3')
    await saved(one)
    await pick(two, group, '8')
    const conflict = two.getByRole('alert', { name: 'Changed in two windows' })
    await conflict.waitFor()
    await expectAccessibleInBothThemes(two)
    expect(await conflict.textContent()).toMatch(/Yours.*8.*other window.*3/)
    expect(value(await stored(one, place), 'coherence-of-mind')).toBe(3)
    await conflict.getByRole('button', { name: 'Keep yours' }).click()
    await conflict.waitFor({ state: 'detached' })
    await pick(two, 'Coherence of transcript', '6')
    await saved(two)
    const there = await stored(one, place)
    expect([value(there, 'coherence-of-mind'), value(there, 'coherence-of-transcript')]).toEqual([8, 6])

    // The first window learns of both with its next save.
    await pick(one, 'Fear of loss', '2')
    const takenOver = one.getByRole('group', { name: 'Coherence of transcript', exact: true }).first()
    await takenOver.getByRole('radio', { name: '6', exact: true, checked: true }).waitFor({ state: 'attached' })
    await two.context().close()

    // A tab of the same browser needs no save to learn of it.
    const tab = await one.context().newPage()
    await tab.goto(one.url())
    await openDesk(tab, 'A-123')
    await pick(tab, 'Coherence of transcript', '7')
    await takenOver.getByRole('radio', { name: '7', exact: true, checked: true }).waitFor({ state: 'attached' })
    await one.context().close()
  })

  it('asks to sign in again when the session is over, and saves what waited', async () => {
    const { page, place } = await deskOf(browser, lab, 'demo-coder-2', 'A-123')
    await page.context().clearCookies()
    await page
      .getByRole('group', { name: 'Passivity of discourse', exact: true })
      .first()
      .getByRole('radio', { name: '5', exact: true })
      .check()
    const dialog = page.getByRole('dialog', { name: 'Sign in again to go on' })
    const passphrase = await page.evaluate(async () => (await (await fetch('/api/lab')).json()).demo.passphrase)
    await dialog.getByLabel(/^Password/).fill(passphrase)
    await dialog.getByRole('button', { name: 'Sign in' }).click()
    await dialog.waitFor({ state: 'detached' })
    await saved(page)
    expect(value(await stored(page, place), 'passivity')).toBe(5)
    await page.context().close()
  })

  it('keeps what is typed while the server is away, and saves it when it is back', async () => {
    const data = mkdtempSync(join(tmpdir(), 'attune-away-'))
    const port = await freePort()
    let server = await serve(data, port)
    const there = { address: `http://127.0.0.1:${port}`, greeting: '', stop: async () => {} }
    try {
      const { page, place } = await deskOf(browser, there, 'trainee', 'A-175')
      await page.getByRole('tab', { name: 'Memo' }).click()
      const memo = page.getByRole('textbox', { name: 'Memo on the case' })
      await memo.pressSequentially('Before. ')
      await saved(page)
      await stopped(server)
      await memo.pressSequentially('While away. ')
      await page.getByRole('tab', { name: 'Ratings' }).click()
      await page
        .getByRole('group', { name: group, exact: true })
        .first()
        .getByRole('radio', { name: '7', exact: true })
        .check()
      await page.getByText(/Offline since \d\d:\d\d, 2 changes kept here/).waitFor()
      await expectAccessibleInBothThemes(page)
      await page.locator('.breadcrumb a').first().click()
      await page
        .getByRole('alertdialog', { name: 'Leave without saving?' })
        .getByRole('button', { name: 'Stay' })
        .click()
      server = await serve(data, port)
      await page.getByRole('tab', { name: 'Memo' }).click()
      await memo.pressSequentially('After.')
      await page.locator('.save-state--saved').waitFor({ timeout: 30_000 })
      const workspace = await stored(page, place)
      expect(workspace.memo.text).toBe('Before. While away. After.')
      expect(value(workspace, 'coherence-of-mind')).toBe(7)
      await page.context().close()
    } finally {
      await stopped(server)
      rmSync(data, { recursive: true, force: true })
    }
  })
})

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** The same folder and port again: the lab after a restart. */
function serve(data: string, port: number): Promise<ChildProcess> {
  const main = fileURLToPath(new URL('../../api/src/main.ts', import.meta.url))
  const server = spawn(process.execPath, [main, '--port', String(port), '--data', data, '--demo'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    server.stdout?.once('data', () => resolve(server))
    server.once('exit', (code) => reject(new Error(`The server ended with ${code}.`)))
  })
}

function stopped(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (server.exitCode !== null || server.signalCode !== null) return resolve()
    server.once('exit', () => resolve())
    server.kill('SIGTERM')
  })
}
