import type { WatchedCoder } from '@attune/contract'
import { For } from 'solid-js'
import { Moment } from '../base/dates.tsx'
import { Badge, TableFrame } from '../base/states.tsx'
import { t } from '../messages/index.ts'
import { doneOf, lastOf, type State, stateOf } from './words.ts'

const looks = {
  calm: { kind: 'good', icon: 'check' },
  alarm: { kind: 'warn', icon: 'warning' },
  paused: { kind: 'bad', icon: 'warning' },
  begun: { kind: 'plain', icon: 'clock' },
} as const satisfies Record<State, object>

type Props = {
  coders: readonly WatchedCoder[]
  chosen: WatchedCoder | undefined
  onChoose: (coder: WatchedCoder) => void
}

/** Everybody who is watched, and whether they are in control; a name shows their charts. */
export function CodersTable(props: Props) {
  const columns = () => t().drift.columns
  return (
    <TableFrame label={t().drift.watchedTable}>
      <table class="table drift__coders">
        <caption class="visually-hidden">{t().drift.watchedTable}</caption>
        <thead>
          <tr>
            <th scope="col">{columns().coder}</th>
            <th scope="col">{columns().state}</th>
            <th scope="col" class="number">
              {columns().done}
            </th>
            <th scope="col" class="number">
              {columns().waiting}
            </th>
            <th scope="col" class="number">
              {columns().left}
            </th>
            <th scope="col">{columns().last}</th>
            <th scope="col">{columns().plan}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.coders}>
            {(coder) => (
              <tr aria-current={coder === props.chosen ? 'true' : undefined}>
                <th scope="row">
                  <button
                    type="button"
                    class="link-button"
                    aria-pressed={coder === props.chosen}
                    onClick={() => props.onChoose(coder)}
                  >
                    {coder.person.name}
                  </button>
                </th>
                <td>
                  <Badge kind={looks[stateOf(coder)].kind} icon={looks[stateOf(coder)].icon}>
                    {t().drift.states[stateOf(coder)]}
                  </Badge>
                </td>
                <td class="number">{doneOf(coder)}</td>
                <td class="number">{coder.waiting}</td>
                <td class="number">{coder.left}</td>
                <td>{lastOf(coder) ? <Moment at={lastOf(coder) ?? ''} ago /> : t().drift.nothing}</td>
                <td>{coder.planName}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </TableFrame>
  )
}
