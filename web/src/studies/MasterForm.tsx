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
import type { ProgressCoding } from './progress.ts'

/** The master coding is the criterion of its case; why it is one has to be written down. */
export function MasterForm(props: { coding: ProgressCoding; onChanged: (words: string) => void }) {
  const [rationale, setRationale] = createSignal('')
  const { study } = useStudy()
  const mark = createAction(async () => {
    const where = { study: study().id, coding: props.coding.coding }
    await call(markMaster, where, { body: { rationale: rationale() } })
    props.onChanged('Marked as master coding.')
  })
  return (
    <details class="panel disclosure" open={props.coding.isMaster}>
      <summary>{props.coding.isMaster ? 'This is the master coding' : 'Make it the master coding'}</summary>
      <Show
        when={props.coding.isMaster}
        fallback={
          <Form action={mark} submit="Make it the master coding" label="Master coding">
            <TextArea
              label="Rationale"
              hint="Why these ratings are the criterion for this case. Coders and trainees never receive it."
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
    props.onChanged('No longer the master coding.')
  })
  return (
    <div class="stack">
      <Loaded of={masters}>
        {(answer) => (
          <Show when={answer().masters.find((one) => one.coding === props.coding.coding)}>
            {(master) => (
              <>
                <p class="reading reading--note">{master().rationale}</p>
                <p class="quiet">
                  Marked by {master().markedBy}, {formatMoment(master().markedAt)}.
                </p>
              </>
            )}
          </Show>
        )}
      </Loaded>
      <div class="button-row">
        <Button look="danger" busy={unmark.pending()} onClick={() => void unmark.run()}>
          Stop using it as master coding
        </Button>
      </div>
      <p class="quiet">The coding and its rationale stay in the history; it can be marked again.</p>
      <FailureNotice failure={unmark.failure()} />
    </div>
  )
}
