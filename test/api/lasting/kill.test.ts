import { expect, it } from 'vitest'
import { newOperation } from '../support/study.ts'
import { freePort, post, prepareFolder, startServer, type Writer } from './real-server.ts'
import { chance, report, sized } from './size.ts'
import { readFolder } from './verify.ts'

const rounds = sized(4, 200)
const coders = 20

type Open = { operation: string; text: string; base: number }

/** What one writer knows: what was acknowledged, and the one change whose answer it did not get. */
type Hand = { writer: Writer; version: number; text: string; acknowledged: number; open: Open | null; count: number }

it('a server that is killed while twenty people write loses no acknowledged save and doubles none', {
  timeout: 3_600_000,
}, async () => {
  const folder = await prepareFolder(coders)
  const random = chance(21)
  const hands: Hand[] = folder.writers.map((writer) => ({
    writer,
    version: 0,
    text: '',
    acknowledged: 0,
    open: null,
    count: 0,
  }))
  let retried = 0
  try {
    for (let round = 0; round < rounds; round++) {
      const server = await startServer(folder.data, await freePort())
      const over = { yes: false }
      const write = async (hand: Hand) => {
        while (!over.yes) {
          if (hand.open) retried += 1
          const open = hand.open ?? { operation: newOperation(), text: `memo ${++hand.count}`, base: hand.version }
          hand.open = open
          const change = { type: 'put-memo', text: open.text, base: open.base }
          const answer = await post(server.address, hand.writer, { operation: open.operation, change })
          if (answer === null) return
          expect(answer.status).toBe(200)
          Object.assign(hand, {
            version: answer.body.version,
            text: open.text,
            open: null,
            acknowledged: hand.acknowledged + 1,
          })
        }
      }
      const writing = hands.map(write)
      await new Promise((resolve) => setTimeout(resolve, 100 + random() * 500))
      await server.kill()
      over.yes = true
      await Promise.all(writing)
    }
    const found = await readFolder(folder.data)
    for (const hand of hands) {
      const there = found.memos.get(hand.writer.coding)
      // The change without an answer may have arrived or not; what was acknowledged must be there, each once.
      const isLast = there?.text === hand.text && there.version === hand.version
      const isOpen = hand.open !== null && there?.text === hand.open.text && there.version === hand.version + 1
      expect([isLast || isOpen, there?.changes]).toEqual([true, there?.version])
    }
    expect(found).toMatchObject({ integrity: 'ok', foreignKeys: 0, chainFaults: 0 })
    const acknowledged = hands.reduce((sum, hand) => sum + hand.acknowledged, 0)
    expect(acknowledged).toBeGreaterThan(rounds)
    report(
      `kill -9: ${rounds} times, ${acknowledged} acknowledged saves, ${retried} repeated, 0 lost, 0 doubled, integrity and chain whole`,
    )
  } finally {
    folder.remove()
  }
})
