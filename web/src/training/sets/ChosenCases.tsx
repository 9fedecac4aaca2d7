import { createMemo, For, Show } from 'solid-js'
import { announce } from '../../base/announce.tsx'
import { IconButton } from '../../base/Button.tsx'
import { Keys } from '../../base/Keys.tsx'
import { t } from '../../messages/index.ts'
import { moved } from '../criterion/rule-edit.ts'
import type { CaseLine } from './case-lines.ts'
import { Exposed, Masters } from './Exposed.tsx'
import type { ChangeForm, SetForm } from './form.ts'

/** The cases of a set in their order: a button or Alt with an arrow moves one. */
export function ChosenCases(props: { form: SetForm; onChange: ChangeForm; lines: readonly CaseLine[] }) {
  const words = () => t().training.cases
  const byId = createMemo(() => new Map(props.lines.map((line) => [line.id, line])))
  const nameOf = (id: string) => byId().get(id)?.caseId ?? id
  /** Only what speaks against a case: no master coding, or burnt for somebody. */
  const markOf = (id: string) => {
    const line = byId().get(id)
    return line && line.masters > 0 && line.burnt.length === 0 ? undefined : (line ?? unknown)
  }
  const move = (id: string, by: -1 | 1, from: HTMLElement) => {
    const at = props.form.cases.indexOf(id)
    const cases = moved(props.form.cases, at, by)
    if (cases.indexOf(id) === at) return
    props.onChange({ cases })
    announce(words().movedTo(nameOf(id), at + by + 1))
    // A row that changes its place loses the focus.
    queueMicrotask(() => from.focus())
  }
  const press = (event: KeyboardEvent, id: string) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    if (!(event.target instanceof HTMLElement)) return
    event.preventDefault()
    move(id, event.key === 'ArrowUp' ? -1 : 1, event.target)
  }
  const remove = (id: string) => props.onChange({ cases: props.form.cases.filter((one) => one !== id) })
  return (
    <section aria-label={words().inOrder} class="stack stack--tight">
      <h3>{words().inOrder}</h3>
      <Show when={props.form.cases.length > 0} fallback={<p class="quiet">{words().noneChosen}</p>}>
        <ol class="chosen">
          <For each={props.form.cases}>
            {(id, index) => (
              <li class="chosen__case" onKeyDown={(event) => press(event, id)}>
                <span class="chosen__place tabular">{index() + 1}</span>
                <span class="chosen__id">{nameOf(id)}</span>
                <Show when={markOf(id)}>{(line) => <Mark line={line()} />}</Show>
                <span class="chosen__buttons">
                  <IconButton
                    icon="up"
                    small
                    label={words().up(nameOf(id))}
                    aria-disabled={index() === 0}
                    onClick={(event) => move(id, -1, event.currentTarget)}
                  />
                  <IconButton
                    icon="down"
                    small
                    label={words().down(nameOf(id))}
                    aria-disabled={index() === props.form.cases.length - 1}
                    onClick={(event) => move(id, 1, event.currentTarget)}
                  />
                  <IconButton icon="cross" small label={words().takeOut(nameOf(id))} onClick={() => remove(id)} />
                </span>
              </li>
            )}
          </For>
        </ol>
        <p class="quiet chosen__keys">
          <Keys of="Alt+ArrowUp" /> <Keys of="Alt+ArrowDown" /> {words().moveKeys}
        </p>
      </Show>
    </section>
  )
}

const unknown = { masters: 0, burnt: [], seen: [] } as const

function Mark(props: { line: Pick<CaseLine, 'masters' | 'burnt'> }) {
  return (
    <span class="chosen__met">
      <Show when={props.line.masters === 0}>
        <Masters masters={0} />
      </Show>
      <Show when={props.line.burnt.length > 0}>
        <Exposed line={{ burnt: props.line.burnt, seen: [] }} />
      </Show>
    </span>
  )
}
