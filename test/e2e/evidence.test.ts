import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { type Look, type RunningLab, startLab, visitAs } from '../support/lab.ts'
import { assign, expectAccessibleInBothThemes, findCoding, type Place } from './coding-desk.ts'
import { complaints } from './study.ts'

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

async function openSheet(page: Page, { study, coding }: Place): Promise<void> {
  page.setDefaultTimeout(40_000)
  await page.goto(`/studies/${study}/codings/${coding}/evidence`)
  await page.locator('.content-note, .sheet').first().waitFor()
  const open = page.getByRole('button', { name: 'Open the case' })
  if (await open.isVisible()) await open.click()
  await page.locator('.sheet').waitFor()
}

/** The master coding of a case of the demo study, as a supervisor finds it. */
const masterOf = (page: Page, caseName: string): Promise<Place> =>
  page.evaluate(async (wanted) => {
    const read = async (path: string) => (await fetch(`/api${path}`)).json()
    const study: string = (await read('/me')).memberships[0].study.id
    const { masters } = await read(`/studies/${study}/masters`)
    const coding: string = masters.find((one: { caseId: string }) => one.caseId === wanted).coding
    return { study, coding }
  }, caseName)

/** The coding of whoever is signed in that is pinned to a version of a codebook. */
const codingWith = (page: Page, number: string): Promise<Place> =>
  page.evaluate(async (wanted) => {
    const read = async (path: string) => (await fetch(`/api${path}`)).json()
    const study: string = (await read('/me')).memberships[0].study.id
    const { codings } = await read(`/studies/${study}/my-codings`)
    const found = codings.find((one: { codebook: { number: string } }) => one.codebook.number === wanted)
    return { study, coding: found.id as string }
  }, number)

const wider = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

describe('evidence that the codebook asks for', { timeout: 200_000 }, () => {
  it('is counted on the rating and leads the way from the list of what is missing', async () => {
    await assign(browser, lab, 'A-188', 'iwm 1.1.0', 'demo-trainee-1')
    const page = await visitAs(browser, lab, 'demo-trainee-1')
    page.setDefaultTimeout(40_000)
    const { study, coding } = await codingWith(page, '1.1.0')
    await page.goto(`/studies/${study}/codings/${coding}`)
    await page.getByRole('button', { name: 'Open the case' }).click()
    await page.locator('.coding').waitFor()
    await page.keyboard.press('n')
    await page.waitForFunction(() => document.activeElement?.closest('#slot-model-of-self-at-mother'))
    await page.keyboard.type('4')
    await page.getByRole('button', { name: /^0 of 1 pieces of evidence.*Model of self \(Mother\)/ }).waitFor()
    await page.keyboard.press('Control+Enter')
    await page
      .getByRole('button', { name: 'Model of self (Mother) needs 1 annotation as evidence; none is linked.' })
      .focus()
    await page.keyboard.press('ArrowDown')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/^Model of self \(/)
    await page.keyboard.press('ArrowUp')
    await expectAccessibleInBothThemes(page)
    await page.keyboard.press('Enter')
    const card = page.locator('#slot-model-of-self-at-mother')
    await card.getByText('Asks for 1 annotation as evidence, for or against.').waitFor()
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('slot__more')
    await page.getByRole('button', { name: 'Compare relationships' }).click()
    await page.getByRole('table', { name: /One column a relationship/ }).waitFor()
    await expectAccessibleInBothThemes(page)
    await page.context().close()
  })
})

describe('the evidence sheet', { timeout: 200_000 }, () => {
  it.each<[string, Look]>([
    ['a desk', { width: 1440, height: 900 }],
    ['a phone', { width: 390, height: 844 }],
  ])('of a master coding is read by its supervisors on %s', async (_, look) => {
    const page = await visitAs(browser, lab, 'trainer', look)
    const heard = complaints(page)
    await openSheet(page, await masterOf(page, 'A-104'))
    await page.getByRole('heading', { level: 1, name: 'Evidence sheet: A-104' }).waitFor()
    await page.getByText(/^Submitted /).waitFor()
    expect(await page.locator('.sheet__class').first().textContent()).toMatch(/^[A-Z]/)
    expect(await wider(page)).toBeLessThanOrEqual(0)
    await expectAccessibleInBothThemes(page)
    expect(heard).toEqual([])
    await page.context().close()
  })

  it('fits on A4 and on Letter, with nothing of the screen around it', async () => {
    const page = await visitAs(browser, lab, 'trainer', { width: 794, height: 1123 })
    await openSheet(page, await masterOf(page, 'A-104'))
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    expect(await page.locator('.top-bar').isVisible()).toBe(false)
    expect(await page.getByRole('button', { name: 'Print' }).isVisible()).toBe(false)
    // Paper is white.
    const ink = await page.locator('.sheet h1').evaluate((title) => getComputedStyle(title).color)
    const lightness = Number(/oklch\(([\d.]+)/.exec(ink)?.[1])
    expect(lightness).toBeLessThan(0.4)
    for (const [width, format] of [
      [794 - 2 * 57, 'A4'],
      [816 - 2 * 57, 'Letter'],
    ] as const) {
      await page.setViewportSize({ width, height: 1100 })
      expect(await wider(page)).toBeLessThanOrEqual(0)
      const clipped = await page.locator('.sheet *').evaluateAll((all) =>
        all
          .filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX !== 'visible')
          .filter((one) => !one.classList.contains('visually-hidden'))
          .map((one) => one.className),
      )
      expect(clipped).toEqual([])
      expect((await page.pdf({ format })).length).toBeGreaterThan(10_000)
    }
    await page.context().close()
  })

  it('is for its coder and supervisors, as the coding is', async () => {
    const trainer = await visitAs(browser, lab, 'trainer')
    const master = await masterOf(trainer, 'A-104')
    await trainer.context().close()
    const page = await visitAs(browser, lab, 'trainee')
    await page.goto(`/studies/${master.study}/codings/${master.coding}/evidence`)
    await page.getByRole('alert').waitFor()
    expect(await page.locator('.sheet').count()).toBe(0)
    await openSheet(page, await findCoding(page, 'A-175'))
    await page.getByText(/not submitted|Not begun/).waitFor()
    await page.context().close()
  })
})
