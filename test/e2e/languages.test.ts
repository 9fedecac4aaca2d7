import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { de } from '../../web/src/messages/de/index.ts'
import { en } from '../../web/src/messages/en/index.ts'
import { launchChromium } from '../support/chromium.ts'
import { type Look, type RunningLab, startLab, visit, visitAs } from '../support/lab.ts'
import { textsOf } from '../support/texts.ts'
import { expectAccessible, findCoding } from './coding-desk.ts'
import { studyOf } from './study.ts'

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

const german = new Set(textsOf(de).map(([, text]) => text))
/** What would be seen if a German screen had a word of English left. */
const english = new Set(
  textsOf(en)
    .map(([, text]) => text)
    .filter((text) => !german.has(text)),
)
/** Words of English sentences; none of them is German. What people wrote, such as the names of scales, is not looked at. */
const giveaways = /\b(the|of|and|with|this|that|not|are|from|your|you|cases|codings?|nobody|yet)\b/i

/** The language by its own name, and the study by the name somebody gave it. */
const isGiven = (text: string) => text === 'English' || text.startsWith('Demo: ')

/** Everything the interface itself says on this screen, to the eye and to a screen reader. */
async function wordsOf(page: Page): Promise<string[]> {
  await page.locator('.skeleton').waitFor({ state: 'detached' })
  return page.evaluate(() => {
    const said = [document.title.replace(/ · Attune$/, '')]
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.parentElement?.closest('noscript, [lang]:not(html)')) said.push(node.textContent?.trim() ?? '')
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]')) {
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) said.push(element.getAttribute(name) ?? '')
    }
    return said.filter((text) => /\p{L}/u.test(text))
  })
}

async function expectGerman(page: Page, heading: string | RegExp) {
  await page.getByRole('heading', { level: 1, name: heading }).waitFor()
  const words = await wordsOf(page)
  expect(words.filter((text) => english.has(text))).toEqual([])
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('de')
}

const looks = [
  ['a desk', { width: 1440, height: 900 }],
  ['a phone', { width: 390, height: 844 }],
] as const satisfies readonly (readonly [string, Look])[]

describe('the language of the pages', () => {
  it.each(looks)(
    'is German on %s when the browser asks for it: door, home, study, codebook, settings',
    async (_, look) => {
      const door = await visit(browser, lab, { ...look, locale: 'de-AT' })
      await expectGerman(door, de.door.welcome)
      expect((await wordsOf(door)).filter((text) => giveaways.test(text))).toEqual([])
      await expectAccessible(door)
      await door.context().close()

      const page = await visitAs(browser, lab, 'pi', { ...look, locale: 'de-AT' })
      await expectGerman(page, /^Guten Tag/)
      await expectAccessible(page)
      const { study, codebook, observation } = await studyOf(page)
      for (const [path, heading] of [
        [`/studies/${study}`, /Demo/],
        [`/studies/${study}/cases`, de.base.places.cases],
        [`/studies/${study}/cases/${observation}/record`, /^Beobachtungsprotokoll/],
        [`/studies/${study}/codebooks`, de.base.places.codebooks],
        [`/studies/${study}/codebooks/${codebook}`, /\d\.\d\.\d/],
        [`/studies/${study}/reliability`, de.reliability.screen],
        [`/studies/${study}/people`, de.base.places.people],
        [`/studies/${study}/history`, de.base.places.history],
        ['/settings', de.base.mySettings],
      ] as const) {
        await page.goto(path)
        await expectGerman(page, heading)
        const excess = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect(excess, `${path} is wider than the screen`).toBe(0)
      }
      expect((await wordsOf(page)).filter((text) => giveaways.test(text) && !isGiven(text))).toEqual([])
      await expectAccessible(page)
      await page.context().close()
    },
    240_000,
  )

  it.each(looks)(
    'is German on %s at the coding desk',
    async (_, look) => {
      const page = await visitAs(browser, lab, 'demo-trainee-2', { ...look, locale: 'de-DE' })
      const { study, coding } = await findCoding(page, 'A-123')
      await page.goto(`/studies/${study}/codings/${coding}`)
      await expectGerman(page, de.codings.note.title('A-123'))
      await page.getByRole('button', { name: de.codings.note.open }).click()
      await page.locator('.coding').waitFor()
      await expectGerman(page, 'A-123')
      await page.getByRole('button', { name: de.codings.bar.submit, exact: true }).click()
      await page
        .getByText(/ ist noch nicht bewertet\.$/)
        .first()
        .waitFor()
      await expectGerman(page, 'A-123')
      await expectAccessible(page)
      await page.context().close()
    },
    120_000,
  )

  it('is chosen in the settings, remembered, and never flashes by in English', async () => {
    const page = await visitAs(browser, lab, 'coder')
    await page.goto('/settings')
    await page.getByRole('group', { name: 'Language' }).getByText('Deutsch').click()
    await page.getByRole('heading', { level: 1, name: de.base.mySettings }).waitFor()
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: de.keys.title }).getByText(de.keys.go).waitFor()
    await page.keyboard.press('Escape')
    // The German texts come later than everything else, and whatever is drawn meanwhile is kept.
    await page.route(/\/assets\/de-[^/]*\.js$/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1500))
      await route.continue()
    })
    await page.addInitScript(() => {
      const seen: string[] = []
      Object.assign(window, { seen })
      new MutationObserver(() => seen.push(document.body?.textContent ?? '')).observe(document, {
        childList: true,
        subtree: true,
        characterData: true,
      })
    })
    await page.goto('/')
    await page.getByRole('heading', { level: 1, name: /^Guten Tag/ }).waitFor()
    const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen)
    expect(seen.length).toBeGreaterThan(0)
    expect(seen.filter((text) => /Good day|Go to|My settings|Sign in/.test(text))).toEqual([])
    await page.context().close()
  })

  it('a refusal of the server is said in German', async () => {
    const page = await visit(browser, lab, { locale: 'de-DE' })
    await page.getByLabel(de.door.login).fill('nobody-here')
    await page.getByLabel(de.door.password, { exact: true }).fill('not the password')
    await page.getByRole('button', { name: de.door.signIn }).click()
    await page.getByText('Name und Passwort passen nicht zusammen.').waitFor()
    await page.context().close()
  })
})
