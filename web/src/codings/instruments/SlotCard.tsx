import { evidenceWanted, type RatingValue, type Slot, slotKey, slotLabel, type Variable } from '@attune/codebooks'
import { createMemo, createSignal, createUniqueId, Match, Show, Switch } from 'solid-js'
import { Icon } from '../../base/Icon.tsx'
import { t } from '../../messages/index.ts'
import { changedRating } from '../desk.ts'
import { useDesk } from '../desk-context.ts'
import { evidenceOf, standOf } from '../evidence.ts'
import { columnLabel } from '../instruments.ts'
import { ClassPicker } from './ClassPicker.tsx'
import { PresencePicker, WrittenPicker } from './OtherPickers.tsx'
import { ScorePicker } from './ScorePicker.tsx'
import { SlotNotes } from './SlotNotes.tsx'
import { slotElementId } from './slot-id.ts'
import { valueWords } from './value-words.ts'

/** One thing to be rated, with its notes folded away until they are wanted. */
export function SlotCard(props: { slot: Slot; variable: Variable }) {
  const { desk, sight } = useDesk()
  const id = createUniqueId()
  const key = slotKey(props.slot)
  const rating = createMemo(() => desk.draft().ratings.get(key))
  const value = () => rating()?.value ?? null
  const label = slotLabel(desk.codebook, props.slot)
  const column = columnLabel(desk.codebook, props.slot)
  const isFocused = () => {
    const slot = sight.slot()
    return slot !== null && slotKey(slot) === key
  }
  const isClass = props.variable.kind === 'classification'
  const [isOpen, setOpen] = createSignal(isClass)
  const evidence = createMemo(() => evidenceOf(desk, props.slot))
  const pieces = (): Pieces => ({
    count: evidence().length,
    against: evidence().filter((one) => standOf(one, props.slot) === 'against').length,
    wanted: evidenceWanted(props.variable, value()),
  })
  const put = (next: RatingValue | null) =>
    desk.edit(next ? changedRating(desk, props.slot, { value: next }) : clearing(props.slot), {
      label: `${label}: ${valueWords(next)}`,
    })
  return (
    <div
      class="slot"
      id={slotElementId(props.slot)}
      classList={{ 'slot--focused': isFocused(), 'slot--rated': value() !== null }}
      on:focusin={() => sight.setSlot(props.slot)}
      on:pointerdown={() => sight.setSlot(props.slot)}
    >
      <div class="slot__head">
        <span class="slot__column">{column}</span>
        <output class="slot__value" classList={{ 'slot__value--missing': value() === null }}>
          <span class="visually-hidden">{label}: </span>
          {valueWords(value())}
        </output>
      </div>
      <Switch>
        <Match when={props.variable.kind === 'scale' && props.variable}>
          {(variable) => (
            <ScorePicker
              label={label}
              variable={variable()}
              value={value()}
              disabled={!desk.mayWrite()}
              onValue={put}
            />
          )}
        </Match>
        <Match when={props.variable.kind === 'classification' && props.variable}>
          {(variable) => (
            <ClassPicker
              label={label}
              variable={variable()}
              value={value()}
              disabled={!desk.mayWrite()}
              onValue={put}
            />
          )}
        </Match>
        <Match when={props.variable.kind === 'presence' && props.variable}>
          {(variable) => (
            <PresencePicker
              label={label}
              variable={variable()}
              value={value()}
              disabled={!desk.mayWrite()}
              onValue={put}
            />
          )}
        </Match>
        <Match when={(props.variable.kind === 'count' || props.variable.kind === 'duration') && props.variable}>
          {(variable) => (
            <WrittenPicker
              label={label}
              variable={variable()}
              value={value()}
              disabled={!desk.mayWrite()}
              onValue={put}
            />
          )}
        </Match>
      </Switch>
      <button
        type="button"
        class="slot__more"
        classList={{ 'slot__more--wanting': value() !== null && pieces().count < pieces().wanted }}
        aria-expanded={isOpen()}
        aria-controls={`${id}-notes`}
        onClick={() => setOpen(!isOpen())}
      >
        <Icon name={isOpen() ? 'down' : 'right'} />
        {summary(rating()?.confidence ?? null, rating()?.rationale ?? '', pieces())}
        <span class="visually-hidden">{t().ratings.notesOf(label)}</span>
      </button>
      <div id={`${id}-notes`}>
        <Show when={isOpen()}>
          <SlotNotes
            slot={props.slot}
            isRationaleRequired={props.variable.kind === 'classification' && props.variable.rationale === 'required'}
          />
        </Show>
      </div>
    </div>
  )
}

const clearing = (slot: Slot) => ({ type: 'put-rating' as const, slot, value: null, confidence: null, rationale: '' })

type Pieces = { count: number; against: number; wanted: number }

function summary(confidence: number | null, rationale: string, { count, against, wanted }: Pieces): string {
  const parts = [
    wanted > 0 ? t().evidence.ofWanted(count, wanted) : t().evidence.count(count),
    against > 0 ? t().evidence.countAgainst(against) : '',
    confidence === null ? '' : t().ratings.confidence(confidence),
    rationale.trim() ? t().ratings.hasRationale : '',
  ]
  return parts.filter(Boolean).join(' · ')
}
