import { slotLabel } from '@attune/codebooks'
import type { AnnotationInput } from '@attune/contract'
import { createMemo, createSignal, createUniqueId, For, Show } from 'solid-js'
import { arrowsInList } from '../../base/arrows.ts'
import { Button } from '../../base/Button.tsx'
import { EmptyState } from '../../base/states.tsx'
import { t } from '../../messages/index.ts'
import { sorted } from '../annotation-order.ts'
import { CodeSign } from '../CodeSign.tsx'
import { codesOf, raise, raiseInPassing, transcriptOf } from '../coding-actions.ts'
import { useDesk } from '../desk-context.ts'
import { codeLabel } from '../evidence.ts'
import { ForAnnotations } from '../ForAnnotations.tsx'
import { placeWords } from '../instruments/place-words.ts'
import { placeInWords } from '../turns.ts'
import './annotations.css'
import '../evidence-mark.css'

const PAGE = 150

/** All annotations beside the material, in its order: what the colours show, in words. */
export function AnnotationList() {
  const { desk } = useDesk()
  const id = createUniqueId()
  const [code, setCode] = createSignal('')
  const [count, setCount] = createSignal(PAGE)
  const all = createMemo(() => sorted([...desk.draft().annotations.values()]))
  const found = createMemo(() => all().filter((annotation) => code() === '' || annotation.code === code()))
  const used = createMemo(() => codesOf(desk).filter((one) => all().some((annotation) => annotation.code === one.id)))
  return (
    <div class="annotation-list">
      <Show
        when={all().length > 0}
        fallback={
          <EmptyState title={t().annotations.none}>
            {transcriptOf(desk) ? t().annotations.noneInText : t().annotations.noneInRecord}
          </EmptyState>
        }
      >
        <div class="annotation-list__filter">
          <label for={id}>{t().annotations.show}</label>
          <select id={id} class="input input--small" onChange={(event) => setCode(event.currentTarget.value)}>
            <option value="">{t().annotations.all(all().length)}</option>
            <For each={used()}>{(one) => <option value={one.id}>{one.label}</option>}</For>
          </select>
        </div>
        <ul class="annotation-list__items" aria-label={t().annotations.list} onKeyDown={arrowsInList}>
          <ForAnnotations each={found().slice(0, count())}>
            {(annotation) => <Item annotation={annotation()} />}
          </ForAnnotations>
        </ul>
        <Show when={found().length > count()}>
          <div class="annotation-list__more">
            <Button small onClick={() => setCount(count() + PAGE)}>
              {t().annotations.more(Math.min(PAGE, found().length - count()), found().length)}
            </Button>
          </div>
        </Show>
      </Show>
    </div>
  )
}

function Item(props: { annotation: AnnotationInput }) {
  const { desk, sight } = useDesk()
  const transcript = transcriptOf(desk)
  const place = () =>
    props.annotation.unit === 'segment' && transcript ? placeInWords(transcript.turns, props.annotation) : ''
  return (
    <li>
      <button
        type="button"
        class="annotation-item"
        data-stop=""
        onFocus={() => raiseInPassing(sight, props.annotation)}
        aria-pressed={sight.raised() === props.annotation.id}
        onClick={() => raise(sight, props.annotation)}
      >
        <CodeSign code={props.annotation.code} />
        <span class="annotation-item__head">
          <b>{codeLabel(desk, props.annotation)}</b> <span class="quiet">{place()}</span>
        </span>
        <span class="annotation-item__quote">{placeWords(props.annotation, transcript?.text)}</span>
        <Show when={props.annotation.evidence.length > 0}>
          <span class="annotation-item__evidence">
            {t().annotations.evidenceFor(
              props.annotation.evidence.map((slot) => slotLabel(desk.codebook, slot)).join(', '),
            )}
          </span>
        </Show>
        <Show when={props.annotation.contradicts.length > 0}>
          <span class="annotation-item__evidence">
            <span class="evidence-mark evidence-mark--against" aria-hidden="true" />
            {t().evidence.speaksAgainst(
              props.annotation.contradicts.map((slot) => slotLabel(desk.codebook, slot)).join(', '),
            )}
          </span>
        </Show>
        <Show when={props.annotation.memo.trim()}>
          <span class="annotation-item__memo">{props.annotation.memo}</span>
        </Show>
      </button>
    </li>
  )
}
