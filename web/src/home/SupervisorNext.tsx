import type { Role } from '@attune/contract'
import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { ButtonLink } from '../base/Button.tsx'
import { createLoad } from '../base/load.ts'
import { counted } from '../base/numbers.ts'
import { Loaded, Meter } from '../base/states.tsx'
import { type Progress, readWholeProgress } from '../studies/progress.ts'
import { Figure } from './CoderNext.tsx'

/** How far a study is, and what waits for a trainer or a principal investigator. */
export function SupervisorNext(props: { study: string; role: Role }) {
  const load = createLoad(() => props.study, readWholeProgress)
  const at = (end: string) => `/studies/${props.study}${end}`
  return (
    <Loaded of={load}>
      {(progress) => (
        <div class="next">
          <div class="next__main">
            <ul class="plain-list next__todo">
              <For each={todo(progress(), at)} fallback={<li class="quiet">Nothing waits for you here.</li>}>
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
                    See who has what
                  </ButtonLink>
                }
              >
                <ButtonLink href={at('/reliability')} look="primary" icon="chart">
                  See the reliability
                </ButtonLink>
                <ButtonLink href={at('')} look="quiet">
                  Progress
                </ButtonLink>
              </Show>
            </div>
          </div>
          <div class="next__figures">
            <Figure value={`${submitted(progress())} of ${progress().codings.length}`} label="codings submitted" />
            <Meter value={submitted(progress())} of={progress().codings.length} label="Codings submitted" />
            <p class="quiet">
              {counted(progress().cases.length, 'case')}, {counted(progress().people.length, 'person', 'people')}
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

/** What is missing, in the order in which a study is built. */
function todo(progress: Progress, at: (end: string) => string): { text: string; href: string }[] {
  const waiting = progress.cases.filter((one) => one.material === null).length
  const given = new Map<string, number>()
  for (const coding of progress.codings) given.set(coding.case, (given.get(coding.case) ?? 0) + 1)
  const alone = progress.cases.filter((one) => given.get(one.id) === 1).length
  const nobody = progress.cases.filter((one) => one.material !== null && !given.has(one.id)).length
  const handedIn = new Set(progress.codings.filter((one) => one.state === 'submitted').map((one) => one.case))
  const noMaster = progress.cases.filter((one) => handedIn.has(one.id) && one.masters.length === 0).length
  const lines = [
    { count: progress.cases.length === 0 ? 1 : 0, text: 'Bring in the first cases', href: at('/cases/import') },
    { count: waiting, text: `${counted(waiting, 'case')} still without material`, href: at('/cases') },
    { count: nobody, text: `${counted(nobody, 'case')} still with nobody to code`, href: at('?gap=unassigned') },
    {
      count: noMaster,
      text: `${counted(noMaster, 'case')} coded but without a master coding`,
      href: at('?gap=no-master'),
    },
    { count: alone, text: `${counted(alone, 'case')} still without a second coder`, href: at('?gap=no-second') },
  ]
  return lines.filter((line) => line.count > 0)
}
