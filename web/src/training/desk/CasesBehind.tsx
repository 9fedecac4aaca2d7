import { A } from '@solidjs/router'
import { createEffect, createSignal, For, on, Show } from 'solid-js'
import { arrowsInList } from '../../base/arrows.ts'
import { Button } from '../../base/Button.tsx'
import { CheckField } from '../../base/Field.tsx'
import { Badge, Meter, Panel } from '../../base/states.tsx'
import { useStudy } from '../../base/study.tsx'
import { t } from '../../messages/index.ts'
import type { Behind, CaseBehind } from './behind.ts'

/** The cases behind a cell or a confusion; each leads to the passage, side by side with the master. */
export function CasesBehind(props: { behind: Behind; onClose: () => void }) {
  const [isFiltered, setFiltered] = createSignal(false)
  const words = () => t().desk.cohort.behind
  const counted = () => props.behind.cases.flatMap(({ items }) => (items ? [items] : []))
  const differs = ({ items }: CaseBehind) => items === null || items.agreed < items.compared
  const shown = () => props.behind.cases.filter((one) => !isFiltered() || differs(one))
  const sum = (of: 'agreed' | 'compared') => counted().reduce((total, items) => total + items[of], 0)
  let place!: HTMLDivElement
  createEffect(
    on(
      () => props.behind.title,
      () => {
        setFiltered(false)
        place.focus({ preventScroll: true })
        place.scrollIntoView({ block: 'nearest' })
      },
    ),
  )
  return (
    <div class="behind" ref={place} tabindex="-1">
      <Panel
        title={props.behind.title}
        intro={counted().length > 0 ? words().sentence(sum('agreed'), sum('compared'), counted().length) : undefined}
        actions={
          <Button small look="quiet" icon="cross" onClick={() => props.onClose()}>
            {words().close}
          </Button>
        }
      >
        <Show when={counted().some(({ agreed, compared }) => agreed < compared) && counted().length > 1}>
          <CheckField label={words().onlyDifferent} checked={isFiltered()} onCheck={setFiltered} />
        </Show>
        <ul class="plain-list behind__list" onKeyDown={arrowsInList}>
          <For each={shown()} fallback={<li>{words().none}</li>}>
            {(one) => <Line one={one} variable={props.behind.variable} />}
          </For>
        </ul>
      </Panel>
    </div>
  )
}

function Line(props: { one: CaseBehind; variable: string }) {
  const { study } = useStudy()
  const one = () => props.one
  const href = () =>
    `/studies/${study().id}/training/attempts/${one().attempt}/cases/${one().position}?item=${encodeURIComponent(props.variable)}`
  return (
    <li>
      <A href={href()} aria-label={t().desk.cohort.behind.compare(`${one().caseId}, ${one().person}`)} data-stop>
        {one().caseId}
      </A>
      <span class="quiet">
        {one().person}, {t().desk.cohort.attempt(one().number)}
      </span>
      <Show when={one().items}>{(items) => <Items agreed={items().agreed} compared={items().compared} />}</Show>
    </li>
  )
}

/** One item agrees or differs; of several, how many. */
function Items(props: { agreed: number; compared: number }) {
  const words = () => t().desk.cohort.behind.agreed(props.agreed, props.compared)
  const feedback = () => t().myTraining.feedback
  return (
    <Show
      when={props.compared > 1}
      fallback={
        <Badge kind={props.agreed === 1 ? 'good' : 'warn'}>
          <span aria-hidden="true">{props.agreed === 1 ? '=' : '≠'}</span>{' '}
          {props.agreed === 1 ? feedback().agrees : feedback().differs}
        </Badge>
      }
    >
      <span class="behind__items">
        <Meter value={props.agreed} of={props.compared} label={words()} />
        <span class="tabular">{words()}</span>
      </span>
    </Show>
  )
}
