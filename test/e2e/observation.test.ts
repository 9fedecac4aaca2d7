import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { type RunningLab, startLab, visitAs } from '../support/lab.ts'
import {
  assign,
  deskOf,
  expectAccessible,
  expectAccessibleInBothThemes,
  findCoding,
  rateTheRest,
  saved,
  stored,
} from './coding-desk.ts'

let lab: RunningLab
let browser: Browser
beforeAll(async () => {
  lab = await startLab()
  browser = await launchChromium()
  await assign(browser, lab, 'S-203', 'ssp 1.1.0', 'demo-trainee-1')
})
afterAll(async () => {
  await browser?.close()
  await lab?.stop()
})

type Event = { id: string; code: string; onset: number; offset: number | null; subject: string; modifiers: object }

async function tabTo(page: Page, name: string): Promise<void> {
  for (let step = 0; step < 80; step += 1) {
    const now = await page.evaluate(() => {
      const element = document.activeElement
      if (!element?.matches('a, button, input, select, textarea, [role=application], .interval-card')) return ''
      const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : element.textContent
      return `${element.getAttribute('aria-label') ?? ''} ${label ?? ''}`.trim()
    })
    if (now.startsWith(name)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never came to "${name}".`)
}

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

/** From here on only keys are pressed. */
async function openByKeyboard(caseName: string) {
  const page = await visitAs(browser, lab, 'trainee')
  page.setDefaultTimeout(40_000)
  const place = await findCoding(page, caseName)
  await page.goto(`/studies/${place.study}/codings/${place.coding}`)
  await page.locator('.content-note, .coding').first().waitFor()
  if (await page.locator('.content-note').isVisible()) {
    await tabTo(page, 'Open the case')
    await press(page, 'Enter')
  }
  await page.locator('.coding').waitFor()
  return { page, place }
}

describe('coding an observation', { timeout: 300_000 }, () => {
  it('is complete without a mouse: events live, their times, intervals, episodes, scales, class, submission', async () => {
    const { page, place } = await openByKeyboard('S-203')
    const coded = async () => (await stored(page, place)).annotations as Event[]

    // Live: play begins, a cry that is asked about, the caregiver greets, and the search at the door ends the play.
    await tabTo(page, 'Record by keys')
    await press(page, 'Enter', 'Space')
    await page.waitForTimeout(300)
    await press(page, 'p')
    await page.waitForTimeout(300)
    await press(page, 'c', '2', 'Shift+Digit2', 'g', 'Shift+Digit1', 'd', 'Shift+N', 'Space')
    await page.getByRole('group', { name: 'Behaviours and their keys' }).waitFor()
    await expectAccessibleInBothThemes(page)
    await saved(page)
    const live = await coded()
    const of = (events: Event[], code: string) => events.find((one) => one.code === code)
    expect(live.map(({ code, subject }) => [code, subject]).sort()).toEqual([
      ['cry', 'infant'],
      ['greet', 'caregiver'],
      ['play', 'infant'],
      ['search-at-door', 'infant'],
    ])
    expect(of(live, 'cry')?.modifiers).toEqual({ intensity: ['cry'] })
    expect(of(live, 'play')?.offset).toBe(of(live, 'search-at-door')?.onset)
    expect((of(live, 'cry')?.onset ?? 0) - (of(live, 'play')?.onset ?? 0)).toBeGreaterThanOrEqual(0.25)

    // A reload loses neither the clock nor what goes on.
    const clock = await page.getByRole('timer').textContent()
    expect(clock).not.toBe('0:00')
    await page.reload()
    await page.getByRole('timer').waitFor()
    expect(await page.getByRole('timer').textContent()).toBe(clock)
    await tabTo(page, 'Record by keys')
    await press(page, 'Enter', 'c', 'Escape')
    await saved(page)
    expect(of(await coded(), 'cry')?.offset).toBeGreaterThan(of(live, 'cry')?.onset ?? 0)
    expect(of(await coded(), 'search-at-door')?.offset).toBeNull()

    // On the timeline the first event moves by a second.
    const [first] = live.toSorted((one, other) => one.onset - other.onset)
    await press(page, ']')
    await page.getByRole('region', { name: 'Annotation: Play' }).waitFor()
    await tabTo(page, 'Timeline.')
    await press(page, '+', '+', 'Shift+ArrowRight')
    await page.getByRole('textbox', { name: /^From: Play/ }).waitFor()
    await expectAccessibleInBothThemes(page)
    await press(page, 'Escape')
    await saved(page)
    expect(of(await coded(), 'play')?.onset).toBeCloseTo((first?.onset ?? 0) + 1, 5)

    // Intervals, one after the other.
    await tabTo(page, 'Events')
    await press(page, 'ArrowRight')
    await tabTo(page, 'Interval that is being scored')
    await press(page, 'c', 'Enter', '-', 'Enter', 'Enter', 'd', 'p')
    await expectAccessibleInBothThemes(page)
    await page.getByRole('progressbar', { name: '4 of 11 intervals scored' }).waitFor()

    // Episodes: the first has times of the coder since the key for it, and is written an end.
    await page.keyboard.press('Shift+Tab')
    for (let step = 0; step < 4 && !(await isOn(page, 'Intervals')); step += 1) await press(page, 'Shift+Tab')
    await press(page, 'ArrowRight')
    await tabTo(page, 'End of 1 Introduction')
    await page.keyboard.type('0:48')
    await press(page, 'Tab')
    await expectAccessibleInBothThemes(page)
    await saved(page)

    // Scales and the class; then submission, which names the state that nobody ended.
    await press(page, 'Control+Enter')
    await tabTo(page, 'Classification has no rating yet')
    await press(page, 'Enter')
    await page.waitForFunction(() => document.activeElement?.closest('.class-picker'))
    await tabTo(page, 'B')
    await press(page, 'Space')
    await rateTheRest(page)
    await saved(page)
    await press(page, 'Control+Enter')
    await page.getByRole('heading', { name: 'One state has no end' }).waitFor()
    await expectAccessibleInBothThemes(page)
    await tabTo(page, 'Submit and freeze')
    await press(page, 'Enter')
    await page.getByText('Submitted').first().waitFor()

    const { coding, intervals, episodes } = await stored(page, place)
    expect(coding.state).toBe('submitted')
    type Mark = { interval: number; present: string[]; isUnscorable: boolean }
    expect(intervals.map(({ interval, present, isUnscorable }: Mark) => [interval, present, isUnscorable])).toEqual([
      [1, ['cry'], false],
      [2, [], true],
      [3, [], false],
      [4, ['search-at-door', 'play'], false],
    ])
    expect(episodes).toMatchObject([{ episode: '1', offset: 48 }])
    await expectAccessible(page)
    await page.context().close()
  })

  it('moves an event and its edge by the mouse, and fits a phone', async () => {
    await assign(browser, lab, 'S-224', 'ssp 1.1.0', 'demo-trainee-1')
    const { page, place } = await deskOf(browser, lab, 'trainee', 'S-224')
    await page.getByLabel('Code', { exact: true }).selectOption('cry')
    await page.getByLabel('From', { exact: true }).fill('5:00')
    await page.getByLabel('To', { exact: true }).fill('7:00')
    await page.keyboard.press('Enter')
    const mark = page.locator('.timeline__code')
    const times = async () => {
      await saved(page)
      const [event] = (await stored(page, place)).annotations as Event[]
      return { onset: event?.onset ?? 0, offset: event?.offset ?? 0 }
    }
    const drag = async (part: string, by: number) => {
      const box = await mark.locator(part).boundingBox()
      if (!box) throw new Error('not drawn')
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
      await page.mouse.move(x, y)
      await page.mouse.down()
      await page.mouse.move(x + by / 2, y)
      await page.mouse.move(x + by, y)
      await page.mouse.up()
    }
    await mark.waitFor()
    await drag('.timeline__state', 40)
    const whole = await times()
    expect(whole.onset).toBeGreaterThan(310)
    expect(whole.offset - whole.onset).toBeCloseTo(120, 1)
    await drag('.timeline__edge', 30)
    const longer = await times()
    expect(longer.onset).toBe(whole.onset)
    expect(longer.offset).toBeGreaterThan(whole.offset + 5)

    await page.setViewportSize({ width: 390, height: 844 })
    await page.getByRole('button', { name: 'Record by keys' }).click()
    const behaviour = page.getByRole('button', { name: /^Smile/ })
    await behaviour.click()
    await page.getByRole('group', { name: 'Smile: Towards whom?' }).waitFor()
    await expectAccessibleInBothThemes(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await page.context().close()
  })
})

const isOn = (page: Page, name: string): Promise<boolean> =>
  page.evaluate(
    (wanted) =>
      document.activeElement instanceof HTMLInputElement &&
      document.activeElement.labels?.[0]?.textContent?.trim() === wanted,
    name,
  )
