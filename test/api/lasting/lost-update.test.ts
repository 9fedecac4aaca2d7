import { openCoding } from '@attune/contract'
import { expect, it } from 'vitest'
import { codingOf, put, score } from '../support/coding.ts'
import { forEachEngine } from '../support/lab.ts'
import { newOperation, openStudy, type TestStudy } from '../support/study.ts'
import { chance, report, sized } from './size.ts'

const histories = sized(60, 2000)

type Tab = { version: number }
type Outcome = { readonly value: number; readonly version: number | null }

forEachEngine('several tabs with one rating', (lab) => {
  it('never overwrite each other silently', { timeout: 1_800_000 }, async () => {
    const study = await openStudy(lab(), 'tabs')
    const coding = await codingOf(study, study.coder)
    const random = chance(25)
    let refused = 0
    let accepted = 0
    let from = 0
    for (let history = 0; history < histories; history++) {
      const tabs: Tab[] = Array.from({ length: 2 + Math.floor(random() * 4) }, () => ({ version: from }))
      const outcomes: Outcome[] = []
      for (let round = 0; round < 4; round++) {
        // Some at once, some after another, some with a look at what is there before.
        const acting = tabs.filter(() => random() < 0.6)
        await Promise.all(acting.map(async (tab) => void outcomes.push(await edit(study, coding, tab, random()))))
      }
      const there = await study.coder.browser.call(openCoding, { params: { study: study.id, coding } })
      const rating = there.ratings.find((one) => one.slot.variable === 'coherence')
      const taken = outcomes.filter(({ version }) => version !== null)
      const versions = taken.map(({ version }) => version ?? 0).toSorted((one, other) => one - other)
      expect(versions).toEqual(versions.map((_, at) => from + at + 1))
      const last = taken.find(({ version }) => version === from + taken.length)
      if (last) expect(rating).toMatchObject({ version: last.version, value: { score: last.value } })
      from += taken.length
      accepted += taken.length
      refused += outcomes.length - taken.length
    }
    const rows = await lab()
      .ground.db.selectFrom('history')
      .select('detail')
      .where('subject', '=', `coding:${coding}`)
      .where('action', '!=', 'case assigned')
      .execute()
    expect(rows).toHaveLength(accepted)
    expect(refused).toBeGreaterThan(histories / 4)
    report(
      `lost update, ${lab().engine}: ${histories} histories, ${accepted} edits taken, ${refused} answered 409, 0 overwritten silently`,
    )
  })
})

async function edit(study: TestStudy, coding: string, tab: Tab, at: number): Promise<Outcome> {
  const value = 1 + Math.floor(at * 17) / 2
  const change = put('coherence', score(value), tab.version)
  const answer = await study.coder.browser.send('POST', `/studies/${study.id}/codings/${coding}/changes`, {
    operation: newOperation(),
    change,
  })
  const body = JSON.parse(answer.text)
  if (answer.status === 409) {
    tab.version = body.error.current.version
    return { value, version: null }
  }
  expect(answer.status).toBe(200)
  tab.version = body.version
  return { value, version: body.version }
}
