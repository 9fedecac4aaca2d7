import { For } from 'solid-js'
import { IconButton } from '../base/Button.tsx'
import { FieldFault } from '../base/Field.tsx'
import { TableFrame } from '../base/states.tsx'
import { t } from '../messages/index.ts'
import type { Waiting } from './importItems.ts'

/** What waits to be imported: its case id and kind can be changed. */
export function ImportWaiting(props: {
  items: readonly Waiting[]
  onChange: (work: (items: Waiting[]) => void) => void
  fault: (path: string) => string | undefined
}) {
  const set = (at: number, change: Partial<Pick<Waiting, 'case' | 'kind'>>) =>
    props.onChange((items) => {
      const item = items[at]
      if (item) Object.assign(item, change)
    })
  return (
    <TableFrame label={t().imports.list}>
      <table class="table table--compact">
        <thead>
          <tr>
            <th scope="col">{t().imports.columns.file}</th>
            <th scope="col">{t().imports.columns.caseId}</th>
            <th scope="col">{t().imports.columns.kind}</th>
            <th scope="col">
              <span class="visually-hidden">{t().base.remove}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={props.items}>
            {(item, at) => (
              <tr>
                <th scope="row" class="import__name">
                  {item.name}
                </th>
                <td>
                  <input
                    class="input input--small"
                    aria-label={t().imports.caseIdOf(item.name)}
                    aria-invalid={props.fault(`items.${at()}.case`) ? 'true' : undefined}
                    aria-describedby={props.fault(`items.${at()}.case`) ? `case-fault-${at()}` : undefined}
                    value={item.case}
                    autocomplete="off"
                    spellcheck={false}
                    onInput={(event) => set(at(), { case: event.currentTarget.value })}
                  />
                  <FieldFault id={`case-fault-${at()}`} fault={props.fault(`items.${at()}.case`)} />
                </td>
                <td>
                  <select
                    class="input input--small"
                    aria-label={t().imports.kindOf(item.name)}
                    onChange={(event) =>
                      set(at(), { kind: event.currentTarget.value === 'observation' ? 'observation' : 'transcript' })
                    }
                  >
                    <option value="transcript" selected={item.kind === 'transcript'}>
                      {t().imports.transcript}
                    </option>
                    <option value="observation" selected={item.kind === 'observation'}>
                      {t().imports.record}
                    </option>
                  </select>
                </td>
                <td>
                  <IconButton
                    icon="cross"
                    small
                    label={t().imports.takeOff(item.name)}
                    onClick={() => props.onChange((items) => items.splice(at(), 1))}
                  />
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </TableFrame>
  )
}
