import {
  type Change,
  type CodingHead,
  type Declaration,
  listCodingMedia,
  type MediaTrack,
  openCoding,
  playMedia,
  saveChange,
  submitCoding,
  type Workspace,
} from '@attune/contract'
import { addressOf, call } from '../base/call.ts'
import { Offline, Refused } from '../base/refused.ts'
import { itemOf } from './edits.ts'
import type { Sent } from './saving-state.ts'
import { itemThere } from './server-items.ts'

/** What the coding screen asks of the server. Tests give their own. */
export type Ports = {
  send: (operation: string, change: Change) => Promise<Sent>
  read: () => Promise<Workspace>
  submit: (operation: string, revision: number, declaration?: Declaration) => Promise<CodingHead>
  /** Where the recordings of the case come from; without it there are none. */
  media?: {
    list: (signal: AbortSignal) => Promise<readonly MediaTrack[]>
    address: (track: MediaTrack) => string
  }
}

/** A request without an answer for this long counts as lost; it is repeated with the same operation id. */
const PATIENCE_MILLISECONDS = 20_000

export function serverPorts(study: string, coding: string): Ports {
  const place = { study, coding }
  return {
    read: () => call(openCoding, place),
    media: {
      list: async (signal) => (await call(listCodingMedia, place, { signal })).media,
      address: (track) => addressOf(playMedia, { ...place, media: track.id }),
    },
    submit: (operation, revision, declaration) =>
      call(submitCoding, place, { body: { operation, revision, ...(declaration ? { declaration } : {}) } }),
    send: async (operation, change) => {
      try {
        const signal = AbortSignal.timeout(PATIENCE_MILLISECONDS)
        const answer = await call(saveChange, place, { body: { operation, change }, signal })
        return { kind: 'saved', version: answer.version, revision: answer.revision, savedAt: answer.savedAt }
      } catch (failure) {
        return failed(failure, change)
      }
    },
  }
}

/** Refusals that pass by themselves: worth another try. */
const PASSING = new Set(['internal', 'not-ready', 'storage-full', 'too-many-tries'])

function failed(failure: unknown, change: Change): Sent {
  if (failure instanceof Offline) return { kind: 'unreachable' }
  if (!(failure instanceof Refused)) throw failure
  if (failure.code === 'not-signed-in') return { kind: 'signed-out' }
  if (failure.code === 'stale') return { kind: 'stale', there: itemThere(itemOf(change), failure.current) }
  if (PASSING.has(failure.code)) return { kind: 'unreachable' }
  return { kind: 'refused', message: failure.message }
}
