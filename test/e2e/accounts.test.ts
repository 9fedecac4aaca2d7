import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { type RunningLab, startLab, visit } from '../support/lab.ts'
import { expectAccessible, setTheme } from './coding-desk.ts'
import { complaints } from './study.ts'

const password = 'a long enough password'
const phone = { width: 390, height: 844 } as const

let lab: RunningLab
let browser: Browser
beforeAll(async () => {
  lab = await startLab({ demo: false })
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  await lab?.stop()
})

/** A call of the API as the person at this page. */
const send = (page: Page, path: string, body: object): Promise<{ [key: string]: string }> =>
  page.evaluate(
    async ([to, content]) => {
      const headers = { 'content-type': 'application/json' }
      const answer = await fetch(`/api${to}`, { method: 'POST', headers, body: JSON.stringify(content) })
      if (!answer.ok) throw new Error(`${to} ${answer.status} ${await answer.text()}`)
      return answer.json()
    },
    [path, body] as const,
  )

describe('the owner of the lab', () => {
  it('shuts somebody out who is at work, and lets them in again, on a phone', { timeout: 120_000 }, async () => {
    const owner = await visit(browser, lab, phone)
    const heard = complaints(owner)
    const token = /\/setup#([\w-]{43})/.exec(lab.greeting)?.[1]
    await send(owner, '/setup', { token, lab: 'Cradle', login: 'ruth', name: 'Ruth', password, demo: false })
    const { id } = await send(owner, '/studies', { name: 'First year' })
    const { link = '' } = await send(owner, `/studies/${id}/invitations`, { role: 'coder' })
    const coder = await visit(browser, lab)
    await send(coder, '/invitations/accept', { token: link.slice(-43), login: 'kim', name: 'Kim', password })
    await coder.goto(`/studies/${id}/my-codings`)
    await coder.getByRole('heading', { level: 1, name: 'My codings' }).waitFor()

    await owner.goto('/')
    await owner.getByRole('button', { name: 'Open the navigation' }).click()
    await owner.getByRole('link', { name: 'Accounts' }).click()
    await owner.getByText('2 accounts').waitFor()
    for (const theme of ['dark', 'light'] as const) {
      await setTheme(owner, theme)
      await expectAccessible(owner)
    }
    const excess = () =>
      owner.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect(await excess()).toBe(0)
    await owner.getByRole('button', { name: 'Disable the account of Kim' }).focus()
    await owner.keyboard.press('Enter')
    // Before something dangerous the focus is on the way back.
    await owner.getByRole('dialog').getByRole('button', { name: 'Cancel' }).waitFor()
    await owner.keyboard.press('Shift+Tab')
    await owner.keyboard.press('Enter')
    await owner.getByText('2 accounts, 1 disabled').waitFor()
    await expectAccessible(owner)

    await coder.reload()
    await coder.getByLabel('Name you sign in with').fill('kim')
    await coder.getByLabel('Password', { exact: true }).fill(password)
    await coder.getByRole('button', { name: 'Sign in' }).click()
    await coder.getByText('Name and password do not belong together.').waitFor()

    await owner.getByRole('button', { name: 'Enable the account of Kim' }).click()
    await owner.getByRole('dialog').getByRole('button', { name: 'Enable', exact: true }).click()
    await owner.getByRole('button', { name: 'Disable the account of Kim' }).waitFor()
    await coder.getByRole('button', { name: 'Sign in' }).click()
    await coder.getByRole('heading', { level: 1, name: 'My codings' }).waitFor()
    expect(heard).toEqual([])
    await Promise.all([owner.context().close(), coder.context().close()])
  })
})
