import type { TrainingProgress } from '@attune/contract'
import { formatPercent, formatSigned } from '../../base/numbers.ts'
import { t } from '../../messages/index.ts'
import { boundsWords } from '../figure-words.ts'

type Why = TrainingProgress['practise'][number]['why']

/** An outcome by its label; presence is said in the reader's language. */
export function outcomeWords(outcome: string): string {
  const { presence } = t().myTraining.progress.confusions
  return outcome === 'present' || outcome === 'absent' ? presence[outcome] : outcome
}

/** `95 % CI [64 %, 95 %]` of a share. */
export const shareInterval = (lower: number, upper: number): string =>
  boundsWords({ measure: 'percent-agreement', lower, upper, confidence: 0.95 })

/** By which figures something was chosen to be practised. */
export function practiseWords(why: Why): string {
  const words = t().myTraining.progress.practise.because
  switch (why.kind) {
    case 'confusion':
      return words.confusion({ ...why, master: outcomeWords(why.master), given: outcomeWords(why.given) })
    case 'bias':
      return words.bias({
        estimate: formatSigned(why.estimate),
        interval: boundsWords({ measure: 'bias', lower: why.lower, upper: why.upper, confidence: 0.95 }),
        n: why.n,
      })
    case 'share':
      return words.share({ ...why, interval: shareInterval(why.lower, why.upper) })
  }
}

type Curve = TrainingProgress['curve']

/** What the learning curve shows, in a sentence. */
export function curveWords(curve: Curve, line: number | null): string {
  const words = t().myTraining.progress.curve
  const recent = curve.findLast((one) => one.recent !== null)?.recent
  if (!recent) return words.onlyCases(curve.length)
  const now = words.now({
    share: formatPercent(recent.share),
    interval: shareInterval(recent.lower, recent.upper),
    items: recent.n,
    cases: recent.cases,
  })
  return now + (line === null ? '' : words.lineSentence(formatPercent(line), recent.share >= line))
}
