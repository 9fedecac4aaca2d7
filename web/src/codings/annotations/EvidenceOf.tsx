import { type Slot, slotLabel } from '@attune/codebooks'
import type { AnnotationInput } from '@attune/contract'
import { For, Show } from 'solid-js'
import { Button, IconButton } from '../../base/Button.tsx'
import { t } from '../../messages/index.ts'
import { useDesk } from '../desk-context.ts'
import { isEvidenceFor, toggleEvidence } from '../evidence.ts'
import { goToSlot } from '../instruments/go-to-slot.ts'

/** The ratings this annotation supports, seen from its side. */
export function EvidenceOf(props: { annotation: AnnotationInput }) {
  const { desk, sight } = useDesk()
  const linkable = (): Slot | null => {
    const slot = sight.slot()
    return slot && desk.mayWrite() && !isEvidenceFor(props.annotation, slot) ? slot : null
  }
  return (
    <div class="raised__evidence">
      <span class="raised__title">{t().annotations.evidenceTitle}</span>
      <For each={props.annotation.evidence} fallback={<span class="quiet">{t().annotations.noEvidence}</span>}>
        {(slot) => (
          <span class="evidence-chip">
            <button type="button" class="evidence-chip__go" onClick={() => goToSlot(sight, slot)}>
              {slotLabel(desk.codebook, slot)}
            </button>
            <Show when={desk.mayWrite()}>
              <IconButton
                small
                icon="cross"
                label={t().annotations.noLonger(slotLabel(desk.codebook, slot))}
                onClick={() => toggleEvidence(desk, props.annotation, slot)}
              />
            </Show>
          </span>
        )}
      </For>
      <Show when={linkable()}>
        {(slot) => (
          <Button small icon="plus" onClick={() => toggleEvidence(desk, props.annotation, slot())}>
            {slotLabel(desk.codebook, slot())} <kbd>e</kbd>
          </Button>
        )}
      </Show>
    </div>
  )
}
