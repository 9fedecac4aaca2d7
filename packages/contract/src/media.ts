import { z } from 'zod'
import type { Endpoint } from './endpoint.ts'
import { done, id, instant, label } from './primitives.ts'

/** Largest part of an upload, in bytes: small enough to arrive in a minute over a slow line. */
export const mediaPartSize = 4 * 1024 * 1024

/** Containers that browsers play; told by the first bytes of a file, never by its name. */
export const mediaType = z.enum(['video/mp4', 'video/webm', 'audio/mp4', 'audio/mpeg', 'audio/ogg', 'audio/wav'])
export type MediaType = z.infer<typeof mediaType>

const seconds = z.number().min(-86_400).max(86_400)

/** What is said of a recording when it is added. */
const trackFields = {
  /** What this view shows: "Room camera", "Infant's face", "Microphone". */
  label: label(80),
  kind: z.enum(['video', 'audio']),
  /** Where second 0 of the recording lies on the clock of the case. */
  offset: seconds.default(0),
}

/** A recording as a coder's browser needs it. */
export const mediaTrack = z.strictObject({
  id,
  label: z.string(),
  kind: z.enum(['video', 'audio']),
  /** `local`: on the coder's own disk and never sent; `lab`: kept by the server. */
  place: z.enum(['local', 'lab']),
  offset: z.number(),
  /** Of the whole file, in hex. */
  sha256: z.string(),
  /** Bytes. */
  size: z.number().int(),
  /** Seconds; null where nobody could tell. */
  duration: z.number().nullable(),
  type: mediaType,
})
export type MediaTrack = z.infer<typeof mediaTrack>

/** A recording as those see it who look after the case. */
export const caseMedia = mediaTrack.extend({
  /** Bytes that have arrived of an upload; `size` once it is whole. */
  received: z.number().int(),
  isReady: z.boolean(),
  addedAt: instant,
  version: z.number().int().positive(),
})
export type CaseMedia = z.infer<typeof caseMedia>

export const listCaseMedia = {
  summary: 'The recordings of a case.',
  method: 'GET',
  path: '/studies/:study/cases/:case/media',
  access: 'supervisor',
  reply: z.strictObject({ media: z.array(caseMedia) }),
} as const satisfies Endpoint

export const addMedia = {
  summary: 'Register a recording: one that stays with the coders, or one that is uploaded afterwards.',
  method: 'POST',
  path: '/studies/:study/cases/:case/media',
  access: 'supervisor',
  body: z.strictObject({
    ...trackFields,
    place: z.enum(['local', 'lab']),
    sha256: z.string().regex(/^[0-9a-f]{64}$/, 'A SHA-256 in 64 hexadecimal digits.'),
    size: z.number().int().positive(),
    duration: z.number().positive().max(172_800).nullable().default(null),
    type: mediaType,
  }),
  reply: caseMedia,
} as const satisfies Endpoint

export const changeMedia = {
  summary: 'Change the label of a recording, or where it lies on the clock of the case.',
  method: 'PUT',
  path: '/studies/:study/cases/:case/media/:media',
  access: 'supervisor',
  body: z.strictObject({ label: label(80), offset: seconds, base: z.number().int().positive() }),
  reply: caseMedia,
} as const satisfies Endpoint

export const deleteMedia = {
  summary: 'Delete a recording, with its file where the lab keeps it.',
  method: 'DELETE',
  path: '/studies/:study/cases/:case/media/:media',
  access: 'supervisor',
  reply: done,
} as const satisfies Endpoint

export const sendMediaPart = {
  summary: 'Send the next part of an upload. After an interruption it goes on where `received` says.',
  method: 'PUT',
  path: '/studies/:study/cases/:case/media/:media/content',
  access: 'supervisor',
  query: z.strictObject({ at: z.coerce.number().int().nonnegative() }),
  content: 'application/octet-stream',
  bodyLimit: mediaPartSize,
  reply: z.strictObject({ received: z.number().int() }),
} as const satisfies Endpoint

export const finishMedia = {
  summary: 'End an upload: the file is checked against its SHA-256 and can be played from then on.',
  method: 'POST',
  path: '/studies/:study/cases/:case/media/:media/check',
  access: 'supervisor',
  reply: caseMedia,
} as const satisfies Endpoint

export const listCodingMedia = {
  summary: 'The recordings that belong to a coding.',
  method: 'GET',
  path: '/studies/:study/codings/:coding/media',
  access: 'coding-reader',
  reply: z.strictObject({ media: z.array(mediaTrack) }),
} as const satisfies Endpoint

export const playMedia = {
  summary: 'A piece of a recording, as HTTP Range. Only for the player of our own pages.',
  method: 'GET',
  path: '/studies/:study/codings/:coding/media/:media',
  access: 'coding-reader',
  reply: { stream: 'media' },
} as const satisfies Endpoint
