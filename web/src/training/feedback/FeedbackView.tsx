import { slotKey } from '@attune/codebooks'
import type { CaseFeedback, ComparedRating, Workspace } from '@attune/contract'
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js'
import { announce } from '../../base/announce.tsx'
import { CheckField } from '../../base/Field.tsx'
import { formatPercent } from '../../base/numbers.ts'
import { createShortcuts } from '../../base/shortcuts.ts'
import { t } from '../../messages/index.ts'
import { ComparedText, type Wanted } from './ComparedText.tsx'
import { EvidenceLink } from './EvidenceLink.tsx'
import { CommentView, RatingCard } from './RatingCard.tsx'
import { foundIn, type Names, placedUnits, segmentsOf } from './sides.ts'
import { UnitsSection } from './UnitsSection.tsx'
import './feedback.css'

type Props = {
  feedback: CaseFeedback
  /** The coding that was submitted, with its material and the codebook as it was trained. */
  workspace: Workspace
  /** Name of the coder on a trainer's screen; null where it is the reader. */
  person?: string | null
  /** What a trainer can do at one variable. */
  actions?: (rating: ComparedRating) => JSX.Element
  /** Below everything: the note of a trainee, the comment of a trainer. */
  children?: JSX.Element
}

/** One case side by side with the master: the verdict, variable by variable, and both codings upon the text. */
export function FeedbackView(props: Props) {
  const words = () => t().myTraining.feedback
  const person = () => props.person ?? null
  const names = (): Names => ({ mine: person() ?? words().you, master: words().master })
  const [isFiltered, setFiltered] = createSignal(false)
  const [wanted, setWanted] = createSignal<Wanted | null>(null)
  const found = createMemo(() => foundIn(props.feedback))
  const units = createMemo(() => placedUnits(props.feedback))
  const segments = createMemo(() => ({
    mine: segmentsOf(props.feedback.annotations.mine),
    master: segmentsOf(props.feedback.annotations.master),
  }))
  const shownRatings = () => props.feedback.ratings.filter((one) => !isFiltered() || !one.agrees)
  const shownUnits = () => units().filter(({ unit }) => !isFiltered() || unit.kind !== 'agreed')
  const transcript = () => (props.workspace.material.kind === 'transcript' ? props.workspace.material : null)
  const all = () => props.feedback.ratings.length + units().length
  let page!: HTMLDivElement

  const filter = (only: boolean) => {
    setFiltered(only)
    announce(words().shown(shownRatings().length + shownUnits().length, all()))
  }
  const go = (by: 1 | -1) => {
    const stops = [...page.querySelectorAll<HTMLElement>('[data-compared]')]
    const at = stops.findIndex((stop) => stop.contains(document.activeElement))
    const next = at === -1 ? stops[by === 1 ? 0 : stops.length - 1] : stops[at + by]
    next?.focus()
    return next !== undefined
  }
  createShortcuts(
    () => words().keys.title,
    () => [
      { keys: 'j', label: words().keys.next, run: () => go(1) },
      { keys: 'k', label: words().keys.previous, run: () => go(-1) },
      { keys: 'd', label: words().keys.different, run: () => filter(!isFiltered()) },
      {
        keys: 't',
        label: words().keys.text,
        run: () => page.querySelector<HTMLElement>('.compared-text .transcript__sheet')?.focus(),
      },
    ],
  )
  const evidence = (id: string, isAgainst: boolean) => (
    <Show when={found().get(id)}>
      {(one) => (
        <EvidenceLink
          annotation={one().annotation}
          workspace={props.workspace}
          isAgainst={isAgainst}
          isShown={wanted()?.id === id}
          onShow={() => setWanted({ id, focus: false })}
        />
      )}
    </Show>
  )
  const commentsOn = (rating: ComparedRating) =>
    props.feedback.comments.filter(({ about }) => about !== null && slotKey(about) === slotKey(rating.slot))

  return (
    <div class="feedback" ref={page} data-text={transcript() ? 'true' : 'false'}>
      <div class="feedback__main">
        <FeedbackVerdict feedback={props.feedback} />
        <Show when={all() > 0}>
          <div class="feedback__filter">
            <CheckField
              label={person() === null ? words().onlyDifferent : words().onlyDifferentOf(person() ?? '')}
              checked={isFiltered()}
              onCheck={filter}
            />
            <Show when={isFiltered()}>
              <span class="quiet">{words().shown(shownRatings().length + shownUnits().length, all())}</span>
            </Show>
          </div>
        </Show>
        <Show when={isFiltered() && shownRatings().length + shownUnits().length === 0}>
          <p>{words().allAgree}</p>
        </Show>
        <CaseWords feedback={props.feedback} />
        <Show when={shownRatings().length > 0}>
          <section class="feedback__section">
            <h2>{words().ratings}</h2>
            <For each={shownRatings()}>
              {(rating) => (
                <RatingCard
                  rating={rating}
                  names={names()}
                  comments={commentsOn(rating)}
                  evidence={evidence}
                  actions={props.actions?.(rating)}
                />
              )}
            </For>
          </section>
        </Show>
        <Show when={shownUnits().length > 0}>
          <UnitsSection
            units={units()}
            shown={shownUnits()}
            workspace={props.workspace}
            names={names()}
            person={person()}
            raised={wanted()?.id ?? null}
            onShow={(id) => setWanted({ id, focus: false })}
          />
        </Show>
        {props.children}
      </div>
      <Show when={transcript()}>
        {(material) => (
          <div class="feedback__text">
            <p class="quiet">{person() === null ? words().legend : words().legendOf(person() ?? '')}</p>
            <ComparedText
              material={material()}
              codebook={props.workspace.codebook}
              segments={segments()}
              names={names()}
              wanted={wanted()}
              onPick={(id) => setWanted({ id, focus: false })}
            />
          </div>
        )}
      </Show>
    </div>
  )
}

/** First of all: how many agree, with the interval. */
export function FeedbackVerdict(props: { feedback: CaseFeedback }) {
  const words = () => t().myTraining.feedback
  return (
    <p class="feedback__verdict">
      <Show when={props.feedback.compared > 0} fallback={words().nothingCompared}>
        <strong>{words().agree(props.feedback.agreed, props.feedback.compared)}</strong>
        <Show when={props.feedback.interval}>
          {(bounds) => (
            <span class="tabular">
              {', '}
              {words().interval(
                formatPercent(bounds().level),
                formatPercent(bounds().lower),
                formatPercent(bounds().upper),
              )}
            </span>
          )}
        </Show>
        .
      </Show>
    </p>
  )
}

/** What the master and the trainers wrote on the case as a whole. */
function CaseWords(props: { feedback: CaseFeedback }) {
  const words = () => t().myTraining.feedback
  const comments = () => props.feedback.comments.filter(({ about }) => about === null)
  return (
    <>
      <Show when={props.feedback.rationale.trim()}>
        <section class="feedback__section">
          <h2>{words().caseRationale}</h2>
          <p class="feedback__prose">{props.feedback.rationale}</p>
        </section>
      </Show>
      <Show when={comments().length > 0}>
        <section class="feedback__section">
          <h2>{words().comments}</h2>
          <For each={comments()}>{(comment) => <CommentView comment={comment} />}</For>
        </section>
      </Show>
    </>
  )
}
