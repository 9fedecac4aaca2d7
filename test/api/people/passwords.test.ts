import { describe, expect, it } from 'vitest'
import { checkPassword, hashPassword, noPassword } from '../../../api/src/people/passwords.ts'

describe('a password', () => {
  it('is kept as argon2id with its cost and a salt of its own', async () => {
    const [one, other] = [await hashPassword('the same words'), await hashPassword('the same words')]
    expect(one).toMatch(/^argon2id\$v=19\$m=19456,t=2,p=1\$[\w-]{22}\$[\w-]{43}$/)
    expect(one).not.toBe(other)
    expect(await checkPassword('the same words', one)).toBe(true)
    expect(await checkPassword('the same word', one)).toBe(false)
  })

  it('still opens an account whose hash was made at another cost', async () => {
    const { argon2Sync } = await import('node:crypto')
    const nonce = Buffer.alloc(16, 7)
    const parameters = { message: 'old words', nonce, tagLength: 32, memory: 8192, passes: 1, parallelism: 1 }
    const hash = argon2Sync('argon2id', parameters).toString('base64url')
    const stored = `argon2id$v=19$m=8192,t=1,p=1$${nonce.toString('base64url')}$${hash}`
    expect(await checkPassword('old words', stored)).toBe(true)
  })

  it('opens nothing where there is no account and where the account has none', async () => {
    expect(await checkPassword('anything', undefined)).toBe(false)
    expect(await checkPassword(noPassword, noPassword)).toBe(false)
  })

  it('takes as long to refuse without an account as with one', async () => {
    const hash = await hashPassword('some words or other')
    const times = { known: [] as number[], unknown: [] as number[] }
    for (let round = 0; round < 40; round += 1) {
      for (const [kind, stored] of [
        ['known', hash],
        ['unknown', undefined],
      ] as const) {
        const begun = performance.now()
        await checkPassword('wrong words', stored)
        times[kind].push(performance.now() - begun)
      }
    }
    const median = (list: number[]) => [...list].sort((one, other) => one - other)[list.length / 2] ?? 0
    const ratio = median(times.known) / median(times.unknown)
    expect(ratio).toBeGreaterThan(0.7)
    expect(ratio).toBeLessThan(1.4)
  })

  it('flood is answered with "busy" instead of a queue without end', async () => {
    const hash = await hashPassword('some words or other')
    const tries = Array.from({ length: 130 }, () => checkPassword('wrong', hash))
    const settled = await Promise.allSettled(tries)
    const refused = settled.filter((one) => one.status === 'rejected')
    expect(refused.length).toBe(28)
    expect(String(refused[0]?.reason)).toContain('busy')
  })
})
