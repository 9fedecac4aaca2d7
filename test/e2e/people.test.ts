import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { type RunningLab, startLab, visit, visitAs } from '../support/lab.ts'
import { studyOf } from './study.ts'

let lab: RunningLab
let browser: Browser
let pi: Page
let study: string
beforeAll(async () => {
  lab = await startLab()
  browser = await launchChromium()
  pi = await visitAs(browser, lab, 'pi')
  study = (await studyOf(pi)).study
})
afterAll(async () => {
  await browser?.close()
  await lab?.stop()
})

const makeLink = async (role: string) => {
  await pi.goto(`/studies/${study}/people`)
  await pi.getByRole('button', { name: 'Invite somebody' }).click()
  await pi.getByRole('combobox', { name: 'As', exact: true }).selectOption({ label: role })
  await pi.getByRole('textbox', { name: 'Note for yourself' }).fill('for the new one')
  await pi.getByRole('button', { name: 'Make an invitation link' }).click()
  return pi.getByRole('textbox', { name: 'Link' }).inputValue()
}
const join = async (page: Page, link: string, login: string) => {
  await page.goto(link)
  await page.getByRole('textbox', { name: 'Your name' }).fill(`Person ${login}`)
  await page.getByRole('textbox', { name: 'Name you sign in with' }).fill(login)
  await page.getByRole('textbox', { name: 'Password' }).fill('a quiet green river')
  await page.getByRole('button', { name: 'Join the study' }).click()
  await page.getByRole('heading', { level: 1, name: `Good day, Person ${login}` }).waitFor()
}

describe('an invitation', () => {
  it('lets a coder in who sees the own work and nothing else, and works once', async () => {
    const link = await makeLink('Coder')
    const page = await visit(browser, lab)
    await join(page, link, 'nora')
    expect(page.url()).toBe(`${lab.address}/`)
    await page.getByRole('link', { name: 'Open the study' }).click()
    await page.getByRole('heading', { level: 1, name: 'My codings' }).waitFor()
    const places = await page.getByRole('navigation', { name: 'Main' }).getByRole('link').allInnerTexts()
    expect(places).toEqual(['Home', 'My codings', 'My training'])
    await page.goto(`/studies/${study}/people`)
    await page.getByRole('heading', { level: 1, name: 'There is nothing at this address.' }).waitFor()

    const late = await visit(browser, lab)
    await late.goto(link)
    await late.getByRole('alert').waitFor()
    expect(await late.getByRole('textbox', { name: 'Your name' }).count()).toBe(0)
    await Promise.all([page.context().close(), late.context().close()])
  })

  it('adds the study to an account that is signed in', async () => {
    // Somebody who was in the study before has an account and no study.
    const page = await visit(browser, lab)
    await join(page, await makeLink('Coder'), 'olga')
    const ended = await pi.evaluate(async (path) => {
      const { members } = await (await fetch(path)).json()
      const olga = members.find((one: { person: { login: string } }) => one.person.login === 'olga')
      return (await fetch(`${path}/${olga.person.id}`, { method: 'DELETE' })).status
    }, `/api/studies/${study}/people`)
    expect(ended).toBe(200)
    await page.goto('/')
    await page.getByRole('heading', { name: 'No study yet.' }).waitFor()
    await page.goto(await makeLink('Trainer'))
    await page.getByRole('button', { name: 'Join as Person olga' }).click()
    await page.getByText('Trainer', { exact: true }).waitFor()
    await page.goto(await makeLink('Coder'))
    await page.getByRole('button', { name: 'Join as Person olga' }).click()
    await page.getByText('You are a member of this study already').waitFor()
    await page.context().close()
  })

  it('can be withdrawn, and is worthless from then on', async () => {
    const link = await makeLink('Trainee')
    await pi.getByRole('button', { name: 'Withdraw' }).first().click()
    await pi.getByText('Withdrawn', { exact: true }).waitFor()
    const page = await visit(browser, lab)
    await page.goto(link)
    await page.getByRole('alert').waitFor()
    await page.context().close()
  })
})

describe('a member', () => {
  it('gets a link for a new password, which ends the old one', async () => {
    const page = await visit(browser, lab)
    await join(page, await makeLink('Coder'), 'rosa')
    await pi.goto(`/studies/${study}/people`)
    await pi.getByRole('row', { name: /rosa/ }).getByRole('button', { name: 'Reset link' }).click()
    const link = await pi.getByRole('textbox', { name: 'Link' }).inputValue()
    await page.goto(link)
    await page.getByRole('textbox', { name: 'New password' }).fill('a loud orange stone')
    expect(page.url()).toBe(`${lab.address}/reset`)
    await page.getByRole('button', { name: 'Set the password' }).click()
    await page.getByText('The new password is set.').waitFor()
    await page.goto('/')
    await page.getByRole('textbox', { name: 'Name you sign in with' }).fill('rosa')
    await page.getByRole('textbox', { name: 'Password' }).fill('a loud orange stone')
    await page.getByRole('textbox', { name: 'Password' }).press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Good day, Person rosa' }).waitFor()
    await page.context().close()
  })

  it('changes role only when that is said twice, and leaves when the membership ends', async () => {
    const page = await visit(browser, lab)
    await join(page, await makeLink('Coder'), 'tove')
    await pi.goto(`/studies/${study}/people`)
    const row = pi.getByRole('row', { name: /tove/ })
    await row.getByRole('combobox').selectOption('trainee')
    await page.reload()
    await page.getByText('Coder', { exact: true }).waitFor()
    await row.getByRole('button', { name: 'Apply' }).click()
    await row.getByRole('button', { name: 'Apply' }).waitFor({ state: 'hidden' })
    await page.reload()
    await page.getByText('Trainee', { exact: true }).waitFor()
    await row.getByRole('button', { name: 'End membership' }).click()
    await pi.getByRole('dialog').getByRole('button', { name: 'End the membership' }).click()
    await row.waitFor({ state: 'hidden' })
    await page.reload()
    await page.getByRole('heading', { name: 'You are in no study yet.' }).waitFor()
    await page.context().close()
  })
})
