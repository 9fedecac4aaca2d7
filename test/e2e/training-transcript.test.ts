import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { type RunningLab, startLab, visitAs } from '../support/lab.ts'
import { dragOver, expectAccessibleInBothThemes, saved } from './coding-desk.ts'
import { complaints } from './study.ts'

const interview = 'A-169'
/** Two passages that the demo's master coded, as the interview has them, with what the trainee will say there. */
const same = {
  words: "she'd let me get under the blanket and eat crackers",
  master: 'Memory of support or comfort',
  mine: { key: 's', label: 'Memory of support or comfort' },
}
const other = {
  words: "I got 'em in my pocket and I'm walking in and the bed's made",
  master: 'Loss',
  mine: { key: 'e', label: 'Separation' },
}

let lab: RunningLab
let browser: Browser
beforeAll(async () => {
  lab = await startLab()
  browser = await launchChromium()
  await openPractice('demo-coder-2')
})
afterAll(async () => {
  await browser?.close()
  await lab?.stop()
})

/** A set of one interview to practise on, as a trainer makes it: passages with free borders, and one scale. */
async function openPractice(login: string): Promise<void> {
  const page = await visitAs(browser, lab, 'trainer')
  await page.evaluate(
    async ([name, who]) => {
      const read = async (path: string) => (await fetch(`/api${path}`)).json()
      const at = `/studies/${(await read('/me')).memberships[0].study.id}`
      const { cases } = await read(`${at}/cases?limit=500`)
      const { versions } = await read(`${at}/codebooks`)
      const { members } = await read(`${at}/people`)
      const post = async (path: string, body: object) => {
        const headers = { 'content-type': 'application/json' }
        const answer = await fetch(`/api${at}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
        if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`)
        return answer.json()
      }
      const set = await post('/training/sets', {
        name: 'Passages of one interview',
        codebookVersion: versions.find((one: { codebook: string }) => one.codebook === 'aai').id,
        feedback: 'practice',
        scope: { variables: ['coherence-of-transcript'], units: 'free', codes: [] },
        cases: [cases.find((one: { case: string }) => one.case === name).id],
      })
      await post(`/training/sets/${set.id}/opening`, {})
      const trainee = members.find((one: { person: { login: string } }) => one.person.login === who)
      await post(`/training/sets/${set.id}/people`, { people: [trainee.person.id], dueAt: null })
    },
    [interview, login] as const,
  )
  await page.context().close()
}

/** Selects words in the transcript and codes them with a key. */
async function code(page: Page, words: string, { key, label }: { key: string; label: string }): Promise<void> {
  const place = await page.locator('.turn p').evaluateAll((bodies, wanted) => {
    const index = bodies.findIndex((body) => body.textContent?.includes(wanted))
    return { index, from: bodies[index]?.textContent?.indexOf(wanted) ?? -1 }
  }, words)
  expect(place.from, words).toBeGreaterThanOrEqual(0)
  await dragOver(page, place.index + 1, place.from, place.from + words.length)
  await page.keyboard.press(key)
  await page.getByRole('region', { name: `Annotation: ${label}` }).waitFor()
  await page.keyboard.press('Escape')
}

/** Goes on with `j` to the compared passage that has these words, and shows it in the text from there. */
async function showByKeyboard(page: Page, words: string): Promise<void> {
  const there = page.locator('.unit:focus').filter({ hasText: words })
  for (let step = 0; step < 30 && (await there.count()) === 0; step += 1) await page.keyboard.press('j')
  expect(await there.count(), words).toBe(1)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.locator('.evidence-link:focus[aria-pressed="true"]').waitFor()
}

/** Where the bar of a code stands in the margin of one coding. */
async function bar(page: Page, side: 'mine' | 'master', label: string) {
  const box = await page.locator(`.side-lanes--${side} .lane[title="${label}"]`).boundingBox()
  if (!box) throw new Error(`No bar of ${side}: ${label}`)
  return box
}

describe('practice on an interview', { timeout: 300_000 }, () => {
  it('shows both codings side by side upon the text, by keyboard', async () => {
    const page = await visitAs(browser, lab, 'demo-coder-2')
    page.setDefaultTimeout(40_000)
    const heard = complaints(page)
    await page.getByRole('link', { name: 'My training' }).first().click()
    await page.getByRole('button', { name: 'Begin the attempt' }).click()
    await page.getByRole('button', { name: 'Open the case' }).click()
    await page.locator('.transcript').waitFor()

    await code(page, same.words, same.mine)
    await code(page, other.words, other.mine)
    const score = page.getByRole('group', { name: 'Coherence of transcript', exact: true })
    await score.getByRole('radio', { name: '4', exact: true }).check()
    await saved(page)
    await page.getByRole('button', { name: 'Submit', exact: true }).click()
    await page.getByRole('radio', { name: /^I did not know the family/ }).check()
    await page.getByRole('button', { name: 'Submit and freeze' }).click()

    await page.getByRole('heading', { level: 1, name: `Feedback: ${interview}` }).waitFor()
    await page.getByText('1 same code, 1 other code, 16 only the master').waitFor()
    await page.getByText('1 point above the master').waitFor()
    await expectAccessibleInBothThemes(page)

    // From a passage to its place in the text, where both codings stand at one height.
    for (const passage of [same, other]) {
      await showByKeyboard(page, passage.words)
      const here = page.getByRole('region', { name: 'Coded here' })
      await here.getByText(passage.mine.label).first().waitFor()
      const sides = await here.locator('dl > div').allTextContents()
      expect(sides).toHaveLength(2)
      expect(sides[0]).toContain(passage.mine.label)
      expect(sides[1]).toContain(passage.master)
      const mine = await bar(page, 'mine', passage.mine.label)
      const master = await bar(page, 'master', passage.master)
      expect(Math.abs(mine.y - master.y)).toBeLessThan(2)
      expect(Math.abs(mine.height - master.height)).toBeLessThan(2)
      expect(mine.x + mine.width).toBeLessThanOrEqual(master.x)
    }

    // Into the text, and to what differs only.
    await page.keyboard.press('t')
    await page.locator('.compared-text .transcript__sheet:focus').waitFor()
    await page.keyboard.press('d')
    await page.getByText('18 of 19 shown').waitFor()
    expect(await page.locator('.unit').filter({ hasText: same.words }).count()).toBe(0)
    expect(heard).toEqual([])
    await page.context().close()
  })
})
