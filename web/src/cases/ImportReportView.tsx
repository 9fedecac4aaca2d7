import type { ImportFault, ImportReport } from '@attune/contract'
import { For, Show } from 'solid-js'
import { clock } from '../base/clock.ts'
import { Badge, Notice, Panel } from '../base/states.tsx'
import { t } from '../messages/index.ts'
import { sizeOf } from './material-size.ts'

type Item = ImportReport['items'][number]
const faultsShown = 60

/** What would be stored, and line by line what stands in the way of it. */
export function ImportReportView(props: { report: ImportReport }) {
  const faulty = () => props.report.items.filter((item) => item.faults.length > 0).length
  return (
    <section class="stack" aria-label={t().imports.preview}>
      <Show
        when={faulty() > 0}
        fallback={
          <Notice kind="good" title={t().imports.allGood}>
            <p>{t().imports.allGoodAdvice}</p>
          </Notice>
        }
      >
        <Notice kind="bad" title={t().imports.faulty(t().imports.items(faulty()))}>
          <p>{t().imports.faultyAdvice}</p>
        </Notice>
      </Show>
      <For each={props.report.items}>{(item) => <ItemReport item={item} />}</For>
    </section>
  )
}

function ItemReport(props: { item: Item }) {
  const item = () => props.item
  const isTimed = () => item().kind === 'transcript' && item().preview.some((line) => line.time !== null)
  return (
    <Panel
      title={item().case || item().name}
      intro={[item().name, sizeOf(item()), item().kind === 'transcript' ? item().encoding : '']
        .filter(Boolean)
        .join(', ')}
      actions={
        <>
          <Badge kind={item().isNewCase ? 'accent' : 'plain'}>
            {item().isNewCase ? t().imports.newCase : t().imports.existingCase}
          </Badge>
          <Show when={item().faults.length > 0}>
            <Badge kind="bad" icon="warning">
              {t().base.faults(item().faults.length)}
            </Badge>
          </Show>
        </>
      }
    >
      <div class="stack">
        <Faults title={t().imports.faults} kind="bad" faults={item().faults} />
        <Faults title={t().imports.worthALook} kind="warn" faults={item().warnings} />
        <Show when={item().speakers.length > 0}>
          <ul class="plain-list import__speakers" aria-label={t().imports.speakers}>
            <For each={item().speakers}>
              {(one) => (
                <li>
                  <Badge>
                    {one.speaker || t().imports.noLabel}: {t().imports.roles[one.role]}, {t().base.turns(one.turns)}
                  </Badge>
                </li>
              )}
            </For>
          </ul>
        </Show>
        <Show when={item().dropped.length > 0}>
          <p class="quiet">{t().imports.dropped(item().dropped.join(', '))}</p>
        </Show>
        <Show when={item().preview.length > 0}>
          <ol
            class="plain-list import__preview"
            data-timed={isTimed() ? '' : undefined}
            aria-label={t().imports.beginningOf(item().name)}
          >
            <For each={item().preview}>
              {(line) => (
                <li>
                  <span class="quiet">{line.line}</span>
                  <Show when={isTimed()}>
                    <span class="quiet">{line.time === null ? '' : clock(line.time)}</span>
                  </Show>
                  <span class="quiet">{line.who}</span>
                  <span>{line.text}</span>
                </li>
              )}
            </For>
          </ol>
        </Show>
      </div>
    </Panel>
  )
}

function Faults(props: { title: string; kind: 'bad' | 'warn'; faults: readonly ImportFault[] }) {
  return (
    <Show when={props.faults.length > 0}>
      <Notice kind={props.kind} title={props.title}>
        <ul class="plain-list import__faults">
          <For each={props.faults.slice(0, faultsShown)}>
            {(fault) => (
              <li>
                <span class="import__line">
                  {fault.line > 0 ? t().imports.line(fault.line) : t().imports.wholeFile}
                </span>
                <span>
                  {fault.message} <span class="import__remedy">{fault.remedy}</span>
                </span>
              </li>
            )}
          </For>
        </ul>
        <Show when={props.faults.length > faultsShown}>
          <p class="quiet">{t().base.andMore(props.faults.length - faultsShown)}</p>
        </Show>
      </Notice>
    </Show>
  )
}
