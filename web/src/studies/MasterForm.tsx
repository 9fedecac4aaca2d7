import { listMasters, markMaster, unmarkMaster } from '@attune/contract'
import { createSignal, Show } from 'solid-js'
import { createAction } from '../base/action.ts'
import { Button } from '../base/Button.tsx'
import { call } from '../base/call.ts'
import { formatMoment } from '../base/dates.tsx'
import { TextArea } from '../base/Field.tsx'
import { Form } from '../base/Form.tsx'
import { createLoad } from '../base/load.ts'
import { FailureNotice, Loaded } from '../base/states.tsx'
import { useStudy } from '../base/study.tsx'
import { t } from '../messages/index.ts'
import type { ProgressCoding } from './progress.ts'

/** The master coding is the criterion of its case; why it is one has to be written down. */
export function MasterForm(props: { coding: ProgressCoding; onChanged: (words: string) => void }) {
  const [rationale, setRationale] = createSignal('')
  const { study } = useStudy()
  const mark = createAction(async () => {
    const where = { study: study().id, coding: props.coding.coding }
    await call(markMaster, where, { body: { rationale: rationale() } })
    props.onChanged(t().studies.master.marked)
  })
  return (
    <details class="panel disclosure" open={props.coding.isMaster}>
      <summary>{props.coding.isMaster ? t().studies.master.is : t().studies.master.make}</summary>
      <Show
        when={props.coding.isMaster}
        fallback={
          <Form action={mark} submit={t().studies.master.make} label={t().studies.master.label}>
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
        }
      >
        <Marked coding={props.coding} onChanged={props.onChanged} />
      </Show>
    </details>
  )
}

function Marked(props: { coding: ProgressCoding; onChanged: (words: string) => void }) {
  const { study } = useStudy()
  const masters = createLoad(
    () => study().id,
    (id, signal) => call(listMasters, { study: id }, { signal }),
  )
  const unmark = createAction(async () => {
    await call(unmarkMaster, { study: study().id, coding: props.coding.coding })
    props.onChanged(t().studies.master.ended)
  })
  return (
    <div class="stack">
      <Loaded of={masters}>
        {(answer) => (
          <Show when={answer().masters.find((one) => one.coding === props.coding.coding)}>
            {(master) => (
              <>
                <p class="reading reading--note">{master().rationale}</p>
                <p class="quiet">{t().studies.master.markedBy(master().markedBy, formatMoment(master().markedAt))}</p>
              </>
            )}
          </Show>
        )}
      </Loaded>
      <div class="button-row">
        <Button look="danger" busy={unmark.pending()} onClick={() => void unmark.run()}>
          {t().studies.master.end}
        </Button>
      </div>
      <p class="quiet">{t().studies.master.stays}</p>
      <FailureNotice failure={unmark.failure()} />
    </div>
  )
}
