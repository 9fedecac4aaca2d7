import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import { type Look, type RunningLab, visitAs } from '../support/lab.ts'

export type Place = { study: string; coding: string }

/** The first coding of whoever is signed in that fits. */
export async function findCoding(page: Page, caseName: string): Promise<Place> {
  const found = await page.evaluate(async (wanted) => {
    const me = await (await fetch('/api/me')).json()
    const study: string = me.memberships[0].study.id
    const { codings } = await (await fetch(`/api/studies/${study}/my-codings`)).json()
    const coding = codings.find((one: { case: { case: string } }) => one.case.case === wanted)
    return coding ? { study, coding: coding.id as string } : null
  }, caseName)
  if (!found) throw new Error(`There is no coding of ${caseName} for this person.`)
  return found
}

/** Gives a case to somebody, as the PI of the demo study would. `codebook` may name a version: `ssp 1.1.0`. */
export async function assign(browser: Browser, lab: RunningLab, caseName: string, codebook: string, login: string) {
  const page = await visitAs(browser, lab, 'pi')
  const status = await page.evaluate(
    async ([name, book, who]) => {
      const read = async (path: string) => (await fetch(`/api${path}`)).json()
      const study = (await read('/me')).memberships[0].study.id
      const { cases } = await read(`/studies/${study}/cases?limit=500`)
      const { members } = await read(`/studies/${study}/people`)
      const { versions } = await read(`/studies/${study}/codebooks`)
      const body = {
        cases: [cases.find((one: { case: string }) => one.case === name).id],
        people: [members.find((one: { person: { login: string } }) => one.person.login === who).person.id],
        codebookVersion: versions.find((one: { codebook: string; version: string }) =>
          `${one.codebook} ${one.version}`.startsWith(book),
        ).id,
      }
      const headers = { 'content-type': 'application/json' }
      const answer = await fetch(`/api/studies/${study}/codings`, {
        method: 'POST',
        headers,
        body: JSON.stringify(body),
      })
      return answer.ok ? '' : await answer.text()
    },
    [caseName, codebook, login] as const,
  )
  await page.context().close()
  if (status) throw new Error(`Assigning ${caseName} failed: ${status}`)
}

/** Opens the coding screen of a case, past its content note. */
export async function openDesk(page: Page, caseName: string): Promise<Place> {
  page.setDefaultTimeout(40_000)
  const place = await findCoding(page, caseName)
  await page.goto(`/studies/${place.study}/codings/${place.coding}`)
  await page.getByRole('button', { name: 'Open the case' }).or(page.locator('.coding')).first().waitFor()
  const open = page.getByRole('button', { name: 'Open the case' })
  if (await open.isVisible()) await open.click()
  await page.locator('.coding').waitFor()
  return place
}

export async function deskOf(browser: Browser, lab: RunningLab, who: string, caseName: string, look: Look = {}) {
  const page = await visitAs(browser, lab, who, look)
  const place = await openDesk(page, caseName)
  return { page, place }
}

/** The number of a turn that is long enough to select in, whatever the demo texts say. */
export async function longTurn(page: Page, characters = 160): Promise<number> {
  const index = await page
    .locator('.turn--speaker p')
    .evaluateAll((bodies, least) => bodies.findIndex((body) => (body.textContent ?? '').length >= least), characters)
  return Number(await page.locator('.turn--speaker').nth(index).getAttribute('data-turn')) + 1
}

export const turn = (page: Page, number: number) => page.locator('.turn').nth(number - 1)

/** Drags the mouse over characters of a turn's words. */
export async function dragOver(page: Page, number: number, from: number, to: number): Promise<string> {
  await turn(page, number).scrollIntoViewIfNeeded()
  const points = await turn(page, number)
    .locator('p')
    .evaluate(
      (body, [start, end]) => {
        const node = body.firstChild
        if (!node) throw new Error('no words')
        const at = (offset: number) => {
          const range = document.createRange()
          range.setStart(node, offset)
          range.setEnd(node, offset + 1)
          const rect = range.getBoundingClientRect()
          return { x: rect.left + 1, y: rect.top + rect.height / 2 }
        }
        return { from: at(start), to: at(end), text: node.textContent?.slice(start, end) ?? '' }
      },
      [from, to] as const,
    )
  await page.mouse.move(points.from.x, points.from.y)
  await page.mouse.down()
  await page.mouse.move(points.to.x, points.to.y, { steps: 4 })
  await page.mouse.up()
  return points.text
}

export const saved = (page: Page) => page.locator('.save-state--saved').waitFor()

/** What the server holds of a coding. */
export async function stored(page: Page, place: Place) {
  return page.evaluate(
    async ({ study, coding }) => (await fetch(`/api/studies/${study}/codings/${coding}`)).json(),
    place,
  )
}

/** WCAG 2.2 AA and best practice, in the state the page is in; on request only some rules. */
export async function expectAccessible(page: Page, rules: string[] = []): Promise<void> {
  const builder = new AxeBuilder({ page })
  const { violations } = await (rules.length > 0 ? builder.withRules(rules) : builder).analyze()
  const found = violations.map(({ id, nodes }) => {
    const [first] = nodes
    return `${id}, ${nodes.length} times, first: ${first?.html} ${first?.failureSummary}`
  })
  expect(found).toEqual([])
}

/** Changes the theme and waits until the new colours are there: half-way through a transition no contrast holds. */
export async function setTheme(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme })
  await page.evaluate(async () => {
    const drawn = () => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)))
    await drawn()
    await Promise.allSettled(document.getAnimations().map((one) => one.finished))
    await drawn()
  })
}

export async function expectAccessibleInBothThemes(page: Page): Promise<void> {
  // Only colours differ between the themes.
  await setTheme(page, 'dark')
  await expectAccessible(page, ['color-contrast', 'link-in-text-block'])
  await setTheme(page, 'light')
  await expectAccessible(page)
}

/** Rates everything that is required and missing, by keyboard: "n" goes there, a digit rates. */
export async function rateTheRest(page: Page, most = 60): Promise<void> {
  for (let step = 0; step < most; step += 1) {
    const [rated, required] = ((await page.locator('.coding-bar__progress').textContent())?.match(/\d+/g) ?? []).map(
      Number,
    )
    if (rated === required) return
    await page.keyboard.press('n')
    await page.waitForFunction(() => document.activeElement?.matches('.slot:not(.slot--rated) input[type=radio]'))
    await page.keyboard.press(String(1 + (step % 7)))
    await page.waitForFunction(
      (before) => Number(document.querySelector('.coding-bar__progress')?.textContent?.match(/\d+/)?.[0]) > before,
      rated ?? 0,
    )
  }
}
