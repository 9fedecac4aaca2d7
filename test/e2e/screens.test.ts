import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { type Look, type RunningLab, startLab, visit, visitAs } from '../support/lab.ts'
import { expectAccessible, setTheme } from './coding-desk.ts'
import { complaints, studyOf } from './study.ts'

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

const looks = [
  ['a desk', { width: 1440, height: 900 }],
  ['a phone', { width: 390, height: 844 }],
] as const satisfies readonly (readonly [string, Look])[]

/** Readable for everybody in both themes, nothing wider than the screen, nothing the browser complains about. */
async function expectSound(page: Page, name: string, heard: readonly string[]) {
  await page.locator('.skeleton').waitFor({ state: 'detached' })
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await setTheme(page, 'dark')
  await expectAccessible(page)
  // The other theme differs in its colours only.
  await setTheme(page, 'light')
  const { violations } = await new AxeBuilder({ page }).withRules('color-contrast').analyze()
  expect(
    violations.flatMap(({ nodes }) => nodes.map(({ html }) => html)),
    name,
  ).toEqual([])
  const aside = await page.locator('.field').evaluateAll((fields) =>
    fields.flatMap((field) => {
      const label = field.querySelector('.field__label')
      const control = field.querySelector('.input')
      if (!label || !control || control.checkVisibility() === false) return []
      return label.getBoundingClientRect().bottom <= control.getBoundingClientRect().top ? [] : [label.textContent]
    }),
  )
  expect(aside, `${name} has labels that do not stand above their field`).toEqual([])
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(excess, `${name} is wider than the screen`).toBe(0)
  expect(heard, name).toEqual([])
}

describe.each(looks)('the screens on %s', (_, look) => {
  it('before signing in are sound', async () => {
    const page = await visit(browser, lab, look)
    const heard = complaints(page)
    for (const path of ['/', '/setup', '/join', '/reset']) {
      await page.goto(`${path}${path === '/' ? '' : `#${'a'.repeat(43)}`}`)
      await expectSound(page, path, heard)
    }
    await page.context().close()
  }, 180_000)

  it('of a blind coder are sound', async () => {
    const page = await visitAs(browser, lab, 'trainee', look)
    const heard = complaints(page)
    await expectSound(page, 'home', heard)
    await page.getByRole('link', { name: 'Open the study' }).click()
    await expectSound(page, 'my codings', heard)
    await page.context().close()
  }, 180_000)

  it('of a principal investigator are sound', async () => {
    const page = await visitAs(browser, lab, 'pi', look)
    const { study, transcript, observation, codebook } = await studyOf(page)
    const heard = complaints(page)
    const inStudy = [
      '',
      '/my-codings',
      '/cases',
      '/cases/new',
      '/cases/import',
      `/cases/${transcript}`,
      `/cases/${observation}`,
      `/cases/${transcript}/edit`,
      `/cases/${observation}/record`,
      '/training',
      '/training/new',
      '/codebooks',
      `/codebooks/${codebook}`,
      '/people',
      '/history',
      '/settings',
    ]
    for (const path of ['/', '/settings', '/nowhere', ...inStudy.map((end) => `/studies/${study}${end}`)]) {
      await page.goto(path)
      await expectSound(page, path, heard)
    }
    await page.goto(`/studies/${study}/codebooks/${codebook}`)
    for (const name of ['Compare versions', 'Where used']) {
      await page.getByRole('button', { name }).click()
      await page.getByRole('button', { name, expanded: true }).waitFor()
      await expectSound(page, name, heard)
    }
    await page.context().close()
  }, 400_000)
})

describe('the keyboard', () => {
  it('goes everywhere: keys of two letters, the palette, the list of keys', async () => {
    const page = await visitAs(browser, lab, 'pi')
    const { study } = await studyOf(page)
    await page.goto(`/studies/${study}`)
    await page.getByRole('table').waitFor()
    await page.keyboard.press('g')
    await page.keyboard.press('b')
    await page.getByRole('heading', { level: 1, name: 'Codebooks' }).waitFor()
    await page.keyboard.press('?')
    const help = page.getByRole('dialog', { name: 'Keys of this screen' })
    await help.getByText('Go to a case, a study, a screen').waitFor()
    await page.keyboard.press('Escape')
    await help.waitFor({ state: 'hidden' })
    await page.keyboard.press('/')
    await page.getByRole('combobox', { name: /Type a case/ }).pressSequentially('A-142')
    await page.getByRole('option', { name: /A-142/ }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'A-142' }).waitFor()
    await page.context().close()
  })

  it('skips to the content, and begins there after going to another screen', async () => {
    const page = await visitAs(browser, lab, 'pi')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
    await page.getByRole('link', { name: 'Open the study' }).click()
    await page.getByRole('table').waitFor()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
    await page.context().close()
  })

  it('remembers a theme before the first paint', async () => {
    const page = await visitAs(browser, lab, 'pi')
    await page.getByRole('button', { name: 'Light or dark' }).click()
    await page.reload({ waitUntil: 'commit' })
    await page.locator('html[data-theme=dark]').waitFor()
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('dark')
    await page.context().close()
  })
})
