import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { type RunningLab, startLab, visitAs } from '../support/lab.ts'
import { expectAccessibleInBothThemes } from './coding-desk.ts'
import { complaints } from './study.ts'
import { answersOf, handIn, masterOf, movedBy, workThrough } from './training-answers.ts'

const attune = fileURLToPath(new URL('../../packages/cli/src/main.ts', import.meta.url))
const practice = 'Strange Situations: practice'
const test = 'Strange Situations: reliability test'

let lab: RunningLab
let browser: Browser
let folder: string
beforeAll(async () => {
  lab = await startLab()
  browser = await launchChromium()
  folder = mkdtempSync(join(tmpdir(), 'attune-training-'))
})
afterAll(async () => {
  await browser?.close()
  await lab?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const read = (page: Page, path: string) => page.evaluate(async (at) => (await fetch(`/api${at}`)).json(), path)

async function enter(who: string) {
  const page = await visitAs(browser, lab, who)
  page.setDefaultTimeout(40_000)
  const { memberships } = await read(page, '/me')
  return { page, study: memberships[0].study.id as string, heard: complaints(page) }
}

type Named = { id: string; name: string }
const setNamed = async (page: Page, study: string, name: string): Promise<string> => {
  const { sets } = await read(page, `/studies/${study}/my-training`)
  return sets.find(({ set }: { set: Named }) => set.name === name).set.id
}

/** Codes the next case of the attempt on the screen with the mouse, and declares having known nothing. */
async function codeNext(page: Page, { disorganisation, classes }: { disorganisation: number; classes: string[] }) {
  await page.waitForURL(/\/(attempts|codings)\/[0-9a-f-]+$/)
  if (page.url().includes('/attempts/')) {
    await page.getByRole('link', { name: 'Code the next case' }).click()
    await page.waitForURL(/\/codings\//)
  }
  await page.getByRole('button', { name: 'Open the case' }).or(page.locator('.coding')).first().waitFor()
  const note = page.getByRole('button', { name: 'Open the case' })
  if (await note.isVisible()) await note.click()
  const score = page.getByRole('group', { name: 'Disorganisation', exact: true })
  await score.getByRole('radio', { name: String(disorganisation), exact: true }).check()
  const picker = page.getByRole('group', { name: 'Classification: choose classes in their order' })
  for (const one of classes) await picker.getByRole('button', { name: new RegExp(`^${one}( |$)`) }).click()
  await page.getByRole('button', { name: 'Submit', exact: true }).click()
  await page.getByRole('radio', { name: /^I did not know the family/ }).check()
  await page.getByRole('button', { name: 'Submit and freeze' }).click()
}

/** A file as somebody saves it. */
async function save(page: Page, link: string, name: string): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: link }).click()])
  const path = join(folder, name)
  await file.saveAs(path)
  return path
}

function run(...args: string[]): { code: number; text: string } {
  try {
    return { code: 0, text: execFileSync(process.execPath, [attune, ...args], { encoding: 'utf8' }) }
  } catch (error) {
    const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string }
    return { code: status, text: stdout + stderr }
  }
}

describe('training to reliability on the demo study', { timeout: 400_000 }, () => {
  it('takes a trainee from the first practice to a certificate that anybody can check', async () => {
    const { page, study, heard } = await enter('demo-trainee-1')
    await page.goto(`/studies/${study}/my-training`)
    await page.getByRole('button', { name: 'Begin the attempt' }).click()

    // Practice: the second observation is taken for another class, and the feedback says so beside the master's words.
    for (const [position, name] of ['S-203', 'S-224', 'S-245'].entries()) {
      const right = answersOf(name)
      await codeNext(
        page,
        position === 1 ? { ...right, classes: ['A2'] } : { ...right, classes: right.classes.slice(0, 1) },
      )
      await page.getByRole('heading', { level: 1, name: `Feedback: ${name}` }).waitFor()
      await page
        .getByText(position === 1 ? '1 of 2 agree with the master' : '2 of 2 agree with the master')
        .first()
        .waitFor()
      if (position === 1) {
        await expectAccessibleInBothThemes(page)
        await page
          .getByRole('textbox', { name: 'My note on this case' })
          .fill('A first turning away is not yet avoidance.')
        await page.keyboard.press('Tab')
      }
      await page.getByRole('link', { name: 'To the attempt' }).click()
    }
    await page.goto(`/studies/${study}/my-training/progress`)
    await page.getByRole('heading', { name: 'Learning curve' }).waitFor()
    await page.getByRole('cell', { name: 'A2', exact: true }).waitFor()

    // The test opens now; it tells the figures and not one answer.
    await page.goto(`/studies/${study}/my-training`)
    await page.getByRole('heading', { name: test }).first().waitFor()
    await page.getByRole('button', { name: 'Begin the attempt' }).click()
    for (const name of ['S-211', 'S-217', 'S-230', 'S-236', 'S-252']) {
      await codeNext(page, answersOf(name))
      await page
        .getByText(/of 5 cases submitted/)
        .first()
        .waitFor()
    }
    await page.getByText(`You met the criterion of ${test}.`).waitFor()
    await page.getByText('95 % CI').first().waitFor()
    await expectAccessibleInBothThemes(page)
    const { result, cases } = await read(page, new URL(page.url()).pathname)
    expect(cases.map(({ feedback }: { feedback: string }) => feedback)).toEqual(Array(5).fill('never'))
    expect(result.figures.length).toBeGreaterThan(2)

    await page.getByRole('link', { name: 'See the certificate' }).click()
    await page.getByText('This certifies that').waitFor()
    await expectAccessibleInBothThemes(page)
    const file = await save(page, 'Save as JSON', 'certificate.json')
    expect(run('certificate', file)).toMatchObject({ code: 0 })
    const document = JSON.parse(readFileSync(file, 'utf8'))
    expect(document.certificate.figures[0]).toMatchObject({ estimate: 1, n: 5 })
    expect(heard).toEqual([])
    await page.context().close()
  })

  it('fails another one with feedback that says what to practise', async () => {
    const { page, study, heard } = await enter('demo-trainee-2')
    const wrong = (name: string) => {
      const { disorganisation, classes } = answersOf(name)
      // Sees avoidance everywhere, and rates disorganisation too low.
      return { disorganisation: Math.max(1, disorganisation - 3), classes: classes[0] === 'A1' ? ['A1'] : ['A2'] }
    }
    await workThrough(page, study, await setNamed(page, study, test), wrong)
    await page.goto(`/studies/${study}/my-training`)
    await page.getByRole('link', { name: 'Attempt 1' }).first().waitFor()
    const { sets, certificates } = await read(page, `/studies/${study}/my-training`)
    expect(certificates).toEqual([])
    const mine = sets.find(({ set }: { set: Named }) => set.name === test)
    expect(mine).toMatchObject({ status: 'ready', attemptsLeft: 1, attempts: [{ met: false, state: 'released' }] })
    await page.goto(`/studies/${study}/attempts/${mine.attempts[0].id}`)
    await page.getByText(`The criterion of ${test} was not met this time.`).waitFor()
    const { result } = await read(page, `/studies/${study}/attempts/${mine.attempts[0].id}`)
    const parts: { met: boolean; errors: unknown[] }[] = result.verdict.all
    expect(parts.map(({ met }) => met)).toEqual([false, false, false])
    expect(parts.every(({ errors }) => errors.length === 0)).toBe(true)
    // What to practise comes from the practice, whose items are no secret.
    await page.goto(`/studies/${study}/my-training/progress`)
    await page.getByRole('heading', { name: 'What to practise next' }).waitFor()
    const { practise } = await read(page, `/studies/${study}/my-training/progress`)
    expect(practise.length).toBeGreaterThan(0)
    expect(heard).toEqual([])
    await page.context().close()
  })

  it('shows the trainer both, with figures that the command line computes again from the file', async () => {
    const { page, study, heard } = await enter('trainer')
    const { sets } = await read(page, `/studies/${study}/training/sets`)
    const { id, criterion } = sets.find(({ name }: Named) => name === test)
    await page.goto(`/studies/${study}/training/sets/${id}/cohort`)
    await page.getByRole('link', { name: 'Beatriz Rocha', exact: true }).waitFor()
    await expectAccessibleInBothThemes(page)
    const { people, cells } = await read(page, `/studies/${study}/training/sets/${id}/cohort`)
    const status = (name: string) => people.find((one: Named) => one.name === name).status
    expect([status('Beatriz Rocha'), status('Mei Tanaka'), status('Jonas Keller')]).toEqual(['met', 'met', 'not-met'])

    const comparisons = await save(page, 'Comparisons as CSV', 'comparisons.csv')
    const rule = join(folder, 'rule.json')
    writeFileSync(rule, JSON.stringify(criterion.rule))
    for (const [name, login, isMet] of [
      ['Beatriz Rocha', 'demo-trainee-1', true],
      ['Jonas Keller', 'demo-trainee-2', false],
    ] as const) {
      const judged = run('criterion', comparisons, '--rule', rule, '--trainee', login, '--json')
      expect(judged.code, judged.text).toBe(isMet ? 0 : 1)
      const { id: person } = people.find((one: Named) => one.name === name)
      const cell = cells.find(
        (one: { person: string; variable: string }) => one.person === person && one.variable === 'classification',
      )
      expect(JSON.stringify(JSON.parse(judged.text)), name).toContain(`"estimate":${cell.figure.estimate}`)
    }
    expect(heard).toEqual([])
    await page.context().close()
  })

  it('finds a certified coder who drifts, without the coder being able to tell what calibrates', async () => {
    const trainer = await enter('trainer')
    const { study } = trainer
    const { sets } = await read(trainer.page, `/studies/${study}/training/sets`)
    const { members } = await read(trainer.page, `/studies/${study}/people`)
    const { cases } = await read(trainer.page, `/studies/${study}/cases?limit=500`)
    const { versions } = await read(trainer.page, `/studies/${study}/codebooks`)
    const lior = members.find((one: { person: Named }) => one.person.name === 'Lior Ben-Ami').person.id
    const caseId = (name: string) => cases.find((one: { case: string }) => one.case === name).id
    const aai = versions.find((one: { codebook: string }) => one.codebook === 'aai').id
    const post = (path: string, body: object) =>
      trainer.page.evaluate(
        async ([at, sent]) => {
          const headers = { 'content-type': 'application/json' }
          const answer = await fetch(`/api${at}`, { method: 'POST', headers, body: sent })
          return { status: answer.status, body: await answer.json() }
        },
        [`/studies/${study}${path}`, JSON.stringify(body)] as const,
      )

    // Certified first.
    for (const name of [practice, test]) {
      const { id } = sets.find((one: Named) => one.name === name)
      expect((await post(`/training/sets/${id}/people`, { people: [lior], dueAt: null })).status).toBe(200)
    }
    const coder = await enter('demo-coder-2')
    for (const name of [practice, test])
      await workThrough(coder.page, study, await setNamed(coder.page, study, name), answersOf)
    const { certificates } = await read(coder.page, `/studies/${study}/my-training`)
    expect(certificates).toMatchObject([{ state: 'valid' }])

    // Then watched: for every ordinary interview one that calibrates.
    const charts = {
      agreement: { chart: 'p', within: 1, expected: 0.93 },
      bias: { chart: 'individuals', expected: 0, deviation: 0.15 },
    }
    const pool = ['A-123', 'A-131', 'A-142', 'A-163', 'A-169'].map(caseId)
    const plan = {
      name: 'Every second interview',
      codebookVersion: aai,
      cases: pool,
      people: [lior],
      every: 1,
      charts,
      pauses: true,
    }
    expect((await post('/drift/plans', plan)).status).toBe(200)
    const before = new Set((await read(coder.page, `/studies/${study}/my-codings`)).codings.map(({ id }: Named) => id))
    const given = await post('/codings', { cases: [caseId('A-175')], people: [lior], codebookVersion: aai })
    expect(given.body).toEqual({ created: 1, alreadyThere: 0 })
    const { codings } = await read(coder.page, `/studies/${study}/my-codings`)
    const fresh: { id: string; case: { case: string } }[] = codings.filter(({ id }: Named) => !before.has(id))
    expect(fresh).toHaveLength(2)
    // But for ids, the case and what it asks for, the two are told alike.
    const outline = ({ id: _, case: __, required: ___, ...rest }: Record<string, unknown>) => rest
    expect(outline(fresh[0] ?? {})).toEqual(outline(fresh[1] ?? {}))

    // The coder now rates everything one point higher than the masters.
    for (const { id, case: one } of fresh) await handIn(coder.page, study, id, movedBy(1, masterOf('aai', one.case)))
    await coder.page.context().close()

    await trainer.page.goto('/')
    await trainer.page.getByRole('link', { name: /drift/i }).first().waitFor()
    await trainer.page.goto(`/studies/${study}/drift`)
    await trainer.page
      .getByText(/Lior Ben-Ami/)
      .first()
      .waitFor()
    await expectAccessibleInBothThemes(trainer.page)
    const { coders } = await read(trainer.page, `/studies/${study}/drift`)
    const found = coders.find(({ person }: { person: Named }) => person.name === 'Lior Ben-Ami')
    expect(found).toMatchObject({ paused: true, alarm: { measure: 'bias' } })
    const refused = await post('/codings', { cases: [caseId('A-188')], people: [lior], codebookVersion: aai })
    expect(refused.status).toBe(409)
    expect(refused.body.error.message).toContain('Lior Ben-Ami')
    expect(trainer.heard).toEqual([])
    await trainer.page.context().close()
  })
})
