import { expect, it } from 'vitest'
import { monthsLater } from '../../../api/src/certificates/dates.ts'

it.each([
  ['2026-01-31T10:00:00.000Z', 1, '2026-02-28T10:00:00.000Z'],
  ['2027-12-31T10:00:00.000Z', 2, '2028-02-29T10:00:00.000Z'],
  ['2026-03-02T09:00:00.000Z', 12, '2027-03-02T09:00:00.000Z'],
  ['2026-08-31T23:59:59.999Z', 18, '2028-02-29T23:59:59.999Z'],
])('%s and %i months is %s', (from, months, then) => {
  expect(monthsLater(from, months)).toBe(then)
})
