import { type Slot, slotKey } from '@attune/codebooks'
import type { CaseFeedback } from '@attune/contract'
import { Button } from '../../base/Button.tsx'
import { SelectField, TextArea } from '../../base/Field.tsx'
import { Form } from '../../base/Form.tsx'
import { Panel } from '../../base/states.tsx'
import { t } from '../../messages/index.ts'
import type { Commenting } from './commenting.ts'

/** A trainer's comment, on the case or on one rating. */
export function CommentForm(props: { feedback: CaseFeedback; commenting: Commenting }) {
  const words = () => t().desk.review
  const ratings = () => props.feedback.ratings.map(({ label, slot }) => ({ value: slotKey(slot), label }))
  return (
    <Panel
      title={words().comment}
      intro={props.feedback.feedback === 'test' ? words().commentIntroTest : words().commentIntro}
    >
      <div
        class="comment-form"
        ref={(element) => {
          props.commenting.field.current = element
        }}
      >
        <Form action={props.commenting.send} submit={words().add} label={words().comment}>
          <SelectField
            label={words().about}
            value={props.commenting.about()}
            options={[{ value: '', label: words().aboutCase }, ...ratings()]}
            onChoose={props.commenting.setAbout}
          />
          <TextArea
            label={words().words}
            rows={4}
            required
            value={props.commenting.text()}
            onText={props.commenting.setText}
            fault={props.commenting.send.fault('text')}
          />
        </Form>
      </div>
    </Panel>
  )
}

/** At one rating: to the form, with this rating chosen. */
export function CommentHere(props: { slot: Slot; label: string; commenting: Commenting }) {
  return (
    <div class="button-row">
      <Button small look="quiet" icon="pen" onClick={() => props.commenting.begin(props.slot)}>
        {t().desk.review.comment} <span class="visually-hidden">{props.label}</span>
      </Button>
    </div>
  )
}
