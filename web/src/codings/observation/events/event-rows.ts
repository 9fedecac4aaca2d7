import type { Desk } from '../../desk.ts'
import { codeLabel } from '../../evidence.ts'
import type { EventAnnotation } from '../../turns.ts'
import type { Remark } from './event-state.ts'
import { subjectLabel } from './subjects.ts'

export type Column = 'code' | 'onset' | 'offset' | 'subject'
export type Order = { column: Column; isDescending: boolean }
export type Filter = { words: string; onlyRemarks: boolean }

/** The rows of the table: those that fit the filter, in the order that was asked for, and of equal ones by time. */
export function rowsOf(
  desk: Desk,
  events: readonly EventAnnotation[],
  remarks: ReadonlyMap<string, Remark>,
  { filter, order }: { filter: Filter; order: Order },
): EventAnnotation[] {
  const words = filter.words.trim().toLowerCase()
  const isMeant = (event: EventAnnotation) => {
    if (filter.onlyRemarks && !remarks.has(event.id)) return false
    if (words === '') return true
    return `${codeLabel(desk, event)} ${subjectLabel(desk, event.subject)} ${event.memo}`.toLowerCase().includes(words)
  }
  const sign = order.isDescending ? -1 : 1
  const compare = comparing(desk, order.column)
  return events.filter(isMeant).toSorted((one, other) => sign * compare(one, other) || one.onset - other.onset)
}

type Compare = (one: EventAnnotation, other: EventAnnotation) => number

function comparing(desk: Desk, column: Column): Compare {
  switch (column) {
    case 'code':
      return (one, other) => codeLabel(desk, one).localeCompare(codeLabel(desk, other))
    case 'onset':
      return (one, other) => one.onset - other.onset
    case 'offset':
      return (one, other) => endOf(one) - endOf(other)
    case 'subject':
      return (one, other) => subjectLabel(desk, one.subject).localeCompare(subjectLabel(desk, other.subject))
  }
}

/** What has no end comes last: as a number, so that two of them are equal. */
const endOf = (event: EventAnnotation): number => event.offset ?? Number.MAX_VALUE
