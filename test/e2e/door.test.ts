import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { type RunningLab, startLab, visit, visitAs } from '../support/lab.ts'

let lab: RunningLab
let browser: Browser
beforeAll(async () => {
  lab = await startLab()
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  await lab?.stop()
})

const heading = (name: string | RegExp) => ({ level: 1, name }) as const

describe('the door', () => {
  it('lets somebody look around as a demo person with one press, and out again', async () => {
    const page = await visit(browser, lab)
    await page.getByRole('button', { name: /Principal investigator/ }).click()
    await page.getByRole('heading', heading(/^Good day/)).waitFor()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('heading', { name: 'Look around' }).waitFor()
    expect((await page.request.get('/api/me')).status()).toBe(401)
    await page.context().close()
  })

  it('makes the owner from the printed link, once, and takes the secret out of the address bar', async () => {
    const link = /http\S+\/setup#[\w-]+/.exec(lab.greeting)?.[0] ?? ''
    const page = await visit(browser, lab)
    await page.goto(link)
    await page.getByRole('heading', heading('Set up this lab')).waitFor()
    expect(page.url()).toBe(`${lab.address}/setup`)
    await page.getByRole('button', { name: 'Set up the lab' }).click()
    await page.getByText('At least 10 characters.', { exact: true }).waitFor()
    await page.getByRole('textbox', { name: 'Name of the lab' }).fill('Cradle Lab')
    await page.getByRole('textbox', { name: 'Your name' }).fill('Olga Owner')
    await page.getByRole('textbox', { name: 'Name you sign in with' }).fill('olga')
    await page.getByRole('textbox', { name: 'Password' }).fill('five slow blue whales')
    await page.getByRole('button', { name: 'Set up the lab' }).click()
    await page.getByRole('heading', heading('Good day, Olga Owner')).waitFor()

    const other = await visit(browser, lab)
    await other.getByRole('heading', heading('Cradle Lab')).waitFor()
    await other.goto(link)
    await other.getByRole('textbox', { name: 'Name of the lab' }).fill('Second')
    await other.getByRole('textbox', { name: 'Your name' }).fill('Mallory')
    await other.getByRole('textbox', { name: 'Name you sign in with' }).fill('mallory')
    await other.getByRole('textbox', { name: 'Password' }).fill('five slow blue whales')
    await other.getByRole('button', { name: 'Set up the lab' }).click()
    await other.getByRole('alert').waitFor()
    await Promise.all([page.context().close(), other.context().close()])
  })

  it('says that name and password do not fit, without saying which', async () => {
    const page = await visit(browser, lab)
    const tryAs = async (login: string) => {
      await page.getByRole('textbox', { name: 'Name you sign in with' }).fill(login)
      await page.getByRole('textbox', { name: 'Password' }).fill('not the password')
      await page.getByRole('textbox', { name: 'Password' }).press('Enter')
      const alert = page.getByRole('alert')
      await alert.waitFor()
      return alert.textContent()
    }
    const known = await tryAs('olga')
    expect(await tryAs('nobody-here')).toBe(known)
    await page.context().close()
  })

  it('keeps what is on the screen when the session ends, and goes on after signing in again', async () => {
    const page = await visit(browser, lab)
    await page.getByRole('textbox', { name: 'Name you sign in with' }).fill('olga')
    await page.getByRole('textbox', { name: 'Password' }).fill('five slow blue whales')
    await page.getByRole('textbox', { name: 'Password' }).press('Enter')
    await page.getByRole('link', { name: 'New study' }).click()
    await page.getByRole('textbox', { name: 'Name' }).fill('Cohort A')
    await page.context().clearCookies()
    await page.getByRole('button', { name: 'Create the study' }).click()
    const dialog = page.getByRole('dialog', { name: 'Sign in again to go on' })
    await dialog.getByRole('textbox', { name: /Password of olga/ }).fill('five slow blue whales')
    await dialog.getByRole('button', { name: 'Sign in' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: 'Create the study' }).click()
    await page.getByRole('heading', { name: 'This study has no cases yet.' }).waitFor()
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Cohort A')
    await page.context().close()
  })
})

describe('the demo', () => {
  it('names what will go, goes with one click, and its people stand at the door', async () => {
    const page = await visitAs(browser, lab, 'pi')
    await page.getByRole('link', { name: 'Open the study' }).click()
    await page.getByRole('link', { name: 'Study settings' }).click()
    await page.getByRole('button', { name: 'Delete the demo' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(/20 cases with their material, \d+ codings/).waitFor()
    expect(await dialog.getByRole('button', { name: 'Cancel' }).evaluate((one) => one === document.activeElement)).toBe(
      true,
    )
    await dialog.getByRole('button', { name: 'Delete the demo' }).click()
    await page.getByRole('button', { name: 'Sign in' }).waitFor()
    expect(await page.getByRole('heading', { name: 'Look around' }).count()).toBe(0)
    await page.context().close()
  })
})
