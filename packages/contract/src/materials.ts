import { z } from 'zod'
import type { Endpoint } from './endpoint.ts'
import { caseId, id, text } from './primitives.ts'

/** Offsets are UTF-16 code units of the raw text, end exclusive. */
const offset = z.number().int().nonnegative()

/** A stretch inside a turn that the transcriber marked: a pause, a laugh, an overlap, a masked name. */
export const mark = z.strictObject({
  kind: z.enum(['pause', 'sound', 'unclear', 'overlap', 'masked', 'restart']),
  start: offset,
  end: offset,
  seconds: z.number().nonnegative().nullable(),
})
export type Mark = z.infer<typeof mark>

/** One speaker's turn. `bodyStart` is where the words begin, after the speaker's label. */
export const turn = z.strictObject({
  number: z.number().int().positive(),
  speaker: z.string(),
  role: z.enum(['interviewer', 'speaker', 'other']),
  start: offset,
  bodyStart: offset,
  end: offset,
  line: z.number().int().positive(),
  marks: z.array(mark),
  /** Seconds from the beginning of the recording, where the file says so. */
  time: z.number().nonnegative().nullable().default(null),
  until: z.number().nonnegative().nullable().default(null),
})
export type Turn = z.infer<typeof turn>

export const transcript = z.strictObject({
  kind: z.literal('transcript'),
  id,
  text: z.string(),
  turns: z.array(turn),
  words: z.number().int(),
})
export type Transcript = z.infer<typeof transcript>

const seconds = z.number().min(-86_400).max(86_400)

export const episodeSpan = z.strictObject({ episode: z.string().max(40), onset: seconds, offset: seconds })
export type EpisodeSpan = z.infer<typeof episodeSpan>
export const recordEvent = z.strictObject({
  onset: seconds,
  offset: seconds.nullable(),
  subject: z.string().max(80).nullable(),
  behaviour: z.string().min(1).max(120),
  note: text(2000),
})
export type RecordEvent = z.infer<typeof recordEvent>

export const observationRecord = z.strictObject({
  kind: z.literal('observation'),
  id,
  version: z.number().int().positive(),
  episodes: z.array(episodeSpan),
  events: z.array(recordEvent),
})
export type ObservationRecord = z.infer<typeof observationRecord>

export const material = z.discriminatedUnion('kind', [transcript, observationRecord])
export type Material = z.infer<typeof material>

/** A problem of an imported file. `line` counts from 1; 0 is the file as a whole. */
export const importFault = z.strictObject({
  line: z.number().int().nonnegative(),
  message: z.string(),
  remedy: z.string(),
})
export type ImportFault = z.infer<typeof importFault>

export const importItem = z.strictObject({
  /** File name, or "pasted text". */
  name: text(300),
  case: caseId,
  kind: z.enum(['transcript', 'observation']),
  source: z.union([z.strictObject({ text: z.string() }), z.strictObject({ base64: z.string() })]),
  /** Speaker labels whose turns are the interviewer's; empty: the usual labels (I, INT, Interviewer ...). */
  interviewers: z.array(z.string().max(80)).max(20).default([]),
})
export type ImportItem = z.infer<typeof importItem>

export const importReport = z.strictObject({
  stored: z.boolean(),
  items: z.array(
    z.strictObject({
      name: z.string(),
      case: z.string(),
      kind: z.enum(['transcript', 'observation']),
      isNewCase: z.boolean(),
      encoding: z.string(),
      faults: z.array(importFault),
      warnings: z.array(importFault),
      characters: z.number().int(),
      words: z.number().int(),
      speakers: z.array(
        z.strictObject({
          speaker: z.string(),
          role: z.enum(['interviewer', 'speaker', 'other']),
          turns: z.number().int(),
        }),
      ),
      episodes: z.number().int(),
      events: z.number().int(),
      /** What the file holds and the material will not, in words. */
      dropped: z.array(z.string()),
      /** The beginning, as it will be shown. */
      preview: z.array(
        z.strictObject({ line: z.number().int(), time: z.number().nullable(), who: z.string(), text: z.string() }),
      ),
    }),
  ),
})
export type ImportReport = z.infer<typeof importReport>

/** All items or none are stored. With `dryRun` the same report is made and nothing is stored. */
export const importMaterials = {
  summary: 'Import transcripts or observation records, new cases included.',
  method: 'POST',
  path: '/studies/:study/imports',
  access: 'supervisor',
  bodyLimit: 32 * 1024 * 1024,
  body: z.strictObject({ dryRun: z.boolean(), items: z.array(importItem).min(1).max(200) }),
  reply: importReport,
} as const satisfies Endpoint

export const readMaterial = {
  summary: 'The material of a case, for supervisors.',
  method: 'GET',
  path: '/studies/:study/cases/:case/material',
  access: 'supervisor',
  reply: material,
} as const satisfies Endpoint

export const saveObservationRecord = {
  summary: 'Write an observation record by hand; refused once a coding of the case was submitted.',
  method: 'PUT',
  path: '/studies/:study/cases/:case/observation-record',
  access: 'supervisor',
  bodyLimit: 8 * 1024 * 1024,
  body: z.strictObject({
    /** 0 when the case has no record yet. */
    base: z.number().int().nonnegative(),
    episodes: z.array(episodeSpan).max(1000),
    events: z.array(recordEvent).max(50_000),
  }),
  reply: observationRecord,
} as const satisfies Endpoint
