import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { type RunningLab, startLab } from '../support/lab.ts'
import { dumpOf } from './browser-memory.ts'
import { assign, deskOf, dragOver, longTurn, openDesk, saved, stored } from './coding-desk.ts'

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
const rate = (page: Page, score: string) =>
  page.getByRole('group', { name: group, exact: true }).first().getByRole('radio', { name: score, exact: true }).check()
const scoreOf = (workspace: { ratings: { slot: { variable: string }; value: { score: number } }[] }) =>
  workspace.ratings.find((one) => one.slot.variable === 'coherence-of-mind')?.value.score

describe('work that the server does not have yet', { timeout: 300_000 }, () => {
  it('is kept by the browser, unreadable, and is saved by the window that is opened next', async () => {
    const { page, place } = await deskOf(browser, lab, 'demo-coder-2', 'A-123')
    page.setDefaultTimeout(12_000)
    page.setDefaultTimeout(15_000)
    page.on('dialog', (dialog) => void dialog.accept())
    await rate(page, '3')
    await saved(page)
    await page.context().setOffline(true)
    await rate(page, '7')
    await dragOver(page, await longTurn(page), 0, 40)
    await page.keyboard.press('r')
    await page.getByRole('tab', { name: 'Memo' }).click()
    await page.getByRole('textbox', { name: 'Memo on the case' }).fill('Rhubarb and custard.')
    await page.getByText(/Offline since .*, 3 changes/).waitFor()
    const kept = await dumpOf(page)
    expect(kept.length).toBeGreaterThanOrEqual(3)
    expect(kept.filter((text) => /rhubarb|custard|coherence|lack-of-recall|put-rating|score/i.test(text))).toEqual([])

    const context = page.context()
    await page.close({ runBeforeUnload: false })
    await context.setOffline(false)
    const next = await context.newPage()
    await next.goto(page.url())
    next.setDefaultTimeout(15_000)
    await openDesk(next, 'A-123')
    await saved(next)
    const there = await stored(next, place)
    expect(scoreOf(there)).toBe(7)
    expect(there.annotations).toHaveLength(1)
    expect(there.memo.text).toBe('Rhubarb and custard.')
    expect((await dumpOf(next)).filter((text) => text.includes('"operation"'))).toEqual([])

    await next.getByRole('button', { name: /^Undo: Memo/ }).click()
    await next.getByRole('button', { name: /^Undo: Lack of recall/ }).click()
    await next.getByRole('button', { name: /^Undo: Coherence of mind: 7/ }).click()
    await saved(next)
    const undone = await stored(next, place)
    expect([scoreOf(undone), undone.annotations.length, undone.memo.text]).toEqual([3, 0, ''])
    await next.context().close()
  })

  it('meets what another window saved meanwhile with both versions, also after a crash', async () => {
    const { page, place } = await deskOf(browser, lab, 'demo-coder-2', 'A-123')
    page.setDefaultTimeout(12_000)
    page.on('dialog', (dialog) => void dialog.accept())
    await rate(page, '4')
    await saved(page)
    await page.context().setOffline(true)
    await rate(page, '9')
    await page.getByText(/Offline since .*, 1 change/).waitFor()
    const context = page.context()
    await page.close({ runBeforeUnload: false })
    await context.setOffline(false)
    const other = await deskOf(browser, lab, 'demo-coder-2', 'A-123')
    await rate(other.page, '2')
    await saved(other.page)
    expect(scoreOf(await stored(other.page, place))).toBe(2)
    await other.page.context().close()

    const next = await context.newPage()
    await next.goto(page.url())
    await openDesk(next, 'A-123')
    const conflict = next.getByRole('alert', { name: 'Changed in two windows' })
    expect(await conflict.textContent()).toMatch(/Yours.*9.*other window.*2/)
    await next.reload()
    await openDesk(next, 'A-123')
    await conflict.getByRole('button', { name: 'Keep yours' }).click()
    await saved(next)
    expect(scoreOf(await stored(next, place))).toBe(9)
    await context.close()
  })
})
