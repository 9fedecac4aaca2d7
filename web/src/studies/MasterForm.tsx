import { listMasters, type Master, markMaster } from '@attune/contract'
import { createSignal, Show } from 'solid-js'
import { createAction } from '../base/action.ts'
import { call } from '../base/call.ts'
import { Choices, TextArea } from '../base/Field.tsx'
import { Form } from '../base/Form.tsx'
import { createLoad } from '../base/load.ts'
import { Loaded } from '../base/states.tsx'
import { useStudy } from '../base/study.tsx'
import { t } from '../messages/index.ts'
import { MasterMarked } from './MasterMarked.tsx'
import { mastersHere } from './masters.ts'
import type { ProgressCoding } from './progress.ts'

type Props = { coding: ProgressCoding; onChanged: (words: string) => void }

/** The master coding is the criterion of its case; why it is one has to be written down. A case can have several. */
export function MasterForm(props: Props) {
  const { study } = useStudy()
  const masters = createLoad(
    () => study().id,
    async (id, signal) => (await call(listMasters, { study: id }, { signal })).masters,
  )
  const here = () => mastersHere(masters.value() ?? [], props.coding)
  const summary = () => {
    const words = t().studies.master
    if (!props.coding.isMaster) return words.make
    return here().mine?.isAdditional ? words.isFurther : words.is
  }
  return (
    <details class="panel disclosure" open={props.coding.isMaster}>
      <summary>{summary()}</summary>
      <Loaded of={masters}>
        {() => (
          <Show
            when={here().mine}
            fallback={<Mark coding={props.coding} main={here().main} onChanged={props.onChanged} />}
          >
            {(mine) => <MasterMarked mine={mine()} all={here().all} onChanged={props.onChanged} />}
          </Show>
        )}
      </Loaded>
    </details>
  )
}

/** Beside the main one is offered first: what stands already is not replaced by accident. */
function Mark(props: Props & { main: Master | undefined }) {
  const { study } = useStudy()
  const [rationale, setRationale] = createSignal('')
  const [place, setPlace] = createSignal<'beside' | 'main'>('beside')
  const isAdditional = () => props.main !== undefined && place() === 'beside'
  const mark = createAction(async () => {
    const where = { study: study().id, coding: props.coding.coding }
    await call(markMaster, where, { body: { rationale: rationale(), isAdditional: isAdditional() } })
    props.onChanged(isAdditional() ? t().studies.master.markedFurther : t().studies.master.marked)
  })
  return (
    <Form
      action={mark}
      submit={isAdditional() ? t().studies.master.makeFurther : t().studies.master.make}
      label={t().studies.master.label}
    >
      <Show when={props.main}>
        {(main) => (
          <>
            <Choices
              label={t().studies.master.place(main().author)}
              value={place()}
              options={[
                { value: 'beside', label: t().studies.master.beside },
                { value: 'main', label: t().studies.master.instead },
              ]}
              onChoose={setPlace}
            />
            <p class="quiet">{isAdditional() ? t().studies.master.besideHint : t().studies.master.insteadHint}</p>
          </>
        )}
      </Show>
      <TextArea
        label={t().studies.master.rationale}
        hint={t().studies.master.rationaleHint}
        rows={5}
        required
        value={rationale()}
        onText={setRationale}
        fault={mark.fault('rationale')}
      />
    </Form>
  )
}
