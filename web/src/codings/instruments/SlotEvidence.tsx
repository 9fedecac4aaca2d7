import { evidenceWanted, findVariable, type Slot, slotKey, slotLabel } from '@attune/codebooks'
import type { AnnotationInput } from '@attune/contract'
import { createMemo, For, Show } from 'solid-js'
import { Button, IconButton } from '../../base/Button.tsx'
import { t } from '../../messages/index.ts'
import { CodeSign } from '../CodeSign.tsx'
import { raise, transcriptOf } from '../coding-actions.ts'
import { useDesk } from '../desk-context.ts'
import { codeLabel, evidenceOf, type Stand, standOf, toggleEvidence } from '../evidence.ts'
import { ForAnnotations } from '../ForAnnotations.tsx'
import { placeWords } from './place-words.ts'
import '../evidence-mark.css'

const STANDS: readonly Stand[] = ['for', 'against']

/** The passages and events a rating rests on, and those that speak against it. */
export function SlotEvidence(props: { slot: Slot }) {
  const { desk, sight } = useDesk()
  const all = createMemo(() => evidenceOf(desk, props.slot))
  const linkable = () => (desk.mayWrite() ? sight.raisedAnnotation() : undefined)
  const wanted = () => {
    const variable = findVariable(desk.codebook, props.slot.variable)
    return variable ? evidenceWanted(variable, desk.draft().ratings.get(slotKey(props.slot))?.value ?? null) : 0
  }
  return (
    <div class="evidence">
      <Show when={all().length < wanted()}>
        <p class="evidence__wanted">{t().evidence.wanted(wanted())}</p>
      </Show>
      <For each={STANDS}>
        {(stand) => (
          <Pieces slot={props.slot} stand={stand} pieces={all().filter((one) => is(one, props.slot, stand))} />
        )}
      </For>
      <Show when={linkable()}>
        {(annotation) => (
          <div class="evidence__links">
            <For each={STANDS.filter((stand) => !is(annotation(), props.slot, stand))}>
              {(stand) => (
                <Button
                  small
                  look="quiet"
                  icon="plus"
                  onClick={() => toggleEvidence(desk, annotation(), props.slot, stand)}
                >
                  {stand === 'for'
                    ? t().evidence.linkFor(codeLabel(desk, annotation()))
                    : t().evidence.linkAgainst(codeLabel(desk, annotation()))}
                </Button>
              )}
            </For>
          </div>
        )}
      </Show>
      <Show when={all().length === 0 && !linkable()}>
        <p class="quiet">{t().evidence.none}</p>
      </Show>
    </div>
  )
}

const is = (annotation: AnnotationInput, slot: Slot, stand: Stand): boolean => standOf(annotation, slot) === stand

function Pieces(props: { slot: Slot; stand: Stand; pieces: readonly AnnotationInput[] }) {
  const { desk, sight } = useDesk()
  const label = () => slotLabel(desk.codebook, props.slot)
  const title = () => (props.stand === 'for' ? t().evidence.for(label()) : t().evidence.against(label()))
  return (
    <Show when={props.pieces.length > 0}>
      <ul class={`evidence__list evidence__list--${props.stand}`} aria-label={title()}>
        <ForAnnotations each={props.pieces}>
          {(annotation) => (
            <li class="evidence__item" classList={{ 'evidence__item--raised': sight.raised() === annotation().id }}>
              <span class="evidence__stand">
                <span class={`evidence-mark evidence-mark--${props.stand}`} aria-hidden="true" />
                {props.stand === 'for' ? t().evidence.supports : t().evidence.contradicts}
              </span>
              <button type="button" class="evidence__jump" onClick={() => raise(sight, annotation(), true)}>
                <CodeSign code={annotation().code} />
                <span class="evidence__code">{codeLabel(desk, annotation())}</span>
                <span class="evidence__quote">{placeWords(annotation(), transcriptOf(desk)?.text)}</span>
                <Show when={annotation().memo.trim()}>
                  <span class="evidence__memo">{annotation().memo}</span>
                </Show>
              </button>
              <Show when={desk.mayWrite()}>
                <IconButton
                  small
                  icon="cross"
                  label={t().ratings.unlink(codeLabel(desk, annotation()), label())}
                  onClick={() => toggleEvidence(desk, annotation(), props.slot, props.stand)}
                />
              </Show>
            </li>
          )}
        </ForAnnotations>
      </ul>
    </Show>
  )
}
