import { reopenAttempt, rescoreAttempt } from '@attune/contract'
import { createSignal, Show } from 'solid-js'
import { createAction } from '../../base/action.ts'
import { announce } from '../../base/announce.tsx'
import { call } from '../../base/call.ts'
import { TextArea } from '../../base/Field.tsx'
import { Form } from '../../base/Form.tsx'
import { useStudy } from '../../base/study.tsx'
import { t } from '../../messages/index.ts'
import type { AttemptReview } from './attempt-review.ts'
import '../../studies/progress.css'

/** Scoring again and reopening, each with a reason that stays. */
export function AttemptChanges(props: { review: AttemptReview; onChanged: () => void }) {
  const { study } = useStudy()
  const words = () => t().desk.attempt
  const attempt = () => props.review.attempt
  const where = () => ({ study: study().id, attempt: attempt().id })
  const isShown = () => attempt().releasedAt !== null || props.review.cases.some(({ released }) => released)
  const hasChange = () => props.review.cases.some(({ masterChanged }) => masterChanged)
  return (
    <Show when={attempt().state !== 'running'}>
      <div class="stack">
        <Show when={props.review.scores.length > 0}>
          <Change
            title={words().scoreAgain}
            hint={words().scoreAgainHint}
            isOpen={hasChange()}
            send={(reason) => call(rescoreAttempt, where(), { body: { reason } })}
            onDone={() => {
              announce(words().scoredAgain)
              props.onChanged()
            }}
          />
        </Show>
        <Show when={!isShown()} fallback={<p class="quiet">{words().noReopen}</p>}>
          <Change
            title={words().reopen}
            hint={words().reopenHint(props.review.person.name)}
            isOpen={false}
            send={(reason) => call(reopenAttempt, where(), { body: { reason } })}
            onDone={() => {
              announce(words().reopened)
              props.onChanged()
            }}
          />
        </Show>
      </div>
    </Show>
  )
}

/** Something that is done with a reason. */
function Change(props: {
  title: string
  hint: string
  isOpen: boolean
  send: (reason: string) => Promise<unknown>
  onDone: () => void
}) {
  const [reason, setReason] = createSignal('')
  const change = createAction(async () => {
    await props.send(reason())
    setReason('')
    props.onDone()
  })
  return (
    <details class="panel disclosure" open={props.isOpen}>
      <summary>{props.title}</summary>
      <Form action={change} submit={props.title} label={props.title}>
        <p class="quiet">{props.hint}</p>
        <TextArea
          label={t().desk.attempt.reason}
          hint={t().desk.attempt.reasonHint}
          rows={3}
          required
          value={reason()}
          onText={setReason}
          fault={change.fault('reason')}
        />
      </Form>
    </details>
  )
}
