import type { Rater } from '@attune/contract'
import { createEffect, createSignal, on, Show } from 'solid-js'
import { Button } from '../base/Button.tsx'
import { Panel } from '../base/states.tsx'
import { t } from '../messages/index.ts'
import { CoderMatrix } from './CoderMatrix.tsx'
import { ConfusionPanel } from './ConfusionPanel.tsx'
import type { Finding } from './findings.ts'
import { PairPanel } from './PairPanel.tsx'
import { slotQuery } from './slot.ts'

type Props = {
  study: string
  codebookVersion: string
  finding: Finding
  /** Ids of the coders chosen above; none means all. */
  coders: readonly string[]
  onClose: () => void
}

/** One variable closely: its pair of raters in every picture that suits it, then everybody with everybody. */
export function CloserLook(props: Props) {
  const [chosen, setChosen] = createSignal<readonly [Rater, Rater]>()
  const slot = () => slotQuery(props.codebookVersion, props.finding.main ?? props.finding.results[0])
  const pair = () => chosen() ?? (props.finding.raters.length === 2 ? props.finding.raters : undefined)
  let place: HTMLDivElement | undefined
  const comeHere = () => place?.focus()
  // What was pressed may be a screen away: eye and focus come along.
  createEffect(
    on(
      () => props.finding.key,
      () => {
        setChosen(undefined)
        comeHere()
      },
    ),
  )
  return (
    <div ref={place} tabindex="-1" class="matrix-place">
      <Panel
        title={props.finding.label}
        intro={t().reliability.closer.intro}
        actions={
          <Button small look="quiet" icon="cross" onClick={() => props.onClose()}>
            {t().reliability.close}
          </Button>
        }
      >
        <div class="closer">
          <Show when={pair()}>
            {(raters) => (
              <>
                <ConfusionPanel study={props.study} slot={slot()} raters={raters()} />
                <PairPanel study={props.study} slot={slot()} raters={raters()} />
              </>
            )}
          </Show>
          <CoderMatrix
            study={props.study}
            slot={slot()}
            coders={props.coders}
            onPair={(raters) => {
              setChosen(raters)
              comeHere()
            }}
          />
        </div>
      </Panel>
    </div>
  )
}
