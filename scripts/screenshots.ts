import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { Browser } from 'playwright-core'
import { launchChromium } from '../test/support/chromium.ts'
import { type RunningLab, startLab, visit, visitAs } from '../test/support/lab.ts'
import { desk, everyLook, type Look, type Shot, shots } from './screenshots/shots.ts'

const usage = `pnpm screenshots [NAME ...] [--every] [--out FOLDER]
Takes the pictures of docs/images from a fresh lab with the demo study; --every takes each at a desk and on a phone, by
day and by night. There are: ${shots.map(({ name }) => name).join(', ')}.`

async function take(browser: Browser, lab: RunningLab, shot: Shot, look: Look, file: string): Promise<string[]> {
  const page = shot.who === null ? await visit(browser, lab, look) : await visitAs(browser, lab, shot.who, look)
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    // At the door the browser itself complains that nobody is signed in.
    if (message.type() === 'error' && !message.text().includes('status of 401')) faults.push(message.text())
  })
  try {
    await page.goto(shot.path.replace('{study}', shot.path.includes('{study}') ? await studyOf(page) : ''))
    await page.waitForLoadState('networkidle')
    await shot.prepare?.(page)
    // A page that never comes to rest (a chart that grows at each layout) is a fault, not a picture.
    await page.waitForFunction(() => document.fonts.status === 'loaded', undefined, { timeout: 10_000 })
    await page.screenshot({ path: file, animations: 'disabled' })
    return faults.map((fault) => `${shot.name} (${look.width}, ${look.theme}): ${fault}`)
  } finally {
    await page.context().close()
  }
}

/** The demo study is the only one its people belong to. */
async function studyOf(page: Awaited<ReturnType<typeof visit>>): Promise<string> {
  return page.evaluate(async () => {
    const { memberships } = await (await fetch('/api/me')).json()
    return String(memberships[0].study.id)
  })
}

/** `reliability.png` is the desk by day; other looks say what they are. */
const fileOf = (shot: Shot, { width, theme }: Look) =>
  `${shot.name}${width < 600 ? '-phone' : ''}${theme === 'dark' ? '-dark' : ''}.png`

async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      every: { type: 'boolean', default: false },
      out: { type: 'string', default: fileURLToPath(new URL('../docs/images', import.meta.url)) },
    },
  })
  const chosen = positionals.length > 0 ? shots.filter(({ name }) => positionals.includes(name)) : shots
  if (chosen.length === 0) {
    console.error(usage)
    return 2
  }
  mkdirSync(values.out, { recursive: true })
  const lab = await startLab()
  const browser = await launchChromium()
  const faults: string[] = []
  try {
    for (const shot of chosen) {
      for (const look of values.every ? everyLook : (shot.looks ?? [desk])) {
        const file = join(values.out, fileOf(shot, look))
        faults.push(...(await take(browser, lab, shot, look, file)))
        console.log(file)
      }
    }
  } finally {
    await browser.close()
    await lab.stop()
  }
  for (const fault of faults) console.error(fault)
  return faults.length === 0 ? 0 : 1
}

process.exitCode = await main()
