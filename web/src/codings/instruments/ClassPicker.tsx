import { type Category, type ClassificationVariable, checkValue, type RatingValue } from '@attune/codebooks'
import { createEffect, createMemo, createSignal, For, on, Show } from 'solid-js'
import { t } from '../../messages/index.ts'
import { choose } from '../ranking.ts'
import { Collapses } from './Collapses.tsx'
import { RadioRow } from './RadioRow.tsx'
import { Ranking } from './Ranking.tsx'

const NONE: readonly string[] = []

/** A classification: choose from the tree; what is chosen first is the classification, then come alternatives in their order. */
export function ClassPicker(props: {
  label: string
  variable: ClassificationVariable
  value: RatingValue | null
  disabled: boolean
  onValue: (value: RatingValue | null) => void
}) {
  const saved = createMemo(() => (props.value?.kind === 'class' ? props.value.classes : NONE))
  // A ranking that the codebook does not allow yet, such as U without its organised class, waits here.
  const [ranked, setRanked] = createSignal<readonly string[]>(saved())
  createEffect(on(saved, (now) => setRanked(now), { defer: true }))
  const faults = () =>
    ranked().length === 0 ? [] : checkValue(props.variable, { kind: 'class', classes: [...ranked()] })
  const change = (next: readonly string[]) => {
    setRanked(next)
    const value: RatingValue = { kind: 'class', classes: [...next] }
    if (next.length === 0) props.onValue(null)
    else if (checkValue(props.variable, value).length === 0) props.onValue(value)
  }
  return (
    <div class="class-picker">
      <fieldset disabled={props.disabled} class="class-picker__groups">
        <legend class="visually-hidden">{t().ratings.chooseClasses(props.label)}</legend>
        <For each={props.variable.categories}>
          {(group) => (
            <div class="class-group">
              <ClassButton
                category={group}
                ranked={ranked()}
                isGroup
                onChoose={(id) => change(choose(props.variable, ranked(), id))}
              />
              <div class="class-group__members">
                <For each={descendants(group)}>
                  {(member) => (
                    <ClassButton
                      category={member}
                      ranked={ranked()}
                      onChoose={(id) => change(choose(props.variable, ranked(), id))}
                    />
                  )}
                </For>
              </div>
            </div>
          )}
        </For>
      </fieldset>
      <Ranking
        label={props.label}
        variable={props.variable}
        ranked={ranked()}
        disabled={props.disabled}
        onChange={change}
      />
      <Show when={faults().length > 0}>
        <p class="class-picker__fault" role="status">
          {t().ratings.notSaved(
            faults()
              .map((fault) => t().codings.submit.lacks(fault.message))
              .join(' '),
          )}
        </p>
      </Show>
      <Show when={props.variable.noValue.length > 0}>
        <RadioRow
          label={t().ratings.noValueOf(props.label)}
          options={props.variable.noValue.map((reason) => ({
            value: reason,
            label: t().ratings.noValues[reason],
            kind: 'none',
          }))}
          chosen={(reason) => props.value?.kind === 'none' && props.value.reason === reason}
          disabled={props.disabled}
          onChoose={(reason) => props.onValue({ kind: 'none', reason })}
          onClear={() => props.onValue(null)}
        />
      </Show>
      <Show when={ranked().length > 0 && faults().length === 0}>
        <Collapses variable={props.variable} ranked={ranked()} />
      </Show>
    </div>
  )
}

const descendants = (category: Category): Category[] =>
  (category.children ?? []).flatMap((child) => [child, ...descendants(child)])

function ClassButton(props: {
  category: Category
  ranked: readonly string[]
  isGroup?: boolean
  onChoose: (id: string) => void
}) {
  const rank = () => props.ranked.indexOf(props.category.id)
  return (
    <button
      type="button"
      classList={{ 'class-button': true, 'class-button--group': props.isGroup === true }}
      aria-pressed={rank() !== -1}
      title={props.category.description ?? props.category.label}
      onClick={() => props.onChoose(props.category.id)}
    >
      <Show when={rank() !== -1}>
        <span class="class-button__rank">{rank() + 1}</span>
      </Show>
      <b>{props.category.id}</b>{' '}
      <Show when={props.category.label !== props.category.id}>
        <span classList={{ 'visually-hidden': props.isGroup !== true }}>{props.category.label}</span>
      </Show>
    </button>
  )
}
