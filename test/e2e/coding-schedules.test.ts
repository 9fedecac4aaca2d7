import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { type RunningLab, startLab } from '../support/lab.ts'
import { contextOf, dumpOf } from './browser-memory.ts'
import { assign, openDesk, stored } from './coding-desk.ts'

/** Eight every time, two hundred with `pnpm test:long`. */
const isLong = process.env.ATTUNE_LONG === '1'
const schedules = isLong ? 200 : 6
const steps = 7

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

function chance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** Words that must never lie in the browser's database as they are. */
const secret = 'rhubarb'

/** One coder with one or two tabs: what they typed last must be on the server in the end, whatever happened between. */
async function live(context: BrowserContext, address: string, random: () => number, number: number): Promise<void> {
  const tabs: Page[] = []
  const open = async (): Promise<Page> => {
    const page = await context.newPage()
    page.on('dialog', (dialog) => void dialog.accept().catch(() => {}))
    await page.goto(address)
    await arrived(page)
    tabs.push(page)
    return page
  }
  await open()
  let isOffline = false
  let typed = ''
  let tab = tabs[0] as Page
  for (let step = 0; step < steps; step++) {
    const pick = Math.floor(random() * 6)
    if (pick === 0) {
      isOffline = !isOffline
      await context.setOffline(isOffline)
    } else if (pick === 1 && !isOffline) {
      await tab.reload()
      await arrived(tab)
    } else if (pick === 2 && !isOffline) {
      // The tab ends without being asked, as in a crash; another one goes on.
      await tab.close({ runBeforeUnload: false })
      tabs.splice(tabs.indexOf(tab), 1)
      tab = tabs[0] ?? (await open())
    } else if (pick === 3 && !isOffline && tabs.length < 2) {
      await settled(tab)
      tab = await open()
    } else {
      typed = `${secret} ${number}.${step}`
      await tab.getByRole('tab', { name: /^Memo/ }).click()
      await tab.getByRole('textbox', { name: 'Memo on the case' }).fill(typed)
      // From here on the screen says that it is kept.
      await tab.locator('.save-state[data-kept=true]').waitFor()
    }
    if (random() < 0.5) await tab.waitForTimeout(random() * 900)
  }
  expect((await dumpOf(tab)).filter((text) => text.toLowerCase().includes(secret))).toEqual([])
  await context.setOffline(false)
  for (const page of tabs) if (page !== tab) await page.close({ runBeforeUnload: false })
  await tab.reload()
  await arrived(tab)
  await choose(tab, typed)
  if (typed !== '') expect(await memoOf(tab)).toBe(typed)
  for (const page of tabs) await page.close().catch(() => {})
}

/** A content note is read once in each tab. */
async function arrived(page: Page): Promise<void> {
  const note = page.getByRole('button', { name: 'Open the case' })
  await page.locator('.save-state').or(note).first().waitFor()
  if (await note.isVisible()) await note.click()
  await page.locator('.save-state').waitFor()
}

/** Two tabs that did not know of each other meet: both versions are there, and the coder takes what was typed last. */
async function choose(page: Page, typed: string): Promise<void> {
  await settled(page)
  while ((await page.locator('.save-state').textContent())?.includes('except')) {
    const sides = page.locator('.conflict__side')
    expect((await sides.allTextContents()).join(' ')).toContain(typed)
    await sides
      .filter({ hasText: typed })
      .getByRole('button', { name: /^Keep (yours|the other)$/ })
      .click()
    await settled(page)
  }
}

const settled = (page: Page) => page.locator('.save-state--saved').waitFor({ timeout: 40_000 })

async function memoOf(page: Page): Promise<string> {
  const [, study = '', coding = ''] = /studies\/([^/]+)\/codings\/([^/]+)/.exec(page.url()) ?? []
  return (await stored(page, { study, coding })).memo.text
}

it('coding offline, in two tabs, over reloads and crashes loses nothing', { timeout: 3_600_000 }, async () => {
  const { context, page } = await contextOf(browser, lab, 'demo-coder-2')
  await openDesk(page, 'A-123')
  const address = page.url()
  await page.close()
  for (let number = 1; number <= schedules; number++) await live(context, address, chance(number), number)
  console.log(
    `[lasting] offline schedules: ${schedules} of ${steps} steps (offline, reload, crash of a tab, second tab, typing), 0 lost, 0 plain words in the browser's database`,
  )
  await context.close()
})
