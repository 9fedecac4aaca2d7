import { isMeasureId, measures } from '@attune/agreement'
import { slotLabel } from '@attune/codebooks'
import type { ReliabilityQuery } from '@attune/contract'
import type { Finding, Plan, RatingSet } from '@attune/report'
import { type Computed, missingOf, type Subject } from './analysis.ts'

/** A result as the report and R take it. */
export function findingOf(
  { codebook, comparable }: Subject,
  { planned, result }: Computed,
  by: RatingSet['by'] = { variable: slotLabel(codebook, comparable.slot) },
): Finding {
  return {
    by,
    title: isMeasureId(planned.id) ? measures[planned.id].title : planned.label,
    level: levelOf(comparable.variable.kind),
    missing: missingOf(planned, result),
    result,
  }
}

function levelOf(kind: Subject['comparable']['variable']['kind']): Finding['level'] {
  if (kind === 'scale') return 'interval'
  return kind === 'count' || kind === 'duration' ? 'ratio' : 'nominal'
}

/** How this page computes, in the words of the report. */
export function planOf({ comparison, confidence }: Pick<ReliabilityQuery, 'comparison' | 'confidence'>): Plan {
  return {
    reference: comparison === 'master' ? 'master' : undefined,
    pairs: comparison === 'pairs',
    options: { confidence },
    interval: { method: 'analytic' },
    weights: null,
  }
}
