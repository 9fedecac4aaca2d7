import { t } from '../messages/index.ts'

const minus = '\u2212'
const noBreak = '\u00a0'

/** `0.7134` as `.71`: APA style for what cannot exceed 1, with a minus sign. */
export function formatCoefficient(value: number, digits = 2): string {
  const rounded = Math.abs(value).toFixed(digits)
  const sign = value < 0 && Number(rounded) !== 0 ? minus : ''
  return sign + rounded.replace(/^0(?=\.)/, '')
}

/** A number that may exceed 1, with its leading zero: `−0.42`, `5.50`. */
export function formatNumber(value: number, digits = 2): string {
  const rounded = Math.abs(value).toFixed(digits)
  return (value < 0 && Number(rounded) !== 0 ? minus : '') + rounded
}

/** A difference with its direction: `+0.42`, `−0.42`; `0.00` has none. */
export function formatSigned(value: number, digits = 2): string {
  const plus = value > 0 && Number(value.toFixed(digits)) !== 0 ? '+' : ''
  return plus + formatNumber(value, digits)
}

/** A score as the scale has it: `5`, `5.5`, `−1`. */
export function formatScore(value: number): string {
  return String(value).replace('-', minus)
}

/** `95 % CI [.55, .87]`; an open end is said in words. */
export function formatInterval(lower: number | null, upper: number | null, level = 0.95, digits = 2): string {
  const end = (value: number | null) => (value === null ? t().base.noBound : formatCoefficient(value, digits))
  return `${formatPercent(level)} CI${noBreak}[${end(lower)}, ${end(upper)}]`
}

/** `0.714` as `71 %`. */
export function formatPercent(share: number, digits = 0): string {
  return `${formatNumber(share * 100, digits)}${noBreak}%`
}

/** `p = .03`, `p < .001`. */
export function formatP(p: number): string {
  return p < 0.001 ? `p${noBreak}<${noBreak}.001` : `p${noBreak}=${noBreak}${formatCoefficient(p, p < 0.01 ? 3 : 2)}`
}

/** `1234` as `1,234`, in German as `1.234`. */
export function formatCount(count: number): string {
  return Math.round(count).toLocaleString(t().locale).replace('-', minus)
}

/** Seconds as `1:02:03` or `2:03.5`. */
export function formatSeconds(seconds: number): string {
  const whole = Math.floor(Math.abs(seconds))
  const rest = Math.round((Math.abs(seconds) - whole) * 1000) / 1000
  const pad = (value: number) => String(value).padStart(2, '0')
  const hours = Math.floor(whole / 3600)
  const clock = hours > 0 ? `${hours}:${pad(Math.floor(whole / 60) % 60)}` : `${Math.floor(whole / 60)}`
  return `${seconds < 0 ? minus : ''}${clock}:${pad(whole % 60)}${rest > 0 ? String(rest).slice(1) : ''}`
}
