import { readExposure, type TrainingSet, withdrawTrainingCase } from '@attune/contract'
import { A } from '@solidjs/router'
import { createMemo, createSignal, For, Show } from 'solid-js'
import { createAction } from '../../base/action.ts'
import { announce } from '../../base/announce.tsx'
import { Button } from '../../base/Button.tsx'
import { call } from '../../base/call.ts'
import { Dialog } from '../../base/Dialog.tsx'
import { formatDay } from '../../base/dates.tsx'
import { TextArea } from '../../base/Field.tsx'
import { Form } from '../../base/Form.tsx'
import { createLoad } from '../../base/load.ts'
import { Badge, Panel, TableFrame } from '../../base/states.tsx'
import { useStudy } from '../../base/study.tsx'
import { t } from '../../messages/index.ts'
import { exposedBy } from './case-lines.ts'
import { Exposed } from './Exposed.tsx'

type Props = { set: TrainingSet; onSet: (set: TrainingSet) => void }
type SetCase = TrainingSet['cases'][number]

/** The cases of an opened set; one that turns out unfit is taken out of it with a reason. */
export function SetCases(props: Props) {
  const { study } = useStudy()
  const words = () => t().training.cases
  const [leaving, setLeaving] = createSignal<SetCase>()
  const met = createLoad(
    () => props.set.codebook.version,
    (codebookVersion, signal) => call(readExposure, { study: study().id }, { query: { codebookVersion }, signal }),
  )
  const exposed = createMemo(() => {
    const answer = met.value()
    return answer && exposedBy(answer)
  })
  return (
    <Panel title={words().title} flush>
      <TableFrame label={words().title}>
        <table class="table table--compact">
          <thead>
            <tr>
              <th scope="col" class="number">
                {words().place}
              </th>
              <th scope="col">{t().cases.case}</th>
              <th scope="col">{words().masters}</th>
              <th scope="col">{words().metBy}</th>
              <th scope="col">
                <span class="visually-hidden">{t().base.actions}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={props.set.cases}>
              {(one, index) => (
                <tr>
                  <td class="number">{index() + 1}</td>
                  <th scope="row" class="set-case">
                    <A href={`/studies/${study().id}/cases/${one.case}`}>{one.caseId}</A>
                  </th>
                  <td class="tabular">{one.masters}</td>
                  <td>
                    <Show when={exposed()}>{(find) => <Exposed line={find()(one.case)} />}</Show>
                  </td>
                  <td>
                    <Withdrawal one={one} isOpen={props.set.state === 'open'} onWithdraw={setLeaving} />
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </TableFrame>
      <Dialog
        open={leaving() !== undefined}
        onClose={() => setLeaving(undefined)}
        title={words().withdrawTitle(leaving()?.caseId ?? '')}
        intro={words().withdrawMeans}
      >
        <Show when={leaving()}>
          {(one) => (
            <WithdrawForm set={props.set} one={one()} onSet={props.onSet} onClose={() => setLeaving(undefined)} />
          )}
        </Show>
      </Dialog>
    </Panel>
  )
}

function Withdrawal(props: { one: SetCase; isOpen: boolean; onWithdraw: (one: SetCase) => void }) {
  const words = () => t().training.cases
  return (
    <Show
      when={props.one.withdrawn}
      fallback={
        <Show when={props.isOpen}>
          <Button
            small
            look="quiet"
            aria-label={words().withdrawOf(props.one.caseId)}
            onClick={() => props.onWithdraw(props.one)}
          >
            {words().withdraw}
          </Button>
        </Show>
      }
    >
      {(withdrawn) => (
        <span class="withdrawn">
          <Badge kind="warn">{words().withdrawn(formatDay(withdrawn().at))}</Badge> {withdrawn().reason}
        </span>
      )}
    </Show>
  )
}

function WithdrawForm(props: Props & { one: SetCase; onClose: () => void }) {
  const { study } = useStudy()
  const words = () => t().training.cases
  const [reason, setReason] = createSignal('')
  const withdraw = createAction(async () => {
    const where = { study: study().id, set: props.set.id, case: props.one.case }
    const { set, rescored } = await call(withdrawTrainingCase, where, { body: { reason: reason() } })
    props.onClose()
    props.onSet(set)
    announce(words().rescored(rescored))
  })
  return (
    <Form action={withdraw} submit={words().withdraw} danger>
      <TextArea
        label={words().reason}
        hint={words().reasonHint}
        rows={3}
        required
        value={reason()}
        onText={setReason}
        fault={withdraw.fault('reason')}
      />
    </Form>
  )
}
