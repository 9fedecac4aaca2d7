import type { ImportFault, ImportReport } from '@attune/contract'
import { For, Show } from 'solid-js'
import { counted } from '../base/numbers.ts'
import { Badge, Notice, Panel } from '../base/states.tsx'

type Item = ImportReport['items'][number]
const faultsShown = 60
const roles = { interviewer: 'interviewer', speaker: 'speaker', other: 'other' } as const

/** What would be stored, and line by line what stands in the way of it. */
export function ImportReportView(props: { report: ImportReport }) {
  const faulty = () => props.report.items.filter((item) => item.faults.length > 0).length
  return (
    <section class="stack" aria-label="Preview">
      <Show
        when={faulty() > 0}
        fallback={
          <Notice kind="good" title="Nothing stands in the way.">
            <p>Look at the beginnings below, then store.</p>
          </Notice>
        }
      >
        <Notice kind="bad" title={`${counted(faulty(), 'item')} cannot be stored as it is. Nothing was stored.`}>
          <p>All items are stored together or none. Mend the lines named below, or take the file off the list.</p>
        </Notice>
      </Show>
      <For each={props.report.items}>{(item) => <ItemReport item={item} />}</For>
    </section>
  )
}

function ItemReport(props: { item: Item }) {
  const item = () => props.item
  return (
    <Panel
      title={item().case || item().name}
      intro={`${item().name}, ${sizeOf(item())}`}
      actions={
        <>
          <Badge kind={item().isNewCase ? 'accent' : 'plain'}>{item().isNewCase ? 'New case' : 'Existing case'}</Badge>
          <Show when={item().faults.length > 0}>
            <Badge kind="bad" icon="warning">
              {counted(item().faults.length, 'fault')}
            </Badge>
          </Show>
        </>
      }
    >
      <div class="stack">
        <Faults title="Faults" kind="bad" faults={item().faults} />
        <Faults title="Worth a look" kind="warn" faults={item().warnings} />
        <Show when={item().speakers.length > 0}>
          <ul class="plain-list import__speakers" aria-label="Speakers">
            <For each={item().speakers}>
              {(one) => (
                <li>
                  <Badge>
                    {one.speaker || 'no label'}: {roles[one.role]}, {counted(one.turns, 'turn')}
                  </Badge>
                </li>
              )}
            </For>
          </ul>
        </Show>
        <Show when={item().preview.length > 0}>
          <ol class="plain-list import__preview" aria-label={`Beginning of ${item().name}`}>
            <For each={item().preview}>
              {(line) => (
                <li>
                  <span class="quiet">{line.line}</span>
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

function sizeOf(item: Item): string {
  if (item.kind === 'observation') return `${counted(item.episodes, 'episode')}, ${counted(item.events, 'event')}`
  return `${counted(item.words, 'word')}, ${item.encoding}`
}

function Faults(props: { title: string; kind: 'bad' | 'warn'; faults: readonly ImportFault[] }) {
  return (
    <Show when={props.faults.length > 0}>
      <Notice kind={props.kind} title={props.title}>
        <ul class="plain-list import__faults">
          <For each={props.faults.slice(0, faultsShown)}>
            {(fault) => (
              <li>
                <span class="import__line">{fault.line > 0 ? `Line ${fault.line}` : 'Whole file'}</span>
                <span>
                  {fault.message} <span class="import__remedy">{fault.remedy}</span>
                </span>
              </li>
            )}
          </For>
        </ul>
        <Show when={props.faults.length > faultsShown}>
          <p class="quiet">and {props.faults.length - faultsShown} more</p>
        </Show>
      </Notice>
    </Show>
  )
}
