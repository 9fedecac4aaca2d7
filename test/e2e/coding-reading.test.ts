import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { type RunningLab, startLab } from '../support/lab.ts'
import { deskOf, dragOver, expectAccessibleInBothThemes, longTurn, saved, stored, turn } from './coding-desk.ts'

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

describe('the text of an interview', { timeout: 300_000 }, () => {
  it('is coded by a digit, its borders move by key and by dragging, and all of it can be found and printed', async () => {
    const { page, place } = await deskOf(browser, lab, 'trainee', 'A-175')
    const { text, turns } = (await stored(page, place)).material
    const found: string[] = await page.locator('.turn__words').allTextContents()
    expect(found).toEqual(turns.map((one: { bodyStart: number; end: number }) => text.slice(one.bodyStart, one.end)))

    // A code pinned in the palette is applied by its digit afterwards.
    const number = await longTurn(page)
    await dragOver(page, number, 0, 30)
    await page.keyboard.press('/')
    await page.getByRole('combobox', { name: 'Code for the selected words' }).waitFor()
    await page.keyboard.type('support')
    await page.keyboard.press('Alt+p')
    await page.getByRole('button', { name: /^Unpin Memory of support or comfort/ }).waitFor()
    await expectAccessibleInBothThemes(page)
    await page.keyboard.press('Escape')
    await dragOver(page, number, 0, 30)
    await page.keyboard.press('1')
    await page.getByRole('region', { name: 'Annotation: Memory of support or comfort' }).waitFor()
    await saved(page)
    const ends = async () => (await stored(page, place)).annotations.at(-1).end as number
    const first = await ends()

    await page.keyboard.press('>')
    await saved(page)
    await expect.poll(ends).toBeGreaterThan(first)
    const second = await ends()
    expect(text.slice(first, second).trim()).toMatch(/^\S*\s*\S+$/)

    const handle = await page.locator('.border-handle--end').boundingBox()
    if (!handle) throw new Error('no handle')
    const [x, y] = [handle.x + handle.width / 2, handle.y + handle.height / 2]
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x - 60, y, { steps: 5 })
    await page.mouse.up()
    await expect.poll(ends).toBeLessThan(second)

    // Under the mouse and under the focus a passage stands out, and nothing opens.
    const pointed = () => page.evaluate(() => CSS.highlights.get('pointed')?.size ?? 0)
    await page.getByRole('button', { name: 'Close the annotation' }).click()
    await page.locator('.lane').first().hover()
    await expect.poll(pointed).toBeGreaterThan(0)
    await page.mouse.move(5, 5)
    await expect.poll(pointed).toBe(0)
    const line = await turn(page, number).locator('p').boundingBox()
    if (!line) throw new Error('no line')
    await page.mouse.move(line.x + 12, line.y + 12)
    await expect.poll(pointed).toBeGreaterThan(0)
    await page.mouse.move(5, 5)
    await page.locator('.turn-bar__code').first().focus()
    await expect.poll(pointed).toBeGreaterThan(0)

    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.turn__note').first().isVisible()).toBe(true)
    expect(await page.locator('.lanes').isVisible()).toBe(false)
    await page.context().close()
  })

  it('can be read and coded at 400 % of 1280 pixels', async () => {
    const { page } = await deskOf(browser, lab, 'trainee', 'A-175', { width: 320, height: 640 })
    const number = await longTurn(page, 60)
    await dragOver(page, number, 0, 8)
    await page.getByRole('toolbar', { name: 'Code the selected words' }).waitFor()
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(320)
    const lines = await page.locator('.transcript__sheet').evaluate((sheet) => sheet.clientHeight)
    expect(lines).toBeGreaterThan(160)
    await page.context().close()
  })
})
