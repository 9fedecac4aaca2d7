import type { ObservationRecord, RecordEvent } from '@attune/contract'
import { t } from '../../../messages/index.ts'
import type { Desk } from '../../desk.ts'
import type { EventAnnotation } from '../../turns.ts'
import { subjectLabel } from '../events/subjects.ts'
import { grouped, type LaneGroup } from './time-axis.ts'

export type By = 'code' | 'subject'

/** Height of a lane of coded events, and of one of the record. */
export const LANE = 22
const NOTED_LANE = 8
const MOST_LANES = 6

export type Placed<Item> = LaneGroup<Item> & { top: number; height: number; label: string }

/** Where each lane lies: the record above, by subject; what is coded below, by code or by subject. */
export function layOut(
  desk: Desk,
  record: ObservationRecord,
  coded: readonly EventAnnotation[],
  { by, markSeconds }: { by: By; markSeconds: number },
): { noted: Placed<RecordEvent>[]; coded: Placed<EventAnnotation>[]; height: number } {
  const subjects = [...desk.codebook.subjects.map(({ id }) => id), null]
  const known = new Set(subjects)
  const subjectOf = ({ subject }: { subject: string | null }) => (known.has(subject) ? subject : null)
  const noted = grouped(record.events, subjects, subjectOf, { markSeconds: markSeconds / 4, most: 3 })
  const groups =
    by === 'subject'
      ? grouped(coded, subjects, subjectOf, { markSeconds, most: MOST_LANES })
      : grouped(coded, codesUsed(desk), ({ code }) => code, { markSeconds, most: MOST_LANES })
  let top = 0
  const place = <Item>(group: LaneGroup<Item>, label: string, height: number): Placed<Item> => {
    const placed = { ...group, top, height, label }
    top += height
    return placed
  }
  return {
    noted: noted.map((group) => place(group, '', Math.max(14, group.count * NOTED_LANE + 4))),
    coded: groups.map((group) => place(group, labelOf(desk, by, group.key), group.count * LANE + 2)),
    height: Math.max(top, LANE),
  }
}

const codesUsed = (desk: Desk): string[] => desk.codebook.codes.map(({ id }) => id)

function labelOf(desk: Desk, by: By, key: string | null): string {
  if (by === 'code') return desk.codebook.codes.find(({ id }) => id === key)?.label ?? ''
  return key === null ? t().observations.others : subjectLabel(desk, key)
}
