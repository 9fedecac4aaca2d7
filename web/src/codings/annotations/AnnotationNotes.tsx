import { findCode } from '@attune/codebooks'
import type { AnnotationInput } from '@attune/contract'
import { createUniqueId, Show } from 'solid-js'
import { changedAnnotation } from '../desk.ts'
import { useDesk } from '../desk-context.ts'
import { codeLabel } from '../evidence.ts'
import { RadioRow } from '../instruments/RadioRow.tsx'
import { CodeValue } from './CodeValue.tsx'

/** Memo, confidence and, for codes that have one, the value. */
export function AnnotationNotes(props: { annotation: AnnotationInput }) {
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
