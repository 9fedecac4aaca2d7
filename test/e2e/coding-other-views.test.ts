import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { type RunningLab, startLab, visitAs } from '../support/lab.ts'
import { deskOf, expectAccessibleInBothThemes, findCoding, longTurn, saved, stored } from './coding-desk.ts'

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

describe('the coding screen', { timeout: 300_000 }, () => {
  it('reads, codes and scores on a phone, one side at a time', async () => {
    const { page, place } = await deskOf(browser, lab, 'trainee', 'A-175', { width: 390, height: 844 })
    await expectAccessibleInBothThemes(page)
    const index = (await longTurn(page)) - 1
    // What a long press and the handles of a phone's own selection leave behind.
    await page
      .locator('.turn p')
      .nth(index)
      .evaluate((body) => {
        const words = body.firstChild
        if (words) document.getSelection()?.setBaseAndExtent(words, 3, words, 40)
      })
    await page
      .getByRole('toolbar', { name: 'Code the selected words' })
      .getByRole('button', { name: 'Derogation' })
      .click()
    await page.getByRole('region', { name: 'Annotation: Derogation' }).waitFor()
    await expectAccessibleInBothThemes(page)

    await page.getByRole('button', { name: 'Instruments', exact: true }).click()
    expect(await page.locator('.turn').first().isVisible()).toBe(false)
    await page.getByRole('group', { name: 'Loving (Father)', exact: true }).getByRole('radio', { name: '2.5' }).check()
    await expectAccessibleInBothThemes(page)
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
    await saved(page)
    const { ratings, annotations } = await stored(page, place)
    expect([ratings.length, annotations.length]).toEqual([1, 1])
    await page.context().close()
  })

  it('shows a supervisor the coding of somebody else, to read and not to change', async () => {
    const coder = await visitAs(browser, lab, 'trainee')
    const place = await findCoding(coder, 'A-104')
    await coder.context().close()
    const page = await visitAs(browser, lab, 'trainer')
    page.setDefaultTimeout(40_000)
    await page.goto(`/studies/${place.study}/codings/${place.coding}`)
    await page.getByRole('button', { name: 'Open the case' }).click()
    await page.getByText(/^Reading .* coding$/).waitFor()
    expect(await page.getByRole('button', { name: 'Submit', exact: true }).count()).toBe(0)
    expect(await page.getByRole('button', { name: 'Code this turn' }).count()).toBe(0)
    const radios = page.locator('.slot input[type=radio]')
    expect(await radios.evaluateAll((all) => all.every((one) => one.matches(':disabled')))).toBe(true)
    await page.keyboard.press(']')
    await page.locator('.raised').waitFor()
    await expectAccessibleInBothThemes(page)
    await page.context().close()
  })
})
