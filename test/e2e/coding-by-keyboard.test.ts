import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { type RunningLab, startLab, visitAs } from '../support/lab.ts'
import {
  assign,
  expectAccessibleInBothThemes,
  findCoding,
  longTurn,
  rateTheRest,
  saved,
  stored,
} from './coding-desk.ts'

let lab: RunningLab
let browser: Browser
beforeAll(async () => {
  lab = await startLab()
  browser = await launchChromium()
  await assign(browser, lab, 'S-203', 'ssp', 'demo-trainee-1')
})
afterAll(async () => {
  await browser?.close()
  await lab?.stop()
})

/** Opens a case without touching the mouse; from here on only keys are pressed. */
async function openByKeyboard(caseName: string) {
  const page = await visitAs(browser, lab, 'trainee')
  page.setDefaultTimeout(40_000)
  const place = await findCoding(page, caseName)
  await page.goto(`/studies/${place.study}/codings/${place.coding}`)
  await page.locator('.content-note, .coding').first().waitFor()
  if (await page.locator('.content-note').isVisible()) {
    await tabTo(page, 'Open the case')
    await page.keyboard.press('Enter')
  }
  await page.locator('.coding').waitFor()
  return { page, place }
}

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement
    if (!element?.matches('a, button, input, select, textarea')) return ''
    return `${element.getAttribute('aria-label') ?? ''} ${element.textContent ?? ''}`.trim()
  })

async function tabTo(page: Page, name: string): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    if ((await focused(page)).includes(name)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never came to "${name}".`)
}

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

describe('coding without a mouse', { timeout: 300_000 }, () => {
  it('codes an interview: caret, palette, evidence, scores, class, submission', async () => {
    const { page, place } = await openByKeyboard('A-175')
    const text: string = (await stored(page, place)).material.text
    const number = await longTurn(page)

    // To the turn, a caret into it, five words selected, the code by its key.
    await press(page, 't', ...Array<string>(number - 1).fill('ArrowDown'), 'Enter')
    await press(page, ...Array<string>(5).fill('Control+Shift+ArrowRight'))
    await expectAccessibleInBothThemes(page)
    await press(page, 's')
    await page.getByRole('region', { name: 'Annotation: Memory of support or comfort' }).waitFor()

    // A second one from the palette: the whole turn.
    await press(page, 'Escape', 'Escape', 't', 'c')
    await page.getByRole('combobox', { name: 'Code for the selected words' }).waitFor()
    await page.keyboard.type('lack')
    await press(page, 'Enter')
    await page.getByRole('region', { name: 'Annotation: Lack of recall' }).waitFor()

    // The rating, typed; then the annotation before, linked with it.
    await press(page, 'n')
    await page.waitForFunction(() => document.activeElement?.closest('#slot-loving-at-mother'))
    await page.keyboard.type('6.5')
    await press(page, '[', '[', 'e')
    await page.getByRole('button', { name: '1 piece of evidence' }).waitFor()

    // The other one speaks against it. One key goes through both, and back.
    await press(page, ']', 'a')
    await page.getByRole('button', { name: '2 pieces of evidence · 1 against' }).waitFor()
    await expectAccessibleInBothThemes(page)
    await press(page, 'v')
    await page.waitForFunction(() => document.activeElement?.closest('.transcript'))
    await page.getByText(/^Evidence 1 of 2: .* Loving \(Mother\), turn/).waitFor({ state: 'attached' })
    await press(page, 'v', 'v')
    await page.waitForFunction(() => document.activeElement?.closest('#slot-loving-at-mother'))

    // The classification in rank order.
    await tabToClass(page)
    await tabTo(page, 'U')
    await press(page, 'Space')
    await page.getByText('Not saved yet').waitFor()
    await shiftTabTo(page, 'F3')
    await press(page, 'Space')
    await page.getByText('U/F3').first().waitFor()
    await tabTo(page, 'Rationale for Classification')
    await page.keyboard.type('Lapses where the loss is spoken of.')
    await press(page, 'Shift+Tab')

    await rateTheRest(page)
    await saved(page)
    await press(page, 'Control+Enter')
    await page.getByRole('heading', { name: 'Submit this coding?' }).waitFor()
    await tabTo(page, 'Submit and freeze')
    await press(page, 'Enter')
    await page.getByText('Submitted').first().waitFor()

    const { coding, annotations, ratings } = await stored(page, place)
    expect(coding.state).toBe('submitted')
    const support = annotations.find((one: { code: string }) => one.code === 'support-or-comfort')
    expect(text.slice(support.start, support.end).split(/\s+/u).length).toBeGreaterThanOrEqual(4)
    const linked = annotations.flatMap((one: { evidence: unknown[] }) => one.evidence)
    const loving = [{ variable: 'loving', target: 'mother', episode: null }]
    expect(linked).toEqual(loving)
    expect(annotations.flatMap((one: { contradicts: unknown[] }) => one.contradicts)).toEqual(loving)
    const chosen = ratings.find((one: { slot: { variable: string } }) => one.slot.variable === 'classification')
    expect(chosen.value.classes).toEqual(['U', 'F3'])

    // What the class rests on, as a sheet to read.
    await tabTo(page, 'Evidence sheet')
    await press(page, 'Enter')
    await page.getByRole('list', { name: 'Evidence against Loving (Mother)' }).waitFor()
    await page.getByText('Lapses where the loss is spoken of.').waitFor()
    await expectAccessibleInBothThemes(page)
    await page.context().close()
  })

  it('codes an observation: events, scales per episode, class', async () => {
    const { page, place } = await openByKeyboard('S-203')
    await expectAccessibleInBothThemes(page)
    await press(page, 't')
    await page.keyboard.type('cry')
    await press(page, 'Tab')
    await page.keyboard.type('3:10')
    await press(page, 'Tab')
    await page.keyboard.type('2:00')
    await press(page, 'Enter')
    await page.getByText('before it begins').waitFor()
    await press(page, 'Tab', 'Control+A')
    await page.keyboard.type('3:55.5')
    await press(page, 'Enter')
    await page.getByRole('region', { name: 'Annotation: Cry' }).waitFor()

    // An event of the record becomes a coded one.
    await tabTo(page, 'Code put-down')
    await press(page, 'Enter')
    await page.keyboard.type('put')
    await press(page, 'Enter')
    await page.getByRole('region', { name: 'Annotation: Put down' }).waitFor()
    await expectAccessibleInBothThemes(page)

    await press(page, 'n')
    await page.waitForFunction(() => document.activeElement?.closest('.slot'))
    await press(page, '4', 'e')
    await tabToClass(page)
    await tabTo(page, 'B')
    await press(page, 'Space')
    await rateTheRest(page)
    await saved(page)

    const { annotations, ratings } = await stored(page, place)
    expect(
      annotations.map((one: { code: string; onset: number; offset: number | null }) => [
        one.code,
        one.onset,
        one.offset,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ['cry', 190, 235.5],
        ['put-down', 31, null],
      ]),
    )
    const first = ratings.find(
      (one: { slot: { variable: string; episode: string } }) =>
        one.slot.variable === 'proximity' && one.slot.episode === '5',
    )
    expect(first.value).toEqual({ kind: 'score', score: 4 })
    await page.context().close()
  })
})

/** "n" goes through what is missing; with a class nothing is chosen by a digit, so it is passed by Tab. */
async function tabToClass(page: Page): Promise<void> {
  await page.keyboard.press('Control+Enter')
  await tabTo(page, 'Classification has no rating yet')
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.activeElement?.closest('.class-picker'))
}

async function shiftTabTo(page: Page, name: string): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    if ((await focused(page)) === name) return
    await page.keyboard.press('Shift+Tab')
  }
  throw new Error(`Shift+Tab never came to "${name}".`)
}
