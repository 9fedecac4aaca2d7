import { createEffect, createSignal, createUniqueId, For, on, onCleanup, Show } from 'solid-js'
import { t } from '../messages/index.ts'
import { type Command, commandSources, isPaletteOpen, setPaletteOpen } from './commands.ts'
import { Dialog } from './Dialog.tsx'
import { Keys } from './Keys.tsx'
import './palette.css'

/** Go to a case, a study, a screen; run what the screen offers. Opened by `/` or Ctrl-K. */
export function Palette() {
  return (
    <Dialog open={isPaletteOpen()} onClose={() => setPaletteOpen(false)} title={t().keys.goTo}>
      <PaletteList />
    </Dialog>
  )
}

function PaletteList() {
  const list = createUniqueId()
  const [typed, setTyped] = createSignal('')
  const [chosen, setChosen] = createSignal(0)
  const found = createFound(typed)
  createEffect(on(found, () => setChosen(0), { defer: true }))
  const move = (step: number) => setChosen((at) => (at + step + found().length) % Math.max(1, found().length))
  const run = (command: Command | undefined) => {
    if (!command) return
    setPaletteOpen(false)
    // After the dialog has given the focus back.
    setTimeout(command.run)
  }
  const pressed = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') move(1)
    else if (event.key === 'ArrowUp') move(-1)
    else if (event.key === 'Enter') run(found()[chosen()])
    else return
    event.preventDefault()
  }
  return (
    <div class="palette">
      <input
        class="input"
        role="combobox"
        aria-label={t().keys.typeHere}
        aria-expanded="true"
        aria-controls={list}
        aria-activedescendant={found().length > 0 ? `${list}-${chosen()}` : undefined}
        aria-autocomplete="list"
        placeholder={t().keys.placeholder}
        value={typed()}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={pressed}
      />
      <div class="palette__list" role="listbox" id={list} aria-label={t().keys.found}>
        <For each={found()}>
          {(command, at) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard by the field that keeps the focus
            <div
              class="palette__line"
              id={`${list}-${at()}`}
              role="option"
              tabIndex={-1}
              aria-selected={chosen() === at()}
              onClick={() => run(command)}
              onPointerMove={() => setChosen(at())}
            >
              <span>{command.label}</span>
              <span class="palette__hint">{command.hint}</span>
              <Show when={command.keys}>{(keys) => <Keys of={keys()} />}</Show>
            </div>
          )}
        </For>
      </div>
      <Show when={found().length === 0 && typed() !== ''}>
        <p class="quiet">{t().keys.nothing}</p>
      </Show>
    </div>
  )
}

/** Asks every source for what was typed; a slow answer to an older question is dropped. */
function createFound(typed: () => string) {
  const [found, setFound] = createSignal<readonly Command[]>([])
  createEffect(() => {
    const words = typed().trim()
    const dropped = new AbortController()
    const answers: (readonly Command[])[] = []
    const show = (at: number, commands: readonly Command[]) => {
      if (dropped.signal.aborted) return
      answers[at] = commands
      setFound(answers.flat().slice(0, 40))
    }
    for (const [at, source] of commandSources().entries()) {
      const answer = source(words, dropped.signal)
      if (answer instanceof Promise) answer.then((commands) => show(at, commands)).catch(() => show(at, []))
      else show(at, answer)
    }
    onCleanup(() => dropped.abort())
  })
  return found
}
