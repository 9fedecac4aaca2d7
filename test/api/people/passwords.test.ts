import { describe, expect, it, vi } from 'vitest'
import { checkPassword, hashPassword, noPassword } from '../../../api/src/people/passwords.ts'

/** Every hash that is computed, by its cost: what an onlooker could measure, without the noise of a busy machine. */
const work = vi.hoisted((): object[] => [])
vi.mock('node:crypto', async (original) => {
  const crypto = await original<typeof import('node:crypto')>()
  const argon2: typeof crypto.argon2 = (algorithm, parameters, callback) => {
    const { memory, passes, parallelism, tagLength } = parameters
    work.push({ memory, passes, parallelism, tagLength })
    crypto.argon2(algorithm, parameters, callback)
  }
  return { ...crypto, argon2 }
})

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

  it('costs the same work to refuse without an account as with one', async () => {
    const hash = await hashPassword('some words or other')
    await checkPassword('warm', undefined)
    const workOf = async (stored: string | undefined) => {
      work.length = 0
      expect(await checkPassword('wrong words', stored)).toBe(false)
      return [...work]
    }
    const known = await workOf(hash)
    expect(known).toEqual([{ memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 }])
    expect(await workOf(undefined)).toEqual(known)
    expect(await workOf(noPassword)).toEqual(known)
  })

  it('flood is answered with "busy" instead of a queue without end', async () => {
    // Cheap to compute, so that the queue is tested and not the machine.
    const hash = `argon2id$v=19$m=64,t=1,p=1$${'s'.repeat(22)}$${'h'.repeat(43)}`
    const tries = Array.from({ length: 130 }, () => checkPassword('wrong', hash))
    const settled = await Promise.allSettled(tries)
    const refused = settled.filter((one) => one.status === 'rejected')
    expect(refused.length).toBe(28)
    expect(String(refused[0]?.reason)).toContain('busy')
  })
})
