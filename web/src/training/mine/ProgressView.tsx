import type { TrainingProgress } from '@attune/contract'
import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { SelectField } from '../../base/Field.tsx'
import { createShortcuts } from '../../base/shortcuts.ts'
import { EmptyState, Panel } from '../../base/states.tsx'
import { setTablesShown } from '../../charts/tables.ts'
import { t } from '../../messages/index.ts'
import { ConfusionTable } from '../ConfusionTable.tsx'
import { BiasChart } from './BiasChart.tsx'
import { LearningCurveChart } from './LearningCurveChart.tsx'
import { practiseWords } from './progress-words.ts'
import './progress.css'

type Props = {
  progress: TrainingProgress
  onCodebook: (version: string) => void
  /** Where a set that should be practised is found. */
  setHref: (set: string) => string
}

/** How somebody's coding comes along: what to practise next, the learning curve, bias, and the costliest confusions. */
export function ProgressView(props: Props) {
  const words = () => t().myTraining.progress
  createShortcuts(
    () => words().title,
    () => [{ keys: 't', label: t().reliability.showTable, run: () => setTablesShown((shown) => !shown) }],
  )
  return (
    <div class="progress-view">
      <Show when={props.progress.codebooks.length > 1}>
        <SelectField
          label={words().codebook}
          value={props.progress.codebook?.version ?? ''}
          options={props.progress.codebooks.map((one) => ({ value: one.version, label: `${one.title} ${one.number}` }))}
          onChoose={props.onCodebook}
        />
      </Show>
      <Show
        when={props.progress.curve.length > 0}
        fallback={<EmptyState title={words().none}>{words().noneAdvice}</EmptyState>}
      >
        <Practise practise={props.progress.practise} setHref={props.setHref} />
        <Panel title={words().curve.title}>
          <LearningCurveChart curve={props.progress.curve} line={props.progress.line} />
        </Panel>
        <Panel title={words().bias.title} intro={words().bias.explain}>
          <Show when={props.progress.biases.length > 0} fallback={<p class="quiet">{words().bias.none}</p>}>
            <BiasChart biases={props.progress.biases} />
          </Show>
        </Panel>
        <Panel title={words().confusions.title} intro={words().confusions.explain}>
          <Show when={props.progress.confusions.length > 0} fallback={<p class="quiet">{words().confusions.none}</p>}>
            <ConfusionTable
              confusions={props.progress.confusions}
              caption={words().confusions.table}
              cost={words().confusions.cost}
            />
          </Show>
        </Panel>
      </Show>
    </div>
  )
}

/** What to practise next, each with the figures that chose it. */
function Practise(props: { practise: TrainingProgress['practise']; setHref: (set: string) => string }) {
  const words = () => t().myTraining.progress.practise
  return (
    <Panel title={words().title} intro={words().how}>
      <ul class="plain-list practise">
        <For each={props.practise} fallback={<li class="quiet">{words().none}</li>}>
          {(one) => (
            <li>
              <strong>{one.label}</strong> <span>{practiseWords(one.why)}</span>{' '}
              <Show when={one.set}>{(set) => <A href={props.setHref(set())}>{words().goTo}</A>}</Show>
            </li>
          )}
        </For>
      </ul>
    </Panel>
  )
}
