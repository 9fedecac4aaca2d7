import { isMeasureId, type Measure, type MeasureId, measures } from '@attune/agreement'
import { counted } from '@attune/report'
import { QUESTIONS } from '../choose/questions.ts'
import type { Choice, Chosen } from '../choose/suits.ts'
import type { World } from '../world.ts'
import { kindFor, layoutsOf, usual } from './plan.ts'
import type { SegmentReading, SegmentSet } from './reading.ts'
import { readSets, type SegmentFile } from './sets.ts'

const COUNT_GAPS: readonly MeasureId[] = ['u-alpha-1995', 'u-alpha-2016', 'duration-kappa', 'time-unit-kappa']
/** What no default could stand for. */
const TO_SAY: Readonly<Partial<Record<MeasureId, string>>> = {
  'event-match': '--tolerance',
  'event-kappa': '--tolerance',
  'time-unit-kappa': '--step',
}

/** Which coefficients suit what was marked in the documents of a file; all of them are of one kind. */
export async function chooseSegments(reading: SegmentReading, world: World) {
  const file = await readSets(reading, world)
  const { raters, categories } = file.input
  const most = Math.max(0, ...file.sets.map((set) => set.raters.length))
  const computed = most < 2 ? [] : usual(reading, most)
  const choices = Object.values<Measure>(measures).flatMap(({ id, family }) =>
    isMeasureId(id) && (family === 'segments' || family === 'events')
      ? [choiceOf(id, file, reading, most, computed.includes(id))]
      : [],
  )
  const what = `${counted(file.sets.length, 'document')}, ${counted(raters.length, 'rater')} (${raters.join(', ')}), ${reading.layout}.`
  const chosen: Chosen = { by: {}, raters, level: 'nominal', categories, described: what, choices }
  return { found: [chosen], input: file.input }
}

function choiceOf(id: MeasureId, file: SegmentFile, reading: SegmentReading, most: number, isUsual: boolean): Choice {
  const against = reasonsAgainst(id, file.sets, reading, most)
  const suits = against.length === 0
  const option = TO_SAY[id]
  return {
    id,
    title: measures[id].title,
    family: measures[id].family,
    suits,
    usual: suits && isUsual,
    answers: QUESTIONS[id] ?? '',
    reasons: suits ? (option === undefined ? [] : [`It needs ${option}, which has no default.`]) : against,
  }
}

function reasonsAgainst(id: MeasureId, sets: readonly SegmentSet[], reading: SegmentReading, most: number): string[] {
  const { tables, raters }: Measure = measures[id]
  const kind = kindFor(id, sets[0]?.kinds ?? [])
  if (kind === undefined) return [`It takes --layout ${layoutsOf(tables)}.`]
  const hasMoments = sets.some(({ marked }) => marked.marks.some(({ end }) => end === null))
  return [
    ...(kind === 'units' && hasMoments ? ['It needs the end of each event; some are moments.'] : []),
    ...(COUNT_GAPS.includes(id) && reading.length === null
      ? ['It counts gaps: say the --length of what was worked on.']
      : []),
    ...(raters === 2 && most > 2 ? [`It compares two raters; there are ${most}. Choose a pair.`] : []),
    ...(most < 2 ? ['It needs two raters.'] : []),
  ]
}
