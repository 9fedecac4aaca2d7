import { type AttemptView, readAttempt } from '@attune/contract'
import { useNavigate, useParams } from '@solidjs/router'
import { createEffect, Match, on, Show, Switch } from 'solid-js'
import { ButtonLink } from '../../base/Button.tsx'
import { call } from '../../base/call.ts'
import { formatMoment } from '../../base/dates.tsx'
import { createLoad } from '../../base/load.ts'
import { PageHead } from '../../base/PageHead.tsx'
import { usePage } from '../../base/page.ts'
import { createShortcuts } from '../../base/shortcuts.ts'
import { Loaded, Meter, Notice } from '../../base/states.tsx'
import { useStudy } from '../../base/study.tsx'
import { createMinutesLeft, durationWords } from '../../codings/training/time-left.ts'
import { t } from '../../messages/index.ts'
import { AttemptCases } from './AttemptCases.tsx'
import { ResultView } from './Result.tsx'
import { expectWords } from './set-words.ts'
import './my-training.css'

/** One attempt: its cases in their order, what is next, and what came out. */
export default function AttemptPage() {
  const params = useParams<{ study: string; attempt: string }>()
  const { study } = useStudy()
  const navigate = useNavigate()
  const words = () => t().myTraining.attempt
  const load = createLoad(
    () => ({ study: params.study, attempt: params.attempt }),
    (place, signal) => call(readAttempt, place, { signal }),
  )
  const title = () => {
    const view = load.value()
    return view ? words().title(view.set.name, view.attempt.number) : t().myTraining.title
  }
  usePage(() => ({
    title: title(),
    crumbs: [{ label: t().myTraining.title, href: `/studies/${study().id}/my-training` }],
  }))
  const next = () => {
    const coding = load.value()?.cases.find(({ state }) => state === 'next')?.coding
    return coding ? `/studies/${study().id}/codings/${coding}` : null
  }
  const go = () => {
    const href = next()
    if (href !== null) navigate(href)
    return href !== null
  }
  createShortcuts(
    () => t().myTraining.keys.title,
    () => [{ keys: 'n', label: t().myTraining.keys.codeNext, run: go }],
  )
  return (
    <>
      <PageHead
        title={title()}
        intro={load.value() && expectWords((load.value() as AttemptView).set)}
        actions={
          <Show when={next()}>
            {(href) => (
              <ButtonLink href={href()} look="primary" icon="pen">
                {words().codeNext}
              </ButtonLink>
            )}
          </Show>
        }
      />
      <Loaded of={load}>
        {(view) => (
          <div class="attempt">
            <State view={view()} onTimeOver={() => void load.reload()} />
            <Show when={view().result}>
              {(result) => <ResultView study={study().id} view={view()} result={result()} />}
            </Show>
            <AttemptCases study={study().id} view={view()} />
          </div>
        )}
      </Loaded>
    </>
  )
}

/** How far, how much time, what is waited for. */
function State(props: { view: AttemptView; onTimeOver: () => void }) {
  const words = () => t().myTraining.attempt
  const attempt = () => props.view.attempt
  const isRunning = () => attempt().state === 'running'
  const left = createMinutesLeft(() => (isRunning() ? attempt().dueAt : null))
  createEffect(
    on(left, (now, before) => {
      if (now === 0 && before !== undefined && before !== 0) props.onTimeOver()
    }),
  )
  return (
    <div class="attempt__state">
      <Meter
        value={attempt().submitted}
        of={attempt().cases}
        label={words().submitted(attempt().submitted, attempt().cases)}
      />
      <span>{words().submitted(attempt().submitted, attempt().cases)}</span>
      <Show when={attempt().dueAt !== null && left()}>
        {(minutes) => (
          <span>
            <strong>{words().timeLeft(durationWords(minutes()))}</strong>{' '}
            <span class="quiet">{words().until(formatMoment(attempt().dueAt ?? ''))}</span>
          </span>
        )}
      </Show>
      <Switch>
        <Match when={attempt().state === 'waiting'}>
          <Notice kind="info">
            <p>{words().waiting}</p>
          </Notice>
        </Match>
        <Match when={attempt().isWithheld}>
          <Notice kind="info">
            <p>{words().withheld}</p>
          </Notice>
        </Match>
        <Match when={attempt().state === 'expired'}>
          <Notice kind="warn">
            <p>{words().expired}</p>
          </Notice>
        </Match>
        <Match when={left() === 0}>
          <Notice kind="warn">
            <p>{words().timeOver}</p>
          </Notice>
        </Match>
      </Switch>
    </div>
  )
}
