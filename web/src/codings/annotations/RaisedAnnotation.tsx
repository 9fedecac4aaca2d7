import { findCode, type Slot, slotKey, slotLabel } from '@attune/codebooks'
import type { AnnotationInput } from '@attune/contract'
import { createSignal, createUniqueId, For, Show } from 'solid-js'
import { Button, IconButton } from '../../base/Button.tsx'
import { CodePalette } from '../CodePalette.tsx'
import { CodeSign } from '../CodeSign.tsx'
import { raiseNeighbour, removeRaised, transcriptOf } from '../coding-actions.ts'
import { changedAnnotation } from '../desk.ts'
import { useDesk } from '../desk-context.ts'
import { codeLabel, isEvidenceFor, toggleEvidence } from '../evidence.ts'
import { goToSlot } from '../instruments/go-to-slot.ts'
import { RadioRow } from '../instruments/RadioRow.tsx'
import { EventTimes } from '../observation/EventTimes.tsx'
import { placeInWords, quote } from '../turns.ts'
import { Borders } from './Borders.tsx'
import { CodeValue } from './CodeValue.tsx'
import './annotations.css'

/** The annotation that has the attention: everything about it can be changed here. */
export function RaisedAnnotation() {
  const { sight } = useDesk()
  return <Show when={sight.raisedAnnotation()}>{(annotation) => <Card annotation={annotation()} />}</Show>
}

function Card(props: { annotation: AnnotationInput }) {
  const { desk, sight } = useDesk()
  const [isChoosing, setChoosing] = createSignal(false)
  const label = () => codeLabel(desk, props.annotation)
  const transcript = transcriptOf(desk)
  return (
    <section class="raised" aria-label={`Annotation: ${label()}`}>
      <header class="raised__head">
        <CodeSign code={props.annotation.code} />
        <h2 class="raised__code">{label()}</h2>
        <span class="quiet">
          {props.annotation.unit === 'segment' && transcript ? placeInWords(transcript.turns, props.annotation) : ''}
        </span>
        <div class="raised__tools">
          <IconButton small icon="left" label="Annotation before" onClick={() => raiseNeighbour(desk, sight, -1)} />
          <IconButton small icon="right" label="Annotation after" onClick={() => raiseNeighbour(desk, sight, 1)} />
          <Show when={desk.mayWrite()}>
            <Button small look="quiet" aria-expanded={isChoosing()} onClick={() => setChoosing(!isChoosing())}>
              Other code
            </Button>
            <IconButton small icon="trash" label={`Remove ${label()}`} onClick={() => removeRaised(desk, sight)} />
          </Show>
          <IconButton small icon="cross" label="Close the annotation" onClick={() => sight.setRaised(null)} />
        </div>
      </header>
      <Show when={isChoosing()}>
        <CodePalette
          label={`Another code instead of ${label()}`}
          onClose={() => setChoosing(false)}
          onChoose={(code) => {
            setChoosing(false)
            const value = code.value ? props.annotation.value : null
            desk.edit(changedAnnotation(props.annotation, { code: code.id, value }), {
              label: `${label()} changed to ${code.label}`,
            })
          }}
        />
      </Show>
      <div class="raised__body">
        <div class="raised__what">
          <Show when={props.annotation.unit === 'segment' && props.annotation}>
            {(segment) => (
              <>
                <blockquote class="raised__quote">{quote(transcript?.text ?? '', segment(), 220)}</blockquote>
                <Show when={desk.mayWrite()}>
                  <Borders annotation={segment()} />
                </Show>
              </>
            )}
          </Show>
          <Show when={props.annotation.unit === 'event' && props.annotation}>
            {(event) => <EventTimes annotation={event()} />}
          </Show>
          <EvidenceOf annotation={props.annotation} />
        </div>
        <Notes annotation={props.annotation} />
      </div>
    </section>
  )
}

/** The ratings this annotation supports, seen from its side. */
function EvidenceOf(props: { annotation: AnnotationInput }) {
  const { desk, sight } = useDesk()
  const linkable = (): Slot | null => {
    const slot = sight.slot()
    return slot && desk.mayWrite() && !isEvidenceFor(props.annotation, slot) ? slot : null
  }
  return (
    <div class="raised__evidence">
      <span class="raised__title">Evidence for</span>
      <For each={props.annotation.evidence} fallback={<span class="quiet">no rating yet</span>}>
        {(slot) => (
          <span class="evidence-chip">
            <button type="button" class="evidence-chip__go" onClick={() => goToSlot(sight, slot)}>
              {slotLabel(desk.codebook, slot)}
            </button>
            <Show when={desk.mayWrite()}>
              <IconButton
                small
                icon="cross"
                label={`No longer evidence for ${slotLabel(desk.codebook, slot)}`}
                onClick={() => toggleEvidence(desk, props.annotation, slot)}
              />
            </Show>
          </span>
        )}
      </For>
      <Show when={linkable()}>
        {(slot) => (
          <Button
            small
            icon="plus"
            onClick={() => toggleEvidence(desk, props.annotation, slot())}
            data-slot={slotKey(slot())}
          >
            {slotLabel(desk.codebook, slot())} <kbd>e</kbd>
          </Button>
        )}
      </Show>
    </div>
  )
}

function Notes(props: { annotation: AnnotationInput }) {
  const { desk } = useDesk()
  const id = createUniqueId()
  const label = () => codeLabel(desk, props.annotation)
  const code = () => findCode(desk.codebook, props.annotation.code)
  const change = (part: Partial<AnnotationInput>, words: string, stroke?: string) =>
    desk.edit(changedAnnotation(props.annotation, part), { label: words, ...(stroke ? { stroke } : {}) })
  return (
    <div class="raised__notes">
      <label class="raised__title" for={id}>
        Memo
      </label>
      <textarea
        id={id}
        class="input slot-notes__text"
        rows="2"
        maxlength="20000"
        readonly={!desk.mayWrite()}
        value={props.annotation.memo}
        onInput={(event) =>
          change({ memo: event.currentTarget.value }, `Memo on ${label()}`, `memo ${props.annotation.id}`)
        }
        onBlur={() => desk.queue.flush()}
      />
      <div class="slot-notes__line">
        <span class="raised__title" aria-hidden="true">
          Confidence
        </span>
        <RadioRow
          label={`Confidence in ${label()}, 1 low to 5 high`}
          class="confidence-row"
          options={[1, 2, 3, 4, 5].map((value) => ({ value, label: String(value), kind: 'whole' }))}
          chosen={(value) => props.annotation.confidence === value}
          disabled={!desk.mayWrite()}
          onChoose={(confidence) => change({ confidence }, `Confidence in ${label()}: ${confidence}`)}
          onClear={() => change({ confidence: null }, `Confidence in ${label()} taken back`)}
        />
        <Show when={code()?.value}>
          {(range) => (
            <CodeValue
              label={`Value of ${label()}`}
              range={range()}
              value={props.annotation.value}
              disabled={!desk.mayWrite()}
              onValue={(value) => change({ value }, `Value of ${label()}: ${value ?? 'none'}`)}
            />
          )}
        </Show>
      </div>
    </div>
  )
}
