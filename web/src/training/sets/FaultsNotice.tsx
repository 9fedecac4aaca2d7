import { type TrainingSet, trainingSet } from '@attune/contract'
import { For, Show } from 'solid-js'
import { Button } from '../../base/Button.tsx'
import { Refused } from '../../base/refused.ts'
import { FailureNotice, Notice } from '../../base/states.tsx'
import { t } from '../../messages/index.ts'
import { faultsIn, panelOf } from './faults.ts'

/** Why a set was not saved or not opened: every fault with the section it belongs to, and a way out when somebody was quicker. */
export function FaultsNotice(props: {
  failure: unknown
  /** Shows what is stored; what was typed here goes. */
  onShowStored: (current: TrainingSet) => void
  /** Saves over what is stored, knowing it. */
  onSaveOver: (current: TrainingSet) => void
}) {
  const words = () => t().training.builder
  // The same thing said of several conditions is said once here; it stands at each of them.
  const faults = () => {
    const lines = faultsIn(props.failure).all.map(({ path, message }) => ({ section: sectionOf(path), message }))
    return [...new Map(lines.map((line) => [`${line.section} ${line.message}`, line])).values()]
  }
  const stale = () => {
    const { failure } = props
    if (!(failure instanceof Refused) || failure.code !== 'stale') return undefined
    const current = trainingSet.safeParse(failure.current)
    return current.success ? current.data : undefined
  }
  const sectionOf = (path: string) => {
    const panel = panelOf(path)
    return panel ? t().training[panel].title : ''
  }
  return (
    <div class="faults" tabindex="-1">
      <Show when={faults().length > 0} fallback={<FailureNotice failure={props.failure} />}>
        <Notice kind="bad" title={words().faults(faults().length)} alert>
          <ul>
            <For each={faults()}>
              {(fault) => (
                <li>
                  <Show when={fault.section}>{(section) => <strong>{section()}: </strong>}</Show>
                  {fault.message}
                </li>
              )}
            </For>
          </ul>
        </Notice>
      </Show>
      <Show when={stale()}>
        {(current) => (
          <div class="button-row">
            <Button small onClick={() => props.onShowStored(current())}>
              {words().showStored}
            </Button>
            <Button small look="danger" onClick={() => props.onSaveOver(current())}>
              {words().saveOver}
            </Button>
          </div>
        )}
      </Show>
    </div>
  )
}
