import { findCode } from '@attune/codebooks'
import type { Annotation, Workspace } from '@attune/contract'
import { Show } from 'solid-js'
import { CodeChip } from '../../base/CodeChip.tsx'
import { clock } from '../../base/clock.ts'
import { formatScore } from '../../base/numbers.ts'
import { t } from '../../messages/index.ts'
import { timeWords } from '../instruments/place-words.ts'
import { detailsOf, placeOf } from './sheet.ts'

/** One passage with its words, or one event with its time, and what the coder wrote on it. */
export function SheetPiece(props: { workspace: Workspace; annotation: Annotation }) {
  const code = () => findCode(props.workspace.codebook, props.annotation.code)
  return (
    <li class="sheet-piece">
      <p class="sheet-piece__head">
        <CodeChip colour={code()?.colour ?? 1} /> <strong>{code()?.label ?? props.annotation.code}</strong>{' '}
        <span class="quiet">{factsOf(props.workspace, props.annotation).join(', ')}</span>
      </p>
      <Show when={props.annotation.unit === 'segment' && props.annotation}>
        {(segment) => (
          <blockquote class="sheet-piece__quote">{wordsOf(props.workspace, segment().start, segment().end)}</blockquote>
        )}
      </Show>
      <Show when={props.annotation.memo.trim()}>
        <p class="sheet__prose">{props.annotation.memo}</p>
      </Show>
    </li>
  )
}

const wordsOf = ({ material }: Workspace, start: number, end: number): string =>
  material.kind === 'transcript' ? material.text.slice(start, end) : ''

/** Place, value and confidence, each in a few words. */
function factsOf(workspace: Workspace, annotation: Annotation): string[] {
  const words = t().evidence.sheet
  const place = placeOf(workspace.material, annotation)
  return [
    ...(place ? [t().transcripts.place(place.first, place.last), words.line(place.line)] : []),
    ...(place?.time == null ? [] : [words.at(clock(place.time))]),
    ...(annotation.unit === 'event' ? [timeWords(annotation)] : []),
    ...detailsOf(workspace, annotation),
    ...(annotation.value === null ? [] : [words.value(formatScore(annotation.value))]),
    ...(annotation.confidence === null ? [] : [words.confidence(annotation.confidence)]),
  ]
}
