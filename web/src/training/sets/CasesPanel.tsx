import { A } from '@solidjs/router'
import { createMemo, createSignal, For, Show } from 'solid-js'
import { arrowsInList } from '../../base/arrows.ts'
import { Button } from '../../base/Button.tsx'
import { CheckField, Choices, TextField } from '../../base/Field.tsx'
import { EmptyState, Notice, Panel, TableFrame } from '../../base/states.tsx'
import { useStudy } from '../../base/study.tsx'
import { t } from '../../messages/index.ts'
import { ChosenCases } from './ChosenCases.tsx'
import type { CaseLine } from './case-lines.ts'
import { Exposed, Masters } from './Exposed.tsx'
import type { SetFaults } from './faults.ts'
import type { ChangeForm, SetForm } from './form.ts'
import { NumberField } from './NumberField.tsx'

type Props = { form: SetForm; onChange: ChangeForm; lines: readonly CaseLine[]; faults: SetFaults }

/** Which cases, in which order, and who has met them. */
export function CasesPanel(props: Props) {
  const words = () => t().training.cases
  const faults = () => [...new Set(props.faults.under('cases'))]
  return (
    <Panel title={words().title} intro={words().intro}>
      <div class="form">
        <Show when={faults().length > 0}>
          <Notice kind="bad" title={faults().join(' ')} />
        </Show>
        <Choices
          label={words().order}
          value={props.form.order}
          options={[
            { value: 'fixed', label: words().fixed },
            { value: 'drawn', label: words().drawn },
          ]}
          onChoose={(order) => props.onChange({ order })}
        />
        <Show when={props.form.order === 'drawn'} fallback={<ChosenCases {...props} />}>
          <div class="form__pair">
            <NumberField
              label={words().draw}
              hint={words().drawHint(props.form.cases.length)}
              optional
              whole
              min={1}
              max={Math.max(1, props.form.cases.length)}
              value={props.form.draw}
              onNumber={(draw) => props.onChange({ draw })}
              fault={props.faults.at('draw')}
            />
            <NumberField
              label={words().seed}
              hint={words().seedHint}
              whole
              min={0}
              max={4_294_967_295}
              value={props.form.seed}
              onNumber={(seed) => props.onChange({ seed: seed ?? Number.NaN })}
              fault={props.faults.at('seed')}
            />
          </div>
        </Show>
        <Candidates {...props} />
      </div>
    </Panel>
  )
}

/** Every case of the study that has the right material; a tick puts it into the set. */
function Candidates(props: Props) {
  const { study } = useStudy()
  const words = () => t().training.cases
  const [typed, setTyped] = createSignal('')
  const [onlyUsable, setOnlyUsable] = createSignal(false)
  const shown = createMemo(() =>
    props.lines.filter(
      (line) => line.caseId.toLowerCase().includes(typed().trim().toLowerCase()) && (!onlyUsable() || line.masters > 0),
    ),
  )
  const chosen = createMemo(() => new Set(props.form.cases))
  const usable = () => shown().filter((line) => line.masters > 0 && !chosen().has(line.id))
  const lacking = () => props.lines.filter((line) => line.masters === 0).length
  const toggle = (id: string, isOn: boolean) =>
    props.onChange({ cases: isOn ? [...props.form.cases, id] : props.form.cases.filter((one) => one !== id) })
  return (
    <Show when={props.lines.length > 0} fallback={<EmptyState title={words().none}>{words().noneAdvice}</EmptyState>}>
      <div class="candidates__bar">
        <TextField label={words().search} type="search" value={typed()} onText={setTyped} />
        <CheckField label={words().onlyUsable} checked={onlyUsable()} onCheck={setOnlyUsable} />
        <Button
          small
          icon="plus"
          disabled={usable().length === 0}
          onClick={() => props.onChange({ cases: [...props.form.cases, ...usable().map(({ id }) => id)] })}
        >
          {words().addShown(usable().length)}
        </Button>
      </div>
      <div class="candidates">
        <TableFrame label={words().ofStudy}>
          <table class="table table--compact" onKeyDown={arrowsInList}>
            <thead>
              <tr>
                <th scope="col">{t().cases.case}</th>
                <th scope="col">{words().masters}</th>
                <th scope="col">{words().metBy}</th>
              </tr>
            </thead>
            <tbody>
              <For each={shown()}>
                {(line) => (
                  <tr>
                    <th scope="row">
                      <label class="candidates__case">
                        <input
                          type="checkbox"
                          data-stop
                          checked={chosen().has(line.id)}
                          disabled={line.masters === 0 && !chosen().has(line.id)}
                          onChange={(event) => toggle(line.id, event.currentTarget.checked)}
                        />
                        {line.caseId}
                      </label>
                    </th>
                    <td>
                      <Masters masters={line.masters} />
                    </td>
                    <td>
                      <Exposed line={line} />
                    </td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </TableFrame>
      </div>
      <p class="quiet" role="status">
        {words().counted(t().base.cases(props.form.cases.length), props.lines.length)}
      </p>
      <Show when={lacking() > 0}>
        <p class="quiet">
          {words().howToMaster(lacking())} <A href={`/studies/${study().id}`}>{t().base.places.progress}</A>
        </p>
      </Show>
      <p class="quiet">{words().exposureExplained}</p>
    </Show>
  )
}
