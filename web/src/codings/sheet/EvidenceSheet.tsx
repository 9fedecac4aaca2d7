import { type Slot, slotKey } from '@attune/codebooks'
import type { Annotation, Workspace } from '@attune/contract'
import { For, Show } from 'solid-js'
import { Button, ButtonLink } from '../../base/Button.tsx'
import { PageHead } from '../../base/PageHead.tsx'
import { t } from '../../messages/index.ts'
import { comparisonOf } from './comparison.ts'
import { SheetAbout } from './SheetAbout.tsx'
import { SheetPiece } from './SheetPiece.tsx'
import { SheetRatingView, sheetRatingId } from './SheetRating.tsx'
import { type Sheet, type SheetRating, type SheetSection, sheetOf } from './sheet.ts'
import { TargetTable } from './TargetTable.tsx'
import './sheet.css'

/** From the classification down to the passages and events it rests on. */
export function EvidenceSheet(props: { workspace: Workspace }) {
  const sheet = () => sheetOf(props.workspace)
  const coding = () => props.workspace.coding
  return (
    <article class="sheet">
      <PageHead
        title={t().evidence.sheet.title(coding().case.case)}
        actions={
          <>
            <Button onClick={() => window.print()}>{t().evidence.sheet.print}</Button>
            <ButtonLink href={`/studies/${coding().study}/codings/${coding().id}`} icon="pen">
              {t().evidence.sheet.toCoding}
            </ButtonLink>
          </>
        }
      />
      <SheetAbout workspace={props.workspace} classes={sheet().classes} />
      <SideBySide workspace={props.workspace} sheet={sheet()} />
      <For each={sheet().sections}>{(section) => <Section workspace={props.workspace} section={section} />}</For>
      <Show when={sheet().loose.length > 0}>
        <Loose workspace={props.workspace} annotations={sheet().loose} />
      </Show>
      <Show when={props.workspace.memo.text.trim()}>
        <section class="sheet__section">
          <h2>{t().evidence.sheet.memo}</h2>
          <p class="sheet__prose">{props.workspace.memo.text}</p>
        </section>
      </Show>
      <footer class="sheet__limits">{t().evidence.sheet.limits}</footer>
    </article>
  )
}

function SideBySide(props: { workspace: Workspace; sheet: Sheet }) {
  const ratings = () =>
    new Map(
      props.sheet.sections
        .flatMap((section) => section.instruments.flatMap((one) => one.ratings))
        .map((one) => [slotKey(one.slot), one]),
    )
  const comparison = () =>
    comparisonOf(
      props.workspace.codebook,
      [...ratings().values()].map(({ slot }) => slot),
      (slot) => comparedOf(ratings().get(slotKey(slot))),
    )
  const go = (slot: Slot) => {
    const place = document.getElementById(sheetRatingId(slot))
    place?.scrollIntoView({ block: 'start' })
    place?.focus({ preventScroll: true })
  }
  return (
    <Show when={comparison()}>
      {(shown) => (
        <section class="sheet__section">
          <h2>{t().evidence.targets.title}</h2>
          <TargetTable codebook={props.workspace.codebook} comparison={shown()} onGo={go} />
        </section>
      )}
    </Show>
  )
}

const comparedOf = (one: SheetRating | undefined) => ({
  value: one?.rating?.value ?? null,
  confidence: one?.rating?.confidence ?? null,
  supports: one?.supports.length ?? 0,
  contradicts: one?.contradicts.length ?? 0,
})

function Section(props: { workspace: Workspace; section: SheetSection }) {
  return (
    <section class="sheet__section">
      <h2>{props.section.label}</h2>
      <For each={props.section.instruments}>
        {(instrument) => (
          <For each={instrument.ratings}>{(one) => <SheetRatingView workspace={props.workspace} of={one} />}</For>
        )}
      </For>
    </section>
  )
}

function Loose(props: { workspace: Workspace; annotations: readonly Annotation[] }) {
  return (
    <section class="sheet__section">
      <h2>{t().evidence.sheet.loose}</h2>
      <ul class="sheet__pieces">
        <For each={props.annotations}>{(one) => <SheetPiece workspace={props.workspace} annotation={one} />}</For>
      </ul>
    </section>
  )
}
