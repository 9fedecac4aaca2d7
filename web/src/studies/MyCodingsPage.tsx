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
import { t } from '../messages/index.ts'
import { StateMark } from './StateMark.tsx'
import './my-codings.css'

const groups = ['draft', 'not-started', 'submitted'] as const

/** My work in this study. For blind roles it is the whole study. */
export default function MyCodingsPage() {
  const { study, supervises } = useStudy()
  usePage(() => ({ title: t().base.places.myCodings }))
  const load = createLoad(
    () => study().id,
    (id, signal) => call(listMyCodings, { study: id }, { signal }),
  )
  return (
    <>
      <PageHead title={t().base.places.myCodings} intro={supervises() ? undefined : study().description || undefined} />
      <Loaded of={load}>
        {(answer) => (
          <Show when={answer().codings.length > 0} fallback={<Nothing supervises={supervises()} />}>
            <div class="my-codings">
              <For each={groups}>
                {(state) => (
                  <Group
                    title={t().studies.mine.groups[state]}
                    codings={answer().codings.filter((coding) => coding.state === state)}
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
    <EmptyState title={t().studies.mine.none}>
      {props.supervises ? t().studies.mine.noneForSupervisor : t().studies.mine.noneForCoder}
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
          <Badge>{t().studies.coding.versionOf(coding().version)}</Badge>
        </Show>
      </span>
      <span class="my-coding__state">
        <StateMark state={coding().state} />
        <Show when={coding().state !== 'submitted'}>
          <Meter value={coding().rated} of={coding().required} label={t().studies.mine.ratedIn(coding().case.case)} />
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
            <span>{t().studies.mine.contentNote(coding().case.contentNote)}</span>
          </Show>
          <Show when={coding().reason && coding().state !== 'submitted'}>
            <span>{t().studies.mine.reopened(coding().reason)}</span>
          </Show>
        </span>
      </Show>
    </li>
  )
}
