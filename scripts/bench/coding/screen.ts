import type { Browser, Page } from 'playwright-core'
import { launchChromium } from '../../../test/support/chromium.ts'
import { type LongCoding, startLongCoding } from './long-coding.ts'
import { longText } from './long-text.ts'

export type Screen = {
  /** Loads the coding screen anew. Seconds from the last byte of the server's answer to the frame with words and codes in it. */
  readonly open: () => Promise<number>
  /** The same text as plain turns, in a fresh page of the same browser: seconds to lay them out and paint them. */
  readonly layOut: () => Promise<number>
  /** Selects words and presses the key of a code. Seconds to the frame that shows it, and until the server has it. */
  readonly code: () => Promise<{ readonly painted: number; readonly acknowledged: number }>
  /** Scrolls in four places of the text. The frame that 95 in 100 do not exceed, in seconds. */
  readonly scroll: () => Promise<number>
  /** MiB of the page's scripts after garbage collection. */
  readonly heap: () => Promise<number>
  readonly close: () => Promise<void>
}

/** One browser for one size of one row; it ends with the process that measures. */
export async function openScreen(words: number, annotations: number): Promise<Screen> {
  const coding = await startLongCoding(longText(words, annotations))
  const browser = await launchChromium()
  const page = await signedIn(browser, coding)
  const plain = await page.context().newPage()
  await page.addInitScript(waitForCodes)
  return {
    open: async () => {
      await page.bringToFront()
      await page.goto(coding.address + coding.path)
      return page.evaluate(openedAfter, coding.path)
    },
    layOut: async () => {
      await plain.bringToFront()
      await plain.goto(coding.address)
      return plain.evaluate(layOutPlainTurns, `/api${coding.path}`)
    },
    code: async () => {
      await page.bringToFront()
      return page.evaluate(codeSomeWords)
    },
    scroll: async () => {
      await page.bringToFront()
      return page.evaluate(scrollThrough)
    },
    heap: async () => {
      const devtools = await page.context().newCDPSession(page)
      await devtools.send('HeapProfiler.collectGarbage')
      const { usedSize } = await devtools.send('Runtime.getHeapUsage')
      return usedSize / 2 ** 20
    },
    close: async () => {
      await browser.close()
      await coding.stop()
    },
  }
}

async function signedIn(browser: Browser, { address }: LongCoding): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })
  const page = await context.newPage()
  await page.goto(address)
  await page.evaluate(async () => {
    const { demo } = await (await fetch('/api/lab')).json()
    const { login } = demo.people.find((one: { role: string }) => one.role === 'trainee')
    const body = JSON.stringify({ login, password: demo.passphrase })
    await fetch('/api/sign-in', { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  })
  return page
}

type Opened = { opened: Promise<number> }

/** Runs in the page before its own scripts: the moment at which words, their colours and the margin have been painted. */
function waitForCodes(): void {
  const opened = new Promise<number>((resolve) => {
    const look = () => {
      // The frame that this callback belongs to is painted before any timer runs.
      if (document.querySelector('.lane') && CSS.highlights.has('code-1')) setTimeout(() => resolve(performance.now()))
      else requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
  ;(globalThis as unknown as Opened).opened = opened
}

async function openedAfter(path: string): Promise<number> {
  const end = await (globalThis as unknown as Opened).opened
  const answer = performance.getEntriesByType('resource').find((one) => one.name.endsWith(path))
  if (!(answer instanceof PerformanceResourceTiming)) throw new Error('The page did not ask for the coding.')
  return (end - answer.responseEnd) / 1000
}

/** Runs in a fresh page with our fonts and nothing else of ours: fetches text and turns, then lays them out. */
async function layOutPlainTurns(path: string): Promise<number> {
  const { material } = await (await fetch(path)).json()
  const turns: { speaker: string; bodyStart: number; end: number }[] = material.turns
  document.body.replaceChildren()
  await new Promise((next) => requestAnimationFrame(() => setTimeout(next)))
  const begun = performance.now()
  const list = document.createElement('ol')
  Object.assign(list.style, {
    font: '1.0625rem/1.6 var(--serif)',
    width: '66ch',
    margin: '0 auto',
    whiteSpace: 'pre-wrap',
  })
  for (const { speaker, bodyStart, end } of turns) {
    const item = document.createElement('li')
    const name = document.createElement('span')
    const words = document.createElement('p')
    name.textContent = speaker
    words.textContent = material.text.slice(bodyStart, end)
    item.append(name, words)
    list.append(item)
  }
  document.body.replaceChildren(list)
  await new Promise((next) => requestAnimationFrame(() => setTimeout(next)))
  return (performance.now() - begun) / 1000
}

/** Runs in the coding screen: some words of the next long turn in the window. */
async function codeSomeWords(): Promise<{ painted: number; acknowledged: number }> {
  const frame = () => new Promise((next) => requestAnimationFrame(() => setTimeout(next)))
  const found = [...document.querySelectorAll('.turn__words')].filter((words) => {
    const { top, bottom } = words.getBoundingClientRect()
    return top > 100 && bottom < innerHeight && (words.firstChild?.nodeValue?.length ?? 0) > 60
  })
  const words = found[Math.floor(Math.random() * found.length)]?.firstChild
  if (!words) throw new Error('No turn in the window is long enough.')
  getSelection()?.setBaseAndExtent(words, 5, words, 40)
  while (!document.querySelector('.selection-tools')) await frame()
  await frame()
  const begun = performance.now()
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true, cancelable: true }))
  await frame()
  const painted = (performance.now() - begun) / 1000
  if (!document.querySelector('.raised')) throw new Error('The code was not applied.')
  while (!document.querySelector('.save-state--saved')) await new Promise((next) => setTimeout(next, 1))
  return { painted, acknowledged: (performance.now() - begun) / 1000 }
}

/** Runs in the coding screen: 120 frames of 120 px each. */
async function scrollThrough(): Promise<number> {
  const sheet = document.querySelector('.transcript__sheet')
  if (!sheet) throw new Error('There is no transcript to scroll.')
  const frames: number[] = []
  const next = () => new Promise<number>((shown) => requestAnimationFrame(shown))
  for (const part of [0, 0.3, 0.6, 0.9]) {
    sheet.scrollTop = part * sheet.scrollHeight
    await next()
    let before = await next()
    for (let frame = 0; frame < 30; frame += 1) {
      sheet.scrollTop += 120
      const now = await next()
      frames.push(now - before)
      before = now
    }
  }
  sheet.scrollTop = 0
  return (frames.sort((one, other) => one - other)[Math.floor(0.95 * frames.length)] ?? 0) / 1000
}
