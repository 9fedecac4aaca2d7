import type { Change, ChangeAnswer } from '@attune/contract'
import { openCoding, saveChange } from '@attune/contract'
import { expect, it } from 'vitest'
import { codingOf } from '../support/coding.ts'
import { forEachEngine } from '../support/lab.ts'
import { newOperation, openStudy } from '../support/study.ts'
import { chance, report, sized } from './size.ts'

const saves = sized(400, 5000)

function note(id: string, memo: string, base: number): Change {
  const annotation = {
    unit: 'segment' as const,
    id,
    code: 'loss',
    value: null,
    memo,
    confidence: null,
    evidence: [],
    contradicts: [],
    start: 0,
    end: 3,
  }
  return { type: 'put-annotation', annotation, base }
}

/** Of ten requests three come twice, one comes late, one loses its answer and is sent again. */
forEachEngine('saves on a bad connection', (lab) => {
  it('each happen exactly once, and the same operation gets the same answer', { timeout: 900_000 }, async () => {
    const study = await openStudy(lab(), 'bad connection')
    const { browser } = study.coder
    const coding = await codingOf(study, study.coder)
    const params = { study: study.id, coding }
    const random = chance(26)
    const answers = new Map<string, ChangeAnswer[]>()
    const versions = new Map<string, number>()
    const items = Array.from({ length: 40 }, newOperation)
    let late: { operation: string; change: Change }[] = []
    let sent = 0
    const send = async (one: { operation: string; change: Change }) => {
      sent += 1
      const answer = await browser.call(saveChange, { params, body: one })
      answers.set(one.operation, [...(answers.get(one.operation) ?? []), answer])
    }
    for (let at = 0; at < saves; at++) {
      // A change that comes late is about an item of its own: one that others wait for would be a conflict, not a doubt.
      const isLate = random() < 0.1
      const item = isLate ? newOperation() : (items[Math.floor(random() * items.length)] ?? '')
      const base = versions.get(item) ?? 0
      versions.set(item, base + 1)
      const one = { operation: newOperation(), change: note(item, `memo ${at}`, base) }
      if (isLate) late.push(one)
      else {
        await send(one)
        if (random() < 0.3) await send(one)
        if (random() < 0.1) await send(one)
      }
      if (late.length > 5 || at === saves - 1) {
        for (const waiting of late.toReversed()) await Promise.all([send(waiting), send(waiting)])
        late = []
      }
    }
    const there = await browser.call(openCoding, { params })
    const wrong = there.annotations.filter(({ id, version }) => versions.get(id) !== version)
    expect([there.annotations.length, wrong.length, there.revision]).toEqual([versions.size, 0, saves])
    const differing = [...answers.values()].filter((all) => new Set(all.map((one) => JSON.stringify(one))).size > 1)
    expect(differing).toEqual([])
    const rows = await lab()
      .ground.db.selectFrom('history')
      .select('number')
      .where('subject', '=', `coding:${coding}`)
      .where('action', '!=', 'case assigned')
      .execute()
    expect(rows).toHaveLength(saves)
    report(
      `exactly once, ${lab().engine}: ${saves} saves in ${sent} requests, 0 doubled, 0 missing, 0 differing answers`,
    )
  })
})
