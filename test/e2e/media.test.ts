import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { type RunningLab, startLab, visitAs } from '../support/lab.ts'
import { tone } from '../support/tone.ts'
import { assign, expectAccessibleInBothThemes, openDesk } from './coding-desk.ts'
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

const caseName = 'M-1'
const subtitles = `WEBVTT

00:00:01.000 --> 00:00:04.000
<v I>Tell me about the house you grew up in.

00:00:05.000 --> 00:00:11.000
<v P>It was by the sea, and my mother sang in it.

00:00:12.000 --> 00:00:19.000
<v I>And in winter, where were you then?
`
const file = (name: string, seconds: number, pitch: number) => ({
  name,
  mimeType: 'audio/wav',
  buffer: Buffer.from(tone({ seconds, pitch })),
})
const room = file('room.wav', 20, 440)
const lapel = file('lapel.wav', 20, 660)

/** A case whose transcript has times, for a trainee to code. */
async function addTimedCase(page: Page): Promise<string> {
  const { study } = await studyOf(page)
  return page.evaluate(
    async ([where, name, text]) => {
      const headers = { 'content-type': 'application/json' }
      const item = { name: `${name}.vtt`, case: name, kind: 'transcript', source: { text }, interviewers: ['I'] }
      const body = JSON.stringify({ dryRun: false, items: [item] })
      const answer = await fetch(`/api/studies/${where}/imports`, { method: 'POST', headers, body })
      if (!answer.ok) throw new Error(await answer.text())
      const { cases } = await (await fetch(`/api/studies/${where}/cases?search=${name}`)).json()
      return `/studies/${where}/cases/${cases[0].id}`
    },
    [study, caseName, subtitles] as const,
  )
}

async function addRecording(page: Page, chosen: ReturnType<typeof file>, label: string, keep: string): Promise<void> {
  await page.getByRole('button', { name: 'Add a recording' }).click()
  const form = page.getByRole('form', { name: 'Add a recording' })
  await form.getByLabel('File', { exact: true }).setInputFiles(chosen)
  await form.getByLabel('What it shows').fill(label)
  await form.getByRole('radio', { name: keep }).check()
  await expectAccessibleInBothThemes(page)
  await form.getByRole('button', { name: keep === 'With the coders' ? 'Add' : 'Upload', exact: true }).click()
  await page.getByRole('row', { name: label }).waitFor()
}

const secondsShown = async (page: Page): Promise<number> =>
  Number(await page.getByRole('slider', { name: 'Place in the recording' }).inputValue())

describe('recordings', { timeout: 300_000 }, () => {
  it('are added to a case, one uploaded and one left with the coders', async () => {
    const page = await visitAs(browser, lab, 'pi')
    const heard = complaints(page)
    await page.goto(await addTimedCase(page))
    await addRecording(page, room, 'Room', 'Uploaded to the lab')
    await page.getByRole('row', { name: 'Room' }).getByText('in the lab').waitFor()
    await addRecording(page, lapel, 'Lapel', 'With the coders')
    await page.getByRole('row', { name: 'Lapel' }).getByText('with the coders').waitFor()
    expect(heard).toEqual([])
    await page.context().close()
    await assign(browser, lab, caseName, 'aai', 'demo-trainee-1')
  })

  it('play by key, in step with the text and with a second view from the own disk', async () => {
    const page = await visitAs(browser, lab, 'trainee')
    const heard = complaints(page)
    await page.addInitScript(() => Reflect.deleteProperty(window, 'showOpenFilePicker'))
    await openDesk(page, caseName)
    const recording = page.getByRole('region', { name: 'Recording', exact: true })
    await recording.getByRole('button', { name: 'Play', exact: true }).waitFor()
    await recording.getByRole('img', { name: /Outline of 0:20 of sound/ }).waitFor()
    await expectAccessibleInBothThemes(page)

    const choose = recording.locator('input[type=file]')
    await choose.setInputFiles(room)
    await page.getByText('room.wav is another file: as long, but not the same.').waitFor()
    await choose.setInputFiles(lapel)
    await recording.getByRole('spinbutton', { name: /Lapel begins at/ }).waitFor()

    await page.getByText('It was by the sea').click()
    await page.keyboard.press('s')
    await page.waitForFunction(() => Number(document.querySelector<HTMLInputElement>('.transport__place')?.value) > 1.5)
    expect(await page.locator('[data-turn="0"]').getAttribute('data-now')).toBe('')
    const apart = await page.evaluate(() => {
      const [one, other] = [...document.querySelectorAll('audio')]
      return Math.abs((one?.currentTime ?? 0) - (other?.currentTime ?? 9))
    })
    expect(apart).toBeLessThan(0.15)
    await page.keyboard.press('p')
    expect(await secondsShown(page)).toBeGreaterThan(6)
    await page.locator('[data-turn="1"][data-now]').waitFor()
    await page.keyboard.press('s')
    await recording.getByRole('button', { name: 'Play', exact: true }).waitFor()

    // A time in the margin leads there, words do not.
    await page.locator('.turn__time').nth(2).click()
    expect(await secondsShown(page)).toBeCloseTo(12, 1)
    await page.getByText('Tell me about the house').click()
    expect(await secondsShown(page)).toBeCloseTo(12, 1)
    await page.keyboard.press('y')
    expect(await secondsShown(page)).toBeCloseTo(12, 0)
    await recording.getByLabel('Speed').selectOption({ label: '0.5×' })
    const rates = await page.evaluate(() => [...document.querySelectorAll('audio')].map((one) => one.playbackRate))
    await page.keyboard.press('s')
    await page.waitForFunction(() => [...document.querySelectorAll('audio')].every((one) => one.playbackRate < 0.6))
    expect(rates).toHaveLength(2)
    await page.keyboard.press('s')
    await expectAccessibleInBothThemes(page)

    await page.setViewportSize({ width: 390, height: 844 })
    await page.getByRole('button', { name: 'Instruments', exact: true }).click()
    expect(await recording.getByRole('button', { name: 'Play', exact: true }).isVisible()).toBe(true)
    expect(await page.locator('.turn').first().isVisible()).toBe(false)
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
    await expectAccessibleInBothThemes(page)
    if (process.env.ATTUNE_LOOK) await page.screenshot({ path: `${process.env.ATTUNE_LOOK}/media-390.png` })
    await page.setViewportSize({ width: 1440, height: 900 })
    if (process.env.ATTUNE_LOOK) await page.screenshot({ path: `${process.env.ATTUNE_LOOK}/media-1440.png` })
    expect(heard).toEqual([])
    await page.context().close()
  })
})
