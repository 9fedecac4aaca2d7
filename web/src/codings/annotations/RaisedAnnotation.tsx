import type { AnnotationInput } from '@attune/contract'
import { createSignal, Show } from 'solid-js'
import { Button, IconButton } from '../../base/Button.tsx'
import { t } from '../../messages/index.ts'
import { CodePalette } from '../CodePalette.tsx'
import { CodeSign } from '../CodeSign.tsx'
import { raiseNeighbour, removeRaised, transcriptOf } from '../coding-actions.ts'
import { changedAnnotation } from '../desk.ts'
import { useDesk } from '../desk-context.ts'
import { codeLabel } from '../evidence.ts'
import { EventTimes } from '../observation/EventTimes.tsx'
import { placeInWords, quote } from '../turns.ts'
import { AnnotationNotes } from './AnnotationNotes.tsx'
import { Borders } from './Borders.tsx'
import { EvidenceOf } from './EvidenceOf.tsx'
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
    <section class="raised" aria-label={t().annotations.annotation(label())}>
      <header class="raised__head">
        <CodeSign code={props.annotation.code} />
        <h2 class="raised__code" tabindex="-1">
          {label()}
        </h2>
        <span class="quiet">
          {props.annotation.unit === 'segment' && transcript ? placeInWords(transcript.turns, props.annotation) : ''}
        </span>
        <div class="raised__tools">
          <IconButton
            small
            icon="left"
            label={t().annotations.before}
            onClick={() => raiseNeighbour(desk, sight, -1)}
          />
          <IconButton small icon="right" label={t().annotations.after} onClick={() => raiseNeighbour(desk, sight, 1)} />
          <Show when={desk.mayWrite()}>
            <Button small look="quiet" aria-expanded={isChoosing()} onClick={() => setChoosing(!isChoosing())}>
              {t().annotations.otherCode}
            </Button>
            <IconButton
              small
              icon="trash"
              label={t().annotations.remove(label())}
              onClick={() => removeRaised(desk, sight)}
            />
          </Show>
          <IconButton small icon="cross" label={t().annotations.close} onClick={() => sight.setRaised(null)} />
        </div>
      </header>
      <Show when={isChoosing()}>
        <CodePalette
          label={t().annotations.insteadOf(label())}
          onClose={() => setChoosing(false)}
          onChoose={(code) => {
            setChoosing(false)
            const value = code.value ? props.annotation.value : null
            desk.edit(changedAnnotation(props.annotation, { code: code.id, value }), {
              label: t().annotations.changedTo(label(), code.label),
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
        <AnnotationNotes annotation={props.annotation} />
      </div>
    </section>
  )
}
