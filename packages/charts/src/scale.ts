/** From values to places on an axis. */
export function linear(low: number, high: number, from: number, to: number): (value: number) => number {
  const span = high - low
  return (value) => round(span === 0 ? (from + to) / 2 : from + ((value - low) / span) * (to - from))
}

/** A tenth of a pixel is enough, and keeps drawings small and the same everywhere. */
export const round = (place: number): number => Math.round(place * 10) / 10

/** About `count` round values from the lowest to the highest: steps of 1, 2 or 5 times a power of ten. */
export function ticks(low: number, high: number, count: number): number[] {
  const span = high - low
  if (!(span > 0)) return [low]
  const power = 10 ** Math.floor(Math.log10(span / count))
  const step = power * ([1, 2, 5].find((factor) => factor * power * count >= span) ?? 10)
  const first = Math.ceil(low / step - 1e-9)
  const last = Math.floor(high / step + 1e-9)
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)))
}

/** Lowest and highest of any number of values. */
export function extent(values: readonly number[]): [low: number, high: number] {
  return values.reduce<[number, number]>(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  )
}

/** Steps of lightness of one hue: 1 for nothing, then five of equal width, 6 for all. */
export const lightness = (share: number): number =>
  share <= 0 ? 1 : 1 + Math.max(1, Math.min(5, Math.ceil(share * 5 - 1e-9)))
