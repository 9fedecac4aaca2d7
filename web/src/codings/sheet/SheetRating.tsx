import type { Slot } from '@attune/codebooks'
import type { Annotation, Workspace } from '@attune/contract'
import { For, Show } from 'solid-js'
import { t } from '../../messages/index.ts'
import type { Stand } from '../evidence.ts'
import { slotElementId } from '../instruments/slot-id.ts'
import { valueWords } from '../instruments/value-words.ts'
import { SheetPiece } from './SheetPiece.tsx'
import type { SheetRating } from './sheet.ts'
import '../evidence-mark.css'

export const sheetRatingId = (slot: Slot): string => `sheet-${slotElementId(slot)}`

/** One rating: its value, why, and what speaks for and against it. */
export function SheetRatingView(props: { workspace: Workspace; of: SheetRating }) {
  const rating = () => props.of.rating
  const count = () => props.of.supports.length + props.of.contradicts.length
  return (
    <section class="sheet-rating" aria-labelledby={`${sheetRatingId(props.of.slot)}-title`}>
      <header class="sheet-rating__head" id={sheetRatingId(props.of.slot)} tabindex="-1">
        <h3 id={`${sheetRatingId(props.of.slot)}-title`}>{props.of.label}</h3>
        <span class="sheet-rating__value" classList={{ 'sheet-rating__value--none': rating() === null }}>
          {valueWords(rating()?.value)}
        </span>
        <Show when={rating()?.confidence}>
          {(confidence) => <span class="quiet">{t().evidence.sheet.confidence(confidence())}</span>}
        </Show>
      </header>
      <Show when={rating()?.rationale.trim()}>
        <p class="sheet__prose">
          <strong>{t().evidence.sheet.rationale}:</strong> {rating()?.rationale}
        </p>
      </Show>
      <Show when={props.of.wanted > 0}>
        <p class="quiet">{t().evidence.sheet.wanted(count(), props.of.wanted)}</p>
      </Show>
      <Pieces workspace={props.workspace} label={props.of.label} stand="for" pieces={props.of.supports} />
      <Pieces workspace={props.workspace} label={props.of.label} stand="against" pieces={props.of.contradicts} />
      <Show when={rating() && rating()?.value.kind !== 'none' && count() === 0}>
        <p class="quiet">{t().evidence.sheet.noEvidence}</p>
      </Show>
    </section>
  )
}

function Pieces(props: { workspace: Workspace; label: string; stand: Stand; pieces: readonly Annotation[] }) {
  const title = () => (props.stand === 'for' ? t().evidence.for(props.label) : t().evidence.against(props.label))
  return (
    <Show when={props.pieces.length > 0}>
      <p class="sheet-rating__stand">
        <span class={`evidence-mark evidence-mark--${props.stand}`} aria-hidden="true" />{' '}
        {props.stand === 'for' ? t().evidence.forTitle : t().evidence.againstTitle}
      </p>
      <ul class={`sheet__pieces sheet__pieces--${props.stand}`} aria-label={title()}>
        <For each={props.pieces}>{(one) => <SheetPiece workspace={props.workspace} annotation={one} />}</For>
      </ul>
    </Show>
  )
}
