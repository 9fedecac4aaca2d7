import { type AttemptView, openCoding, readAttempt, readFeedback, writeReflection } from '@attune/contract'
import { useNavigate, useParams } from '@solidjs/router'
import { createMemo, Show } from 'solid-js'
import { ButtonLink } from '../../base/Button.tsx'
import { call } from '../../base/call.ts'
import { createLoad } from '../../base/load.ts'
import { PageHead } from '../../base/PageHead.tsx'
import { usePage } from '../../base/page.ts'
import { createShortcuts } from '../../base/shortcuts.ts'
import { Loaded } from '../../base/states.tsx'
import { useStudy } from '../../base/study.tsx'
import { AfterNote } from '../../codings/AfterNote.tsx'
import { t } from '../../messages/index.ts'
import { FeedbackView } from '../feedback/FeedbackView.tsx'
import { ReflectionNote } from '../feedback/ReflectionNote.tsx'

/** Feedback on one case of my attempt, once it is released. */
export default function FeedbackPage() {
  const params = useParams<{ study: string; attempt: string; position: string }>()
  const { study } = useStudy()
  const navigate = useNavigate()
  const words = () => t().myTraining.feedback
  const load = createLoad(
    () => ({ study: params.study, attempt: params.attempt, position: params.position }),
    async (place, signal) => {
      const view = await call(readAttempt, place, { signal })
      const isReady = view.cases.some((one) => String(one.position) === place.position && one.feedback === 'ready')
      if (!isReady) return { view, shown: null }
      const feedback = await call(readFeedback, place, { signal })
      const workspace = await call(openCoding, { study: place.study, coding: feedback.coding }, { signal })
      return { view, shown: { feedback, workspace } }
    },
  )
  const attemptHref = () => `/studies/${study().id}/attempts/${params.attempt}`
  const title = () => {
    const name = load.value()?.shown?.feedback.case.case
    return name === undefined ? t().myTraining.feedback.keys.title : words().title(name)
  }
  usePage(() => {
    const view = load.value()?.view
    return {
      title: title(),
      crumbs: [
        { label: t().myTraining.title, href: `/studies/${study().id}/my-training` },
        ...(view
          ? [{ label: t().myTraining.attempt.title(view.set.name, view.attempt.number), href: attemptHref() }]
          : []),
      ],
      layout: 'full',
    }
  })
  const next = createMemo(() => {
    const view = load.value()?.view
    return view ? nextAfter(view, Number(params.position), study().id) : null
  })
  const goOn = () => {
    const way = next()
    if (way) navigate(way.href)
    return way !== null
  }
  createShortcuts(
    () => words().keys.title,
    () => [
      { keys: 'n', label: words().keys.nextCase, run: goOn },
      { keys: 'Escape', label: words().keys.back, run: () => navigate(attemptHref()) },
    ],
  )
  return (
    <div class="feedback-page">
      <Loaded of={load}>
        {(answer) => (
          <>
            <PageHead
              title={title()}
              intro={t().myTraining.attempt.title(answer().view.set.name, answer().view.attempt.number)}
              actions={
                <>
                  <ButtonLink href={attemptHref()}>{words().toAttempt}</ButtonLink>
                  <Show when={next()}>
                    {(way) => (
                      <ButtonLink href={way().href} look="primary" icon="arrow">
                        {way().isCoding ? words().nextCase : words().nextFeedback}
                      </ButtonLink>
                    )}
                  </Show>
                </>
              }
            />
            <Show when={answer().shown} fallback={<NotYet />}>
              {(shown) => (
                <AfterNote coding={shown().workspace.coding}>
                  <FeedbackView feedback={shown().feedback} workspace={shown().workspace}>
                    <ReflectionNote
                      text={shown().feedback.reflection}
                      save={(text) =>
                        call(
                          writeReflection,
                          { study: params.study, attempt: params.attempt, position: params.position },
                          { body: { text }, keepalive: text.length < 10_000 },
                        )
                      }
                    />
                  </FeedbackView>
                </AfterNote>
              )}
            </Show>
          </>
        )}
      </Loaded>
    </div>
  )
}

function NotYet() {
  return (
    <>
      <p>{t().myTraining.feedback.later}</p>
      <p class="quiet">{t().myTraining.feedback.laterAdvice}</p>
    </>
  )
}

/** Where the next case is: the one to code while the attempt runs, else the next feedback. */
function nextAfter(view: AttemptView, position: number, study: string): { href: string; isCoding: boolean } | null {
  const toCode = view.cases.find((one) => one.state === 'next')?.coding
  if (toCode) return { href: `/studies/${study}/codings/${toCode}`, isCoding: true }
  const following = view.cases.find((one) => one.position > position && one.feedback === 'ready')
  return following
    ? { href: `/studies/${study}/attempts/${view.attempt.id}/cases/${following.position}`, isCoding: false }
    : null
}
