import { collapse, collapsesOf } from '@attune/codebooks'
import type { CodingHead, Workspace } from '@attune/contract'
import { For, Show } from 'solid-js'
import { formatMoment } from '../../base/dates.tsx'
import { t } from '../../messages/index.ts'
import { valueWords } from '../instruments/value-words.ts'
import { categoryLabel } from '../ranking.ts'
import type { SheetRating } from './sheet.ts'

/** What was coded, by whom, with which codebook, when; and what it was coded as. */
export function SheetAbout(props: { workspace: Workspace; classes: readonly SheetRating[] }) {
  const coding = () => props.workspace.coding
  const words = () => t().evidence.sheet
  const facts = (): [string, string][] => [
    [words().case, coding().case.case],
    [words().codebook, `${coding().codebook.title} ${coding().codebook.number}`],
    [words().coder, props.workspace.coder.name],
    [words().version, versionWords(coding())],
    [words().state, `${stateWords(coding())}. ${words().progress(coding().rated, coding().required)}`],
  ]
  return (
    <section class="sheet__about" aria-label={words().about}>
      <dl class="sheet__facts">
        <For each={facts()}>
          {([term, fact]) => (
            <div>
              <dt>{term}</dt>
              <dd>{fact}</dd>
            </div>
          )}
        </For>
      </dl>
      <For each={props.classes}>{(one) => <CodedAs of={one} />}</For>
    </section>
  )
}

function CodedAs(props: { of: SheetRating }) {
  const ranked = () => (props.of.rating?.value.kind === 'class' ? props.of.rating.value.classes : [])
  const variable = () => (props.of.variable.kind === 'classification' ? props.of.variable : null)
  const labels = () =>
    ranked()
      .map((id) => [id, categoryLabel(variable()?.categories ?? [], id)] as const)
      .filter(([id, label]) => label !== '' && label !== id)
      .map(([id, label]) => `${id} (${label})`)
  const collapses = () => {
    const of = variable()
    return of && ranked().length > 0
      ? collapsesOf(of)
          .slice(1)
          .map(({ id, label }) => `${label}: ${collapse(of, id, ranked()) ?? t().ratings.none}`)
      : []
  }
  return (
    <div class="sheet__coded-as">
      <p class="sheet__coded-as-title">
        {t().evidence.sheet.codedAs}, {props.of.label}
      </p>
      <p class="sheet__class">{valueWords(props.of.rating?.value)}</p>
      <Show when={labels().length > 0}>
        <p>{labels().join(', ')}</p>
      </Show>
      <Show when={collapses().length > 0}>
        <p class="quiet">{collapses().join('. ')}</p>
      </Show>
    </div>
  )
}

function versionWords({ version, reason }: CodingHead): string {
  return reason.trim() === '' ? String(version) : t().evidence.sheet.versionBecause(version, reason)
}

function stateWords({ state, submittedAt, changedAt }: CodingHead): string {
  if (state === 'submitted' && submittedAt !== null) return t().evidence.sheet.submitted(formatMoment(submittedAt))
  return state === 'draft' ? t().evidence.sheet.draft(formatMoment(changedAt)) : t().evidence.sheet.notStarted
}
