import { readFile } from 'node:fs/promises'
import Papa from 'papaparse'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { type RunningLab, startLab, visit, visitAs } from '../support/lab.ts'
import { dragOver, findCoding, longTurn, openDesk, type Place, rateTheRest, saved, stored } from './coding-desk.ts'
import { complaints } from './study.ts'

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

type Answer = { path: string; text: string }

/**
 * Everything the server answers to the pages from now on. Not `/api/lab`: the door of a demo names the demo's people to
 * anybody, so that one can choose whom to be.
 */
function listen(page: Page): () => Promise<Answer[]> {
  const heard: Promise<Answer | null>[] = []
  page.on('response', (response) => {
    const { pathname } = new URL(response.url())
    if (!pathname.startsWith('/api/') || pathname === '/api/lab') return
    const headers = JSON.stringify(response.headers())
    const body = response.text().then(
      (text) => ({ path: pathname, text: headers + text }),
      () => null,
    )
    // A page that was left takes the body of its last answer with it, and the browser may never say so.
    heard.push(Promise.race([body, new Promise<null>((resolve) => setTimeout(resolve, 5000, null))]))
  })
  return async () => (await Promise.all(heard)).filter((one) => one !== null)
}

const read = (page: Page, path: string) => page.evaluate(async (at) => (await fetch(`/api${at}`)).json(), path)

/** A demo person chosen at the door, as a newcomer does it. */
async function enterAs(page: Page, name: string): Promise<void> {
  page.setDefaultTimeout(40_000)
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click()
  await page.getByRole('heading', { level: 1, name: `Good day, ${name}` }).waitFor()
}

/** Everything that Beatriz must not come to know, as her trainer is told it. */
async function secretsOf(trainer: Page, study: string) {
  const at = (path: string) => read(trainer, `/studies/${study}${path}`)
  const { masters } = await at('/masters')
  const { cases } = await at('/cases?limit=500')
  const { codings, people } = await at('/progress?limit=500')
  type Known = Record<string, string>
  const others = people.filter((one: Known) => one.name !== 'Beatriz Rocha')
  const secrets: Record<string, string[]> = {
    'master rationale': masters.map((one: Known) => one.rationale),
    'master coding': masters.map((one: Known) => one.coding),
    'name of somebody else': others.map((one: Known) => one.name),
    'id of somebody else': others.map((one: Known) => one.id),
    "somebody else's coding": codings
      .filter((one: Known) => others.some((other: Known) => other.id === one.coder))
      .map((one: Known) => one.coding),
    'case information': cases.map((one: Known) => one.information),
    population: cases.map((one: Known) => one.population),
    'words in a master coding': [],
  }
  for (const { coding } of masters) {
    const { ratings, annotations, memo } = await at(`/codings/${coding}`)
    const words = [...ratings, ...annotations].map((one: Known) => one.rationale ?? one.memo ?? '')
    secrets['words in a master coding']?.push(...words, memo.text, ...annotations.map((one: Known) => one.id))
  }
  return Object.entries(secrets).map(([what, values]) => ({ what, values: values.filter((one) => one.length > 7) }))
}

function found(secrets: Awaited<ReturnType<typeof secretsOf>>, answers: readonly Answer[]): string[] {
  return secrets.flatMap(({ what, values }) =>
    answers
      // As it stands in an answer, with its quotation marks escaped.
      .filter(({ text }) => values.some((value) => text.includes(JSON.stringify(value).slice(1, -1))))
      .map(({ path }) => `${what} in ${path}`),
  )
}

describe('the five minutes of the README', { timeout: 400_000 }, () => {
  let place: Place
  let answers: Answer[]

  it('lets a trainee code a transcript, score, choose a class and submit', async () => {
    const page = await visit(browser, lab)
    const heard = listen(page)
    const faults = complaints(page)
    await enterAs(page, 'Beatriz Rocha')
    await page.getByRole('link', { name: 'All my codings' }).click()
    await page.getByRole('link', { name: 'A-175' }).waitFor()
    place = await openDesk(page, 'A-175')

    await dragOver(page, await longTurn(page), 0, 60)
    await page.keyboard.press('/')
    await page.getByRole('combobox', { name: 'Code for the selected words' }).waitFor()
    await page.keyboard.type('support')
    await page.keyboard.press('Enter')
    await page.getByRole('region', { name: 'Annotation: Memory of support or comfort' }).waitFor()
    await page.getByRole('group', { name: 'Loving (Mother)', exact: true }).getByRole('radio', { name: '6.5' }).check()
    await page.keyboard.press('e')
    await page.getByRole('button', { name: '1 piece of evidence' }).waitFor()
    await page.getByRole('button', { name: 'Submit', exact: true }).click()
    await page.getByRole('heading', { name: /things are missing before you can submit/ }).waitFor()
    await page.getByRole('button', { name: 'Classification has no rating yet.' }).click()
    const classes = page.getByRole('group', { name: 'Classification: choose classes in their order' })
    await classes.getByRole('button', { name: 'F3', exact: true }).click()
    await page.getByRole('textbox', { name: 'Rationale for Classification' }).fill('Open and at ease throughout.')
    await page.keyboard.press('Shift+Tab')
    await rateTheRest(page)
    await saved(page)
    await page.getByRole('button', { name: 'Submit', exact: true }).click()
    await page.getByRole('button', { name: 'Submit and freeze' }).click()
    await page.getByText('Your coding, submitted').waitFor()
    const { coding, ratings, annotations } = await stored(page, place)
    expect(coding).toMatchObject({ state: 'submitted', rated: coding.required })
    expect(annotations[0].evidence).toEqual([{ variable: 'loving', target: 'mother', episode: null }])
    expect(ratings.map((one: { value: { classes?: string[] } }) => one.value.classes)).toContainEqual(['F3'])

    for (const path of ['/', `/studies/${place.study}`, `/studies/${place.study}/my-codings`, '/settings']) {
      await page.goto(path)
      await page.waitForLoadState('networkidle')
    }
    answers = await heard()
    expect(faults).toEqual([])
    await page.context().close()
  })

  it('tells her nothing that she must not know, on any page or at any address', async () => {
    const trainer = await visitAs(browser, lab, 'trainer')
    const toTrainer = listen(trainer)
    const secrets = await secretsOf(trainer, place.study)
    for (const { what, values } of secrets) expect(values.length, what).toBeGreaterThan(5)
    // The search finds each kind where it may be: otherwise it would prove nothing about her.
    const told = found(secrets, await toTrainer()).join('\n')
    for (const { what } of secrets) expect(told).toContain(what)
    const master = secrets.find(({ what }) => what === 'master coding')?.values[0]
    await trainer.context().close()

    const page = await visitAs(browser, lab, 'demo-trainee-1')
    const heard = listen(page)
    for (const end of ['people', 'cases', 'reliability', 'history', 'codebooks', `codings/${master}`]) {
      const address = `/studies/${place.study}/${end}`
      await page.goto(address)
      await page.getByText(/There is nothing (at this address|here that you can see)/).waitFor()
      expect(await page.evaluate(async (at) => (await fetch(at)).status, `/api${address}`), end).toBe(404)
    }
    answers.push(...(await heard()))
    expect(answers.length).toBeGreaterThan(50)
    expect(found(secrets, answers)).toEqual([])
    await page.context().close()
  })

  it('shows a trainer the progress and the master coding, and lets him reopen with a reason', async () => {
    const page = await visit(browser, lab)
    await enterAs(page, 'Tomasz Wilk')
    await page.goto(`/studies/${place.study}?case=A-175`)
    await page.getByRole('button', { name: /^Submitted Master in A-175 by Tomasz Wilk/ }).click()
    await page.getByRole('dialog').getByRole('link', { name: 'Open this coding' }).click()
    await page.getByRole('button', { name: 'Open the case' }).click()
    await page.getByText('Your coding, submitted').waitFor()
    await page.goto(`/studies/${place.study}?case=A-175`)
    await page.getByRole('button', { name: /^Submitted in A-175 by Beatriz Rocha/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Reopen it').click()
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('Read the second loss again.')
    await dialog.getByRole('button', { name: 'Reopen as version 2' }).click()
    await page.getByRole('button', { name: /^Draft \d+\/\d+ in A-175 by Beatriz Rocha/ }).waitFor()
    await page.context().close()

    const trainee = await visitAs(browser, lab, 'demo-trainee-1')
    const again = await findCoding(trainee, 'A-175')
    expect((await stored(trainee, again)).coding).toMatchObject({ version: 2, state: 'draft' })
    expect((await stored(trainee, place)).coding).toMatchObject({ version: 1, state: 'submitted' })
    await trainee.context().close()
  })

  it('gives a principal investigator the agreement and its files, and takes the demo away', async () => {
    const page = await visit(browser, lab)
    await enterAs(page, 'Ingrid Solheim')
    await page.goto(`/studies/${place.study}`)
    await page.getByRole('main').getByRole('link', { name: 'Reliability' }).click()
    await page.getByRole('table').first().waitFor()
    const results = await download(page, 'Results as CSV')
    expect(results.length).toBeGreaterThan(200)
    const kappa = results.filter((row) => row.measure === 'cohen-kappa' && row.estimate !== '')
    expect(kappa.length).toBeGreaterThan(0)
    for (const row of kappa) expect(Number(row.ci_lower)).toBeLessThanOrEqual(Number(row.ci_upper))
    const ratings = await download(page, 'Raw ratings, long')
    const hers = ratings.find(
      (row) => row.case === 'A-175' && row.rater === 'demo-trainee-1' && row.variable === 'classification',
    )
    expect(hers?.value).toBe('F3')

    await page.getByRole('link', { name: 'Study settings' }).click()
    await page.getByRole('button', { name: 'Delete the demo' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Delete the demo' }).click()
    await page.getByRole('heading', { level: 1, name: 'Welcome' }).waitFor()
    expect(await page.getByRole('heading', { name: 'Look around' }).count()).toBe(0)
    expect((await read(page, '/lab')).demo).toBeNull()
    await page.context().close()
  })
})

/** A file as a browser gets it: rows as long as its head, lines as RFC 4180 wants them, UTF-8. */
async function download(page: Page, name: string): Promise<Record<string, string>[]> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()])
  expect(file.suggestedFilename()).toMatch(/\.csv$/)
  const text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(await file.path()))
  expect(text.replaceAll('\r\n', '')).not.toMatch(/\r/)
  const { data, errors } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true })
  expect(errors).toEqual([])
  return data
}
