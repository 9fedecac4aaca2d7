import { type Slot, slotKey, slotLabel } from '@attune/codebooks'
import { createUniqueId } from 'solid-js'
import { t } from '../../messages/index.ts'
import { changedRating } from '../desk.ts'
import { useDesk } from '../desk-context.ts'
import { RadioRow } from './RadioRow.tsx'
import { SlotEvidence } from './SlotEvidence.tsx'

/** What belongs to a rating besides its value: how sure, why, and the passages it rests on. */
export function SlotNotes(props: { slot: Slot; isRationaleRequired: boolean }) {
  const { desk } = useDesk()
  const id = createUniqueId()
  const rating = () => desk.draft().ratings.get(slotKey(props.slot))
  const label = () => slotLabel(desk.codebook, props.slot)
  const isLocked = () => !desk.mayWrite() || !rating()
  const setConfidence = (confidence: number | null) =>
    desk.edit(changedRating(desk, props.slot, { confidence }), {
      label: t().annotations.confidenceSet(label(), confidence),
    })
  return (
    <div class="slot-notes">
      <div class="slot-notes__line">
        <span class="slot-notes__title" aria-hidden="true">
          {t().annotations.confidence}
        </span>
        <RadioRow
          label={t().annotations.confidenceIn(label())}
          class="confidence-row"
          options={[1, 2, 3, 4, 5].map((value) => ({ value, label: String(value), kind: 'whole' }))}
          chosen={(value) => rating()?.confidence === value}
          disabled={isLocked()}
          onChoose={setConfidence}
          onClear={() => setConfidence(null)}
        />
      </div>
      <div class="slot-notes__field">
        <label class="slot-notes__title" for={id}>
          {props.isRationaleRequired ? t().ratings.rationaleRequired : t().ratings.rationale}
        </label>
        <textarea
          id={id}
          class="input slot-notes__text"
          rows="2"
          maxlength="20000"
          disabled={!desk.mayWrite() || (!rating() && !props.isRationaleRequired)}
          readonly={isLocked()}
          placeholder={rating() ? '' : t().ratings.rateFirst}
          aria-label={t().ratings.rationaleFor(label())}
          value={rating()?.rationale ?? ''}
          onInput={(event) =>
            desk.edit(changedRating(desk, props.slot, { rationale: event.currentTarget.value }), {
              label: t().ratings.rationaleFor(label()),
              stroke: `rationale ${slotKey(props.slot)}`,
            })
          }
          onBlur={() => desk.queue.flush()}
        />
      </div>
      <SlotEvidence slot={props.slot} />
    </div>
  )
}
