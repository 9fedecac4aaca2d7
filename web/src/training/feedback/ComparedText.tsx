import type { Codebook } from '@attune/codebooks'
import type { Transcript } from '@attune/contract'
import { createEffect, createSignal, For, on, onMount, Show } from 'solid-js'
import { createNear } from '../../codings/transcript/near.ts'
import { turnElements } from '../../codings/transcript/turn-elements.ts'
import { inTextOrder, placeInWords, type Segment, turnIndexAt } from '../../codings/turns.ts'
import { t } from '../../messages/index.ts'
import { CodeLabel, codeLabelIn, signsOf } from './CodeLabel.tsx'
import { codedBy, keepBothPainted, noteBoth } from './compared-surface.ts'
import { SideLanes } from './SideLanes.tsx'
import type { Names, Side } from './sides.ts'
import '../../codings/transcript/highlights.css'
import '../../codings/transcript/transcript.css'
import './compared-text.css'

/** What should be seen in the text; a new object each time it is asked for. `focus`: the keyboard goes there too. */
export type Wanted = { readonly id: string; readonly focus: boolean }

type Props = {
  material: Transcript
  codebook: Codebook
  segments: Readonly<Record<Side, readonly Segment[]>>
  names: Names
  wanted: Wanted | null
  onPick: (id: string) => void
}

/** The interview with two codings upon it, to read: lines upon the words, bars in the margin, and in words what lies at one place. */
export function ComparedText(props: Props) {
  const { material, codebook } = props
  const { text, turns } = material
  const bodies: HTMLElement[] = []
  const coded = {
    mine: codedBy(material, props.segments.mine),
    master: codedBy(material, props.segments.master),
  }
  const signs = signsOf(codebook)
  const label = (code: string) => codeLabelIn(codebook, code)
  const byId = new Map([...props.segments.mine, ...props.segments.master].map((one) => [one.id, one]))
  const raised = () => byId.get(props.wanted?.id ?? '') ?? null
  const [isReady, setReady] = createSignal(false)
  let sheet!: HTMLElement
  let list!: HTMLOListElement
  const { near, layouts } = createNear(
    () => sheet,
    () => list,
    bodies,
  )
  keepBothPainted(material, bodies, coded, near, raised)
  onMount(() => {
    noteBoth(bodies, coded, props.names, label)
    setReady(true)
  })
  createEffect(
    on(
      () => props.wanted,
      (wanted) => {
        const segment = byId.get(wanted?.id ?? '')
        const item = segment && list.children[Math.max(0, turnIndexAt(turns, segment.start))]
        if (!(item instanceof HTMLElement)) return
        item.scrollIntoView({ block: 'center' })
        if (wanted?.focus) item.focus({ preventScroll: true })
      },
    ),
  )
  const pickAt = (event: MouseEvent) => {
    const id = segmentAt(event, bodies, coded, turns, props.wanted?.id ?? null)
    if (id !== null) props.onPick(id)
  }
  return (
    <section class="compared-text" aria-label={t().myTraining.feedback.text}>
      <p class="compared-text__heads" aria-hidden="true">
        <span>{props.names.mine}</span>
        <span>{props.names.master}</span>
      </p>
      {/* Reached by Tab so that arrows scroll it. */}
      <section class="transcript__sheet" ref={sheet} tabindex="0" aria-label={t().transcripts.transcript}>
        <div class="transcript__page">
          <ol
            class="transcript__turns"
            ref={(element) => {
              list = element
              element.append(turnElements(text, turns, bodies))
            }}
            on:click={pickAt}
          />
          <Show when={isReady()}>
            <For each={['mine', 'master'] as const}>
              {(side) => (
                <SideLanes
                  side={side}
                  codebook={codebook}
                  signs={signs}
                  turns={turns}
                  bodies={bodies}
                  coded={coded[side]}
                  near={near()}
                  layouts={layouts()}
                  raised={props.wanted?.id ?? null}
                  onPick={props.onPick}
                />
              )}
            </For>
          </Show>
        </div>
      </section>
      <Show when={raised()}>{(segment) => <Here {...props} segment={segment()} />}</Show>
    </section>
  )
}

/** What both sides say of the place that is shown. */
function Here(props: Props & { segment: Segment }) {
  const here = (side: Side) =>
    props.segments[side]
      .filter((one) => one.start < props.segment.end && one.end > props.segment.start)
      .toSorted(inTextOrder)
  return (
    <section class="compared-here" aria-label={t().myTraining.feedback.here}>
      <p class="quiet">{placeInWords(props.material.turns, props.segment)}</p>
      <dl class="compared-here__sides">
        <For each={['mine', 'master'] as const}>
          {(side) => (
            <div>
              <dt>{props.names[side]}</dt>
              <For each={here(side)} fallback={<dd class="quiet">{t().transcripts.notCoded}</dd>}>
                {(one) => (
                  <dd>
                    <CodeLabel code={one.code} codebook={props.codebook} />
                    <Show when={one.memo.trim()}>
                      <span class="quiet"> {one.memo}</span>
                    </Show>
                  </dd>
                )}
              </For>
            </div>
          )}
        </For>
      </dl>
    </section>
  )
}

/** A click on coded words: what covers them there, and at the next click what else does. */
function segmentAt(
  event: MouseEvent,
  bodies: readonly HTMLElement[],
  coded: Readonly<Record<Side, ReturnType<typeof codedBy>>>,
  turns: Transcript['turns'],
  now: string | null,
): string | null {
  const selection = document.getSelection()
  if (!(event.target instanceof Element) || !selection?.isCollapsed || !selection.anchorNode) return null
  const index = Number(event.target.closest('[data-turn]')?.getAttribute('data-turn') ?? -1)
  const [turn, body] = [turns[index], bodies[index]]
  if (!turn || !body?.contains(selection.anchorNode)) return null
  const range = document.createRange()
  range.setStart(body, 0)
  range.setEnd(selection.anchorNode, selection.anchorOffset)
  const at = turn.bodyStart + range.toString().length
  const here = [...(coded.mine.lists[index] ?? []), ...(coded.master.lists[index] ?? [])].filter(
    (one) => one.start <= at && at <= one.end,
  )
  const was = here.findIndex((one) => one.id === now)
  return here[(was + 1) % Math.max(1, here.length)]?.id ?? null
}
