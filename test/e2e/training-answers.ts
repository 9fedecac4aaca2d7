import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'

type Value = { kind: string; score?: number; classes?: string[] }
type Rating = { variable: string; target: string | null; episode: string | null; value: Value }

/** What the demo's master coding of a case says. */
export function masterOf(codebook: 'ssp' | 'aai', caseName: string): Rating[] {
  const path = new URL(`../../data/demo/codings/master-${codebook}-${caseName}.json`, import.meta.url)
  return JSON.parse(readFileSync(path, 'utf8')).ratings
}

/** The two answers that training in the demo asks for. */
export function answersOf(caseName: string): { disorganisation: number; classes: string[] } {
  const ratings = masterOf('ssp', caseName)
  const value = (variable: string) => ratings.find((one) => one.variable === variable)?.value
  return { disorganisation: value('disorganisation')?.score ?? 1, classes: value('classification')?.classes ?? [] }
}

/** Every rating of a master coding, its scores moved by some points as far as their scales go. */
export function movedBy(points: number, ratings: readonly Rating[]): Rating[] {
  return ratings.map((rating) => {
    const { score } = rating.value
    if (score === undefined) return rating
    return { ...rating, value: { ...rating.value, score: Math.min(9, Math.max(1, score + points)) } }
  })
}

/** Rates and submits a coding as its coder's browser would, without the clicks. */
export async function handIn(page: Page, study: string, coding: string, ratings: readonly Rating[]): Promise<void> {
  const fault = await page.evaluate(
    async ([at, values]) => {
      const headers = { 'content-type': 'application/json' }
      const post = (end: string, body: object) =>
        fetch(`/api${at}${end}`, { method: 'POST', headers, body: JSON.stringify(body) })
      for (const { value, variable, target, episode } of values) {
        const slot = { variable, target, episode }
        const change = { type: 'put-rating', slot, value, confidence: null, rationale: 'Seen so.', base: 0 }
        const answer = await post('/changes', { operation: crypto.randomUUID(), change })
        if (!answer.ok) return `${slot.variable}: ${await answer.text()}`
      }
      const { revision } = await (await fetch(`/api${at}`)).json()
      const declaration = { knew: false, note: '' }
      const answer = await post('/submission', { operation: crypto.randomUUID(), revision, declaration })
      return answer.ok ? '' : await answer.text()
    },
    [`/studies/${study}/codings/${coding}`, ratings] as const,
  )
  if (fault !== '') throw new Error(fault)
}

type Attempt = {
  attempt: { id: string }
  cases: { case: { case: string } | null; coding: string | null; state: string }[]
}

/** Works through a whole attempt as its trainee's browser would. */
export async function workThrough(
  page: Page,
  study: string,
  set: string,
  answers: (caseName: string) => { disorganisation: number; classes: string[] },
): Promise<void> {
  const ask = (path: string, body?: object): Promise<Attempt> =>
    page.evaluate(
      async ([at, sent]) => {
        const init = sent ? { method: 'POST', headers: { 'content-type': 'application/json' }, body: sent } : {}
        return (await fetch(`/api${at}`, init)).json()
      },
      [path, body ? JSON.stringify(body) : ''] as const,
    )
  const operation = await page.evaluate(() => crypto.randomUUID())
  let view = await ask(`/studies/${study}/my-training/sets/${set}/attempts`, { operation })
  for (const _ of view.cases) {
    const next = view.cases.find(({ state }) => state === 'next')
    if (!next?.coding || !next.case) throw new Error(JSON.stringify(view))
    const { disorganisation, classes } = answers(next.case.case)
    const whole = { target: null, episode: null }
    await handIn(page, study, next.coding, [
      { variable: 'disorganisation', ...whole, value: { kind: 'score', score: disorganisation } },
      { variable: 'classification', ...whole, value: { kind: 'class', classes } },
    ])
    view = await ask(`/studies/${study}/attempts/${view.attempt.id}`)
  }
}
