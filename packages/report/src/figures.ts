/** Two decimals; bounded figures lose the zero before the point, as the APA style has it: .49, -.08, 1.00. */
export function figure(value: number, bounded: boolean): string {
  const digits = value.toFixed(2)
  const unsigned = Number(digits) === 0 ? '0.00' : digits
  return bounded ? unsigned.replace(/^(-?)0\./, '$1.') : unsigned
}

/** Three decimals, and `< .001` below. */
export function probability(p: number): string {
  return p < 0.001 ? '< .001' : p.toFixed(3).replace(/^0\./, '.')
}

export function interval(lower: number | null, upper: number | null, bounded: boolean): string {
  const bound = (value: number | null, open: string) => (value === null ? open : figure(value, bounded))
  return `[${bound(lower, '-inf')}, ${bound(upper, 'inf')}]`
}
