import type { WatchedCoder } from '@attune/contract'
import { For, Match, Show, Switch } from 'solid-js'
import { formatDay } from '../base/dates.tsx'
import { formatNumber } from '../base/numbers.ts'
import { Notice, Panel, TableFrame } from '../base/states.tsx'
import { t } from '../messages/index.ts'
import { ControlChart } from './ControlChart.tsx'
import { Recalibrate } from './Recalibrate.tsx'
import { doneOf } from './words.ts'

/** Everything that is known of one watched coder: what was found, the charts, own cases again, recalibrations. */
export function CoderCharts(props: { coder: WatchedCoder; onChanged: () => void }) {
  return (
    <Panel title={props.coder.person.name} intro={`${props.coder.planName} · ${props.coder.codebook}`}>
      <div class="stack">
        <Finding coder={props.coder} onChanged={props.onChanged} />
        <Show when={props.coder.left === 0}>
          <Notice kind="info">
            <p>{t().drift.noneLeft(props.coder.person.name)}</p>
          </Notice>
        </Show>
        <Show when={doneOf(props.coder) > 0}>
          <div class="closely">
            <For each={props.coder.charts}>
              {(chart) => <ControlChart chart={chart} name={`drift-${chart.measure}`} />}
            </For>
          </div>
        </Show>
        <Show when={props.coder.recodes.length > 0}>
          <Recodes coder={props.coder} />
        </Show>
        <Show when={props.coder.recalibrations.length > 0}>
          <section>
            <h3>{t().drift.recalibrations}</h3>
            <ul class="plain-list drift__notes">
              <For each={props.coder.recalibrations}>
                {(one) => (
                  <li>
                    <span class="quiet">{t().drift.recalibration(formatDay(one.at), one.by)}</span> {one.note}
                  </li>
                )}
              </For>
            </ul>
          </section>
        </Show>
      </div>
    </Panel>
  )
}

/** In control or not, first of all. */
function Finding(props: { coder: WatchedCoder; onChanged: () => void }) {
  const name = () => props.coder.person.name
  return (
    <Switch fallback={<p>{t().drift.calm(name(), doneOf(props.coder))}</p>}>
      <Match when={props.coder.alarm}>
        {(alarm) => (
          <Notice kind="warn" title={t().drift.alarmTitle(name(), alarm().caseId, formatDay(alarm().at))}>
            <p>
              {t().drift.alarm[alarm().measure][alarm().direction]} {t().drift.alarmAdvice}{' '}
              {props.coder.paused ? t().drift.paused(name()) : ''}
            </p>
            <div class="button-row drift__deed">
              <Recalibrate coder={props.coder} onDone={props.onChanged} />
            </div>
          </Notice>
        )}
      </Match>
      <Match when={doneOf(props.coder) === 0}>
        <p>{t().drift.begun(name())}</p>
      </Match>
    </Switch>
  )
}

function Recodes(props: { coder: WatchedCoder }) {
  const words = () => t().drift.recodes
  return (
    <section>
      <h3>{words().title}</h3>
      <p class="quiet">{words().intro}</p>
      <TableFrame label={words().title}>
        <table class="table table--compact">
          <caption class="visually-hidden">{words().title}</caption>
          <thead>
            <tr>
              <th scope="col">{words().columns.case}</th>
              <th scope="col">{words().columns.day}</th>
              <th scope="col" class="number">
                {words().columns.agreed}
              </th>
              <th scope="col" class="number">
                {words().columns.difference}
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={props.coder.recodes}>
              {(one) => (
                <tr>
                  <th scope="row">{one.caseId}</th>
                  <td>{formatDay(one.at)}</td>
                  <td class="number">{t().base.done(one.agreed, one.n)}</td>
                  <td class="number">{one.difference === null ? '' : formatNumber(one.difference)}</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </TableFrame>
    </section>
  )
}
