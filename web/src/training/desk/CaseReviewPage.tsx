import { type CaseFeedback, openCoding, readAttemptReview, readCaseReview, type Workspace } from '@attune/contract'
import { useNavigate, useParams, useSearchParams } from '@solidjs/router'
import { onMount, Show } from 'solid-js'
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
import { ratingId } from '../feedback/sides.ts'
import type { AttemptReview } from './attempt-review.ts'
import { CommentForm, CommentHere } from './CommentForm.tsx'
import { createCommenting } from './commenting.ts'
import { cohortCrumbs } from './way.ts'
import './desk.css'
import './review.css'

/** One case of an attempt side by side with the master, for its trainer, who can comment on it. */
export default function CaseReviewPage() {
  const { study } = useStudy()
  const params = useParams<{ attempt: string; position: string }>()
  const review = createLoad(
    () => params.attempt,
    (attempt, signal) => call(readAttemptReview, { study: study().id, attempt }, { signal }),
  )
  const side = createLoad(
    () => ({ study: study().id, attempt: params.attempt, position: params.position }),
    async (place, signal) => {
      const feedback = await call(readCaseReview, place, { signal })
      const workspace = await call(openCoding, { study: place.study, coding: feedback.coding }, { signal })
      return { feedback, workspace }
    },
  )
  const attemptHref = () => `/studies/${study().id}/training/attempts/${params.attempt}`
  const title = () => side.value()?.feedback.case.case ?? t().myTraining.feedback.keys.title
  usePage(() => {
    const about = review.value()
    const crumb = about && {
      label: t().desk.attempt.title(about.person.name, about.attempt.number),
      href: attemptHref(),
    }
    return {
      title: title(),
      crumbs: [...cohortCrumbs(study().id, about?.set), ...(crumb ? [crumb] : [])],
      layout: 'full',
    }
  })
  return (
    <div class="feedback-page">
      <Loaded of={review}>
        {(about) => (
          <>
            <Head review={about()} position={Number(params.position)} title={title()} attemptHref={attemptHref()} />
            <Loaded of={side}>
              {(value) => (
                <AfterNote coding={value().workspace.coding}>
                  <Sides
                    {...value()}
                    person={about().person.name}
                    onFeedback={(feedback) => side.set({ ...value(), feedback })}
                  />
                </AfterNote>
              )}
            </Loaded>
          </>
        )}
      </Loaded>
    </div>
  )
}

/** Which case of whose attempt, and the way to its neighbours. */
function Head(props: { review: AttemptReview; position: number; title: string; attemptHref: string }) {
  const navigate = useNavigate()
  const words = () => t().desk.review
  const neighbour = (by: 1 | -1) => {
    const shown = props.review.cases.filter(({ submittedAt }) => submittedAt !== null)
    const at = shown.findIndex(({ position }) => position === props.position)
    const one = at === -1 ? undefined : shown[at + by]
    return one ? `${props.attemptHref}/cases/${one.position}` : undefined
  }
  const go = (href: string | undefined) => {
    if (href !== undefined) navigate(href)
    return href !== undefined
  }
  createShortcuts(
    () => t().myTraining.feedback.keys.title,
    () => [
      { keys: 'n', label: words().keys.next, run: () => go(neighbour(1)) },
      { keys: 'p', label: words().keys.previous, run: () => go(neighbour(-1)) },
      { keys: 'Escape', label: words().attempt, run: () => go(props.attemptHref) },
    ],
  )
  return (
    <PageHead
      title={words().title(props.title, props.review.person.name)}
      intro={`${props.review.set.name}. ${t().desk.cohort.attempt(props.review.attempt.number)}. ${words().place(
        props.position,
        props.review.cases.length,
      )}.`}
      actions={
        <>
          <ButtonLink href={props.attemptHref}>{words().attempt}</ButtonLink>
          <Show when={neighbour(-1)}>
            {(href) => (
              <ButtonLink href={href()} icon="left">
                {words().previous}
              </ButtonLink>
            )}
          </Show>
          <Show when={neighbour(1)}>
            {(href) => (
              <ButtonLink href={href()} icon="right">
                {words().next}
              </ButtonLink>
            )}
          </Show>
        </>
      }
    />
  )
}

function Sides(props: {
  feedback: CaseFeedback
  workspace: Workspace
  person: string
  onFeedback: (feedback: CaseFeedback) => void
}) {
  const [search] = useSearchParams<{ item?: string }>()
  const commenting = createCommenting(
    () => props.feedback,
    (feedback) => props.onFeedback(feedback),
  )
  createShortcuts(
    () => t().myTraining.feedback.keys.title,
    () => [{ keys: 'c', label: t().desk.review.keys.comment, run: () => commenting.begin(null) }],
  )
  onMount(() => placeOf(props.feedback, search.item)?.focus())
  return (
    <FeedbackView
      feedback={props.feedback}
      workspace={props.workspace}
      person={props.person}
      actions={(rating) => <CommentHere slot={rating.slot} label={rating.label} commenting={commenting} />}
    >
      <CommentForm feedback={props.feedback} commenting={commenting} />
    </FeedbackView>
  )
}

/** Where the comparison of a variable stands; of several the first that differs. */
function placeOf({ ratings }: CaseFeedback, variable: string | undefined): HTMLElement | null {
  const those = ratings.filter(({ slot }) => slot.variable === variable)
  const rating = those.find(({ agrees }) => agrees === false) ?? those[0]
  return rating ? document.getElementById(ratingId(rating)) : null
}
