import type { Annotation, exportAnnotations, Material, Query } from '@attune/contract'
import type { AnnotationRow } from '@attune/exchange'
import type { Db } from '../base/database/database.ts'
import { findMaterial, materialOf } from '../cases/queries.ts'
import { annotationsOf } from '../codings/queries.ts'
import { countedCodings, findCodebook } from './queries.ts'

function placed(
  material: Material | null,
  annotation: Annotation,
): Pick<AnnotationRow, 'annotation' | 'turns' | 'quote'> {
  if (annotation.unit === 'event' || material?.kind !== 'transcript') return { annotation, turns: null, quote: null }
  const { start, end } = annotation
  const touched = material.turns.filter((turn) => turn.end > start && turn.start < end)
  const [first, last] = [touched[0], touched.at(-1)]
  return {
    annotation,
    turns: first && last ? [first.number, last.number] : null,
    quote: material.text.slice(start, end),
  }
}

/**
 * The annotations of the codings that count on the reliability page: by case, then rater, then in the order of the
 * material. Drafts are nobody's but their coder's.
 */
export async function annotationRows(
  db: Db,
  study: string,
  { codebookVersion }: Query<typeof exportAnnotations>,
): Promise<AnnotationRow[]> {
  const { id, version } = await findCodebook(db, study, codebookVersion)
  const rows: AnnotationRow[] = []
  for (const coding of await countedCodings(db, study, codebookVersion)) {
    const found = await findMaterial(db, coding.case)
    const material = found === undefined ? null : materialOf(found)
    const shared = {
      case: coding.caseName,
      rater: coding.login,
      role: coding.rater.isMaster ? 'master' : coding.role,
      codingVersion: coding.version,
      codebook: `${id} ${version}`,
      submittedAt: coding.submittedAt,
    }
    const annotations = await annotationsOf(db, coding.coding)
    rows.push(...annotations.map((annotation) => ({ ...shared, ...placed(material, annotation) })))
  }
  return rows
}
