import type { Codebook } from '@attune/codebooks'
import type { Annotation, Transcript } from '@attune/contract'
import { For, Show } from 'solid-js'
import { formatNumber, formatPercent } from '../../base/numbers.ts'
import { Badge, TableFrame } from '../../base/states.tsx'
import { timeWords } from '../../codings/instruments/place-words.ts'
import { placeInWords, quote } from '../../codings/turns.ts'
import { t } from '../../messages/index.ts'
import { CodeLabel } from './CodeLabel.tsx'
import type { Names, PlacedUnit, Unit } from './sides.ts'

type Kind = Unit['kind']
const signs: Readonly<Record<Kind, string>> = { agreed: '=', 'other-code': '≠', missed: '−', added: '+' }

type Props = {
  units: readonly PlacedUnit[]
  codebook: Codebook
  names: Names
  /** Name of the coder on a trainer's screen; null where it is the reader. */
  person: string | null
}

/** What became of a unit, as a sign and in words. */
function KindMark(props: { kind: Kind; person: string | null }) {
  const words = () => t().myTraining.feedback
  return (
    <Badge kind={props.kind === 'agreed' ? 'good' : 'warn'}>
      <span aria-hidden="true">{signs[props.kind]}</span>{' '}
      {props.kind === 'added' && props.person !== null ? words().addedBy(props.person) : words().unitKinds[props.kind]}
    </Badge>
  )
}

/** How many of each kind: "12 same code, 3 other code". */
export function unitCounts(units: readonly PlacedUnit[], person: string | null): string {
  const words = t().myTraining.feedback
  return (['agreed', 'other-code', 'missed', 'added'] as const)
    .flatMap((kind) => {
      const count = units.filter(({ unit }) => unit.kind === kind).length
      if (count === 0) return []
      return [kind === 'added' && person !== null ? words.addedByCount(count, person) : words.unitCounts[kind](count)]
    })
    .join(', ')
}

/** The passages of both codings in the order of the text; each leads to its place beside. */
export function PassageList(
  props: Props & { material: Transcript; shown: string | null; onShow: (id: string) => void },
) {
  return (
    <ul class="unit-list">
      <For each={props.units}>
        {(placed) => {
          const any = () => placed.mine ?? placed.master
          return (
            <li class="unit" data-compared="" tabindex="-1">
              <p class="unit__head">
                <KindMark kind={placed.unit.kind} person={props.person} />
                <Show when={overlapOf(placed)}>
                  {(share) => <span class="quiet">{t().myTraining.feedback.overlap(formatPercent(share()))}</span>}
                </Show>
              </p>
              <p class="unit__codes">
                <SideCode title={props.names.mine} annotation={placed.mine} codebook={props.codebook} />
                <SideCode title={props.names.master} annotation={placed.master} codebook={props.codebook} />
              </p>
              <Show when={any()?.unit === 'segment' && any()}>
                {(one) => (
                  <button
                    type="button"
                    class="evidence-link"
                    aria-pressed={props.shown === one().id}
                    onClick={() => props.onShow(one().id)}
                  >
                    {passageWords(one(), props.material)}
                  </button>
                )}
              </Show>
            </li>
          )
        }}
      </For>
    </ul>
  )
}

/** How much two passages share, where their borders differ. */
function overlapOf({ unit, mine, master }: PlacedUnit): number | null {
  return mine && master && unit.closeness !== null && unit.closeness < 1 ? unit.closeness : null
}

function SideCode(props: { title: string; annotation: Annotation | null; codebook: Codebook }) {
  return (
    <span class="unit__side">
      <span class="quiet">{props.title}:</span>{' '}
      <Show when={props.annotation} fallback={<span class="quiet">{t().transcripts.notCoded}</span>}>
        {(one) => <CodeLabel code={one().code} codebook={props.codebook} />}
      </Show>
    </span>
  )
}

/** "turn 12: “She was always …”" */
export function passageWords(annotation: Annotation, material: Transcript): string {
  if (annotation.unit === 'event') return timeWords(annotation)
  return `${placeInWords(material.turns, annotation)}: ${t().ratings.quoted(quote(material.text, annotation, 90))}`
}

/** The events of both codings in the order of time. */
export function EventsTable(props: Props) {
  const words = () => t().myTraining.feedback
  return (
    <TableFrame label={words().events}>
      <table class="table table--compact">
        <caption class="visually-hidden">{words().events}</caption>
        <thead>
          <tr>
            <th scope="col">{words().unitKind}</th>
            <th scope="col">{props.names.mine}</th>
            <th scope="col">{props.names.master}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.units}>
            {(placed) => (
              <tr data-compared="" tabindex="-1">
                <td>
                  <KindMark kind={placed.unit.kind} person={props.person} />
                  <Show when={placed.mine && placed.master && placed.unit.closeness !== null}>
                    <span class="event-apart">{words().apart(formatNumber(placed.unit.closeness ?? 0, 1))}</span>
                  </Show>
                </td>
                <td>
                  <EventCell annotation={placed.mine} codebook={props.codebook} />
                </td>
                <td>
                  <EventCell annotation={placed.master} codebook={props.codebook} />
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </TableFrame>
  )
}

function EventCell(props: { annotation: Annotation | null; codebook: Codebook }) {
  return (
    <Show when={props.annotation} fallback={<span class="quiet">{t().transcripts.notCoded}</span>}>
      {(one) => {
        const annotation = one()
        return (
          <>
            <CodeLabel code={annotation.code} codebook={props.codebook} />{' '}
            <span class="quiet tabular">{annotation.unit === 'event' ? timeWords(annotation) : ''}</span>
            <Show when={annotation.memo.trim()}>
              <span class="event-memo">{annotation.memo}</span>
            </Show>
          </>
        )
      }}
    </Show>
  )
}
