import { type Kysely, sql } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import type { Tables } from '../../../api/src/base/database/schema.ts'
import { record } from '../../../api/src/base/history.ts'
import { checkChain } from '../../../api/src/studies/chain.ts'
import { forEachEngine, type Lab } from '../support/lab.ts'

const chain = '11111111-1111-4111-8111-111111111111'
const length = 40

/** The same chances in every run. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** Without its guards, as somebody with the database file in hand could have it. */
async function unguard(lab: Lab): Promise<void> {
  if (lab.engine === 'sqlite') {
    for (const event of ['update', 'delete', 'insert'])
      await sql.raw(`drop trigger history_no_${event}`).execute(lab.ground.db)
  } else {
    await sql`alter table history disable trigger all`.execute(lab.ground.db)
  }
}

const columns = ['at', 'person', 'action', 'subject', 'detail', 'detail_hash', 'previous_hash', 'hash'] as const

type Tamper = (trx: Kysely<Tables>, random: () => number) => Promise<number>
const any = (random: () => number) => 1 + Math.floor(random() * length)

/** Each says the number of the first entry that no longer fits. */
const tampers: Readonly<Record<string, Tamper>> = {
  'one letter changed': async (trx, random) => {
    const number = any(random)
    const column = columns[Math.floor(random() * columns.length)] ?? 'at'
    const row = await trx
      .selectFrom('history')
      .selectAll()
      .where('chain', '=', chain)
      .where('number', '=', number)
      .executeTakeFirstOrThrow()
    const text = String(row[column])
    const place = Math.floor(random() * text.length)
    const letter = text[place] === '7' ? '8' : '7'
    const changed = text.slice(0, place) + letter + text.slice(place + 1)
    await trx
      .updateTable('history')
      .set({ [column]: changed })
      .where('chain', '=', chain)
      .where('number', '=', number)
      .execute()
    return number
  },
  'an entry cut out': async (trx, random) => {
    const number = any(random)
    await trx.deleteFrom('history').where('chain', '=', chain).where('number', '=', number).execute()
    return number
  },
  'an entry cut out and the rest moved up': async (trx, random) => {
    const number = any(random)
    await trx.deleteFrom('history').where('chain', '=', chain).where('number', '=', number).execute()
    for (let next = number + 1; next <= length; next += 1) {
      await trx
        .updateTable('history')
        .set({ number: next - 1 })
        .where('chain', '=', chain)
        .where('number', '=', next)
        .execute()
    }
    return number
  },
  'the end cut off': async (trx, random) => {
    const number = any(random)
    await trx.deleteFrom('history').where('chain', '=', chain).where('number', '>=', number).execute()
    return number
  },
  'two entries swapped': async (trx, random) => {
    const number = 1 + Math.floor(random() * (length - 1))
    const swap = (from: number, to: number) =>
      trx.updateTable('history').set({ number: to }).where('chain', '=', chain).where('number', '=', from).execute()
    await swap(number, 9999)
    await swap(number + 1, number)
    await swap(9999, number + 1)
    return number
  },
  'an entry slipped in at the end': async (trx) => {
    const last = await trx
      .selectFrom('history')
      .selectAll()
      .where('chain', '=', chain)
      .where('number', '=', length)
      .executeTakeFirstOrThrow()
    const { sequence: _, ...copy } = last
    await trx
      .insertInto('history')
      .values({ ...copy, number: length + 1, previous_hash: last.hash })
      .execute()
    return length + 1
  },
  'details of two entries exchanged': async (trx, random) => {
    const number = 1 + Math.floor(random() * (length - 1))
    const rows = await trx
      .selectFrom('history')
      .selectAll()
      .where('chain', '=', chain)
      .where('number', 'in', [number, number + 1])
      .orderBy('number')
      .execute()
    const [first, second] = rows
    if (first === undefined || second === undefined) throw new Error('Nothing to exchange.')
    for (const [to, from] of [
      [first, second],
      [second, first],
    ] as const) {
      await trx
        .updateTable('history')
        .set({ detail: from.detail, detail_hash: from.detail_hash })
        .where('sequence', '=', to.sequence)
        .execute()
    }
    return number
  },
}

class Undo extends Error {}

forEachEngine('the chain of the history', (lab) => {
  beforeAll(async () => {
    const { ground, ports } = lab()
    await ground.write(async (trx) => {
      for (let number = 1; number <= length; number += 1) {
        ports.advance(1000)
        const detail = { old: `value ${number}`, new: `value ${number + 1}` }
        await record(trx, ports, {
          person: `person-${number % 3}`,
          study: chain,
          action: 'rating changed',
          subject: `coding:${number}`,
          detail,
        })
      }
    })
    await unguard(lab())
  })

  it('is intact as it was written', async () => {
    expect(await checkChain(lab().ground.db, chain)).toEqual({ intact: true, entries: length, brokenAt: null })
    expect(await checkChain(lab().ground.db, 'a chain nobody began')).toEqual({
      intact: true,
      entries: 0,
      brokenAt: null,
    })
  })

  it('finds and places 500 of 500 tampers', async () => {
    const random = seeded(20_260_301)
    const names = Object.keys(tampers)
    let found = 0
    for (let round = 0; round < 500; round += 1) {
      const name = names[round % names.length] ?? ''
      const attempt = lab().ground.write(async (trx) => {
        const at = await tampers[name]?.(trx, random)
        const check = await checkChain(trx, chain)
        expect({ name, at: check.brokenAt, intact: check.intact }).toEqual({ name, at, intact: false })
        found += 1
        throw new Undo()
      })
      await expect(attempt).rejects.toBeInstanceOf(Undo)
    }
    expect(found).toBe(500)
    expect((await checkChain(lab().ground.db, chain)).intact).toBe(true)
  })

  it('keeps its order whatever the clock does', async () => {
    const { ground, ports } = lab()
    const clocks = [
      '2026-03-29T01:59:59.000Z',
      '2026-03-29T00:30:00.000Z',
      '2027-03-29T01:00:00.000Z',
      '2020-01-01T00:00:00.000Z',
    ]
    const study = '22222222-2222-4222-8222-222222222222'
    for (const [index, time] of clocks.entries()) {
      ports.setTime(time)
      await ground.write((trx) =>
        record(trx, ports, { person: null, study, action: `deed ${index}`, subject: 'x', detail: {} }),
      )
    }
    const rows = await ground.db
      .selectFrom('history')
      .select(['number', 'action'])
      .where('chain', '=', study)
      .orderBy('number')
      .execute()
    expect(rows).toEqual(clocks.map((_, index) => ({ number: index + 1, action: `deed ${index}` })))
    expect((await checkChain(ground.db, study)).intact).toBe(true)
  })
})
