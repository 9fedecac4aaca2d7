export type Comparison = {
  readonly what: string
  readonly size: number
  /** Ours and the plain way; both give the number they computed, which must agree. */
  readonly ours: () => number
  readonly plain: () => number
}

export type Timing = {
  readonly what: string
  readonly size: number
  readonly ours: number
  readonly plain: number
  readonly ratio: number
}

const rounds = 7

/** Both ways by turns in one run, so that a busy machine slows them alike; the median of the rounds counts. */
export function compare({ what, size, ours, plain }: Comparison): Timing {
  const results = [ours(), plain()]
  const [our = Number.NaN, their = Number.NaN] = results
  if (!(Math.abs(our - their) < 1e-9)) throw new Error(`${what}: ours is ${our}, the plain loop gives ${their}`)
  const times = { ours: [] as number[], plain: [] as number[] }
  for (let round = 0; round < rounds; round++) {
    times.ours.push(milliseconds(ours))
    times.plain.push(milliseconds(plain))
  }
  const [mine, theirs] = [median(times.ours), median(times.plain)]
  return { what, size, ours: mine, plain: theirs, ratio: mine / theirs }
}

function milliseconds(work: () => number): number {
  const begun = performance.now()
  work()
  return performance.now() - begun
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

export function timingTable(timings: readonly Timing[]): string {
  const width = Math.max(...timings.map(({ what }) => what.length))
  const rows = timings.map(
    ({ what, size, ours, plain, ratio }) =>
      what.padEnd(width) + size.toLocaleString('en').padStart(12) + figure(ours) + figure(plain) + figure(ratio),
  )
  const head =
    ''.padEnd(width) + 'items'.padStart(12) + ['ours ms', 'loop ms', 'ratio'].map((name) => name.padStart(10)).join('')
  return [head, ...rows].join('\n')
}

const figure = (value: number) => value.toFixed(2).padStart(10)
