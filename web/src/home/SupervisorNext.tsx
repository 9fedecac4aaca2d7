import { type Role, readDrift, type WatchedCoder } from '@attune/contract'
import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { ButtonLink } from '../base/Button.tsx'
import { call } from '../base/call.ts'
import { createLoad } from '../base/load.ts'
import { Loaded, Meter } from '../base/states.tsx'
import { t } from '../messages/index.ts'
import { type Progress, readWholeProgress } from '../studies/progress.ts'
import { Figure } from './CoderNext.tsx'

/** How far a study is, and what waits for a trainer or a principal investigator. */
export function SupervisorNext(props: { study: string; role: Role }) {
  const load = createLoad(() => props.study, readWholeProgress)
  // Apart from the rest: charts take a moment, and nothing else waits for them.
  const drift = createLoad(
    () => props.study,
    async (study, signal) => (await call(readDrift, { study }, { signal })).coders,
  )
  const at = (end: string) => `/studies/${props.study}${end}`
  const lines = (progress: Progress) => [...alarms(drift.value() ?? [], at), ...todo(progress, at)]
  return (
    <Loaded of={load}>
      {(progress) => (
        <div class="next">
          <div class="next__main">
            <ul class="plain-list next__todo">
              <For each={lines(progress())} fallback={<li class="quiet">{t().home.nothingWaits}</li>}>
                {(line) => (
                  <li>
                    <A href={line.href}>{line.text}</A>
                  </li>
                )}
              </For>
            </ul>
            <div class="button-row">
              <Show
                when={submitted(progress()) > 0}
                fallback={
                  <ButtonLink href={at('')} look="primary" icon="grid">
                    {t().home.whoHasWhat}
                  </ButtonLink>
                }
              >
                <ButtonLink href={at('/reliability')} look="primary" icon="chart">
                  {t().home.seeReliability}
                </ButtonLink>
                <ButtonLink href={at('')} look="quiet">
                  {t().base.places.progress}
                </ButtonLink>
              </Show>
            </div>
          </div>
          <div class="next__figures">
            <Figure
              value={t().base.done(submitted(progress()), progress().codings.length)}
              label={t().home.codingsSubmittedLower}
            />
            <Meter value={submitted(progress())} of={progress().codings.length} label={t().home.codingsSubmitted} />
            <p class="quiet">
              {t().base.cases(progress().cases.length)}, {t().base.people(progress().people.length)}
            </p>
          </div>
        </div>
      )}
    </Loaded>
  )
}

function submitted(progress: Progress): number {
  return progress.codings.filter((coding) => coding.state === 'submitted').length
}

/** One line for every coder whose control chart alarms. */
function alarms(coders: readonly WatchedCoder[], at: (end: string) => string): { text: string; href: string }[] {
  return coders
    .filter(({ alarm }) => alarm !== null)
    .map(({ person }) => ({ text: t().drift.home(person.name), href: at(`/drift?coder=${person.id}`) }))
}

/** What is missing, in the order in which a study is built. */
function todo(progress: Progress, at: (end: string) => string): { text: string; href: string }[] {
  const waiting = progress.cases.filter((one) => one.material === null).length
  const given = new Map<string, number>()
  for (const coding of progress.codings) given.set(coding.case, (given.get(coding.case) ?? 0) + 1)
  const alone = progress.cases.filter((one) => given.get(one.id) === 1).length
  const nobody = progress.cases.filter((one) => one.material !== null && !given.has(one.id)).length
  const handedIn = new Set(progress.codings.filter((one) => one.state === 'submitted').map((one) => one.case))
  const noMaster = progress.cases.filter((one) => handedIn.has(one.id) && one.masters.length === 0).length
  const words = t().home.todo
  const lines = [
    { count: progress.cases.length === 0 ? 1 : 0, text: words.firstCases, href: at('/cases/import') },
    { count: waiting, text: words.withoutMaterial(waiting), href: at('/cases') },
    { count: nobody, text: words.withNobody(nobody), href: at('?gap=unassigned') },
    {
      count: noMaster,
      text: words.withoutMaster(noMaster),
      href: at('?gap=no-master'),
    },
    { count: alone, text: words.withoutSecond(alone), href: at('?gap=no-second') },
  ]
  return lines.filter((line) => line.count > 0)
}
