import { describe, expect, it } from 'vitest'
import { formatAgo } from '../../../web/src/base/dates.tsx'
import {
  formatCoefficient,
  formatCount,
  formatInterval,
  formatNumber,
  formatP,
  formatPercent,
  formatSeconds,
  formatSigned,
} from '../../../web/src/base/numbers.ts'
import { t } from '../../../web/src/messages/index.ts'

describe('numbers on the screen', () => {
  it('have no leading zero where 1 cannot be exceeded, and a minus sign', () => {
    expect(formatCoefficient(0.7134)).toBe('.71')
    expect(formatCoefficient(-0.084)).toBe('−.08')
    expect(formatCoefficient(1)).toBe('1.00')
    expect(formatCoefficient(0.9999, 3)).toBe('1.000')
  })

  it('are never a negative zero', () => {
    expect(formatCoefficient(-0.001)).toBe('.00')
    expect(formatNumber(-0.001)).toBe('0.00')
  })

  it('keep the leading zero where 1 can be exceeded', () => {
    expect(formatNumber(-0.42)).toBe('−0.42')
    expect(formatNumber(5.5)).toBe('5.50')
  })

  it('say the direction of a difference, and none where it rounds to nothing', () => {
    expect([0.42, -0.42, 0, 0.004, -0.004].map((value) => formatSigned(value))).toEqual([
      '+0.42',
      '−0.42',
      '0.00',
      '0.00',
      '0.00',
    ])
    expect(formatSigned(2, 0)).toBe('+2')
  })

  it('stand with their interval, and say an open end in words', () => {
    expect(formatInterval(0.55, 0.87)).toBe('95\u00a0% CI\u00a0[.55, .87]')
    expect(formatInterval(-0.1, null, 0.9)).toBe('90\u00a0% CI\u00a0[−.10, no bound]')
  })

  it('round p down to no less than .001', () => {
    expect(formatP(0.0004)).toBe('p\u00a0<\u00a0.001')
    expect(formatP(0.004)).toBe('p\u00a0=\u00a0.004')
    expect(formatP(0.03)).toBe('p\u00a0=\u00a0.03')
  })

  it('count things with the right ending and group thousands', () => {
    expect(t().base.cases(1)).toBe('1 case')
    expect(t().base.cases(1234)).toBe('1,234 cases')
    expect(t().base.people(2)).toBe('2 people')
    expect(formatCount(1234567)).toBe('1,234,567')
    expect(formatPercent(0.714)).toBe('71\u00a0%')
  })

  it('show seconds as a clock', () => {
    expect(formatSeconds(83.4)).toBe('1:23.4')
    expect(formatSeconds(3723)).toBe('1:02:03')
    expect(formatSeconds(-5)).toBe('−0:05')
  })
})

describe('moments', () => {
  const now = Date.parse('2026-11-22T12:00:00Z')
  it('are said as people say them, and as a day once they are old', () => {
    expect(formatAgo('2026-11-22T11:59:30Z', now)).toBe('just now')
    expect(formatAgo('2026-11-22T11:55:00Z', now)).toBe('5 minutes ago')
    expect(formatAgo('2026-11-21T12:00:00Z', now)).toBe('yesterday')
    expect(formatAgo('2026-08-01T12:00:00Z', now)).toBe('1 Aug 2026')
  })
})
