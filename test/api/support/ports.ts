import { createHash } from 'node:crypto'
import type { Ports } from '../../../api/src/base/ports.ts'

/** Time and chance in the hand of a test. */
export type TestPorts = Ports & {
  readonly advance: (milliseconds: number) => void
  readonly setTime: (iso: string) => void
  /** Ids and tokens come from a numbered row; another name begins another row, so that one world can have more of them. */
  readonly drawFrom: (row: string) => void
}

export const beginning = '2026-03-02T09:00:00.000Z'

function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  const variant = ((Number.parseInt(hex[16] ?? '0', 16) & 3) | 8).toString(16)
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-')
}

export function createTestPorts(): TestPorts {
  let time = Date.parse(beginning)
  let row = 'first'
  const drawn = new Map<string, number>()
  const next = (kind: string) => {
    const key = `${row} ${kind}`
    const number = (drawn.get(key) ?? 0) + 1
    drawn.set(key, number)
    return `${key} ${number}`
  }
  return {
    now: () => new Date(time),
    id: () => uuidOf(next('id')),
    token: () => createHash('sha256').update(next('token')).digest('base64url'),
    advance: (milliseconds) => {
      time += milliseconds
    },
    setTime: (iso) => {
      time = Date.parse(iso)
    },
    drawFrom: (name) => {
      row = name
    },
  }
}

/** A fixed UUID for what a client makes itself, and for ids that belong to nothing. */
export const fixedId = uuidOf
