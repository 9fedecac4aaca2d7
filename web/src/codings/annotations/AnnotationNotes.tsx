import { findCode } from '@attune/codebooks'
import type { AnnotationInput } from '@attune/contract'
import { createUniqueId, Show } from 'solid-js'
import { t } from '../../messages/index.ts'
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
        {t().annotations.memo}
      </label>
      <textarea
        id={id}
        class="input slot-notes__text"
        rows="2"
        maxlength="20000"
        readonly={!desk.mayWrite()}
        value={props.annotation.memo}
        onInput={(event) =>
          change({ memo: event.currentTarget.value }, t().annotations.memoOn(label()), `memo ${props.annotation.id}`)
        }
        onBlur={() => desk.queue.flush()}
      />
      <div class="slot-notes__line">
        <span class="raised__title" aria-hidden="true">
          {t().annotations.confidence}
        </span>
        <RadioRow
          label={t().annotations.confidenceIn(label())}
          class="confidence-row"
          options={[1, 2, 3, 4, 5].map((value) => ({ value, label: String(value), kind: 'whole' }))}
          chosen={(value) => props.annotation.confidence === value}
          disabled={!desk.mayWrite()}
          onChoose={(confidence) => change({ confidence }, t().annotations.confidenceSet(label(), confidence))}
          onClear={() => change({ confidence: null }, t().annotations.confidenceTakenBack(label()))}
        />
        <Show when={code()?.value}>
          {(range) => (
            <CodeValue
              label={t().annotations.valueOf(label())}
              range={range()}
              value={props.annotation.value}
              disabled={!desk.mayWrite()}
              onValue={(value) => change({ value }, t().annotations.valueSet(label(), value))}
            />
          )}
        </Show>
      </div>
    </div>
  )
}
