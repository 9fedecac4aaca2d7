import { slotKey } from '@attune/codebooks'
import type { CaseFeedback, ComparedRating, Workspace } from '@attune/contract'
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js'
import { announce } from '../../base/announce.tsx'
import { t } from '../../messages/index.ts'
import { CaseWords } from './CaseWords.tsx'
import { ComparedText, type Wanted } from './ComparedText.tsx'
import { createComparedKeys } from './compared-keys.ts'
import { EvidenceLink } from './EvidenceLink.tsx'
import { FeedbackFilter } from './FeedbackFilter.tsx'
import { FeedbackVerdict } from './FeedbackVerdict.tsx'
import { RatingCard } from './RatingCard.tsx'
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
  const shown = () => shownRatings().length + shownUnits().length
  const all = () => props.feedback.ratings.length + units().length
  let page!: HTMLDivElement

  const filter = (only: boolean) => {
    setFiltered(only)
    announce(words().shown(shown(), all()))
  }
  createComparedKeys(
    () => page,
    () => filter(!isFiltered()),
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
        <FeedbackFilter isFiltered={isFiltered()} shown={shown()} all={all()} person={person()} onFilter={filter} />
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
