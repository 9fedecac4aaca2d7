import type { TrainingSet } from '@attune/contract'
import { useNavigate, useSearchParams } from '@solidjs/router'
import { createMemo, Show } from 'solid-js'
import { createShortcuts } from '../../base/shortcuts.ts'
import { useStudy } from '../../base/study.tsx'
import { t } from '../../messages/index.ts'
import { behindOf } from './behind.ts'
import { CasesBehind } from './CasesBehind.tsx'
import { CohortFiles } from './CohortFiles.tsx'
import { CohortFinding } from './CohortFinding.tsx'
import { CohortPeople } from './CohortPeople.tsx'
import { Confusions } from './Confusions.tsx'
import { type Cohort, cellsOf } from './cohort.ts'
import { linesOf, weakestOf } from './lines.ts'
import { Requests } from './Requests.tsx'
import { createReleasing } from './releasing.ts'

/** What waits, everybody on every variable, and what they confuse; the cases behind a number open below it. */
export function CohortDesk(props: { set: TrainingSet; cohort: Cohort; onChanged: () => void }) {
  const { study } = useStudy()
  const navigate = useNavigate()
  const [search, setSearch] = useSearchParams<{ open?: string }>()
  const where = () => ({ study: study().id, set: props.set.id })
  const releasing = createReleasing(where, () => props.onChanged())
  const lines = createMemo(() => linesOf(props.cohort, props.set.criterion, study().criteria))
  const behind = createMemo(() => behindOf(props.cohort, search.open))
  const open = (what: string | null) => setSearch({ open: search.open === what ? null : what }, { replace: true })
  /** What is opened of a kind: `cell:…` or `confusion:…`. */
  const opened = (kind: string) =>
    search.open?.startsWith(`${kind}:`) ? search.open.slice(kind.length + 1) : undefined
  // Who came by keyboard goes on where the list was opened.
  const close = () => {
    const opener = document.querySelector<HTMLElement>('.desk [aria-pressed="true"]')
    open(null)
    opener?.focus()
  }
  createShortcuts(
    () => t().desk.cohort.title,
    () => {
      const { items, release, close: closeList } = t().desk.cohort.keys
      const { study: at, set } = where()
      return [
        { keys: 'i', label: items, run: () => navigate(`/studies/${at}/training/sets/${set}/items`) },
        { keys: 'r', label: release, run: () => releasing.chosen().size > 0 && releasing.runChosen() },
        { keys: 'Escape', label: closeList, run: () => (search.open ? close() : false) },
      ]
    },
  )
  const list = () => <Show when={behind()}>{(one) => <CasesBehind behind={one()} onClose={close} />}</Show>
  const confusion = () => opened('confusion')
  return (
    <div class="stack stack--wide desk">
      <CohortFinding
        set={props.set}
        cohort={props.cohort}
        weakest={weakestOf(props.cohort, cellsOf(props.cohort), lines())}
      />
      <Requests people={props.cohort.people} onDecided={props.onChanged} />
      <div class="stack">
        <CohortPeople
          set={props.set}
          cohort={props.cohort}
          lines={lines()}
          releasing={releasing}
          opened={opened('cell')}
          onOpen={(cell) => open(`cell:${cell}`)}
        />
        <Show when={confusion() === undefined}>{list()}</Show>
      </div>
      <div class="stack">
        <Confusions
          confusions={props.cohort.confusions}
          opened={confusion() === undefined ? undefined : Number(confusion())}
          onOpen={(index) => open(`confusion:${index}`)}
        />
        <Show when={confusion() !== undefined}>{list()}</Show>
      </div>
      <CohortFiles set={props.set.id} />
    </div>
  )
}
