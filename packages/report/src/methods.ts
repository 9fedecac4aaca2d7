import { measures } from '@attune/agreement'
import type { Plan } from './content.ts'
import type { Finding } from './findings.ts'
import { grouped, labelOf } from './labels.ts'
import { listing } from './numbers.ts'

/** A paragraph for the methods section: what was computed how, after whom, and by which program. */
export function methodsText(findings: readonly Finding[], { interval, weights: asked }: Plan, version: string): string {
  const cited = new Map<string, string>()
  for (const { title, result } of findings) {
    const source = Object.values(measures).find(({ id }) => id === result.measure)?.source ?? ''
    cited.set(labelOf(title, result), source)
  }
  const computed = listing([...cited].map(([label, source]) => `${label} (${source})`))
  const levels = [...new Set(findings.map(({ level }) => level))]
  const rules = grouped(findings.map(({ title, missing }) => [missing, title]))
  const intervals = grouped(
    findings.flatMap(({ title, result }): [string, string][] =>
      result.estimate === null || result.interval === undefined
        ? []
        : [[result.interval.method, labelOf(title, result)]],
    ),
  )
  const drawn =
    interval.method === 'bootstrap'
      ? ` The bootstrap drew ${interval.resamples} samples of items, seed ${interval.seed}.`
      : ''
  const weights = asked === null ? '' : ` Weights: ${asked.name}.`
  return `Computed: ${computed}. Values were taken as ${listing(levels)}.${weights} Missing values: ${rules}. ${intervals === '' ? 'No intervals were computed.' : `Confidence intervals: ${intervals}.`}${drawn} What the data leave undefined is reported as undefined, not as 0 or 1. All computations: Attune ${version}, whose results “attune verify” compares with its reference cases.`
}
