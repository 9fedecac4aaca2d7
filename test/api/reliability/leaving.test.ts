import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { createApp } from '../../../api/src/app.ts'
import type { Computing } from '../../../api/src/reliability/computing.ts'
import { openLab, origin } from '../support/lab.ts'

describe('somebody who leaves while agreement is computed', () => {
  it('ends the computation, which learns of it by its signal', async () => {
    const lab = await openLab('sqlite')
    let seen: AbortSignal | null = null
    const computing: Computing = {
      run: async (_, signal) => {
        seen = signal
        leaving.abort()
        if (!signal.aborted) await once(signal, 'abort')
        throw new Error('stopped')
      },
      close: async () => undefined,
    }
    const leaving = new AbortController()
    const study = randomUUID()
    const admit = async () => ({ study }) as never
    const app = createApp({ ground: lab.ground, state: lab.state, pages: null, computing, seams: { admit } })
    const address = `${origin}/api/studies/${study}/reliability?codebookVersion=${randomUUID()}`
    await app.request(new Request(address, { signal: leaving.signal }))
    expect((seen as AbortSignal | null)?.aborted).toBe(true)
    await lab.close()
  })
})
