import { type CodingHead, listMyCodings } from '@attune/contract'
import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { arrowsInList } from '../base/arrows.ts'
import { call } from '../base/call.ts'
import { Moment } from '../base/dates.tsx'
import { createLoad } from '../base/load.ts'
import { PageHead } from '../base/PageHead.tsx'
import { usePage } from '../base/page.ts'
import { Badge, EmptyState, Loaded, Meter } from '../base/states.tsx'
import { useStudy } from '../base/study.tsx'
import { StateMark } from './StateMark.tsx'
import './my-codings.css'

const groups = [
  { state: 'draft', title: 'Under way' },
  { state: 'not-started', title: 'Not begun' },
  { state: 'submitted', title: 'Submitted' },
] as const

/** My work in this study. For blind roles it is the whole study. */
export default function MyCodingsPage() {
  const { study, supervises } = useStudy()
  usePage(() => ({ title: 'My codings' }))
  const load = createLoad(
    () => study().id,
    (id, signal) => call(listMyCodings, { study: id }, { signal }),
  )
  return (
    <>
      <PageHead title="My codings" intro={supervises() ? undefined : study().description || undefined} />
      <Loaded of={load}>
        {(answer) => (
          <Show when={answer().codings.length > 0} fallback={<Nothing supervises={supervises()} />}>
            <div class="my-codings">
              <For each={groups}>
                {(group) => (
                  <Group
                    title={group.title}
                    codings={answer().codings.filter((coding) => coding.state === group.state)}
                  />
                )}
              </For>
            </div>
          </Show>
        )}
      </Loaded>
    </>
  )
}

function Nothing(props: { supervises: boolean }) {
  return (
    <EmptyState title="No case has been given to you yet.">
      {props.supervises
        ? 'To write a master coding, give a case to yourself under Progress.'
        : 'When a trainer gives you cases, they appear here. There is nothing you need to do.'}
    </EmptyState>
  )
}

function Group(props: { title: string; codings: readonly CodingHead[] }) {
  return (
    <Show when={props.codings.length > 0}>
      <section>
        <h2>
          {props.title} <span class="quiet">{props.codings.length}</span>
        </h2>
        <ul class="plain-list my-codings__list" onKeyDown={arrowsInList}>
          <For each={props.codings}>{(coding) => <Line coding={coding} />}</For>
        </ul>
      </section>
    </Show>
  )
}

function Line(props: { coding: CodingHead }) {
  const coding = () => props.coding
  return (
    <li class="my-coding">
      <A class="my-coding__case" href={`/studies/${coding().study}/codings/${coding().id}`} data-stop>
        {coding().case.case}
      </A>
      <span class="my-coding__book">
        {coding().codebook.title} {coding().codebook.number}
        <Show when={coding().version > 1}>
          {' '}
          <Badge>Version {coding().version}</Badge>
        </Show>
      </span>
      <span class="my-coding__state">
        <StateMark state={coding().state} />
        <Show when={coding().state !== 'submitted'}>
          <Meter value={coding().rated} of={coding().required} label={`Rated in ${coding().case.case}`} />
          <span class="quiet">
            {coding().rated}/{coding().required}
          </span>
        </Show>
        <Show when={coding().submittedAt}>
          {(at) => (
            <span class="quiet">
              <Moment at={at()} ago />
            </span>
          )}
        </Show>
      </span>
      <Show when={coding().case.contentNote || coding().reason}>
        <span class="my-coding__note">
          <Show when={coding().case.contentNote}>
            <span>Content note: {coding().case.contentNote}</span>
          </Show>
          <Show when={coding().reason && coding().state !== 'submitted'}>
            <span>Reopened: {coding().reason}</span>
          </Show>
        </span>
      </Show>
    </li>
  )
}
