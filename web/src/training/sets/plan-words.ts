import type { ChanceToPass } from '@attune/contract'
import { formatCoefficient, formatPercent } from '../../base/numbers.ts'
import type { Datum } from '../../charts/chart-data.ts'
import { t } from '../../messages/index.ts'
import { mainQualities, type QualityName } from './plan.ts'

/** The finding first: "With 20 cases a coder of true kappa .60 passes 23 % of the time; one of .80 passes 91 % of the time." */
export function sentenceOf(points: readonly ChanceToPass[], name: QualityName): string {
  const words = t().training.planning
  const [first, second] = mainQualities.flatMap((quality) => points.find((point) => point.quality === quality) ?? [])
  if (!first) return ''
  const part = (point: ChanceToPass) => ({ quality: formatCoefficient(point.quality), chance: chanceInWords(point) })
  const begin = words.sentence[name]({ ...part(first), cases: first.cases })
  return second ? `${begin}${words.andAnother(part(second))}` : `${begin}.`
}

/** A chance as it is read; what happens rarely, or nearly always, keeps a tenth. */
export function chanceInWords({ chance }: Pick<ChanceToPass, 'chance'>): string {
  const isNearEnd = (chance > 0 && chance < 0.01) || (chance > 0.99 && chance < 1)
  return formatPercent(chance, isNearEnd ? 1 : 0)
}

export const chanceDatum = ({ chance }: ChanceToPass): Datum => ({ shown: formatPercent(chance, 1), value: chance })

/** `[20.1 %, 25.3 %]` of a simulation; an exact chance has none. */
export function intervalOf({ lower, upper }: ChanceToPass): string {
  return lower === null || upper === null ? '' : `[${formatPercent(lower, 1)}, ${formatPercent(upper, 1)}]`
}
