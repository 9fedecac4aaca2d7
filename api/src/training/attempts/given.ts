import type { Workspace } from '@attune/contract'
import type { Db } from '../../base/database/database.ts'
import type { Training } from '../scope.ts'

type Given = NonNullable<Workspace['training']>['given'][number]

const keyOf = (unit: Given): string =>
  unit.unit === 'segment' ? `segment ${unit.start} ${unit.end}` : `event ${unit.onset} ${unit.offset}`

/** Whether an annotation lies exactly on one of the units that were given. */
export function liesOn(given: readonly Given[], unit: Given): boolean {
  const key = keyOf(unit)
  return given.some((one) => keyOf(one) === key)
}

/** Where the main master's annotations of the trained codes begin and end: distinct, in order, and nothing else of them. */
export async function givenUnits(
  db: Db,
  { content }: Training,
  studyCase: string,
  codes: readonly { readonly id: string }[],
): Promise<Given[]> {
  if (content.scope.units !== 'given' || codes.length === 0) return []
  const rows = await db
    .selectFrom('annotation')
    .innerJoin('master', 'master.coding', 'annotation.coding')
    .select(['annotation.unit', 'annotation.span_start', 'annotation.span_end'])
    .select(['annotation.onset', 'annotation.offset_at'])
    .distinct()
    .where('master.study_case', '=', studyCase)
    .where('master.codebook_version', '=', content.codebookVersion)
    .where('master.is_additional', '=', 0)
    .where('master.ended_at', 'is', null)
    .where('annotation.removed_at', 'is', null)
    .where(
      'annotation.code',
      'in',
      codes.map(({ id }) => id),
    )
    .orderBy('annotation.span_start')
    .orderBy('annotation.span_end')
    .orderBy('annotation.onset')
    .orderBy('annotation.offset_at')
    .execute()
  return rows.map(({ unit, span_start, span_end, onset, offset_at }) =>
    unit === 'segment'
      ? { unit, start: span_start ?? 0, end: span_end ?? 0 }
      : { unit, onset: onset ?? 0, offset: offset_at },
  )
}
