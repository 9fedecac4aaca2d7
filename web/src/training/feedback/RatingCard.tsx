import type { CaseFeedback, ComparedRating } from '@attune/contract'
import { For, type JSX, Show } from 'solid-js'
import { formatMoment } from '../../base/dates.tsx'
import { Badge } from '../../base/states.tsx'
import { valueWords } from '../../codings/instruments/value-words.ts'
import { t } from '../../messages/index.ts'
import { confusionWords, distanceWords, type Names, ratingId } from './sides.ts'

type Opinion = ComparedRating['mine']
type Comment = CaseFeedback['comments'][number]

/** One variable side by side: own value and the master's, how far apart, why, and what each rests on. */
export function RatingCard(props: {
  rating: ComparedRating
  names: Names
  comments: readonly Comment[]
  evidence: (id: string, isAgainst: boolean) => JSX.Element
  /** What a trainer can do here. */
  actions?: JSX.Element
}) {
  const words = () => t().myTraining.feedback
  const rating = () => props.rating
  return (
    <article
      class="rating-card"
      classList={{ 'rating-card--differs': !rating().agrees }}
      id={ratingId(rating())}
      tabindex="-1"
      data-compared=""
      aria-labelledby={`${ratingId(rating())}-title`}
    >
      <header class="rating-card__head">
        <h3 id={`${ratingId(rating())}-title`}>{rating().label}</h3>
        <Badge kind={rating().agrees ? 'good' : 'warn'}>
          <span aria-hidden="true">{rating().agrees ? '=' : '≠'}</span>{' '}
          {rating().agrees ? words().agrees : words().differs}
        </Badge>
        <Show when={distanceWords(rating())}>{(distance) => <span class="rating-card__gap">{distance()}</span>}</Show>
        <Show when={confusionWords(rating())}>{(which) => <span class="rating-card__gap">{which()}</span>}</Show>
      </header>
      <Show when={rating().others}>
        {(others) => <p class="quiet">{words().others(others().same, others().of)}</p>}
      </Show>
      <div class="rating-card__sides">
        <OpinionView title={props.names.mine} opinion={rating().mine} evidence={props.evidence} />
        <For each={rating().masters}>
          {(opinion, index) => (
            <OpinionView
              title={index() === 0 ? props.names.master : words().furtherMaster(index() + 1)}
              opinion={opinion}
              evidence={props.evidence}
            />
          )}
        </For>
      </div>
      <For each={props.comments}>{(comment) => <CommentView comment={comment} />}</For>
      {props.actions}
    </article>
  )
}

function OpinionView(props: {
  title: string
  opinion: Opinion
  evidence: (id: string, isAgainst: boolean) => JSX.Element
}) {
  const words = () => t().myTraining.feedback
  const hasEvidence = () => props.opinion.evidence.length + props.opinion.contradicts.length > 0
  return (
    <section class="opinion">
      <p class="opinion__who">{props.title}</p>
      <p class="opinion__value">{valueWords(props.opinion.value)}</p>
      <Show when={props.opinion.rationale.trim()} fallback={<p class="quiet">{words().noRationale}</p>}>
        <p class="opinion__why">{props.opinion.rationale}</p>
      </Show>
      <Show when={hasEvidence()} fallback={<p class="quiet">{words().noEvidence}</p>}>
        <ul class="opinion__evidence" aria-label={`${words().evidence}, ${props.title}`}>
          <For each={props.opinion.evidence}>{(id) => props.evidence(id, false)}</For>
          <For each={props.opinion.contradicts}>{(id) => props.evidence(id, true)}</For>
        </ul>
      </Show>
    </section>
  )
}

/** What a trainer wrote. */
export function CommentView(props: { comment: Comment }) {
  return (
    <blockquote class="feedback-comment">
      <p>{props.comment.text}</p>
      <footer class="quiet">
        {t().myTraining.feedback.commentBy(props.comment.author, formatMoment(props.comment.at))}
      </footer>
    </blockquote>
  )
}
