import type { CodebookFile, Coding, PlannedCoding, Rater, Segment, Simulation, TimedEvent } from './formats.ts'
import { simulateEvents, simulateSegments } from './passages.ts'
import { type Random, seededRandom } from './random.ts'
import { simulateRatings } from './ratings.ts'

export type DemoMaterial = {
  readonly simulation: Simulation
  readonly masters: readonly Coding[]
  readonly codebooks: readonly CodebookFile[]
  /** The transcript of a case, '' for an observation. */
  readonly textOf: (caseId: string) => string
}

/** The codings of some raters by file name; the same material gives the same codings. */
export function simulateCodings(material: DemoMaterial, raters: readonly Rater[]): Map<string, Coding> {
  return new Map(
    raters.flatMap((rater) => {
      const random = seededRandom(rater.seed)
      return rater.codings.map((planned, index) => {
        const [codebook = ''] = planned.codebook.split('@')
        const name = `${rater.coder}-${codebook}-${planned.case}.json`
        return [name, simulateCoding(material, rater, planned, index, random)] as const
      })
    }),
  )
}

function simulateCoding(
  material: DemoMaterial,
  rater: Rater,
  planned: PlannedCoding,
  index: number,
  random: Random,
): Coding {
  const same = (one: Coding) => one.case === planned.case && one.codebook === planned.codebook
  const master = material.masters.find(same)
  const codebook = material.codebooks.find((one) => `${one.id}@${one.version}` === planned.codebook)
  if (!master || !codebook)
    throw new RangeError(`No master coding or codebook for ${planned.case} ${planned.codebook}.`)
  const segments = master.annotations.filter((one): one is Segment => 'quote' in one)
  const events = master.annotations.filter((one): one is TimedEvent => 'onset' in one)
  return {
    case: planned.case,
    coder: rater.coder,
    codebook: planned.codebook,
    version: 1,
    submittedAt: submission(rater, index, random),
    memo: planned.memo,
    master: null,
    ratings: simulateRatings(master.ratings, codebook, rater, planned, random),
    annotations: [
      ...simulateSegments(segments, material.textOf(planned.case), rater, planned, random),
      ...simulateEvents(events, rater, planned, random),
    ],
  }
}

/** A time in office hours on the day planned. */
function submission({ firstDay, everyDays }: Rater, index: number, random: Random): string {
  const day = Date.parse(`${firstDay}T00:00:00.000Z`) + index * everyDays * 86_400_000
  const hour = random.pick([8, 9, 10, 11, 13, 14, 15, 16])
  const minute = random.pick([2, 7, 13, 19, 24, 28, 33, 41, 46, 52, 57])
  return new Date(day + hour * 3_600_000 + minute * 60_000).toISOString()
}
