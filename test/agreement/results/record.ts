import { readFileSync, writeFileSync } from 'node:fs'
import type { AnyOptions } from '@attune/agreement'

/** Plain data: a result, or the message of a refusal. */
export type Data = number | string | boolean | null | readonly Data[] | { readonly [name: string]: Data }

/** One line of a file: what was computed, from what, with what result. */
export interface Line {
  readonly what: string
  readonly of: string
  readonly options: AnyOptions
  readonly result: Data
}

/** A result with the digits that every machine agrees on, or what the refusal says. */
export function resultOf(compute: () => unknown): Data {
  try {
    const text = JSON.stringify(compute(), (_, value) => {
      if (typeof value !== 'number') return ArrayBuffer.isView(value) ? [...Object.values(value)] : value
      return Number.isFinite(value) ? Number(value.toPrecision(10)) : String(value)
    })
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof RangeError) return { refused: error.message }
    throw error
  }
}

/** Numbers equal to nine digits, everything else equal. */
export function near(found: Data | undefined, expected: Data): boolean {
  if (typeof found === 'number' && typeof expected === 'number') {
    return Math.abs(found - expected) <= 1e-12 + 1e-9 * Math.abs(expected)
  }
  if (typeof found !== 'object' || typeof expected !== 'object' || found === null || expected === null) {
    return found === expected
  }
  const parts = new Map(Object.entries(found))
  const wanted = Object.entries(expected)
  return parts.size === wanted.length && wanted.every(([name, part]) => near(parts.get(name), part))
}

/** The lines of a file; with ATTUNE_RECORD_RESULTS they are first written as they are computed now. */
export function recorded(name: string, now: () => readonly Line[]): readonly Line[] {
  const file = new URL(`./${name}`, import.meta.url)
  if (process.env.ATTUNE_RECORD_RESULTS) {
    writeFileSync(
      file,
      `${now()
        .map((line) => JSON.stringify(line))
        .join('\n')}\n`,
    )
  }
  return readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
}
