import type { Predicate, Rule } from '@attune/criteria'
import { For, Index, Show } from 'solid-js'
import { announce } from '../../base/announce.tsx'
import { Button, IconButton } from '../../base/Button.tsx'
import { Choices } from '../../base/Field.tsx'
import { t } from '../../messages/index.ts'
import { predicateInWords } from '../criterion-words.ts'
import { AgreementFields } from './AgreementFields.tsx'
import { CriticalErrorFields } from './CriticalErrorFields.tsx'
import type { Editing } from './editing.ts'
import {
  addAt,
  changeAt,
  type Group,
  groupOf,
  isGroup,
  jointOf,
  moveAt,
  namedPath,
  newCondition,
  newCriticalError,
  partsOf,
  type RulePath,
} from './rule-edit.ts'

const deepest = 3
type Props = { group: Group; path: RulePath; editing: Editing }

/** Conditions that must all be met, or of which one is enough; a condition can be such a group again. */
export function RuleGroup(props: Props) {
  const words = () => t().training.rule
  let foot: HTMLDivElement | undefined
  const parts = () => partsOf(props.group)
  const change = (at: RulePath, make: (part: Rule) => Rule | null) => {
    const next = changeAt(props.editing.root, at, make)
    if (next && isGroup(next)) props.editing.onRoot(next)
  }
  const add = (added: Rule) => {
    const at = [...props.path, parts().length]
    const next = addAt(props.editing.root, props.path, added)
    if (!isGroup(next)) return
    props.editing.onRoot(next)
    props.editing.open(isGroup(added) ? [...at, 0] : at)
  }
  const remove = (index: number) => {
    props.editing.open(null)
    change([...props.path, index], () => null)
    announce(words().removed)
    queueMicrotask(() => foot?.querySelector('button')?.focus())
  }
  const move = (index: number, by: -1 | 1, from: HTMLElement) => {
    if (index + by < 0 || index + by >= parts().length) return
    const next = moveAt(props.editing.root, [...props.path, index], by)
    if (!isGroup(next)) return
    props.editing.open(null)
    props.editing.onRoot(next)
    announce(words().moved(index + by + 1))
    const name = from.dataset.move ?? ''
    queueMicrotask(() =>
      placeOf(foot, index + by)
        ?.querySelector<HTMLElement>(`[data-move="${name}"]`)
        ?.focus(),
    )
  }
  const isLast = () => props.path.length === 0 && parts().length === 1
  return (
    <fieldset class="rule-group">
      <legend class="visually-hidden">{words().group}</legend>
      <Show when={parts().length > 1}>
        <Choices
          label={words().joint}
          hideLabel
          value={jointOf(props.group)}
          options={[
            { value: 'all', label: t().criteria.allOf },
            { value: 'any', label: t().criteria.anyOf },
          ]}
          onChoose={(joint) => change(props.path, (part) => (isGroup(part) ? groupOf(joint, partsOf(part)) : part))}
        />
      </Show>
      <ol class="rule-group__parts">
        <Index each={parts()}>
          {(part, index) => (
            <Part
              part={part()}
              path={[...props.path, index]}
              count={parts().length}
              isLast={isLast()}
              editing={props.editing}
              onPart={(next) => change([...props.path, index], () => next)}
              onMove={(by, from) => move(index, by, from)}
              onRemove={() => remove(index)}
            />
          )}
        </Index>
      </ol>
      <div class="button-row" ref={foot}>
        <Button small icon="plus" onClick={() => add(newCondition('percent-agreement'))}>
          {words().addCondition}
        </Button>
        <Button small icon="plus" onClick={() => add(newCriticalError())}>
          {words().addCriticalError}
        </Button>
        <Show when={props.path.length < deepest}>
          <Button
            small
            look="quiet"
            icon="plus"
            onClick={() =>
              add(groupOf(jointOf(props.group) === 'all' ? 'any' : 'all', [newCondition('percent-agreement')]))
            }
          >
            {words().addGroup}
          </Button>
        </Show>
      </div>
    </fieldset>
  )
}

/** The place of a part beside the buttons of its group. */
const placeOf = (foot: HTMLElement | undefined, index: number): Element | undefined =>
  foot?.parentElement?.querySelector(':scope > .rule-group__parts')?.children[index]

function Part(props: {
  part: Rule
  path: RulePath
  count: number
  isLast: boolean
  editing: Editing
  onPart: (part: Rule) => void
  onMove: (by: -1 | 1, from: HTMLElement) => void
  onRemove: () => void
}) {
  const words = () => t().training.rule
  const place = () => (props.path.at(-1) ?? 0) + 1
  const group = () => (isGroup(props.part) ? props.part : undefined)
  const condition = () => (isGroup(props.part) ? undefined : props.part)
  const press = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    if (!(event.target instanceof HTMLElement) || !event.target.dataset.move) return
    event.preventDefault()
    event.stopPropagation()
    props.onMove(event.key === 'ArrowUp' ? -1 : 1, event.target)
  }
  return (
    <li class="rule-part" onKeyDown={press}>
      <div class="rule-part__body">
        <Show when={condition()}>
          {(one) => (
            <Condition condition={one()} path={props.path} editing={props.editing} onCondition={props.onPart} />
          )}
        </Show>
        <Show when={group()}>{(one) => <RuleGroup group={one()} path={props.path} editing={props.editing} />}</Show>
      </div>
      <div class="rule-part__tools">
        <Show when={props.count > 1}>
          <IconButton
            icon="up"
            small
            data-move="up"
            label={words().up(place())}
            aria-disabled={place() === 1}
            onClick={(event) => props.onMove(-1, event.currentTarget)}
          />
          <IconButton
            icon="down"
            small
            data-move="down"
            label={words().down(place())}
            aria-disabled={place() === props.count}
            onClick={(event) => props.onMove(1, event.currentTarget)}
          />
        </Show>
        <Show when={!props.isLast}>
          <IconButton icon="trash" small label={words().remove(place())} onClick={() => props.onRemove()} />
        </Show>
      </div>
    </li>
  )
}

/** A condition as its sentence; its fields on demand. */
function Condition(props: {
  condition: Predicate
  path: RulePath
  editing: Editing
  onCondition: (condition: Predicate) => void
}) {
  const isOpen = () => props.editing.opened === props.path.join('.')
  const faults = () => props.editing.faults.under(`criterion.rule${namedPath(props.editing.root, props.path)}`)
  const agreement = () => (props.condition.type === 'agreement' ? props.condition : undefined)
  const error = () => (props.condition.type === 'no-critical-error' ? props.condition : undefined)
  return (
    <>
      <p class="rule-part__words">{predicateInWords(props.condition, props.editing.names)}</p>
      <For each={[...new Set(faults())]}>{(fault) => <p class="field__fault">{fault}</p>}</For>
      <Button
        small
        look="quiet"
        icon={isOpen() ? 'check' : 'pen'}
        aria-expanded={isOpen()}
        onClick={() => props.editing.open(isOpen() ? null : props.path)}
      >
        {isOpen() ? t().training.rule.close : t().training.rule.edit}
      </Button>
      <Show when={isOpen()}>
        <div class="rule-part__fields">
          <Show when={agreement()}>
            {(one) => (
              <AgreementFields predicate={one()} subjects={props.editing.subjects} onPredicate={props.onCondition} />
            )}
          </Show>
          <Show when={error()}>
            {(one) => (
              <CriticalErrorFields
                predicate={one()}
                subjects={props.editing.subjects}
                onPredicate={props.onCondition}
              />
            )}
          </Show>
        </div>
      </Show>
    </>
  )
}
