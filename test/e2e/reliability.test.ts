import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import AxeBuilder from '@axe-core/playwright'
import Papa from 'papaparse'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { type RunningLab, startLab, visitAs } from '../support/lab.ts'

const attune = fileURLToPath(new URL('../../packages/cli/src/main.ts', import.meta.url))
const run = promisify(execFile)

type Line = Readonly<Record<string, string>>
type Computed = {
  by: Record<string, string>
  measure: string
  raters: string[]
  n: number
  estimate: number | null
  ci?: { lower: number; upper: number }
}

let lab: RunningLab
let browser: Browser
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'attune-e2e-'))
  lab = await startLab()
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  await lab?.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function openReliability(look: { width?: number; theme?: 'light' | 'dark' } = {}): Promise<Page> {
  const page = await visitAs(browser, lab, 'pi', look)
  page.setDefaultTimeout(15_000)
  const study = await page.evaluate(async () => (await (await fetch('/api/me')).json()).memberships[0].study.id)
  await page.goto(`/studies/${study}/reliability`)
  await page.getByRole('table').first().waitFor()
  return page
}

async function download(page: Page, name: string): Promise<{ path: string; lines: Line[] }> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()])
  const path = join(folder, file.suggestedFilename())
  await file.saveAs(path)
  return { path, lines: Papa.parse<Line>(readFileSync(path, 'utf8'), { header: true, skipEmptyLines: true }).data }
}

/** Only the rows of some variables, as somebody would filter the file. */
function keep(path: string, lines: readonly Line[], kept: (line: Line) => boolean): string {
  const filtered = path.replace('.csv', `-${Math.random().toString(36).slice(2)}.csv`)
  writeFileSync(filtered, Papa.unparse(lines.filter(kept)))
  return filtered
}

async function compute(path: string, ...options: string[]): Promise<Computed[]> {
  const layout = [
    '--layout',
    'long',
    '--item',
    'case',
    '--rater',
    'rater',
    '--value',
    'value',
    '--by',
    'variable,target,episode',
  ]
  const { stdout } = await run(process.execPath, [
    attune,
    'agreement',
    path,
    ...layout,
    '--reference',
    'master',
    ...options,
    '--json',
  ])
  return JSON.parse(stdout).results
}

describe('the reliability page', () => {
  it('shows and exports the numbers that the command line computes from the exported raw ratings', async () => {
    const page = await openReliability()
    const results = await download(page, 'Results as CSV')
    const ratings = await download(page, 'Raw ratings, long')
    const logins = new Map(
      (await page.evaluate(async () => (await (await fetch('/api/lab')).json()).demo.people)).map(
        (person: { login: string; name: string }) => [person.name, person.login],
      ),
    )
    const isClass = (line: Line) => line.variable === 'classification'
    const scales = keep(ratings.path, ratings.lines, (line) => !isClass(line))
    const classes = keep(ratings.path, ratings.lines, isClass)
    const computed = [
      ...(await compute(scales, '--measure', 'icc', '--icc-form', 'ICC(A,1)', '--level', 'interval')),
      ...(await compute(scales, '--measure', 'bias', '--level', 'interval')),
      ...(await compute(classes, '--measure', 'cohen-kappa', '--level', 'nominal')),
    ]
    const find = (line: Line) =>
      computed.find(
        ({ by, measure, raters }) =>
          measure === line.measure &&
          by.variable === line.variable &&
          (by.target ?? '') === line.target &&
          raters.includes(String(logins.get((line.raters ?? '').split('; ')[0] ?? ''))),
      )
    const compared = results.lines.filter((line) =>
      ['ICC(A,1)', 'Bias', 'Cohen’s kappa'].includes(line.measure_label ?? ''),
    )
    expect(compared.length).toBeGreaterThan(200)
    for (const line of compared) {
      const found = find(line)
      const name = `${line.variable} ${line.target} ${line.raters} ${line.measure_label}`
      expect(found, name).toBeDefined()
      expect(found?.n, name).toBe(Number(line.n))
      if (line.estimate === '') {
        expect(found?.estimate, name).toBeNull()
        continue
      }
      expect(found?.estimate, name).toBeCloseTo(Number(line.estimate), 12)
      if (line.ci_lower !== '') expect(found?.ci?.lower, name).toBeCloseTo(Number(line.ci_lower), 9)
    }
    await page.context().close()
  })

  it('says what the simulated trainees do: one rates coherence about a point too high', async () => {
    const page = await openReliability()
    await page.getByLabel('Shown').selectOption({ label: 'Jonas Keller with the master coding' })
    const row = page.getByRole('row', { name: /Coherence of transcript/ })
    await row.waitFor()
    const bias = (await row.getByRole('cell').allTextContents()).find((text) => text.startsWith('+'))
    expect(Number.parseFloat(bias ?? '')).toBeGreaterThan(0.5)
    await page.context().close()
  })

  it('leads from a cell of the confusion matrix to the coding behind it', async () => {
    const page = await openReliability()
    await page.getByLabel('Shown').selectOption({ label: 'Mei Tanaka with the master coding' })
    await page.getByRole('button', { name: 'Classification' }).click()
    const cell = page.getByRole('button', { name: /Mei Tanaka .*: \d+ case/ }).first()
    await cell.click()
    await page.getByRole('link', { name: 'Mei Tanaka' }).first().click()
    await page.waitForURL(/\/codings\/[0-9a-f-]{36}$/)
    await page.locator('.content-note, .coding').first().waitFor()
    await page.context().close()
  })

  it('looks closely at a scale: limits of agreement, everybody with everybody, R, and the numbers by one key', async () => {
    const page = await openReliability()
    await page.getByLabel('Shown').selectOption({ label: 'Jonas Keller with the master coding' })
    await page.getByRole('button', { name: 'Coherence of transcript' }).click()
    await page.getByRole('img', { name: /^Jonas Keller scores .* points higher than Master coding/ }).waitFor()
    await page
      .getByRole('table', { name: 'Limits of agreement' })
      .getByRole('rowheader', { name: 'Upper limit' })
      .waitFor()
    await page.keyboard.press('t')
    await page.getByRole('columnheader', { name: 'Difference' }).waitFor()
    await page
      .getByRole('button', { name: /^Mei Tanaka and|and Mei Tanaka,/ })
      .first()
      .click()
    await page.getByRole('img', { name: /Mei Tanaka/ }).waitFor()
    await page.getByText('The same in R').click()
    await page.getByText('psych::ICC').first().waitFor()
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([])
    await page.context().close()
  })

  it('saves charts as SVG and the report as one page that asks nobody for anything', async () => {
    const page = await openReliability()
    const saved = async (press: () => Promise<void>): Promise<string> => {
      const [file] = await Promise.all([page.waitForEvent('download'), press()])
      const path = join(folder, file.suggestedFilename())
      await file.saveAs(path)
      return readFileSync(path, 'utf8')
    }
    const report = await saved(() => page.getByRole('link', { name: 'Report page' }).click())
    expect(report).toMatch(/^<!doctype html>/)
    expect(report).not.toMatch(/<(script|link|img|iframe)\b|https?:/)
    await page.getByRole('button', { name: 'Classification' }).click()
    const matrix = page.getByRole('figure').filter({ hasText: 'Rows: Master coding' })
    const svg = await saved(() => matrix.getByRole('button', { name: 'Save as SVG' }).click())
    expect(svg).toMatch(/^<svg [^>]*viewBox/)
    expect(svg).toContain('The same code for')
    await page.context().close()
  })

  it('follows codebook, classes and comparison, and keeps them in the address', async () => {
    const page = await openReliability()
    await page.getByLabel('Classes compared').selectOption('two-way-forced')
    await page.getByLabel('All coders together').check()
    await page.getByRole('columnheader', { name: /Fleiss/ }).waitFor()
    expect(page.url()).toContain('collapse=two-way-forced')
    await page.reload()
    await page.getByRole('columnheader', { name: /Fleiss/ }).waitFor()
    expect(await page.getByLabel('Classes compared').inputValue()).toBe('two-way-forced')
    await page.context().close()
  })

  it.each([
    [1440, 'light'],
    [1440, 'dark'],
    [390, 'light'],
    [390, 'dark'],
  ] as const)('has nothing that hinders anybody at %i pixels, %s', async (width, theme) => {
    const page = await openReliability({ width, theme })
    await page.getByRole('button', { name: 'Classification' }).click()
    await page
      .getByRole('button', { name: /: \d+ case/ })
      .first()
      .click()
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
    await page.context().close()
  })
})
