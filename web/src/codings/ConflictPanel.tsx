import { slotKey, slotLabel } from '@attune/codebooks'
import { For, type JSX, Show } from 'solid-js'
import { Button } from '../base/Button.tsx'
import { clock } from '../base/clock.ts'
import { t } from '../messages/index.ts'
import { transcriptOf } from './coding-actions.ts'
import type { Desk } from './desk.ts'
import { useDesk } from './desk-context.ts'
import { type Edit, type IntervalPlace, itemOf, placeOfInterval } from './edits.ts'
import { codeLabel } from './evidence.ts'
import { placeWords } from './instruments/place-words.ts'
import { valueWords } from './instruments/value-words.ts'
import type { Conflict } from './saving-state.ts'

/** Two windows changed the same thing. Both versions are here until the coder chooses. */
export function ConflictPanel() {
  const { desk } = useDesk()
  return (
    <Show when={desk.saving().conflicts.length > 0}>
      <section class="conflicts" role="alert" aria-label={t().codings.conflict.region}>
        <For each={desk.saving().conflicts}>{(conflict) => <ConflictRow conflict={conflict} />}</For>
      </section>
    </Show>
  )
}

function ConflictRow(props: { conflict: Conflict }) {
  const { desk } = useDesk()
  const both = (): Edit | null => {
    const { mine, there } = props.conflict
    if (mine.type !== 'put-memo' || there.edit.type !== 'put-memo') return null
    return { type: 'put-memo', text: `${there.edit.text}\n\n${mine.text}` }
  }
  return (
    <div class="conflict">
      <div>
        <h2>{t().codings.conflict.title(itemWords(desk, props.conflict.mine, props.conflict.there.edit))}</h2>
        <p>{t().codings.conflict.advice}</p>
      </div>
      <div class="conflict__sides">
        <Side title={t().codings.conflict.mine} edit={props.conflict.mine}>
          <Button small look="primary" onClick={() => desk.settleConflict(props.conflict.item, props.conflict.mine)}>
            {t().codings.conflict.keepMine}
          </Button>
        </Side>
        <Side title={t().codings.conflict.theirs} edit={props.conflict.there.edit}>
          <Button small onClick={() => desk.settleConflict(props.conflict.item, props.conflict.there.edit)}>
            {t().codings.conflict.keepTheirs}
          </Button>
          <Show when={both()}>
            {(edit) => (
              <Button small onClick={() => desk.settleConflict(props.conflict.item, edit())}>
                {t().codings.conflict.keepBoth}
              </Button>
            )}
          </Show>
        </Side>
      </div>
    </div>
  )
}

function Side(props: { title: string; edit: Edit; children: JSX.Element }) {
  const { desk } = useDesk()
  return (
    <div class="conflict__side">
      <h3>{props.title}</h3>
      <p class="conflict__words">{editWords(desk, props.edit)}</p>
      <div class="button-row">{props.children}</div>
    </div>
  )
}

function itemWords(desk: Desk, mine: Edit, there: Edit): string {
  if (mine.type === 'put-rating') return slotLabel(desk.codebook, mine.slot)
  const item = itemOf(mine)
  if (item.startsWith('interval ')) return intervalWords(desk, placeOfInterval(item.slice('interval '.length)))
  if (item.startsWith('episode ')) return episodeLabel(desk, item.slice('episode '.length))
  const annotation = mine.type === 'put-annotation' ? mine : there.type === 'put-annotation' ? there : null
  return annotation
    ? t().codings.conflict.annotation(codeLabel(desk, annotation.annotation))
    : t().codings.conflict.memo
}

const episodeLabel = (desk: Desk, id: string): string =>
  desk.codebook.episodes.find((episode) => episode.id === id)?.label ?? id

function intervalWords(desk: Desk, place: IntervalPlace): string {
  const sampling = desk.codebook.sampling?.find((one) => one.id === place.sampling)?.label ?? place.sampling
  const subject = desk.codebook.subjects.find((one) => one.id === place.subject)?.label
  const episode = place.episode === null ? undefined : episodeLabel(desk, place.episode)
  return [sampling, subject, episode, t().codings.conflict.interval(place.interval)].filter(Boolean).join(', ')
}

/** What an edit would leave, in words that let the coder choose. */
function editWords(desk: Desk, edit: Edit): string {
  switch (edit.type) {
    case 'put-rating': {
      const parts = [
        valueWords(edit.value),
        edit.confidence === null ? '' : t().codings.conflict.confidence(edit.confidence),
        edit.rationale.trim() ? t().ratings.quoted(edit.rationale.trim()) : '',
      ]
      return parts.filter(Boolean).join(', ')
    }
    case 'put-annotation': {
      const { annotation } = edit
      const evidence = annotation.evidence.map(slotKey).join(', ')
      const contradicts = annotation.contradicts.map(slotKey).join(', ')
      const parts = [
        `${codeLabel(desk, annotation)}: ${placeWords(annotation, transcriptOf(desk)?.text)}`,
        annotation.confidence === null ? '' : t().codings.conflict.confidence(annotation.confidence),
        evidence ? t().codings.conflict.evidenceFor(evidence) : '',
        contradicts ? t().evidence.speaksAgainst(contradicts) : '',
        annotation.memo.trim(),
      ]
      return parts.filter(Boolean).join('; ')
    }
    case 'remove-annotation':
      return t().codings.conflict.removed
    case 'put-interval':
      return edit.mark.isUnscorable
        ? t().codings.conflict.unscorable
        : edit.mark.present.join(', ') || t().codings.conflict.nothingSeen
    case 'put-episode':
      return t().codings.conflict.fromTo(
        clock(edit.mark.onset),
        edit.mark.offset === null ? null : clock(edit.mark.offset),
      )
    case 'remove-interval':
      return t().codings.conflict.notScored
    case 'remove-episode':
      return t().codings.conflict.asRecorded
    case 'put-memo':
      return edit.text.trim() || t().codings.conflict.empty
  }
}
