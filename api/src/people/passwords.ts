import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { Refusal } from '../base/refusal.ts'

/** OWASP's least for argon2id: 19 MiB, two passes, one lane; about 27 ms on a small machine. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 } as const
const tagLength = 32
const compute = promisify(argon2)

/** No more than this many hashes at once, and no longer queue than this: a flood of tries must not starve the saves. */
const atOnce = 2
const longestQueue = 100
let running = 0
const waiting: (() => void)[] = []

async function takeTurn(): Promise<void> {
  if (running < atOnce) {
    running += 1
    return
  }
  if (waiting.length >= longestQueue) throw new Refusal('not-ready', 'The server is busy. Try again in a moment.')
  await new Promise<void>((resolve) => waiting.push(resolve))
}

function passTurn(): void {
  const next = waiting.shift()
  if (next === undefined) running -= 1
  else next()
}

type Parameters = { readonly memory: number; readonly passes: number; readonly parallelism: number }

async function derive(password: string, salt: Buffer, parameters: Parameters): Promise<Buffer> {
  await takeTurn()
  try {
    return await compute('argon2id', { message: password, nonce: salt, tagLength, ...parameters })
  } finally {
    passTurn()
  }
}

/** `argon2id$v=19$m=...,t=...,p=...$salt$hash`: the cost stands in the row, so that it can rise later. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const hash = await derive(password, salt, cost)
  const parameters = `m=${cost.memory},t=${cost.passes},p=${cost.parallelism}`
  return ['argon2id', 'v=19', parameters, salt.toString('base64url'), hash.toString('base64url')].join('$')
}

/** Stands where no password opens the account: demo people, whose passphrase belongs to the running server. */
export const noPassword = '!'

const stored = /^argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w-]+)\$([\w-]+)$/
let decoy: Promise<string> | null = null

/** Costs the same time whether the account exists or not: without a hash to check, one that nothing opens is checked. */
export async function checkPassword(password: string, hash: string | undefined): Promise<boolean> {
  decoy ??= hashPassword(randomBytes(32).toString('base64url'))
  const parts = stored.exec(hash ?? '') ?? stored.exec(await decoy)
  const [, memory, passes, parallelism, salt, expected] = parts ?? []
  if (salt === undefined || expected === undefined) throw new Error('A password hash has an unknown form.')
  const parameters = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) }
  const actual = await derive(password, Buffer.from(salt, 'base64url'), parameters)
  return timingSafeEqual(actual, Buffer.from(expected, 'base64url')) && hash !== undefined && hash !== noPassword
}
