import { Refusal } from './refusal.ts'

/** One option of a command: what parsing, help and completion need. Without `value` it is a switch. */
export interface OptionSpec {
  readonly name: string
  /** One letter for it: `-o`. */
  readonly short?: string
  /** Placeholder of its value in the help. */
  readonly value?: string
  /** The only values allowed. */
  readonly among?: readonly string[]
  /** Values that a shell offers, where a list of several or any other is allowed too. */
  readonly offered?: readonly string[]
  /** Heading under which the help lists it. */
  readonly group?: string
  readonly about: string
}

export interface Arguments {
  readonly files: readonly string[]
  readonly has: (name: string) => boolean
  readonly text: (name: string) => string | undefined
}

/**
 * Options and files of a command. A value may begin with a dash: `--na -9` needs no equals sign. What follows `--` are files.
 * Node has a parser too, which takes longer to load than a small file takes to be computed.
 *
 * @throws Refusal naming the option that is unknown, repeated, without value or with a wrong one.
 */
export function readArguments(args: readonly string[], specs: readonly OptionSpec[]): Arguments {
  const files: string[] = []
  const values = new Map<string, string>()
  for (let at = 0; at < args.length; at++) {
    const word = args[at] ?? ''
    if (word === '--') {
      files.push(...args.slice(at + 1))
      break
    }
    if (word === '-' || !word.startsWith('-')) {
      files.push(word)
      continue
    }
    const { flag, joined } = optionIn(word)
    const spec = specs.find(({ name, short }) => flag === `--${name}` || flag === `-${short}`)
    if (spec === undefined) throw unknownOption(flag, specs)
    if (values.has(spec.name)) throw new Refusal(`--${spec.name} stands twice.`, 'Give it once.')
    const isNext = joined === undefined && spec.value !== undefined
    values.set(spec.name, checkValue(spec, isNext ? args[++at] : joined))
  }
  return { files, has: (name) => values.has(name), text: (name) => values.get(name) }
}

/** An option and what is joined to it: `--level=nominal`, `-oFILE`. */
function optionIn(word: string): { readonly flag: string; readonly joined: string | undefined } {
  const isLong = word.startsWith('--')
  const end = isLong ? word.indexOf('=', 3) : 2
  if (end < 0 || end >= word.length) return { flag: word, joined: undefined }
  return { flag: word.slice(0, end), joined: word.slice(isLong ? end + 1 : end) }
}

function checkValue(spec: OptionSpec, value: string | undefined): string {
  if (spec.value === undefined) {
    if (value === undefined) return ''
    throw new Refusal(`--${spec.name} takes no value.`, `Write --${spec.name} alone.`)
  }
  if (value === undefined) throw new Refusal(`--${spec.name} needs a value.`, `Write --${spec.name} ${spec.value}.`)
  if (spec.among !== undefined && !spec.among.includes(value)) {
    throw new Refusal(`--${spec.name} cannot be "${value}".`, `Choose one of ${spec.among.join(', ')}.`)
  }
  return value
}

function unknownOption(name: string, specs: readonly OptionSpec[]): Refusal {
  const names = specs.map((spec) => `--${spec.name}`)
  const near = nearest(name, names)
  return new Refusal(
    `There is no option ${name}.`,
    near === undefined ? `There are ${names.join(', ')}.` : `Did you mean ${near}?`,
  )
}

/** The name that differs least from what was typed, if it is near enough to be meant. */
export function nearest(typed: string, names: readonly string[]): string | undefined {
  const ranked = names.map((name) => ({ name, edits: editsBetween(typed, name) })).toSorted((a, b) => a.edits - b.edits)
  const best = ranked[0]
  return best !== undefined && best.edits <= 2 ? best.name : undefined
}

/** Letters to insert, delete or replace (Levenshtein), counted up to what one row of the table needs. */
function editsBetween(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (const [i, letter] of [...from].entries()) {
    const next = [i + 1]
    for (let j = 1; j <= to.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (letter === to[j - 1] ? 0 : 1)
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}

/** A comma-separated list; spaces around its parts do not count. */
export function listOf(text: string | undefined): string[] | undefined {
  return text === undefined ? undefined : text.split(',').map((part) => part.trim())
}

/** The number that an option is given. @throws Refusal if it is none, or not within its bounds. */
export function numberFrom(option: string, text: string, fits: (value: number) => boolean, rule: string): number {
  const value = text.trim() === '' ? Number.NaN : Number(text)
  if (!fits(value)) throw new Refusal(`--${option} cannot be "${text}".`, `It is ${rule}.`)
  return value
}
