import { readAttemptReview, releaseFeedback } from '@attune/contract'
import { useNavigate, useParams } from '@solidjs/router'
import { Show } from 'solid-js'
import { createAction } from '../../base/action.ts'
import { announce } from '../../base/announce.tsx'
import { Button, ButtonLink } from '../../base/Button.tsx'
import { call } from '../../base/call.ts'
import { Moment } from '../../base/dates.tsx'
import { createLoad } from '../../base/load.ts'
import { PageHead } from '../../base/PageHead.tsx'
import { usePage } from '../../base/page.ts'
import { createShortcuts } from '../../base/shortcuts.ts'
import { FailureNotice, Loaded, Notice, Panel } from '../../base/states.tsx'
import { useStudy } from '../../base/study.tsx'
import { t } from '../../messages/index.ts'
import { FiguresTable } from '../Figures.tsx'
import { VerdictTree } from '../Verdict.tsx'
import { AttemptChanges } from './AttemptChanges.tsx'
import type { AttemptReview } from './attempt-review.ts'
import { mayRelease } from './cohort.ts'
import { ReviewedCases } from './ReviewedCases.tsx'
import { ScoreHistory } from './ScoreHistory.tsx'
import { cohortCrumbs } from './way.ts'
import './desk.css'
import './review.css'

/** One attempt as its trainer sees it: what came out, each case, every score it ever had, and what can be done about it. */
export default function AttemptReviewPage() {
  const { study } = useStudy()
  const params = useParams<{ attempt: string }>()
  const load = createLoad(
    () => params.attempt,
    (attempt, signal) => call(readAttemptReview, { study: study().id, attempt }, { signal }),
  )
  const title = () => {
    const review = load.value()
    return review ? t().desk.attempt.title(review.person.name, review.attempt.number) : t().desk.cohort.attempts
  }
  usePage(() => ({ title: title(), crumbs: cohortCrumbs(study().id, load.value()?.set) }))
  return (
    <Loaded of={load}>
      {(review) => <Shown review={review()} title={title()} onChanged={() => void load.reload()} />}
    </Loaded>
  )
}

function Shown(props: { review: AttemptReview; title: string; onChanged: () => void }) {
  const { study } = useStudy()
  const navigate = useNavigate()
  const words = () => t().desk.attempt
  const attempt = () => props.review.attempt
  const newest = () => props.review.scores[0]
  const release = createAction(async () => {
    const where = { study: study().id, set: props.review.set.id }
    await call(releaseFeedback, where, { body: { attempts: [attempt().id] } })
    announce(words().releasedNow)
    props.onChanged()
  })
  const first = () => props.review.cases.find(({ submittedAt }) => submittedAt !== null)
  createShortcuts(
    () => props.title,
    () => [
      {
        keys: 'o',
        label: words().keys.open,
        run: () => {
          const one = first()
          if (!one) return false
          return navigate(`/studies/${study().id}/training/attempts/${attempt().id}/cases/${one.position}`)
        },
      },
    ],
  )
  return (
    <>
      <PageHead
        title={props.title}
        intro={props.review.set.name}
        actions={
          <>
            <Show when={props.review.certificate}>
              {(certificate) => (
                <ButtonLink href={`/studies/${study().id}/certificates/${certificate()}`} icon="star">
                  {words().certificate}
                </ButtonLink>
              )}
            </Show>
            <Show when={mayRelease(attempt())}>
              <Button look="primary" busy={release.pending()} onClick={() => void release.run()}>
                {words().release}
              </Button>
            </Show>
          </>
        }
      />
      <div class="attempt-review desk">
        <FailureNotice failure={release.failure()} />
        <Finding review={props.review} />
        <MasterChanged review={props.review} />
        <ReviewedCases review={props.review} />
        <Show when={newest()?.verdict}>
          {(verdict) => (
            <Panel title={words().verdict}>
              <VerdictTree verdict={verdict()} />
            </Panel>
          )}
        </Show>
        <Show when={newest() && (newest()?.figures.length ?? 0) > 0}>
          <Panel title={words().figures} flush>
            <FiguresTable figures={newest()?.figures ?? []} label={words().figuresTable} />
          </Panel>
        </Show>
        <ScoreHistory scores={props.review.scores} />
        <AttemptChanges review={props.review} onChanged={props.onChanged} />
      </div>
    </>
  )
}

/** What came out, in a sentence, and since when. */
function Finding(props: { review: AttemptReview }) {
  const words = () => t().desk.attempt
  const attempt = () => props.review.attempt
  const sentence = () => {
    const [newest] = props.review.scores
    if (attempt().state === 'running') return words().finding.running(attempt().submitted, attempt().cases)
    if (newest === undefined) return words().finding.unscored
    if (newest.met === null) return words().finding.noCriterion
    return newest.met ? words().finding.met : words().finding.notMet
  }
  return (
    <div class="desk__finding">
      <p>
        {sentence()} <Show when={mayRelease(attempt())}>{words().waits}</Show>
      </p>
      <p class="attempt-review__facts">
        <span>{words().states[attempt().state]}</span>
        <span>
          {words().facts.started} <Moment at={attempt().startedAt} />
        </span>
        <Show when={attempt().finishedAt}>
          {(at) => (
            <span>
              {words().facts.finished} <Moment at={at()} />
            </span>
          )}
        </Show>
        <Show when={attempt().dueAt}>
          {(at) => (
            <span>
              {words().facts.due} <Moment at={at()} />
            </span>
          )}
        </Show>
      </p>
    </div>
  )
}

function MasterChanged(props: { review: AttemptReview }) {
  const changed = () => props.review.cases.filter(({ masterChanged }) => masterChanged)
  return (
    <Show when={changed().length > 0}>
      <Notice kind="warn" title={t().desk.attempt.masterChanged(changed().length)}>
        <p>{t().desk.attempt.masterChangedAdvice}</p>
      </Notice>
    </Show>
  )
}
