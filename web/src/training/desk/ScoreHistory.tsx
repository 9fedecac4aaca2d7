import { For, Show } from 'solid-js'
import { formatMoment } from '../../base/dates.tsx'
import { Panel } from '../../base/states.tsx'
import { t } from '../../messages/index.ts'
import { FiguresTable } from '../Figures.tsx'
import { MetMark } from '../Verdict.tsx'
import type { AttemptReview } from './attempt-review.ts'

/** Every score with its reason, newest first; the figures of the earlier ones on demand. */
export function ScoreHistory(props: { scores: AttemptReview['scores'] }) {
  const words = () => t().desk.attempt
  return (
    <Show when={props.scores.length > 0}>
      <Panel title={words().scores} intro={words().scoresIntro}>
        <ol class="plain-list score-history">
          <For each={props.scores}>
            {(score, index) => (
              <li>
                <p>
                  <Show when={score.met !== null}>
                    <MetMark met={score.met === true} />{' '}
                  </Show>
                  {words().scored(formatMoment(score.scoredAt), score.by)}
                </p>
                <p class="score-history__reason">{score.reason || words().firstScore}</p>
                <Show when={index() > 0 && score.figures.length > 0}>
                  <details>
                    <summary>{words().figures}</summary>
                    <FiguresTable figures={score.figures} label={words().figuresTable} />
                  </details>
                </Show>
              </li>
            )}
          </For>
        </ol>
      </Panel>
    </Show>
  )
}
