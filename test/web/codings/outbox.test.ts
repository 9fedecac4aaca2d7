import type { Change } from '@attune/contract'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createSeal } from '../../../web/src/base/unsent/seal.ts'
import type { Edit, ItemKey } from '../../../web/src/codings/edits.ts'
import { itemOf } from '../../../web/src/codings/edits.ts'
import type { Kept } from '../../../web/src/codings/outbox/outbox.ts'
import { createSaving } from '../../../web/src/codings/saving.ts'
import type { Sent } from '../../../web/src/codings/saving-state.ts'

const memo = (text: string): Edit => ({ type: 'put-memo', text })
const note = (id: string, text: string): Edit => ({
  type: 'put-annotation',
  annotation: {
    unit: 'segment',
    id,
    code: 'loss',
    value: null,
    memo: text,
    confidence: null,
    evidence: [],
    contradicts: [],
    start: 0,
    end: 1,
  },
})
const textOf = (edit: Edit | Change) =>
  edit.type === 'put-memo' ? edit.text : edit.type === 'put-annotation' ? edit.annotation.memo : ''

/** A server that answers an operation once and for all, and refuses what is based on an old version. */
function server() {
  const items = new Map<ItemKey, { version: number; text: string; edit: Edit }>()
  const answers = new Map<string, Sent>()
  const log: string[] = []
  let revision = 0
  return {
    items,
    log,
    receive: (operation: string, change: Change): Sent => {
      const earlier = answers.get(operation)
      if (earlier) return earlier
      const item = itemOf(change)
      const there = items.get(item)
      if ((there?.version ?? 0) !== change.base) {
        return { kind: 'stale', there: { version: there?.version ?? 0, edit: there?.edit ?? memo('') } }
      }
      const { base: _, ...edit } = change
      items.set(item, { version: change.base + 1, text: textOf(change), edit })
      log.push(textOf(change))
      revision += 1
      const answer: Sent = { kind: 'saved', version: change.base + 1, revision, savedAt: '2026-01-01T10:00:00.000Z' }
      answers.set(operation, answer)
      return answer
    },
  }
}

/** A browser's memory that several windows share, one after the other. */
function memory() {
  const kept = new Map<string, Kept>()
  return {
    kept,
    open: () => ({
      left: [...kept.values()],
      keep: async (one: Kept) => void kept.set(one.operation, one),
      drop: async (operation: string) => void kept.delete(operation),
    }),
  }
}

let operations = 0

/** What the network does with each request of a window: the answer may get lost, or the request itself. */
type Fate = 'answered' | 'request lost' | 'answer lost'

function openWindow(there: ReturnType<typeof server>, browser: ReturnType<typeof memory>, fates: Fate[]) {
  let isOpen = true
  const saving = createSaving({
    versions: new Map([...there.items].map(([item, { version }]) => [item, version])),
    revision: 0,
    outbox: browser.open(),
    newOperation: () => `operation-${++operations}`,
    later: () => () => {},
    onState: () => {},
    onForeignWrite: () => {},
    onSaved: () => {},
    now: () => 0,
    send: async (operation, change) => {
      const fate = fates.shift() ?? 'answered'
      const answer: Sent = fate === 'request lost' ? { kind: 'unreachable' } : there.receive(operation, change)
      if (!isOpen) return new Promise(() => {})
      return fate === 'answered' ? answer : { kind: 'unreachable' }
    },
  })
  const crash = () => {
    isOpen = false
  }
  return { saving, crash }
}

const settle = async () => {
  for (let turn = 0; turn < 60; turn++) await Promise.resolve()
}

describe('an outbox', () => {
  it('loses nothing and doubles nothing, whenever the window ends and whatever the network does', async () => {
    const act = fc.record({ item: fc.integer({ min: 0, max: 2 }), isWaiting: fc.boolean() })
    const fate = fc.constantFrom<Fate>('answered', 'answered', 'request lost', 'answer lost')
    const life = fc.record({ acts: fc.array(act, { maxLength: 6 }), fates: fc.array(fate, { maxLength: 8 }) })
    await fc.assert(
      fc.asyncProperty(fc.array(life, { minLength: 1, maxLength: 6 }), async (lives) => {
        const there = server()
        const browser = memory()
        const latest = new Map<ItemKey, string>()
        let count = 0
        for (const { acts, fates } of lives) {
          const { saving, crash } = openWindow(there, browser, [...fates])
          saving.flush()
          for (const { item, isWaiting } of acts) {
            const text = `text ${++count}`
            const edit = item === 0 ? memo(text) : note(`id-${item}`, text)
            latest.set(itemOf(edit), text)
            saving.add(edit)
            if (isWaiting) await settle()
          }
          await settle()
          crash()
        }
        const last = openWindow(there, browser, []).saving
        last.flush()
        await settle()
        await settle()
        expect(last.state()).toMatchObject({ waiting: 0, conflicts: [] })
        expect(new Map([...there.items].map(([item, { text }]) => [item, text]))).toEqual(latest)
        expect(new Set(there.log).size).toBe(there.log.length)
        expect(browser.kept.size).toBe(0)
      }),
      { numRuns: 400 },
    )
  })

  it('keeps both sides of a conflict until the coder has chosen, also over a crash', async () => {
    const there = server()
    const browser = memory()
    there.receive('before', { ...memo('first'), base: 0 } as Change)
    const one = openWindow(there, browser, ['request lost'])
    one.saving.add(memo('mine'))
    await settle()
    one.crash()
    there.receive('elsewhere', { ...memo('theirs'), base: 1 } as Change)
    for (let opening = 0; opening < 3; opening++) {
      const { saving, crash } = openWindow(there, browser, [])
      saving.flush()
      await settle()
      expect(saving.state().conflicts).toMatchObject([{ item: 'memo', mine: memo('mine') }])
      crash()
    }
    const { saving } = openWindow(there, browser, [])
    saving.flush()
    await settle()
    saving.settleConflict('memo', memo('mine'))
    await settle()
    expect([there.items.get('memo')?.text, browser.kept.size]).toEqual(['mine', 0])
  })
})

describe('a seal', () => {
  const key = `${'A'.repeat(42)}E`

  it('opens with its key only, and only what was not touched', async () => {
    const seal = await createSeal(key)
    const closed = await seal.close({ memo: 'Rhubarb' })
    expect(await seal.open(closed)).toEqual({ memo: 'Rhubarb' })
    expect(new TextDecoder('latin1').decode(closed.bytes)).not.toContain('Rhubarb')
    const other = await createSeal(`B${key.slice(1)}`)
    expect(await other.open(closed)).toBeNull()
    new Uint8Array(closed.bytes)[3] = 255 - (new Uint8Array(closed.bytes)[3] ?? 0)
    expect(await seal.open(closed)).toBeNull()
  })
})
