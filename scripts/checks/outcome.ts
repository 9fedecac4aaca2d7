export type Counts = { readonly passed: number; readonly failed: number; readonly skipped: number }

export type Outcome = Counts & { readonly stage: string; readonly seconds: number }

export const ofOne = (succeeded: boolean): Counts => ({
  passed: succeeded ? 1 : 0,
  failed: succeeded ? 0 : 1,
  skipped: 0,
})

export const together = (all: readonly Counts[]): Counts => ({
  passed: all.reduce((sum, one) => sum + one.passed, 0),
  failed: all.reduce((sum, one) => sum + one.failed, 0),
  skipped: all.reduce((sum, one) => sum + one.skipped, 0),
})

/** The closing line, which continuous integration reads: alone on its line, and the last one. */
export const closingLine = ({ passed, failed, skipped }: Counts): string =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`

export function table(outcomes: readonly Outcome[]): string {
  const width = Math.max(5, ...outcomes.map(({ stage }) => stage.length))
  const row = (stage: string, cells: readonly string[]) =>
    `  ${stage.padEnd(width)}${cells.map((cell) => cell.padStart(9)).join('')}`
  const rows = outcomes.map((one) =>
    row(one.stage, [`${one.passed}`, `${one.failed}`, `${one.skipped}`, `${one.seconds.toFixed(1)} s`]),
  )
  return [row('stage', ['passed', 'failed', 'skipped', 'time']), ...rows].join('\n')
}
