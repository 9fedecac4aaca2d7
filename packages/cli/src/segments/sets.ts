import type { InputSummary } from '../agreement/json.ts'
import type { World } from '../world.ts'
import type { SegmentReading, SegmentSet } from './reading.ts'
import { readDocuments } from './rows.ts'
import { segmentationSet } from './segmentation.ts'
import { markSet } from './units.ts'

/** A file as what raters marked in each of its documents. */
export interface SegmentFile {
  readonly sets: readonly SegmentSet[]
  readonly input: InputSummary
  /** The column that names the documents, if there is one. */
  readonly item: string | null
}

/** @throws Refusal naming file, line and column of what cannot be read. */
export async function readSets(reading: SegmentReading, world: World): Promise<SegmentFile> {
  const file = await readDocuments(world, reading)
  const isCut = reading.layout === 'segments' || reading.layout === 'boundaries'
  const values = file.documents.flatMap(({ rows }) => rows.flatMap(({ value }) => (value === '' ? [] : [value])))
  const categories = isCut ? [] : (reading.categories ?? [...new Set(values)].toSorted())
  const sets = file.documents.map((document) =>
    isCut ? segmentationSet(document, file, reading) : markSet(document, file, reading, categories),
  )
  const raters = [...new Set(sets.flatMap((set) => set.raters))]
  return { sets, item: file.item, input: { items: sets.length, raters, categories, missing: 0 } }
}
