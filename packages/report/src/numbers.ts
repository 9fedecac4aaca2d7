import type { Interval } from '@attune/agreement'
import { figure, interval, probability } from './figures.ts'
import { type Html, html } from './html.ts'

/** Two decimals with a real minus sign. */
export const shown = (value: number, bounded: boolean) => figure(value, bounded).replace('-', '−')

/** A number as it is read, with the full one behind it. */
export function datum(value: number, bounded: boolean): Html {
  return html`<data value="${String(value)}" title="${String(value)}">${shown(value, bounded)}</data>`
}

export const bounds = ({ lower, upper }: Pick<Interval, 'lower' | 'upper'>, bounded: boolean) =>
  interval(lower, upper, bounded).replaceAll('-inf', '−∞').replaceAll('inf', '∞').replaceAll('-', '−')

export const probabilityOf = (p: number) =>
  html`<data value="${String(p)}" title="${String(p)}">${probability(p)}</data>`

export const percent = (share: number) => `${Number((100 * share).toPrecision(4))} %`

/** Lists in a sentence: a, b and c. */
export function listing(parts: readonly string[]): string {
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}
