import { addMedia, type CaseMedia, finishMedia, listCaseMedia, mediaPartSize, sendMediaPart } from '@attune/contract'
import { call } from '../base/call.ts'
import { Offline, Refused } from '../base/refused.ts'

type Place = { readonly study: string; readonly case: string }
type Track = Parameters<typeof call<typeof addMedia>>[2]['body']

/** Waits between tries when the network fails, in seconds. Afterwards the person decides. */
const pauses = [1, 3, 10, 30] as const

/** Registers a recording; one whose upload was interrupted is taken up again. */
export async function registerMedia(place: Place, track: Track): Promise<CaseMedia> {
  try {
    return await call(addMedia, place, { body: track })
  } catch (failure) {
    if (!(failure instanceof Refused) || failure.code !== 'already-exists') throw failure
    const { media } = await call(listCaseMedia, place)
    const begun = media.find((one) => one.sha256 === track.sha256 && one.place === 'lab' && !one.isReady)
    if (!begun) throw failure
    return begun
  }
}

/**
 * Sends a file part by part from where it stopped, and has it checked.
 *
 * @param onShare how much has arrived, 0 to 1.
 */
export async function sendMedia(
  place: Place,
  begun: CaseMedia,
  file: File,
  onShare: (share: number) => void,
): Promise<CaseMedia> {
  const where = { ...place, media: begun.id }
  let received = begun.received
  while (received < file.size) {
    onShare(received / file.size)
    received = await patiently(() => sendPart(where, file, received))
  }
  onShare(1)
  return call(finishMedia, where)
}

async function sendPart(where: Place & { media: string }, file: File, at: number): Promise<number> {
  const content = file.slice(at, at + mediaPartSize)
  try {
    return (await call(sendMediaPart, where, { query: { at }, content })).received
  } catch (failure) {
    const there = failure instanceof Refused && failure.code === 'stale' ? receivedIn(failure.current) : null
    if (there === null) throw failure
    return there
  }
}

function receivedIn(current: unknown): number | null {
  const isThere = typeof current === 'object' && current !== null && 'received' in current
  return isThere && typeof current.received === 'number' ? current.received : null
}

const isPassing = (failure: unknown): boolean =>
  failure instanceof Offline || (failure instanceof Refused && failure.code === 'not-ready')

async function patiently<Result>(work: () => Promise<Result>): Promise<Result> {
  for (const seconds of pauses) {
    try {
      return await work()
    } catch (failure) {
      if (!isPassing(failure)) throw failure
      await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
    }
  }
  return work()
}
