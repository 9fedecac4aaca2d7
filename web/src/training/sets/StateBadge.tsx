import type { TrainingSet } from '@attune/contract'
import { Badge } from '../../base/states.tsx'
import { t } from '../../messages/index.ts'

const kinds = { draft: 'plain', open: 'good', closed: 'warn' } as const

/** Draft, open or closed. */
export function StateBadge(props: { state: TrainingSet['state'] }) {
  return <Badge kind={kinds[props.state]}>{t().training.states[props.state]}</Badge>
}
