import type { Transcript as Material } from '@attune/contract'
import { createSignal, For, onMount, Show } from 'solid-js'
import { t } from '../../messages/index.ts'
import { raise } from '../coding-actions.ts'
import { useDesk } from '../desk-context.ts'
import { CaretMark } from './CaretMark.tsx'
import { createCaretKeys } from './caret-keys.ts'
import { MarginLanes } from './MarginLanes.tsx'
import { keepPainted } from './painting.ts'
import { createPointer } from './pointer.ts'
import { SelectionTools } from './SelectionTools.tsx'
import { createSurface } from './surface.ts'
import { TurnBar } from './TurnBar.tsx'
import { TurnItem } from './TurnItem.tsx'
import './highlights.css'
import './transcript.css'

/** The interview as a page to read: turns with line numbers, codes painted upon the words and drawn in the margin. */
export function Transcript(props: { material: Material }) {
  const { desk, sight } = useDesk()
  const surface = createSurface(props.material, desk, sight)
  const { text, turns, bodies, notes, active, activate } = surface
  const caretKeys = createCaretKeys(surface, sight)
  const pointer = createPointer(surface, sight, caretKeys.leave)
  const [isReady, setReady] = createSignal(false)
  let sheet!: HTMLDivElement
  keepPainted(surface, desk, sight)
  onMount(() => {
    activate(0, false)
    setReady(true)
  })
  return (
    <div class="transcript">
      <div class="transcript__sheet" ref={sheet} tabindex="-1">
        <div class="transcript__page">
          <ol
            class="transcript__turns"
            ref={(element) => {
              surface.place.list = element
            }}
            aria-label={t().transcripts.transcript}
            on:click={pointer.click}
            on:keydown={caretKeys.press}
            on:pointerdown={pointer.down}
            on:focusin={(event) => {
              const index = Number((event.target as Element).getAttribute('data-turn') ?? -1)
              if (index >= 0 && index !== active()) activate(index, false)
            }}
          >
            <For each={turns}>
              {(turn, index) => (
                <TurnItem
                  turn={turn}
                  index={index()}
                  words={text.slice(turn.bodyStart, turn.end)}
                  body={(element) => {
                    bodies[index()] = element
                  }}
                  notes={(element) => {
                    notes[index()] = element
                  }}
                />
              )}
            </For>
          </ol>
          <Show when={isReady()}>
            <MarginLanes turns={turns} bodies={bodies} sheet={sheet} byTurn={surface.byTurn()} />
            <CaretMark caret={caretKeys.caret()} turns={turns} bodies={bodies} />
            <Show when={sight.selection() && !pointer.isDragging() && desk.mayWrite()}>
              <SelectionTools turns={turns} bodies={bodies} onDone={() => activate(active(), true)} />
            </Show>
          </Show>
        </div>
      </div>
      <TurnBar
        turns={turns}
        active={active()}
        annotations={surface.byTurn()[active()] ?? []}
        isCaret={caretKeys.caret() !== null}
        onRaise={(annotation) => raise(sight, annotation)}
      />
    </div>
  )
}
