import { expect, it } from 'vitest'
import { newOperation } from '../support/study.ts'
import { freePort, post, prepareFolder, startServer } from './real-server.ts'
import { isLong, report, sized } from './size.ts'

const seconds = sized(4, 300)
const coders = 50
const perSecond = 4

/** Figures are for the long run on a machine with nothing else to do; the short one only shows that nothing is lost. */
it('fifty people who save four times a second lose nothing and wait for nothing', { timeout: 900_000 }, async () => {
  const folder = await prepareFolder(coders)
  const server = await startServer(folder.data, await freePort())
  const waits: number[] = []
  let refused = 0
  try {
    const write = async (index: number) => {
      const writer = folder.writers[index]
      if (!writer) return
      let version = 0
      const begun = performance.now() + (index * 1000) / (perSecond * coders)
      for (let save = 0; save < seconds * perSecond; save++) {
        const due = begun + (save * 1000) / perSecond
        await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())))
        const sent = performance.now()
        const change = { type: 'put-memo', text: `memo ${save}`, base: version }
        const answer = await post(server.address, writer, { operation: newOperation(), change })
        waits.push(performance.now() - sent)
        if (answer?.status === 200) version = answer.body.version ?? 0
        else refused += 1
      }
      expect(version).toBe(seconds * perSecond)
    }
    await Promise.all(folder.writers.map((_, index) => write(index)))
    expect([refused, waits.length]).toEqual([0, coders * seconds * perSecond])
    const sorted = waits.toSorted((one, other) => one - other)
    const at = (share: number) => `${(sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(1)} ms`
    report(
      `load: ${coders} coders, ${waits.length} saves in ${seconds} s, p50 ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)}, longest ${at(1)}, 0 refused, 0 lost`,
    )
    if (isLong) expect(Number.parseFloat(at(0.99))).toBeLessThan(1000)
  } finally {
    await server.stop()
    folder.remove()
  }
})
