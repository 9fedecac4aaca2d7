import { createHash } from 'node:crypto'

/** Somebody who sends requests in the leak tests. */
export const actors = [
  'anonymous',
  'expired',
  'disabled',
  'trainee',
  'bystander',
  'coder',
  'rival',
  'trainer',
  'pi',
  'owner',
  'stranger',
] as const
export type ActorName = (typeof actors)[number]

/** A word that stands in one hidden place and nowhere else in the world. */
export type Canary = { readonly place: string; readonly word: string; readonly mayKnow: ReadonlySet<ActorName> }

export type Cage = {
  readonly all: () => readonly Canary[]
  /** A new word for a hidden place, and who may know what stands there. */
  readonly hide: (place: string, ...mayKnow: ActorName[]) => string
  /** An id that exists already is as telling as a word. */
  readonly watch: (place: string, word: string, ...mayKnow: ActorName[]) => string
}

export function openCage(): Cage {
  const canaries: Canary[] = []
  const watch: Cage['watch'] = (place, word, ...mayKnow) => {
    canaries.push({ place, word: word.toLowerCase(), mayKnow: new Set(mayKnow) })
    return word
  }
  return {
    all: () => canaries,
    watch,
    hide: (place, ...mayKnow) => {
      const tail = createHash('sha256').update(place).digest('hex').slice(0, 10)
      return watch(place, `kanari${tail}q`, ...mayKnow)
    },
  }
}

const base64 = (word: string, before: number) =>
  Buffer.from('\0'.repeat(before) + word)
    .toString('base64')
    .replace(/=+$/, '')
    // Letters at either end also depend on what stands beside the word.
    .slice(Math.ceil((before * 8) / 6), -1)

/** Finds words in whatever dress an answer could carry them. */
export function watchman(canaries: readonly Canary[]): (answer: string) => Canary[] {
  const plain = new Map(canaries.map((canary) => [canary.word, canary]))
  const dressed = new Map<string, Canary>()
  for (const canary of canaries) {
    for (const before of [0, 1, 2]) {
      dressed.set(base64(canary.word, before), canary)
      dressed.set(base64(canary.word, before).replaceAll('+', '-').replaceAll('/', '_'), canary)
    }
    dressed.set(Buffer.from(canary.word).toString('hex'), canary)
    dressed.set([...canary.word].reverse().join(''), canary)
  }
  const anyOf = (words: Iterable<string>) =>
    new RegExp([...words].map((word) => word.replace(/[-+]/g, '\\$&')).join('|'), 'g')
  const [plainWords, dressedWords] = [anyOf(plain.keys()), anyOf(dressed.keys())]
  return (answer) => {
    const found = new Set<Canary>()
    for (const view of viewsOf(answer)) {
      for (const [word] of view.toLowerCase().matchAll(plainWords)) found.add(plain.get(word) as Canary)
    }
    for (const [word] of answer.matchAll(dressedWords)) found.add(dressed.get(word) as Canary)
    return [...found]
  }
}

/** The answer as it is, and as it reads once an escape or an encoding is undone. */
function viewsOf(answer: string): string[] {
  const views = [answer]
  if (answer.includes('\0')) views.push(answer.replaceAll('\0', ''))
  if (answer.includes('%'))
    views.push(answer.replaceAll(/%([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))))
  if (answer.includes('\\'))
    views.push(answer.replaceAll(/\\u([0-9a-f]{4})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))))
  if (answer.includes('&#'))
    views.push(
      answer.replaceAll(/&#(x?)([0-9a-f]+);/gi, (_, x, digits) =>
        String.fromCharCode(Number.parseInt(digits, x ? 16 : 10)),
      ),
    )
  return views
}
