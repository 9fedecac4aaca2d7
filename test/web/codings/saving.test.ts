import type { Change } from '@attune/contract'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyEdit, type Draft } from '../../../web/src/codings/draft.ts'
import { type Edit, type ItemKey, itemOf, ratingItem } from '../../../web/src/codings/edits.ts'
import { forgetfulOutbox, type Outbox } from '../../../web/src/codings/outbox/outbox.ts'
import { createSaving, delayAfter } from '../../../web/src/codings/saving.ts'
import type { SavingState, Sent } from '../../../web/src/codings/saving-state.ts'

const slot = { variable: 'coherence', target: null, episode: null }
const score = (value: number): Edit => ({
  type: 'put-rating',
  slot,
  value: { kind: 'score', score: value },
  confidence: null,
  rationale: '',
})
const memo = (text: string): Edit => ({ type: 'put-memo', text })
const nothing: Draft = {
  ratings: new Map(),
  annotations: new Map(),
  intervals: new Map(),
  episodes: new Map(),
  memo: '',
}

type Call = { operation: string; change: Change }

/** A saving queue whose server and clock are in the hands of the test. */
function desk(
  answer: (call: Call, index: number) => Sent | Promise<Sent>,
  versions: [ItemKey, number][] = [],
  outbox: Pick<Outbox, 'left' | 'keep' | 'drop'> = forgetfulOutbox,
) {
  const calls: Call[] = []
  const timers: { run: () => void; milliseconds: number }[] = []
  const states: SavingState[] = []
  let foreign = 0
  let count = 0
  const saving = createSaving({
    versions: new Map(versions),
    revision: 0,
    send: async (operation, change) => {
      calls.push({ operation, change })
      return answer({ operation, change }, calls.length - 1)
    },
    newOperation: () => `operation-${++count}`,
    later: (milliseconds, run) => {
      const timer = { run, milliseconds }
      timers.push(timer)
      return () => void (timers.includes(timer) && timers.splice(timers.indexOf(timer), 1))
    },
    onState: (state) => states.push(state),
    onForeignWrite: () => {
      foreign += 1
    },
    outbox,
    onSaved: () => {},
    now: () => 0,
  })
  const settle = () => new Promise((resolve) => setTimeout(resolve, 0))
  return { saving, calls, timers, states, settle, foreign: () => foreign, fire: () => timers.shift()?.run() }
}

const accepted = (_: Call, index: number): Sent => ({
  kind: 'saved',
  version: index + 1,
  revision: index + 1,
  savedAt: '2026-01-01T10:00:00.000Z',
})

describe('saving', () => {
  it('sends one change after another, each on the version acknowledged before', async () => {
    const { saving, calls, settle } = desk(accepted)
    saving.add(score(3))
    saving.add(score(4))
    await settle()
    expect(calls.map((call) => call.change.base)).toEqual([0, 1])
    expect(saving.state()).toMatchObject({ status: 'saved', waiting: 0, savedAt: '2026-01-01T10:00:00.000Z' })
  })

  it('says from the first moment that what an earlier window left is not saved yet', () => {
    const left = [{ operation: 'operation-9', edit: score(3), base: 0, isSent: true }]
    const { saving, states } = desk(accepted, [], { ...forgetfulOutbox, left })
    saving.flush()
    expect(states.at(-1)).toMatchObject({ status: 'saving', waiting: 1 })
  })

  it('joins what waits for the same item into its latest state', async () => {
    const { saving, calls, settle } = desk(accepted)
    saving.add(score(3))
    saving.add(score(4))
    saving.add(score(5))
    await settle()
    expect(calls).toHaveLength(2)
    expect(calls[1]?.change).toMatchObject({ value: { score: 5 } })
  })

  it('repeats a change to the letter, with the same operation id, when there was no answer', async () => {
    const { saving, calls, settle, fire, timers } = desk((call, index) =>
      index === 0 ? { kind: 'unreachable' } : accepted(call, index),
    )
    saving.add(score(3))
    await settle()
    saving.add(score(4))
    expect(saving.state()).toMatchObject({ status: 'offline', waiting: 2 })
    expect(timers[0]?.milliseconds).toBe(1000)
    fire()
    await settle()
    expect(calls[1]).toEqual(calls[0])
    expect(calls.map((call) => call.operation)).toEqual(['operation-1', 'operation-1', 'operation-2'])
    expect(saving.state().status).toBe('saved')
  })

  it('waits longer after each failure, and never longer than 15 seconds', () => {
    expect([1, 2, 3, 4, 5, 50].map(delayAfter)).toEqual([1000, 2000, 4000, 8000, 15_000, 15_000])
  })

  it('keeps both versions when another window wrote the same item, and goes on with the others', async () => {
    const there = { version: 7, edit: score(9) }
    const { saving, calls, settle } = desk((call, index) =>
      call.change.type === 'put-rating' && call.change.base < 7 ? { kind: 'stale', there } : accepted(call, index),
    )
    saving.add(score(3))
    saving.add(memo('hello'))
    await settle()
    expect(saving.state().conflicts).toEqual([{ item: ratingItem(slot), mine: score(3), there }])
    expect(saving.state().status).toBe('saved')
    saving.settleConflict(ratingItem(slot), score(3))
    await settle()
    expect(calls.at(-1)?.change).toMatchObject({ base: 7, value: { score: 3 } })
    expect(saving.state().conflicts).toEqual([])
  })

  it('saves nothing when the coder chooses what is there', async () => {
    const there = { version: 7, edit: score(9) }
    const { saving, calls, settle } = desk(() => ({ kind: 'stale', there }))
    saving.add(score(3))
    await settle()
    saving.settleConflict(ratingItem(slot), score(9))
    await settle()
    expect(calls).toHaveLength(1)
    expect(saving.versionOf(ratingItem(slot))).toBe(7)
  })

  it('sees no conflict where both windows did the same', async () => {
    const { saving, settle } = desk(() => ({ kind: 'stale', there: { version: 2, edit: score(3) } }))
    saving.add(score(3))
    await settle()
    expect(saving.state()).toMatchObject({ conflicts: [], status: 'saved' })
  })

  it('rates anew what was taken back before this page was opened', async () => {
    const gone: Edit = { type: 'put-rating', slot, value: null, confidence: null, rationale: '' }
    const { saving, calls, settle } = desk((call, index) =>
      index === 0 ? { kind: 'stale', there: { version: 2, edit: gone } } : accepted(call, index),
    )
    saving.add(score(3))
    await settle()
    expect(calls.map((call) => call.change.base)).toEqual([0, 2])
    expect(saving.state()).toMatchObject({ conflicts: [], status: 'saved' })
  })

  it('holds everything while nobody is signed in, and goes on after', async () => {
    let isSignedIn = false
    const { saving, calls, settle } = desk((call, index) =>
      isSignedIn ? accepted(call, index) : { kind: 'signed-out' },
    )
    saving.add(score(3))
    await settle()
    saving.add(memo('kept'))
    await settle()
    expect(saving.state()).toMatchObject({ status: 'signed-out', waiting: 2 })
    isSignedIn = true
    saving.resume()
    await settle()
    expect(saving.state().status).toBe('saved')
    expect(calls.map((call) => call.operation)).toEqual(['operation-1', 'operation-1', 'operation-2'])
  })

  it('stops at a change the server refuses and goes on once it is given up', async () => {
    const { saving, settle } = desk((call, index) =>
      call.change.type === 'put-memo' ? { kind: 'refused', message: 'Too long.' } : accepted(call, index),
    )
    saving.add(memo('x'))
    saving.add(score(3))
    await settle()
    expect(saving.state()).toMatchObject({ status: 'refused', refusal: 'Too long.', waiting: 2 })
    expect(saving.dropRefused()).toEqual(memo('x'))
    await settle()
    expect(saving.state()).toMatchObject({ status: 'saved', waiting: 0 })
  })

  it('waits for a pause in typing, but not when the coder moves on', async () => {
    const { saving, calls, settle, timers, fire } = desk(accepted)
    saving.add(memo('a'), 700)
    saving.add(memo('ab'), 700)
    await settle()
    expect(calls).toHaveLength(0)
    expect(timers.map((timer) => timer.milliseconds)).toEqual([700])
    fire()
    await settle()
    expect(calls).toHaveLength(1)
    saving.add(memo('abc'), 700)
    saving.add(score(2))
    await settle()
    expect(calls.map((call) => call.change.type)).toEqual(['put-memo', 'put-memo', 'put-rating'])
  })

  it('never asks the server to remove what it never had', async () => {
    const { saving, calls, settle } = desk(accepted)
    saving.add({ type: 'remove-annotation', id: crypto.randomUUID() })
    await settle()
    expect(calls).toEqual([])
    expect(saving.state().status).toBe('saved')
  })

  it('notices a gap in the count of changes: another window wrote too', async () => {
    const { saving, settle, foreign } = desk(() => ({ kind: 'saved', version: 1, revision: 5, savedAt: '' }))
    saving.add(score(3))
    await settle()
    expect(foreign()).toBe(1)
  })

  it('takes over what another window saved, except where something of ours is in the way', async () => {
    const { saving, settle } = desk(() => ({ kind: 'signed-out' }))
    saving.add(score(3))
    await settle()
    const items = [
      { item: ratingItem(slot), there: { version: 2, edit: score(8) } },
      { item: 'memo' as const, there: { version: 1, edit: memo('there') } },
    ]
    expect(saving.takeOver(items, 4)).toEqual([memo('there')])
    expect(saving.takeOver(items, 4)).toEqual([])
  })

  it('loses nothing and doubles nothing, whatever the connection does', async () => {
    const fault = fc.constantFrom('none', 'before', 'after', 'signed-out')
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ memo: fc.boolean(), value: fc.integer({ min: 1, max: 9 }), isTyped: fc.boolean() }), {
          maxLength: 12,
        }),
        fc.array(fault, { maxLength: 30 }),
        async (strokes, faults) => {
          const server = honestServer()
          const { saving, settle, fire } = desk((call) => server.receive(call, faults.shift() ?? 'none'))
          let here = nothing
          for (const stroke of strokes) {
            const edit = stroke.memo ? memo(String(stroke.value)) : score(stroke.value)
            here = applyEdit(here, edit)
            saving.add(edit, stroke.isTyped ? 700 : 0)
            await settle()
          }
          for (let turn = 0; turn < 60 && saving.state().waiting > 0; turn += 1) {
            if (saving.state().status === 'signed-out') saving.resume()
            fire()
            await settle()
          }
          expect(server.draft()).toEqual(here)
          expect(server.doubled()).toBe(0)
        },
      ),
      { numRuns: 60 },
    )
  })
})

/** Commits each operation once and refuses stale bases, as the real one does; its answers can be lost on the way. */
function honestServer() {
  let draft = nothing
  let doubled = 0
  const versions = new Map<ItemKey, number>()
  const answers = new Map<string, Sent>()
  function commit({ operation, change }: Call): Sent {
    const known = answers.get(operation)
    if (known) return known
    const { base, ...edit } = change
    const item = itemOf(edit)
    if (base !== (versions.get(item) ?? 0)) {
      doubled += 1
      return { kind: 'stale', there: { version: versions.get(item) ?? 0, edit } }
    }
    versions.set(item, base + 1)
    draft = applyEdit(draft, edit)
    const answer: Sent = { kind: 'saved', version: base + 1, revision: answers.size + 1, savedAt: '' }
    answers.set(operation, answer)
    return answer
  }
  const receive = (call: Call, fault: string): Sent => {
    if (fault === 'before') return { kind: 'unreachable' }
    if (fault === 'signed-out') return { kind: 'signed-out' }
    const answer = commit(call)
    return fault === 'after' ? { kind: 'unreachable' } : answer
  }
  return { receive, draft: () => draft, doubled: () => doubled }
}
