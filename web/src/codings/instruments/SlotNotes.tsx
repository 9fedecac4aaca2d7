import { type Slot, slotKey, slotLabel } from '@attune/codebooks'
import type { AnnotationInput } from '@attune/contract'
import { createUniqueId, Show } from 'solid-js'
import { Button, IconButton } from '../../base/Button.tsx'
import { clock } from '../../base/clock.ts'
import { t } from '../../messages/index.ts'
import { CodeSign } from '../CodeSign.tsx'
import { raise, transcriptOf } from '../coding-actions.ts'
import { changedRating } from '../desk.ts'
import { useDesk } from '../desk-context.ts'
import { codeLabel, evidenceFor, isEvidenceFor, toggleEvidence } from '../evidence.ts'
import { ForAnnotations } from '../ForAnnotations.tsx'
import { quote } from '../turns.ts'
import { RadioRow } from './RadioRow.tsx'

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
      <Evidence slot={props.slot} />
    </div>
  )
}

function Evidence(props: { slot: Slot }) {
  const { desk, sight } = useDesk()
  const evidence = () => evidenceFor(desk, props.slot)
  const label = () => slotLabel(desk.codebook, props.slot)
  const linkable = () => {
    const annotation = sight.raisedAnnotation()
    return annotation && desk.mayWrite() && !isEvidenceFor(annotation, props.slot) ? annotation : null
  }
  return (
    <div class="evidence">
      <Show when={evidence().length > 0}>
        <ul class="evidence__list" aria-label={t().annotations.evidenceFor(label())}>
          <ForAnnotations each={evidence()}>
            {(annotation) => (
              <li class="evidence__item" classList={{ 'evidence__item--raised': sight.raised() === annotation().id }}>
                <button type="button" class="evidence__jump" onClick={() => raise(sight, annotation(), true)}>
                  <CodeSign code={annotation().code} />
                  <span class="evidence__code">{codeLabel(desk, annotation())}</span>
                  <span class="evidence__quote">{placeWords(annotation(), transcriptOf(desk)?.text)}</span>
                </button>
                <Show when={desk.mayWrite()}>
                  <IconButton
                    small
                    icon="cross"
                    label={t().ratings.unlink(codeLabel(desk, annotation()), label())}
                    onClick={() => toggleEvidence(desk, annotation(), props.slot)}
                  />
                </Show>
              </li>
            )}
          </ForAnnotations>
        </ul>
      </Show>
      <Show when={linkable()}>
        {(annotation) => (
          <Button small look="quiet" icon="plus" onClick={() => toggleEvidence(desk, annotation(), props.slot)}>
            {t().ratings.link(codeLabel(desk, annotation()))}
          </Button>
        )}
      </Show>
      <Show when={evidence().length === 0 && !linkable()}>
        <p class="quiet">{t().ratings.noEvidence}</p>
      </Show>
    </div>
  )
}

export function placeWords(annotation: AnnotationInput, text: string | undefined): string {
  if (annotation.unit === 'segment') return text === undefined ? '' : t().ratings.quoted(quote(text, annotation, 90))
  const onset = clock(annotation.onset)
  return annotation.offset === null ? onset : t().ratings.fromTo(onset, clock(annotation.offset))
}
