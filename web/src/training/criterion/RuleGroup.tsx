import type { Rule } from '@attune/criteria'
import { Index, Show } from 'solid-js'
import { announce } from '../../base/announce.tsx'
import { Button } from '../../base/Button.tsx'
import { Choices } from '../../base/Field.tsx'
import { t } from '../../messages/index.ts'
import { Condition } from './Condition.tsx'
import type { Editing } from './editing.ts'
import { RulePart } from './RulePart.tsx'
import {
  addAt,
  changeAt,
  type Group,
  groupOf,
  isGroup,
  jointOf,
  moveAt,
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
            <RulePart
              path={[...props.path, index]}
              count={parts().length}
              isLast={isLast()}
              onMove={(by, from) => move(index, by, from)}
              onRemove={() => remove(index)}
            >
              <Show when={conditionIn(part())}>
                {(one) => (
                  <Condition
                    condition={one()}
                    path={[...props.path, index]}
                    editing={props.editing}
                    onCondition={(next) => change([...props.path, index], () => next)}
                  />
                )}
              </Show>
              <Show when={groupIn(part())}>
                {(one) => <RuleGroup group={one()} path={[...props.path, index]} editing={props.editing} />}
              </Show>
            </RulePart>
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

const groupIn = (rule: Rule) => (isGroup(rule) ? rule : undefined)
const conditionIn = (rule: Rule) => (isGroup(rule) ? undefined : rule)

/** The place of a part beside the buttons of its group. */
const placeOf = (foot: HTMLElement | undefined, index: number): Element | undefined =>
  foot?.parentElement?.querySelector(':scope > .rule-group__parts')?.children[index]
