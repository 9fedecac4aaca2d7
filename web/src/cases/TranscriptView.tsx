import type { Transcript } from '@attune/contract'
import { For } from 'solid-js'
import { t } from '../messages/index.ts'

/** The transcript as it is read: turns, line numbers in the margin, the interviewer quieter. */
export function TranscriptView(props: { transcript: Transcript }) {
  const isFirstOf = (at: number) => props.transcript.turns[at - 1]?.speaker !== props.transcript.turns[at]?.speaker
  return (
    <section class="panel transcript-view" aria-label={t().cases.transcript}>
      <p class="quiet">
        {t().base.turns(props.transcript.turns.length)}, {t().base.words(props.transcript.words)}
      </p>
      <ol class="plain-list reading">
        <For each={props.transcript.turns}>
          {(turn, at) => (
            <li class="transcript-view__turn" data-role={turn.role}>
              <span class="transcript-view__line" aria-hidden="true">
                {turn.line}
              </span>
              <span class="transcript-view__who">{isFirstOf(at()) ? turn.speaker : ''}</span>
              <p>{props.transcript.text.slice(turn.bodyStart, turn.end).trimEnd()}</p>
            </li>
          )}
        </For>
      </ol>
    </section>
  )
}
