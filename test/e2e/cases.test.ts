import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { type RunningLab, startLab, visitAs } from '../support/lab.ts'
import { docxOf } from '../support/zip.ts'
import { expectAccessibleInBothThemes } from './coding-desk.ts'
import { studyOf } from './study.ts'

let lab: RunningLab
let browser: Browser
let page: Page
let study: string
beforeAll(async () => {
  lab = await startLab()
  browser = await launchChromium()
  page = await visitAs(browser, lab, 'pi')
  study = (await studyOf(page)).study
})
afterAll(async () => {
  await browser?.close()
  await lab?.stop()
})

const file = (name: string, text: string | Uint8Array, mimeType = 'text/plain') => ({
  name,
  mimeType,
  buffer: Buffer.from(text),
})
const good = file('B 1.txt', 'I: Who was in the house?\nS: My mother, {Brother E} . . . and me 👩‍👧.\n')
const broken = file('B-2.txt', 'I: Hello\nS: We\0ll\n')
const caseIds = async () => (await studyOf(page)).cases.map((one) => one.case)

describe('an import', () => {
  it('names the fault with its line, stores nothing, and stores once the file is taken off', async () => {
    await page.goto(`/studies/${study}/cases/import`)
    await page.locator('input[type=file]').setInputFiles([good, broken])
    await page.getByRole('textbox', { name: 'Case id of B 1.txt' }).waitFor()
    expect(await page.getByRole('textbox', { name: 'Case id of B 1.txt' }).inputValue()).toBe('B-1')
    expect(await page.getByRole('button', { name: 'Store 2 items' }).isDisabled()).toBe(true)
    await page.getByRole('button', { name: 'Preview' }).click()
    await page.getByText('1 item cannot be stored as it is. Nothing was stored.').waitFor()
    await page.getByText('Line 2', { exact: true }).waitFor()
    await expectAccessibleInBothThemes(page)
    expect(await caseIds()).not.toContain('B-1')

    await page.getByRole('button', { name: 'Take B-2.txt off the list' }).click()
    await page.getByRole('textbox', { name: 'Case id of B 1.txt' }).fill('B-100')
    await page.getByRole('button', { name: 'Preview' }).click()
    await page.getByText('Nothing stands in the way.').waitFor()
    await page.getByRole('button', { name: 'Store 1 item' }).click()
    await page.getByRole('heading', { name: '1 item stored.' }).waitFor()
    expect(await caseIds()).toContain('B-100')
  })

  it('reads a Word document and subtitles, shows their times and says what is not taken over', async () => {
    await page.goto(`/studies/${study}/cases/import`)
    const document = { name: 'W-1.docx', mimeType: '', buffer: docxOf(['I: Who was there?', 'S: My aunt. (4 sec)']) }
    const subtitles = file('V-1.vtt', 'WEBVTT\n\n01:23.500 --> 01:25.000\n<v Interviewer>Who was <i>there</i>?\n')
    await page.locator('input[type=file]').setInputFiles([document, subtitles])
    await page.getByRole('button', { name: 'Preview' }).click()
    await page.getByText('Not taken over: formatting.').waitFor()
    await page.getByText('Not taken over: cue numbers and positions, formatting of 1 cue.').waitFor()
    await page.getByText('1:23.5', { exact: true }).waitFor()
    await expectAccessibleInBothThemes(page)
    await page.getByRole('button', { name: 'Store 2 items' }).click()
    await page.getByRole('heading', { name: '2 items stored.' }).waitFor()
    expect(await caseIds()).toEqual(expect.arrayContaining(['W-1', 'V-1']))
  })

  it('shows the words as they came', async () => {
    await page.goto(`/studies/${study}/cases`)
    await page.getByRole('searchbox', { name: 'Search' }).fill('B-100')
    await page.getByRole('link', { name: 'B-100' }).click()
    await page.getByText('My mother, {Brother E} . . . and me 👩‍👧.').waitFor()
  })
})

describe('a case', () => {
  it('keeps what is hidden from blind coders apart, and can be changed', async () => {
    await page.goto(`/studies/${study}/cases/new`)
    await page.getByRole('textbox', { name: 'Case id' }).fill('no spaces allowed')
    await page.getByRole('button', { name: 'Add the case' }).click()
    const id = page.getByRole('textbox', { name: 'Case id' })
    expect(await id.getAttribute('aria-invalid')).toBe('true')
    await id.fill('B-200')
    const hidden = page.getByRole('group', { name: 'Hidden from blind coders' })
    await hidden.getByRole('textbox', { name: 'Population' }).fill('Low risk')
    await page.getByRole('button', { name: 'Add the case' }).click()
    await page.getByRole('heading', { level: 1, name: 'B-200' }).waitFor()
    await page.getByRole('link', { name: 'Change' }).click()
    await page.getByRole('textbox', { name: 'Wave' }).fill('T2')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('complementary', { name: 'About this case' }).getByText('T2').waitFor()
  })

  it('takes an observation record typed without a mouse, and warns before it is lost', async () => {
    await page.getByRole('link', { name: 'Enter an observation record' }).click()
    await page.getByRole('combobox', { name: 'Episode, row 1' }).focus()
    await page.keyboard.type('1')
    await page.keyboard.press('Tab')
    await page.keyboard.type('0')
    await page.keyboard.press('Tab')
    await page.keyboard.type('3:00')
    await page.getByRole('textbox', { name: 'Onset, row 1' }).focus()
    await page.keyboard.type('12.5')
    await page.getByRole('combobox', { name: 'Behaviour, row 1' }).focus()
    await page.keyboard.type('reach')
    await page.getByText('Not saved yet').waitFor()
    await page.getByRole('link', { name: 'Back to the case' }).click()
    await page.getByRole('dialog', { name: 'Leave without saving?' }).getByRole('button', { name: 'Cancel' }).click()
    await page.getByRole('combobox', { name: 'Behaviour, row 1' }).focus()
    await page.keyboard.press('ControlOrMeta+s')
    await page.getByText('Saved', { exact: true }).waitFor()
    await page.getByRole('link', { name: 'Back to the case' }).click()
    await page.getByRole('region', { name: 'Events' }).getByText('reach').waitFor()
    await page.getByRole('region', { name: 'Episodes' }).getByText('3:00').waitFor()
  })

  it('without codings is deleted after it was asked once', async () => {
    await page.getByRole('button', { name: 'Delete' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Delete the case' }).click()
    await page.getByRole('heading', { level: 1, name: 'Cases' }).waitFor()
    expect(await caseIds()).not.toContain('B-200')
  })
})

describe('a codebook file', () => {
  const iwm = readFileSync(join(import.meta.dirname, '../../data/codebooks/iwm.json'), 'utf8')
  const choose = async (name: string, text: string) => {
    await page.locator('input[type=file]').setInputFiles([file(name, text, 'application/json')])
  }

  it('with a fault is refused with the path of it', async () => {
    await page.goto(`/studies/${study}/codebooks`)
    await page.getByRole('button', { name: 'Add a codebook' }).click()
    const book = JSON.parse(iwm)
    book.version = '9.0.0'
    book.variables[1].section = 'nowhere'
    await choose('mine.json', JSON.stringify(book))
    await page.getByText(/fault.* in this file. Nothing was added/).waitFor()
    await page.getByText('variables[1].section', { exact: true }).waitFor()
    expect(await page.getByRole('button', { name: 'Add this version' }).isDisabled()).toBe(true)
  })

  it('without fault becomes a version, and the same version cannot be another one later', async () => {
    await choose('mine.json', JSON.stringify({ ...JSON.parse(iwm), version: '9.0.0' }))
    await page.getByRole('button', { name: 'Add this version' }).click()
    await page.getByRole('link', { name: / 9\.0\.0$/ }).waitFor()
    await page.getByRole('button', { name: 'Add a codebook' }).click()
    await choose('mine.json', JSON.stringify({ ...JSON.parse(iwm), version: '9.0.0', title: 'Another' }))
    await page.getByRole('alert').waitFor()
    expect(await page.getByRole('button', { name: 'Add this version' }).isDisabled()).toBe(true)
  })
})

describe('the matrix of a study', () => {
  it('gives a case to somebody, takes it back, and reopens a submitted coding with a reason', async () => {
    await page.goto(`/studies/${study}`)
    await page.getByRole('button', { name: 'Assign cases' }).click()
    await page.getByRole('searchbox', { name: 'Case' }).fill('A-123')
    await page.getByRole('checkbox', { name: 'Select case A-123' }).check()
    await page.getByRole('checkbox', { name: /Lior Ben-Ami/ }).check()
    await page.getByRole('button', { name: 'Assign 1 case to 1 person' }).click()
    const cell = page.getByRole('button', { name: /^Not begun in A-123 by Lior/ })
    await cell.click()
    await page.getByRole('dialog').getByRole('button', { name: 'Take the case back' }).click()
    await cell.waitFor({ state: 'hidden' })

    await page.getByRole('searchbox', { name: 'Case' }).fill('A-104')
    await page
      .getByRole('button', { name: /^Submitted in A-104/ })
      .first()
      .click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Reopen it').click()
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('The second half was rated from memory.')
    await dialog.getByRole('button', { name: 'Reopen as version 2' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await page
      .getByRole('button', { name: /^Draft \d+\/\d+ in A-104/ })
      .first()
      .waitFor()
  })

  it('takes a master coding away and gives it back with a rationale', async () => {
    await page.goto(`/studies/${study}?case=A-117`)
    const cell = page.getByRole('button', { name: /^Submitted Master in A-117/ })
    await cell.click()
    await page.getByRole('dialog').getByRole('button', { name: 'Stop using it as master coding' }).click()
    await cell.waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: /^Submitted in A-117 by Tomasz/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Make it the master coding').first().click()
    await dialog.getByRole('textbox', { name: 'Rationale' }).fill('Agreed by two certified coders.')
    await dialog.getByRole('button', { name: 'Make it the master coding' }).click()
    await cell.waitFor()
  })
})
