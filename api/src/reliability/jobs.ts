import {
  type Body,
  type Endpoint,
  exportAnnotations,
  exportConfusion,
  exportEpisodes,
  exportEvents,
  exportIntervals,
  exportRatingsLong,
  exportRatingsWide,
  exportReport,
  exportResults,
  exportScript,
  type FileReply,
  isFileReply,
  type Query,
  type Reply,
  readChanceToPass,
  readCoderMatrix,
  readConfusion,
  readPair,
  readReliability,
} from '@attune/contract'
import {
  annotationsCsv,
  confusionCsv,
  episodesCsv,
  eventsCsv,
  intervalsCsv,
  ratingsLongCsv,
  ratingsWideCsv,
} from '@attune/exchange'
import type { z } from 'zod'
import type { Db } from '../base/database/database.ts'
import { deskJobs } from '../training/desk/jobs.ts'
import { chanceOf } from '../training/planning.ts'
import { annotationRows } from './annotation-rows.ts'
import { matrixOf } from './coder-matrix.ts'
import { crossRaters } from './confusion.ts'
import { ratingRows, resultsFile } from './exports.ts'
import { codedObservations } from './observation-rows.ts'
import { readPairOf } from './pair.ts'
import { readPage } from './report.ts'
import { reportFile, scriptFile } from './report-file.ts'

/** A question about agreement, plain enough to be handed to another thread. */
export type Job = {
  readonly name: JobName
  readonly study: string
  /** Checked against the endpoint's schema where it came in. */
  readonly query: unknown
  readonly now: string
}

/** Agreement gives answers away, so every question about it is for supervisors. */
type Question = Endpoint & { readonly access: 'supervisor'; readonly reply: z.ZodType | FileReply }
type Asked<E extends Endpoint> = { readonly study: string; readonly query: Query<E>; readonly now: string }
type Work = { readonly endpoint: Question; readonly answer: (db: Db, asked: Asked<Endpoint>) => Promise<unknown> }

function work<E extends Question>(endpoint: E, answer: (db: Db, asked: Asked<E>) => Promise<Reply<E>>): Work {
  // The query was checked against this very endpoint; TypeScript cannot follow that through a list.
  return { endpoint, answer: answer as Work['answer'] }
}

/** Everything that collects ratings and computes: none of it runs where requests are answered. */
export const jobs = {
  readReliability: work(readReliability, (db, { study, query, now }) => readPage(db, study, query, now)),
  readConfusion: work(readConfusion, (db, { study, query }) => crossRaters(db, study, query)),
  readPair: work(readPair, (db, { study, query }) => readPairOf(db, study, query)),
  readCoderMatrix: work(readCoderMatrix, (db, { study, query }) => matrixOf(db, study, query)),
  exportResults: work(exportResults, (db, { study, query }) => resultsFile(db, study, query)),
  exportReport: work(exportReport, (db, { study, query }) => reportFile(db, study, query)),
  exportScript: work(exportScript, (db, { study, query }) => scriptFile(db, study, query)),
  exportRatingsLong: work(exportRatingsLong, async (db, { study, query }) =>
    ratingsLongCsv(await ratingRows(db, study, query)),
  ),
  exportRatingsWide: work(exportRatingsWide, async (db, { study, query }) =>
    ratingsWideCsv(await ratingRows(db, study, query)),
  ),
  exportAnnotations: work(exportAnnotations, async (db, { study, query }) =>
    annotationsCsv(await annotationRows(db, study, query)),
  ),
  exportEvents: work(exportEvents, async (db, { study, query }) =>
    eventsCsv(await codedObservations(db, study, query)),
  ),
  exportIntervals: work(exportIntervals, async (db, { study, query }) =>
    intervalsCsv(await codedObservations(db, study, query)),
  ),
  exportEpisodes: work(exportEpisodes, async (db, { study, query }) =>
    episodesCsv(await codedObservations(db, study, query)),
  ),
  exportConfusion: work(exportConfusion, async (db, { study, query }) =>
    confusionCsv(await crossRaters(db, study, query)),
  ),
}

/** Planning simulates and a trainer's desk reads a whole cohort; both have routes of their own, for their questions are no queries. */
const allJobs = {
  ...jobs,
  ...deskJobs,
  readChanceToPass: {
    endpoint: readChanceToPass,
    answer: (db: Db, { study, query }: Asked<Endpoint>) =>
      chanceOf(db, study, query as unknown as Body<typeof readChanceToPass>),
  } satisfies Work,
}
export type JobName = keyof typeof allJobs

/** The body of the reply. It holds nothing that its schema does not name: that is checked here, where it is computed. */
export async function runJob(db: Db, { name, ...asked }: Job): Promise<Uint8Array<ArrayBuffer>> {
  const { endpoint, answer } = allJobs[name]
  const reply = await answer(db, asked as Asked<Endpoint>)
  const text = isFileReply(endpoint.reply) ? String(reply) : JSON.stringify(endpoint.reply.parse(reply))
  return new TextEncoder().encode(text)
}
