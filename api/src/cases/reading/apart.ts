import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import type { ImportItem } from '@attune/contract'
import type { ReadItem } from './read-item.ts'

const MOST_MILLISECONDS = 20_000
const HEAP_MEGABYTES = 512

/** One import at a time: its memory is then the limit, however many people import. */
let earlier: Promise<unknown> = Promise.resolve()

/**
 * Reads files without storing anything, in a process of its own. What somebody made to exhaust the reader ends that
 * process and is a fault of that file; a thread would take the server with it when its memory runs out.
 */
export function readApart(items: readonly ImportItem[]): Promise<ReadItem[]> {
  const turn = earlier.then(() => readInTurn(items))
  earlier = turn.catch(() => undefined)
  return turn
}

async function readInTurn(items: readonly ImportItem[]): Promise<ReadItem[]> {
  let reader = startReader()
  const read: ReadItem[] = []
  try {
    for (const item of items) {
      const answer = await ask(reader, item)
      read.push(answer ?? gaveUp(item))
      if (answer === null) {
        reader.kill('SIGKILL')
        reader = startReader()
      }
    }
    return read
  } finally {
    reader.kill('SIGKILL')
  }
}

const startReader = (): ChildProcess =>
  fork(new URL('./reader.ts', import.meta.url), {
    execArgv: [`--max-old-space-size=${HEAP_MEGABYTES}`],
    serialization: 'advanced',
    // Its last words when memory runs out are for nobody; neither does it inherit settings with secrets.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: {},
  })

/** The answer of the reader; null if it ended without one, or takes too long. */
async function ask(reader: ChildProcess, item: ImportItem): Promise<ReadItem | null> {
  const over = new AbortController()
  const signal = AbortSignal.any([over.signal, AbortSignal.timeout(MOST_MILLISECONDS)])
  const answered = once(reader, 'message', { signal }).then(([answer]: ReadItem[]) => answer ?? null)
  const ended = once(reader, 'exit', { signal }).then(() => null)
  reader.send(item)
  try {
    return await Promise.race([answered, ended])
  } catch {
    return null
  } finally {
    over.abort()
    await Promise.allSettled([answered, ended])
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
