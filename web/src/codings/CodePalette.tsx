import type { Code } from '@attune/codebooks'
import { createMemo, createSignal, createUniqueId, For, onMount, Show } from 'solid-js'
import { announce } from '../base/announce.tsx'
import { Button } from '../base/Button.tsx'
import { Icon } from '../base/Icon.tsx'
import { Keys } from '../base/Keys.tsx'
import { t } from '../messages/index.ts'
import { CodeSign } from './CodeSign.tsx'
import { searchCodes } from './code-search.ts'
import { codesOf } from './coding-actions.ts'
import { useDesk } from './desk-context.ts'
import './code-palette.css'

/** All codes to choose from by typing: recent ones first, Enter takes the one that is marked. */
export function CodePalette(props: {
  label: string
  /** Id of a code that probably is meant: it comes first. */
  likely?: string | undefined
  onChoose: (code: Code) => void
  onClose: () => void
}) {
  const { desk, sight } = useDesk()
  const id = createUniqueId()
  const [typed, setTyped] = createSignal('')
  const [at, setAt] = createSignal(0)
  const favourites = () => [...(props.likely ? [props.likely] : []), ...sight.pins.pins(), ...sight.recent()]
  const found = createMemo(() => searchCodes(codesOf(desk), typed(), favourites()))
  const marked = () => found()[Math.min(at(), found().length - 1)]
  let input!: HTMLInputElement
  let list!: HTMLDivElement
  onMount(() => input.focus({ preventScroll: true }))

  const move = (by: number) => {
    const count = found().length
    setAt((was) => (count === 0 ? 0 : (was + by + count) % count))
    list.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }
  const pin = (code: Code) => {
    const isPinned = sight.pins.toggle(code.id)
    const digit = sight.pins.digitOf(code.id)
    const said = digit > 0 ? t().annotations.pinnedAs(code.label, digit) : t().annotations.unpinned(code.label)
    announce(isPinned ? said : t().annotations.allPinned)
    input.focus({ preventScroll: true })
  }
  const press = (event: KeyboardEvent) => {
    const code = marked()
    if (event.key === 'ArrowDown') move(1)
    else if (event.key === 'ArrowUp') move(-1)
    else if (event.key === 'Enter' && code) props.onChoose(code)
    else if (event.altKey && event.code === 'KeyP' && code) pin(code)
    else if (event.key === 'Escape') props.onClose()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div class="palette-of-codes">
      <input
        ref={input}
        class="input input--small"
        type="text"
        role="combobox"
        aria-label={props.label}
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={marked() ? `${id}-${marked()?.id}` : undefined}
        autocomplete="off"
        spellcheck={false}
        placeholder={t().annotations.typeCode}
        value={typed()}
        onInput={(event) => {
          setTyped(event.currentTarget.value)
          setAt(0)
        }}
        on:keydown={press}
      />
      <div
        class="palette-of-codes__list"
        role="listbox"
        id={`${id}-list`}
        aria-label={t().annotations.codes}
        ref={list}
        tabindex="-1"
      >
        <For each={found()}>
          {(code) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the combobox keeps the focus and has the keys
            // biome-ignore lint/a11y/useKeyWithClickEvents: see above
            <div
              role="option"
              tabindex="-1"
              id={`${id}-${code.id}`}
              class="palette-of-codes__code"
              aria-selected={marked()?.id === code.id}
              onClick={() => props.onChoose(code)}
            >
              <CodeSign code={code.id} />
              <span class="palette-of-codes__label">
                {code.label} <Show when={sight.pins.digitOf(code.id)}>{(digit) => <kbd>{digit()}</kbd>}</Show>
              </span>
              <span class="palette-of-codes__group">{code.group}</span>
              {/* For the mouse alone; the button below says it in words. */}
              <span
                class="palette-of-codes__pin"
                aria-hidden="true"
                onClick={(event) => {
                  event.stopPropagation()
                  pin(code)
                }}
              >
                <Icon name="star" />
              </span>
            </div>
          )}
        </For>
      </div>
      <Show when={found().length === 0}>
        <p class="palette-of-codes__none">{t().annotations.noSuchCode}</p>
      </Show>
      <Show when={marked()}>
        {(code) => (
          <Button small look="quiet" icon="star" onClick={() => pin(code())}>
            {sight.pins.digitOf(code().id) > 0
              ? t().annotations.unpin(code().label)
              : t().annotations.pin(code().label)}{' '}
            <Keys of="Alt+P" />
          </Button>
        )}
      </Show>
      <Show when={marked()?.description}>
        {(description) => <p class="palette-of-codes__description">{description()}</p>}
      </Show>
    </div>
  )
}
