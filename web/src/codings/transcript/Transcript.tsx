import type { Transcript as Material } from '@attune/contract'
import { createSignal, onMount, Show } from 'solid-js'
import { t } from '../../messages/index.ts'
import { codesOf, raise } from '../coding-actions.ts'
import { useDesk } from '../desk-context.ts'
import { BorderHandles } from './BorderHandles.tsx'
import { CaretMark } from './CaretMark.tsx'
import { createCaretKeys } from './caret-keys.ts'
import { MarginLanes } from './MarginLanes.tsx'
import { createNear } from './near.ts'
import { keepNoted, keepPainted } from './painting.ts'
import { createPointer } from './pointer.ts'
import { SelectionTools } from './SelectionTools.tsx'
import { createSurface } from './surface.ts'
import { TurnBar } from './TurnBar.tsx'
import { turnElements } from './turn-elements.ts'
import './highlights.css'
import './transcript.css'

/** The interview as a page to read: turns with line numbers, codes painted upon the words and drawn in the margin. */
export function Transcript(props: { material: Material }) {
  const { desk, sight } = useDesk()
  const surface = createSurface(props.material, desk, sight)
  const { text, turns, bodies, active, activate } = surface
  const caretKeys = createCaretKeys(surface, sight)
  const pointer = createPointer(surface, sight, caretKeys.leave)
  const [isReady, setReady] = createSignal(false)
  let sheet!: HTMLDivElement
  const { near, layouts } = createNear(
    () => sheet,
    () => surface.place.list,
    bodies,
  )
  keepPainted(surface, near, desk, sight)
  keepNoted(surface, desk)
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
              element.append(turnElements(text, turns, bodies))
            }}
            aria-label={t().transcripts.transcript}
            on:click={pointer.click}
            on:keydown={(event) => {
              pointer.keyed(event)
              caretKeys.press(event)
            }}
            on:pointerdown={pointer.down}
            on:pointermove={pointer.moved}
            on:pointerleave={pointer.left}
            on:focusin={(event) => {
              const index = Number((event.target as Element).getAttribute('data-turn') ?? -1)
              if (index >= 0 && index !== active()) activate(index, false)
            }}
          />
          <Show when={isReady()}>
            <MarginLanes turns={turns} bodies={bodies} coded={surface.coded()} near={near()} layouts={layouts()} />
            <Show when={desk.mayWrite()}>
              <BorderHandles surface={surface} layouts={layouts()} />
            </Show>
            <CaretMark caret={caretKeys.caret()} turns={turns} bodies={bodies} />
            <Show when={sight.selection() && !pointer.isDragging() && desk.mayWrite() && codesOf(desk).length > 0}>
              <SelectionTools turns={turns} bodies={bodies} onDone={() => activate(active(), true)} />
            </Show>
          </Show>
        </div>
      </div>
      <TurnBar
        turns={turns}
        active={active()}
        annotations={surface.codedIn(active())}
        isCaret={caretKeys.caret() !== null}
        onRaise={(annotation) => raise(sight, annotation)}
      />
    </div>
  )
}
