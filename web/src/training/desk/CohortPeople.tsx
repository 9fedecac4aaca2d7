import type { TrainingSet } from '@attune/contract'
import { useSearchParams } from '@solidjs/router'
import { Show } from 'solid-js'
import { Button } from '../../base/Button.tsx'
import { FailureNotice } from '../../base/states.tsx'
import { t } from '../../messages/index.ts'
import { CohortTable } from './CohortTable.tsx'
import { type Cohort, hasWithheld } from './cohort.ts'
import type { linesOf } from './lines.ts'
import type { Releasing } from './releasing.ts'
import { sortedBy, sortingFrom } from './sorting.ts'

type Props = {
  set: TrainingSet
  cohort: Cohort
  lines: ReturnType<typeof linesOf>
  releasing: Releasing
  /** The cell whose cases are shown. */
  opened: string | undefined
  onOpen: (cell: string) => void
}

/** Everybody on every variable, and what of it is released to them. */
export function CohortPeople(props: Props) {
  const [search, setSearch] = useSearchParams<{ sort?: string }>()
  const sorting = () => sortingFrom(search.sort, 'person')
  const chosen = () => props.releasing.chosen()
  return (
    <>
      <p class="quiet cohort__caption">
        {t().desk.cohort.caption} <Show when={props.lines.size > 0}>{t().desk.cohort.belowLegend}</Show>
      </p>
      <Show when={props.cohort.people.some(hasWithheld)}>
        <p class="quiet cohort__caption">{t().desk.cohort.withheldLegend}</p>
      </Show>
      <Show when={chosen().size > 0}>
        <div class="cohort__release">
          <Button look="primary" busy={props.releasing.pending()} onClick={() => props.releasing.runChosen()}>
            {t().desk.cohort.releaseChosen(chosen().size)}
          </Button>
          <span class="quiet">{t().desk.cohort.releaseHint[props.set.feedback]}</span>
        </div>
      </Show>
      <FailureNotice failure={props.releasing.failure()} />
      <div class="panel cohort-panel">
        <CohortTable
          cohort={props.cohort}
          lines={props.lines}
          sorting={sorting()}
          chosen={chosen()}
          opened={props.opened}
          isReleasing={props.releasing.pending()}
          onSort={(column) => setSearch({ sort: sortedBy(column, sorting()) }, { replace: true })}
          onChoose={props.releasing.choose}
          onRelease={(attempts) => void props.releasing.run(attempts)}
          onOpen={(cell) => props.onOpen(cell)}
        />
      </div>
    </>
  )
}
