import type { TrainingProgress } from '@attune/contract'
import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { SelectField } from '../../base/Field.tsx'
import { formatPercent } from '../../base/numbers.ts'
import { createShortcuts } from '../../base/shortcuts.ts'
import { EmptyState, Panel, TableFrame } from '../../base/states.tsx'
import { setTablesShown } from '../../charts/tables.ts'
import { t } from '../../messages/index.ts'
import { BiasChart } from './BiasChart.tsx'
import { LearningCurveChart } from './LearningCurveChart.tsx'
import { outcomeWords, practiseWords } from './progress-words.ts'
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
            <Confusions confusions={props.progress.confusions} />
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

/** Which outcome was taken for which, how often, and what share of all disagreements that is. */
function Confusions(props: { confusions: TrainingProgress['confusions'] }) {
  const words = () => t().myTraining.progress.confusions
  return (
    <TableFrame label={words().table}>
      <table class="table table--compact">
        <caption>{words().table}</caption>
        <thead>
          <tr>
            <th scope="col">{words().variable}</th>
            <th scope="col">{words().master}</th>
            <th scope="col">{words().given}</th>
            <th scope="col" class="number">
              {words().count}
            </th>
            <th scope="col" class="number">
              {words().cost}
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={props.confusions}>
            {(one) => (
              <tr>
                <th scope="row">{one.label}</th>
                <td>{outcomeWords(one.master)}</td>
                <td>{outcomeWords(one.given)}</td>
                <td class="number">{words().of(one.count, one.of)}</td>
                <td class="number">{formatPercent(one.cost)}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </TableFrame>
  )
}
