import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { arrowsInList } from '../../base/arrows.ts'
import { Moment } from '../../base/dates.tsx'
import { Badge, Panel, TableFrame } from '../../base/states.tsx'
import { useStudy } from '../../base/study.tsx'
import { t } from '../../messages/index.ts'
import type { AttemptReview } from './attempt-review.ts'

type Case = AttemptReview['cases'][number]

/** The cases in the order of coding: when submitted, what was declared and noted, and the way to the comparison. */
export function ReviewedCases(props: { review: AttemptReview }) {
  const words = () => t().desk.attempt.caseColumns
  const isOver = () => props.review.attempt.state !== 'running'
  return (
    <Panel title={t().desk.attempt.cases} flush>
      <TableFrame label={t().desk.attempt.cases}>
        <table class="table attempt-cases" onKeyDown={arrowsInList}>
          <caption class="visually-hidden">{t().desk.attempt.cases}</caption>
          <thead>
            <tr>
              <th scope="col">{words().case}</th>
              <th scope="col">{words().submitted}</th>
              <th scope="col">{words().declaration}</th>
              <th scope="col">{words().marks}</th>
              <th scope="col">{words().compare}</th>
            </tr>
          </thead>
          <tbody>
            <For each={props.review.cases}>
              {(one) => <Row one={one} attempt={props.review.attempt.id} isOver={isOver()} />}
            </For>
          </tbody>
        </table>
      </TableFrame>
    </Panel>
  )
}

function Row(props: { one: Case; attempt: string; isOver: boolean }) {
  const { study } = useStudy()
  const words = () => t().desk.attempt
  const one = () => props.one
  const at = (end: string) => `/studies/${study().id}${end}`
  return (
    <tr>
      <th scope="row">
        <A href={at(`/cases/${one().case}`)} class="items__case">
          {one().caseId}
        </A>
      </th>
      <td>
        <Show
          when={one().submittedAt}
          fallback={<span class="quiet">{props.isOver ? words().missing : words().notSubmitted}</span>}
        >
          {(submitted) => <Moment at={submitted()} />}
        </Show>
      </td>
      <td>
        <Show when={one().declaration} fallback={<span class="quiet">{words().noDeclaration}</span>}>
          {(declared) => (
            <span class="attempt-cases__note">
              {declared().knew ? words().knew(declared().note) : words().knewNothing}
            </span>
          )}
        </Show>
      </td>
      <td>
        <Marks one={one()} />
      </td>
      <td class="attempt-cases__ways">
        <Show when={one().submittedAt}>
          <A
            href={at(`/training/attempts/${props.attempt}/cases/${one().position}`)}
            class="items__case"
            aria-label={words().compare(one().caseId)}
            data-stop
          >
            {words().compareShort}
          </A>
        </Show>
        <Show when={one().coding}>
          {(coding) => (
            <>
              {' '}
              <A href={at(`/codings/${coding()}`)} class="items__case" aria-label={words().codingOf(one().caseId)}>
                {words().coding}
              </A>
            </>
          )}
        </Show>
      </td>
    </tr>
  )
}

/** What has to be known of a case besides its codes. */
function Marks(props: { one: Case }) {
  const words = () => t().desk.attempt
  return (
    <>
      <span class="attempt-cases__marks">
        <Show when={props.one.released}>
          <Badge>{words().released}</Badge>
        </Show>
        <Show when={props.one.withdrawn}>
          <Badge kind="warn">{words().withdrawn}</Badge>
        </Show>
        <Show when={props.one.masterChanged}>
          <Badge kind="warn" icon="warning">
            {words().changed}
          </Badge>
        </Show>
        <Show when={props.one.comments > 0}>
          <Badge kind="accent">{words().comments(props.one.comments)}</Badge>
        </Show>
      </span>
      <Show when={props.one.reflection}>
        {(text) => (
          <span class="attempt-cases__note">
            <span class="quiet">{words().reflection}:</span> {text()}
          </span>
        )}
      </Show>
    </>
  )
}
