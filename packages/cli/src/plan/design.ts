import type { SampleSize } from '@attune/agreement'
import { type Arguments, numberFrom } from '../arguments.ts'
import { Refusal } from '../refusal.ts'

/** A study as it is planned: how many items it needs, or what so many items are worth. */
export interface Design {
  /** What is planned, as it begins a sentence. */
  readonly title: string
  /** What `chance` is the probability of. */
  readonly of: 'power' | 'assurance' | null
  readonly options: Readonly<Record<string, number | string | readonly number[]>>
  /** Items needed; null where a number of items was given. */
  readonly size: SampleSize | null
  readonly items: number
  /** Probability that the study of `items` finds what it is for; null where it is planned for a width. */
  readonly chance: number | null
  readonly curve: readonly { readonly items: number; readonly chance: number }[]
  readonly source: string
}

/** A test or an assurance: items from a probability, and a probability from items. */
interface Search {
  readonly title: string
  readonly of: 'power' | 'assurance'
  readonly options: Design['options']
  readonly source: string
  readonly size: () => SampleSize
  readonly chance: (items: number) => number
}

const PARTS_OF_CURVE = [0.5, 0.75, 1, 1.25, 1.5, 2]

export function searched(args: Arguments, search: Search): Design {
  const { title, of, options, source, chance } = search
  const given = optional(args, 'items', isWhole, 'a whole number of 2 or more')
  const size = given === undefined ? search.size() : null
  const items = given ?? size?.items ?? 0
  const counts = [...new Set(PARTS_OF_CURVE.map((part) => Math.max(2, Math.round(part * items))))]
  const curve = counts.map((count) => ({ items: count, chance: chance(count) }))
  return { title, of, options, source, size, items, chance: chance(items), curve }
}

export const isShare = (value: number) => value > 0 && value < 1
export const isWhole = (value: number) => Number.isSafeInteger(value) && value >= 2
export const BETWEEN = 'between 0 and 1'

/** @throws Refusal if the option is given and not possible. */
export function optional(
  args: Arguments,
  option: string,
  fits: (value: number) => boolean,
  rule: string,
): number | undefined {
  const text = args.text(option)
  return text === undefined ? undefined : numberFrom(option, text, fits, rule)
}

/** @throws Refusal if the option is not given, or not possible. */
export function needed(args: Arguments, option: string, fits: (value: number) => boolean, rule: string): number {
  const value = optional(args, option, fits, rule)
  if (value !== undefined) return value
  throw new Refusal(`--${option} is missing.`, `Write --${option} with a number ${rule}; see "attune help plan".`)
}

/** @throws Refusal if one of the numbers is not between 0 and 1. */
export function shares(args: Arguments, option: string): number[] {
  return (args.text(option) ?? '')
    .split(',')
    .map((part) => numberFrom(option, part.trim(), isShare, `shares ${BETWEEN}`))
}

/** Risks as they were given; what was not is left to the source. */
export function risks(args: Arguments): { alpha?: number; tails?: 1 | 2 } {
  const alpha = optional(args, 'alpha', isShare, BETWEEN)
  const tails = args.text('tails')
  return { ...(alpha !== undefined && { alpha }), ...(tails !== undefined && { tails: tails === '1' ? 1 : 2 }) }
}

/** @throws Refusal for options that mean nothing to what is planned. */
export function only(args: Arguments, what: string, options: readonly string[], all: readonly string[]): void {
  const stranger = all.find((name) => args.has(name) && !options.includes(name))
  if (stranger === undefined) return
  throw new Refusal(
    `--${stranger} has no meaning for ${what}.`,
    `There are ${options.map((name) => `--${name}`).join(', ')}.`,
  )
}
