import { type MyTraining, readMyTraining } from '@attune/contract'
import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { ButtonLink } from '../../base/Button.tsx'
import { call } from '../../base/call.ts'
import { formatDay } from '../../base/dates.tsx'
import { createLoad } from '../../base/load.ts'
import { PageHead } from '../../base/PageHead.tsx'
import { usePage } from '../../base/page.ts'
import { createShortcuts } from '../../base/shortcuts.ts'
import { Badge, EmptyState, Loaded, Panel } from '../../base/states.tsx'
import { useStudy } from '../../base/study.tsx'
import { t } from '../../messages/index.ts'
import { NextPanel } from './NextPanel.tsx'
import { SetCard } from './SetCard.tsx'
import { untilWords } from './set-words.ts'
import './my-training.css'

/** My training: what is next, how far, attempts left, deadlines. */
export default function MyTrainingPage() {
  const { study } = useStudy()
  const words = () => t().myTraining
  usePage(() => ({ title: words().title }))
  const load = createLoad(
    () => study().id,
    (id, signal) => call(readMyTraining, { study: id }, { signal }),
  )
  createShortcuts(
    () => words().keys.title,
    () => [
      {
        keys: 'n',
        label: words().keys.next,
        run: () => document.querySelector<HTMLElement>('[data-next] :is(a, button)')?.click(),
      },
    ],
  )
  return (
    <>
      <PageHead
        title={words().title}
        actions={
          <ButtonLink href={`/studies/${study().id}/my-training/progress`} icon="chart">
            {words().mine.progress}
          </ButtonLink>
        }
      />
      <Loaded of={load}>
        {(training) => (
          <Show
            when={training().sets.length > 0}
            fallback={<EmptyState title={words().mine.none}>{words().mine.noneAdvice}</EmptyState>}
          >
            <div class="my-training">
              <Panel>
                <NextPanel study={study().id} training={training()} />
              </Panel>
              <section>
                <h2>{words().mine.sets}</h2>
                <div class="my-training__sets">
                  <For each={training().sets}>
                    {(line) => <SetCard study={study().id} line={line} onChanged={load.set} />}
                  </For>
                </div>
              </section>
              <Certificates study={study().id} certificates={training().certificates} />
            </div>
          </Show>
        )}
      </Loaded>
    </>
  )
}

function Certificates(props: { study: string; certificates: MyTraining['certificates'] }) {
  const words = () => t().myTraining.mine
  const lasts = ({ state, expiresAt }: MyTraining['certificates'][number]) => {
    if (expiresAt === null) return words().neverExpires
    const day = formatDay(expiresAt)
    return state === 'expired' ? words().expired(day) : words().expires(day, untilWords(expiresAt, Date.now()))
  }
  return (
    <Show when={props.certificates.length > 0}>
      <section>
        <h2>{words().certificates}</h2>
        <ul class="plain-list my-certificates">
          <For each={props.certificates}>
            {(certificate) => (
              <li>
                <A href={`/studies/${props.study}/certificates/${certificate.id}`}>{certificate.set}</A>
                <Badge kind={certificate.state === 'valid' ? 'good' : 'plain'}>
                  {words().certificateState[certificate.state]}
                </Badge>
                <span class="quiet">
                  {words().issued(formatDay(certificate.issuedAt))}, {lasts(certificate)}
                </span>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  )
}
