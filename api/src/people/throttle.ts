import { Refusal } from '../base/refusal.ts'

/** Tries that failed under one key, and when the next one is let through. */
type Tally = { failures: number; until: number; lastTry: number }
type Limit = { readonly key: string; readonly free: number }

const firstDelay = 1000
const longestDelay = 60_000
/** A key is forgotten after this long without a try. */
const memory = 3_600_000
const mostKeys = 20_000

export type Throttle = {
  /** Counts a try, or refuses it. Counting comes first, so that many tries at one moment count as many. */
  readonly begin: (limits: readonly Limit[]) => void
  /** The try was good: its account starts afresh, its network gets this one try back. */
  readonly succeed: (account: string, network: string) => void
  readonly forget: (key: string) => void
}

/**
 * Slows guessing without locking anybody out: after the free tries of a key each further one waits twice as long, at most a
 * minute. That leaves a guesser about 70 tries an hour for an account, and its owner a way in.
 */
export function createThrottle(now: () => Date): Throttle {
  const tallies = new Map<string, Tally>()

  const read = (key: string): Tally => {
    const time = now().getTime()
    const there = tallies.get(key)
    if (there !== undefined && time - there.lastTry < memory) return there
    return { failures: 0, until: 0, lastTry: time }
  }
  const makeRoom = (): void => {
    const oldest = tallies.keys().next()
    if (tallies.size > mostKeys && !oldest.done) tallies.delete(oldest.value)
  }
  const count = ({ key, free }: Limit): void => {
    const time = now().getTime()
    const failures = read(key).failures + 1
    const delay = failures < free ? 0 : Math.min(longestDelay, firstDelay * 2 ** Math.min(failures - free, 10))
    tallies.delete(key)
    tallies.set(key, { failures, until: time + delay, lastTry: time })
    makeRoom()
  }
  return {
    begin(limits) {
      const time = now().getTime()
      // The same words for accounts that exist and for those that do not.
      if (limits.some(({ key }) => read(key).until > time)) {
        throw new Refusal('too-many-tries', 'Too many tries. Wait a minute and try again.')
      }
      for (const limit of limits) count(limit)
    },
    succeed(account, network) {
      tallies.delete(account)
      const tally = tallies.get(network)
      if (tally === undefined) return
      if (tally.failures <= 1) tallies.delete(network)
      else tallies.set(network, { failures: tally.failures - 1, until: 0, lastTry: tally.lastTry })
    },
    forget: (key) => {
      tallies.delete(key)
    },
  }
}

/** Five tries an account, twenty a network: people of one lab share an address, and some of them mistype. */
export function limitsOf(login: string, address: string): readonly [account: Limit, network: Limit] {
  return [
    { key: `account ${login}`, free: 5 },
    { key: `network ${networkOf(address)}`, free: 20 },
  ]
}

/** An IPv4 address, or the /64 an IPv6 address lies in: its owner can change the rest at will. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
  if (!plain.includes(':')) return plain
  const [head = '', tail] = plain.toLowerCase().split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const gap = tail === undefined ? [] : Array.from({ length: 8 - before.length - after.length }, () => '0')
  const groups = [...before, ...gap, ...after].slice(0, 4)
  return groups.map((group) => group.replace(/^0+(?=.)/, '')).join(':')
}
