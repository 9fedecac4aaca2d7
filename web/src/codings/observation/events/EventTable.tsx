import type { ObservationRecord } from '@attune/contract'
import { createEffect, createMemo, createSignal, For, on, Show } from 'solid-js'
import { Button } from '../../../base/Button.tsx'
import { TableFrame } from '../../../base/states.tsx'
import { t } from '../../../messages/index.ts'
import { useDesk } from '../../desk-context.ts'
import { ForAnnotations } from '../../ForAnnotations.tsx'
import { EventRow } from './EventRow.tsx'
import { codedEvents } from './event-actions.ts'
import { type Column, type Filter, type Order, rowsOf } from './event-rows.ts'
import { remarksOn } from './event-state.ts'

/** So many rows are shown at once: thousands of fields would make every stroke slow. */
const PAGE = 50

/** What this coder coded. Everything about an event is changed where it stands; headings sort. */
export function EventTable(props: { record: ObservationRecord }) {
  const { desk, sight } = useDesk()
  const [filter, setFilter] = createSignal<Filter>({ words: '', onlyRemarks: false })
  const [order, setOrder] = createSignal<Order>({ column: 'onset', isDescending: false })
  const [wanted, setWanted] = createSignal(0)
  const all = createMemo(() => codedEvents(desk))
  const remarks = createMemo(() => remarksOn(desk.codebook, all()))
  const rows = createMemo(() => rowsOf(desk, all(), remarks(), { filter: filter(), order: order() }))
  const pages = () => Math.max(1, Math.ceil(rows().length / PAGE))
  const page = () => Math.min(wanted(), pages() - 1)
  const shown = createMemo(() => rows().slice(page() * PAGE, (page() + 1) * PAGE))
  // The page goes to what is raised; changing pages afterwards is the reader's.
  createEffect(
    on(sight.raised, (raised) => {
      const at = rows().findIndex(({ id }) => id === raised)
      if (at >= 0) setWanted(Math.floor(at / PAGE))
    }),
  )
  const sortBy = (column: Column) =>
    setOrder((was) => ({ column, isDescending: was.column === column && !was.isDescending }))
  return (
    <>
      <div class="event-filter">
        <label class="field">
          <span class="raised__title">{t().observations.filter}</span>
          <input
            class="input input--small"
            type="search"
            value={filter().words}
            onInput={(event) => setFilter({ ...filter(), words: event.currentTarget.value })}
          />
        </label>
        <label class="check">
          <input
            type="checkbox"
            checked={filter().onlyRemarks}
            onChange={(event) => setFilter({ ...filter(), onlyRemarks: event.currentTarget.checked })}
          />
          {t().observations.onlyRemarks(remarks().size)}
        </label>
      </div>
      <TableFrame label={t().observations.codedEvents}>
        <table class="table table--compact">
          <caption>{t().observations.shownOf(rows().length, all().length)}</caption>
          <thead>
            <tr>
              <For each={columns}>
                {(column) => (
                  <th
                    scope="col"
                    classList={{ number: column === 'onset' || column === 'offset' }}
                    aria-sort={
                      order().column !== column ? undefined : order().isDescending ? 'descending' : 'ascending'
                    }
                  >
                    <button type="button" class="sort" onClick={() => sortBy(column)}>
                      {heading(column)}
                      <span aria-hidden="true">
                        {order().column !== column ? '' : order().isDescending ? ' ↓' : ' ↑'}
                      </span>
                    </button>
                  </th>
                )}
              </For>
              <th scope="col">{t().observations.how}</th>
              <th scope="col">{t().observations.episode}</th>
              <th scope="col">{t().observations.remark}</th>
            </tr>
          </thead>
          <tbody>
            <ForAnnotations
              each={shown()}
              fallback={
                <tr>
                  <td colspan="7" class="quiet">
                    {all().length === 0 ? t().observations.none : t().observations.noneFits}
                  </td>
                </tr>
              }
            >
              {(annotation) => (
                <EventRow record={props.record} event={annotation()} remark={remarks().get(annotation().id)} />
              )}
            </ForAnnotations>
          </tbody>
        </table>
      </TableFrame>
      <Show when={pages() > 1}>
        <nav class="button-row event-pages" aria-label={t().observations.pages}>
          <Button small disabled={page() === 0} onClick={() => setWanted(page() - 1)}>
            {t().observations.before}
          </Button>
          <span>{t().observations.page(page() + 1, pages())}</span>
          <Button small disabled={page() === pages() - 1} onClick={() => setWanted(page() + 1)}>
            {t().observations.after}
          </Button>
        </nav>
      </Show>
    </>
  )
}

const columns: readonly Column[] = ['code', 'onset', 'offset', 'subject']

function heading(column: Column): string {
  const { code, from, to, who } = t().observations
  return { code, onset: from, offset: to, subject: who }[column]
}
