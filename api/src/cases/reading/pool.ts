import type { ImportItem } from '@attune/contract'
import { Piscina } from 'piscina'
import type { ReadItem } from './read-item.ts'

const MOST_MILLISECONDS = 20_000
const HEAP_MEGABYTES = 256

/**
 * Files are read beside the event loop: what somebody made to exhaust or to hang the reader ends its worker, and
 * nobody who is coding notices. One file at a time, so that its memory is the limit.
 */
const pool = new Piscina<ImportItem, ReadItem>({
  filename: new URL('./worker.ts', import.meta.url).href,
  minThreads: 0,
  maxThreads: 1,
  idleTimeout: 30_000,
  resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES },
})

/** Reads one file without storing anything; one that cannot be read within its limits is a fault of that file. */
export async function readApart(item: ImportItem): Promise<ReadItem> {
  try {
    return await pool.run(item, { signal: AbortSignal.timeout(MOST_MILLISECONDS) })
  } catch {
    return gaveUp(item)
  }
}

function gaveUp({ name, case: caseId, kind }: ImportItem): ReadItem {
  const fault = {
    line: 0,
    message: 'The file takes too long, or too much memory, to read.',
    remedy: 'Save it as plain text (UTF-8), or split it.',
  }
  const nothing = { characters: 0, words: 0, speakers: [], episodes: 0, events: 0, preview: [], dropped: [] }
  const report = { name, case: caseId, kind, isNewCase: true, encoding: '', faults: [fault], warnings: [], ...nothing }
  return { report, raw: '', structure: null }
}
