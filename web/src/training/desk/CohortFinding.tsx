import type { TrainingSet } from '@attune/contract'
import { createMemo, Show } from 'solid-js'
import { t } from '../../messages/index.ts'
import { type Cohort, countsOf } from './cohort.ts'
import type { weakestOf } from './lines.ts'

/** How many are there, and what waits: the two minutes of somebody in a hurry. */
export function CohortFinding(props: { set: TrainingSet; cohort: Cohort; weakest: ReturnType<typeof weakestOf> }) {
  const words = () => t().desk.cohort.finding
  const counts = createMemo(() => countsOf(props.cohort))
  return (
    <div class="desk__finding">
      <p>
        {props.set.criterion ? words().met(counts().met, counts().all) : words().done(counts().done, counts().all)}{' '}
        {words().rest(counts().running, counts().notBegun)}{' '}
        <Show when={props.weakest}>{(one) => words().lowest(one().label, one().below, one().of)}</Show>
      </p>
      <p>
        <strong>{words().waits(counts().results, counts().requests)}</strong>
      </p>
    </div>
  )
}
