import { createEffect, createSignal, For, on, Show } from 'solid-js'
import { arrowsInTable } from '../base/arrows.ts'
import { Button } from '../base/Button.tsx'
import { Badge, EmptyState, TableFrame } from '../base/states.tsx'
import { t } from '../messages/index.ts'
import type { ProgressCase, ProgressCoding, ProgressPerson } from './progress.ts'
import { StateMark } from './StateMark.tsx'

type Props = {
  cases: readonly ProgressCase[]
  people: readonly ProgressPerson[]
  cells: ReadonlyMap<string, ProgressCoding>
  codebookVersion: string
  /** Cases chosen for assigning; undefined when nothing is assigned now. */
  selected: ReadonlySet<string> | undefined
  onSelect: (cases: ReadonlySet<string>) => void
  onOpen: (coding: string) => void
}

const rowsAtOnce = 100

/** One row a case, one column a person. Arrow keys move between codings, Enter opens one. */
export function Matrix(props: Props) {
  const [rows, setRows] = createSignal(rowsAtOnce)
  createEffect(
    on(
      () => props.codebookVersion,
      () => setRows(rowsAtOnce),
      { defer: true },
    ),
  )
  const shown = () => props.cases.slice(0, rows())
  const isAllSelected = () => props.cases.length > 0 && props.cases.every((one) => props.selected?.has(one.id))
  const toggle = (ids: readonly string[], isOn: boolean) => {
    const next = new Set(props.selected)
    for (const id of ids) isOn ? next.add(id) : next.delete(id)
    props.onSelect(next)
  }
  return (
    <Show
      when={props.cases.length > 0}
      fallback={
        <div class="panel">
          <EmptyState title={t().studies.noneLikeThat}>{t().studies.noneLikeThatAdvice}</EmptyState>
        </div>
      }
    >
      <div class="panel matrix" data-selecting={props.selected ? '' : undefined}>
        <TableFrame label={t().studies.matrix}>
          <table class="table table--compact" onKeyDown={arrowsInTable}>
            <thead>
              <tr>
                <Show when={props.selected}>
                  <th class="matrix__check">
                    <label class="matrix__tick">
                      <input
                        type="checkbox"
                        aria-label={t().studies.selectAll}
                        checked={isAllSelected()}
                        onChange={(event) =>
                          toggle(
                            props.cases.map((one) => one.id),
                            event.currentTarget.checked,
                          )
                        }
                      />
                    </label>
                  </th>
                </Show>
                <th scope="col" class="matrix__case">
                  {t().studies.case}
                </th>
                <For each={props.people}>{(person) => <PersonHead person={person} />}</For>
              </tr>
            </thead>
            <tbody>
              <For each={shown()}>
                {(one, row) => (
                  <tr>
                    <Show when={props.selected}>
                      {(selected) => (
                        <td class="matrix__check">
                          <label class="matrix__tick">
                            <input
                              type="checkbox"
                              aria-label={t().studies.selectCase(one.case)}
                              checked={selected().has(one.id)}
                              onChange={(event) => toggle([one.id], event.currentTarget.checked)}
                            />
                          </label>
                        </td>
                      )}
                    </Show>
                    <CaseHead case={one} codebookVersion={props.codebookVersion} />
                    <For each={props.people}>
                      {(person, column) => (
                        <td>
                          <Cell
                            place={`${row()}:${column()}`}
                            coding={props.cells.get(`${one.id}:${person.id}`)}
                            label={t().studies.cell(one.case, person.name)}
                            onOpen={(coding) => props.onOpen(coding)}
                          />
                        </td>
                      )}
                    </For>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </TableFrame>
        <Show when={props.cases.length > rows()}>
          <div class="matrix__more">
            <Button look="quiet" onClick={() => setRows((was) => was + rowsAtOnce)}>
              {t().studies.moreRows(Math.min(rowsAtOnce, props.cases.length - rows()), props.cases.length - rows())}
            </Button>
          </div>
        </Show>
      </div>
    </Show>
  )
}

function PersonHead(props: { person: ProgressPerson }) {
  return (
    <th scope="col">
      {props.person.name} <span class="matrix__role">{t().base.roles[props.person.role]}</span>
      <Show when={props.person.isDisabled}>
        {' '}
        <Badge kind="warn" icon="lock">
          {t().accounts.disabled}
        </Badge>
      </Show>
    </th>
  )
}

function CaseHead(props: { case: ProgressCase; codebookVersion: string }) {
  return (
    <th scope="row" class="matrix__case">
      <span class="matrix__id">{props.case.case}</span>
      <Show when={props.case.material === null}>
        <span class="quiet"> {t().studies.noMaterial}</span>
      </Show>
      <Show when={props.case.material !== null && !props.case.masters.includes(props.codebookVersion)}>
        {' '}
        <span class="matrix__role">{t().studies.noMaster}</span>
      </Show>
    </th>
  )
}

function Cell(props: {
  place: string
  coding: ProgressCoding | undefined
  label: string
  onOpen: (coding: string) => void
}) {
  return (
    <Show when={props.coding} fallback={<span class="matrix__none">–</span>}>
      {(coding) => (
        <button
          type="button"
          class="matrix__cell"
          data-cell={props.place}
          onClick={() => props.onOpen(coding().coding)}
        >
          <StateMark
            state={coding().state}
            rated={coding().rated}
            required={coding().required}
            isMaster={coding().isMaster}
          />{' '}
          <span class="visually-hidden">{props.label}</span>
        </button>
      )}
    </Show>
  )
}
