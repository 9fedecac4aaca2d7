import type { Transcript as Material } from '@attune/contract'
import { createEffect, createMemo, createSignal, For, on, onCleanup, onMount, Show } from 'solid-js'
import { raise } from '../coding-actions.ts'
import { useDesk } from '../desk-context.ts'
import { codeLabel } from '../evidence.ts'
import { stretchSelected } from '../selection.ts'
import { annotationsByTurn, type Segment, turnIndexAt } from '../turns.ts'
import { CaretMark } from './CaretMark.tsx'
import { createCaretKeys } from './caret-keys.ts'
import { MarginLanes } from './MarginLanes.tsx'
import { canPaint, createPainter } from './painter.ts'
import { SelectionTools } from './SelectionTools.tsx'
import { createSplitter } from './splitter.ts'
import { TurnBar } from './TurnBar.tsx'
import { TurnItem } from './TurnItem.tsx'
import './highlights.css'
import './transcript.css'

/** The interview as a page to read: turns with line numbers, codes painted upon the words and drawn in the margin. */
export function Transcript(props: { material: Material }) {
  const { desk, sight } = useDesk()
  const { text, turns } = props.material
  const bodies: HTMLElement[] = []
  const notes: HTMLElement[] = []
  const [active, setActive] = createSignal(0)
  const [isReady, setReady] = createSignal(false)
  const [isDragging, setDragging] = createSignal(false)
  let list!: HTMLOListElement
  let sheet!: HTMLDivElement

  const byTurn = createMemo<(readonly Segment[])[]>(
    (before) => annotationsByTurn(turns, desk.draft().annotations.values(), before),
    [],
  )
  const colours = new Map(desk.codebook.codes.map((code) => [code.id, code.colour]))
  const colourOf = (code: string) => colours.get(code) ?? 1

  const activate = (index: number, focus: boolean) => {
    const to = Math.min(Math.max(index, 0), turns.length - 1)
    const item = list.children[to]
    if (!(item instanceof HTMLElement)) return
    list.children[active()]?.setAttribute('tabindex', '-1')
    item.setAttribute('tabindex', '0')
    setActive(to)
    if (focus) item.focus({ preventScroll: true })
    if (focus) item.scrollIntoView({ block: 'nearest' })
  }
  const caretKeys = createCaretKeys({ text, turns, bodies, active, activate, sight })

  onMount(() => {
    const painter = canPaint() ? createPainter(turns, bodies, colourOf) : createSplitter(turns, bodies, text, colourOf)
    painter.only(
      'mark',
      turns.flatMap((turn) => turn.marks),
    )
    createEffect(() => painter.paint(desk.draft().annotations))
    createEffect(() => {
      const annotation = sight.raisedAnnotation()
      painter.only('raised', annotation?.unit === 'segment' ? [annotation] : [])
    })
    createEffect(() => {
      const stretch = sight.selection()
      painter.only('selected', stretch ? [stretch] : [])
    })
    onCleanup(painter.stop)
    activate(0, false)
    setReady(true)
  })

  createEffect(
    on(byTurn, (now, before) => {
      now.forEach((list, index) => {
        const note = notes[index]
        if (list !== before?.[index] && note) {
          note.textContent = list.length > 0 ? `Coded: ${list.map((one) => codeLabel(desk, one)).join(', ')}.` : ''
        }
      })
    }),
  )

  createEffect(
    on(sight.wanted, (wanted) => {
      if (!wanted) return
      const index = turnIndexAt(turns, wanted.place.start)
      requestAnimationFrame(() => {
        activate(index, false)
        const item = list.children[index]
        item?.scrollIntoView({ block: 'center' })
        if (wanted.focus && item instanceof HTMLElement) item.focus({ preventScroll: true })
      })
    }),
  )

  /** What the browser says is selected; a selection elsewhere, as in a field, leaves ours alone. */
  const readSelection = () => {
    const now = document.getSelection()
    if (!now || now.rangeCount === 0) return
    const range = now.getRangeAt(0)
    if (!list.contains(range.startContainer) && !list.contains(range.endContainer)) return
    sight.setSelection(now.isCollapsed ? null : stretchSelected(text, turns, bodies, range))
  }
  onMount(() => document.addEventListener('selectionchange', readSelection))
  onCleanup(() => document.removeEventListener('selectionchange', readSelection))

  /** A click on coded words raises what covers them; clicking again goes through what lies there. */
  const click = (event: MouseEvent) => {
    const selection = document.getSelection()
    if (!(event.target instanceof Element) || !selection?.isCollapsed || !selection.anchorNode) return
    const item = event.target.closest('[data-turn]')
    const index = Number(item?.getAttribute('data-turn') ?? -1)
    if (index < 0) return
    caretKeys.leave()
    activate(index, false)
    const turn = turns[index]
    const body = bodies[index]
    if (!turn || !body?.contains(selection.anchorNode)) return
    const range = document.createRange()
    range.setStart(body, 0)
    range.setEnd(selection.anchorNode, selection.anchorOffset)
    const at = turn.bodyStart + range.toString().length
    const here = (byTurn()[index] ?? []).filter((one) => one.start <= at && at <= one.end)
    const was = here.findIndex((one) => one.id === sight.raised())
    const next = here[(was + 1) % Math.max(1, here.length)]
    if (next) sight.setRaised(next.id)
    else sight.setRaised(null)
  }

  const up = () => setDragging(false)
  onMount(() => window.addEventListener('pointerup', up))
  onCleanup(() => window.removeEventListener('pointerup', up))

  return (
    <div class="transcript">
      <div class="transcript__sheet" ref={sheet} tabindex="-1">
        <div class="transcript__page">
          <ol
            class="transcript__turns"
            ref={list}
            aria-label="Transcript"
            on:click={click}
            on:keydown={caretKeys.press}
            on:pointerdown={(event) => setDragging(event.pointerType === 'mouse')}
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
            <MarginLanes turns={turns} bodies={bodies} sheet={sheet} byTurn={byTurn()} />
            <CaretMark caret={caretKeys.caret()} turns={turns} bodies={bodies} />
            <Show when={sight.selection() && !isDragging() && desk.mayWrite()}>
              <SelectionTools turns={turns} bodies={bodies} onDone={() => activate(active(), true)} />
            </Show>
          </Show>
        </div>
      </div>
      <TurnBar
        turns={turns}
        active={active()}
        annotations={byTurn()[active()] ?? []}
        isCaret={caretKeys.caret() !== null}
        onRaise={(annotation) => raise(sight, annotation)}
      />
    </div>
  )
}
