import { type Slot, slotLabel } from '@attune/codebooks'
import type { AnnotationInput } from '@attune/contract'
import { For, Show } from 'solid-js'
import { Button, IconButton } from '../../base/Button.tsx'
import { t } from '../../messages/index.ts'
import { useDesk } from '../desk-context.ts'
import { type Stand, standOf, toggleEvidence } from '../evidence.ts'
import { goToSlot } from '../instruments/go-to-slot.ts'
import '../evidence-mark.css'

/** The ratings this annotation speaks for and against, seen from its side. */
export function EvidenceOf(props: { annotation: AnnotationInput }) {
  const { desk, sight } = useDesk()
  const linkable = (stand: Stand): Slot | null => {
    const slot = sight.slot()
    return slot && desk.mayWrite() && standOf(props.annotation, slot) !== stand ? slot : null
  }
  return (
    <>
      <Links
        annotation={props.annotation}
        stand="for"
        title={t().evidence.forTitle}
        slots={props.annotation.evidence}
        linkable={linkable('for')}
      />
      <Show when={props.annotation.contradicts.length > 0 || linkable('against')}>
        <Links
          annotation={props.annotation}
          stand="against"
          title={t().evidence.againstTitle}
          slots={props.annotation.contradicts}
          linkable={linkable('against')}
        />
      </Show>
    </>
  )
}

function Links(props: {
  annotation: AnnotationInput
  stand: Stand
  title: string
  slots: readonly Slot[]
  linkable: Slot | null
}) {
  const { desk, sight } = useDesk()
  return (
    <div class="raised__evidence">
      <span class={`evidence-mark evidence-mark--${props.stand}`} aria-hidden="true" />
      <span class="raised__title">{props.title}</span>
      <For each={props.slots} fallback={<span class="quiet">{t().evidence.noRating}</span>}>
        {(slot) => (
          <span class="evidence-chip" classList={{ 'evidence-chip--against': props.stand === 'against' }}>
            <button type="button" class="evidence-chip__go" onClick={() => goToSlot(sight, slot)}>
              {slotLabel(desk.codebook, slot)}
            </button>
            <Show when={desk.mayWrite()}>
              <IconButton
                small
                icon="cross"
                label={t().annotations.noLonger(slotLabel(desk.codebook, slot))}
                onClick={() => toggleEvidence(desk, props.annotation, slot, props.stand)}
              />
            </Show>
          </span>
        )}
      </For>
      <Show when={props.linkable}>
        {(slot) => (
          <Button small icon="plus" onClick={() => toggleEvidence(desk, props.annotation, slot(), props.stand)}>
            {slotLabel(desk.codebook, slot())} <kbd>{props.stand === 'for' ? 'e' : 'a'}</kbd>
          </Button>
        )}
      </Show>
    </div>
  )
}
