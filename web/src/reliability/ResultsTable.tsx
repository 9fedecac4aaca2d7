import type { AgreementResult } from '@attune/contract'
import { createMemo, For, Show } from 'solid-js'
import { TableFrame } from '../base/states.tsx'
import { t } from '../messages/index.ts'
import {
  describeDropped,
  type Finding,
  footnoteMark,
  footnotesOf,
  formatBounds,
  formatEstimate,
  notesOf,
} from './findings.ts'

type Props = {
  caption: string
  findings: readonly Finding[]
  nameRaters: boolean
  digits: number
  /** Opens the confusion matrix of a finding; absent where more than two raters are compared. */
  onOpen?: ((finding: Finding) => void) | undefined
  opened: string | undefined
}

/** The coefficients that occur, in the order of the server. */
function columnsOf(findings: readonly Finding[]): string[] {
  return [...new Set(findings.flatMap((finding) => finding.results.map((result) => result.measureLabel)))]
}

/** One row a variable, one column a coefficient; what is undefined says why where the number would be. */
export function ResultsTable(props: Props) {
  const columns = createMemo(() => columnsOf(props.findings))
  const footnotes = createMemo(() => footnotesOf(props.findings))
  return (
    <>
      <TableFrame label={props.caption}>
        <table class="table table--compact results">
          <caption>{props.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t().reliability.table.variable}</th>
              <Show when={props.nameRaters}>
                <th scope="col">{t().reliability.table.coder}</th>
              </Show>
              <th scope="col" class="number">
                n
              </th>
              <For each={columns()}>
                {(label) => (
                  <th scope="col" class="number">
                    {t().base.fromServer(label)}
                  </th>
                )}
              </For>
            </tr>
          </thead>
          <tbody>
            <For each={props.findings}>
              {(finding) => <FindingRow {...props} finding={finding} columns={columns()} footnotes={footnotes()} />}
            </For>
          </tbody>
        </table>
      </TableFrame>
      <Show when={footnotes().length > 0}>
        <ul class="results__footnotes">
          <For each={footnotes()}>
            {(text, index) => (
              <li>
                <sup>{footnoteMark(index())}</sup> {text}
              </li>
            )}
          </For>
        </ul>
      </Show>
    </>
  )
}

function FindingRow(props: Props & { finding: Finding; columns: readonly string[]; footnotes: readonly string[] }) {
  const first = () => props.finding.main ?? props.finding.results[0]
  return (
    <tr aria-current={props.opened === props.finding.key ? 'true' : undefined}>
      <th scope="row">
        <Show when={props.onOpen} fallback={props.finding.label}>
          {(open) => (
            <button type="button" class="link-button" onClick={() => open()(props.finding)}>
              {props.finding.label}
            </button>
          )}
        </Show>
      </th>
      <Show when={props.nameRaters}>
        <td>
          {props.finding.raters
            .filter((rater) => !rater.isMaster)
            .map((rater) => rater.name)
            .join(', ')}
        </td>
      </Show>
      <td class="number">
        {first()?.n ?? 0}
        <Show when={first()?.dropped.length}>
          <span class="results__note">{describeDropped(first() as AgreementResult)}</span>
        </Show>
      </td>
      <For each={props.columns}>
        {(label) => (
          <ResultCell
            result={props.finding.results.find((one) => one.measureLabel === label)}
            digits={props.digits}
            footnotes={props.footnotes}
          />
        )}
      </For>
    </tr>
  )
}

function ResultCell(props: { result: AgreementResult | undefined; digits: number; footnotes: readonly string[] }) {
  return (
    <td class="number">
      <Show when={props.result} fallback={<span class="results__note">{t().reliability.table.notThisKind}</span>}>
        {(result) => (
          <Show
            when={result().estimate !== null}
            fallback={<span class="results__note">{t().base.fromServer(result().undefined?.message ?? '')}</span>}
          >
            <span class="results__estimate">{formatEstimate(result(), result().estimate ?? 0, props.digits)}</span>
            <For each={notesOf(result())}>{(note) => <sup>{footnoteMark(props.footnotes.indexOf(note))}</sup>}</For>
            <Show when={result().interval}>
              <span class="results__note">{formatBounds(result(), props.digits)}</span>
            </Show>
          </Show>
        )}
      </Show>
    </td>
  )
}
