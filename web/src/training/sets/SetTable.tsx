import type { TrainingSet } from '@attune/contract'
import { A } from '@solidjs/router'
import { createMemo, For, Show } from 'solid-js'
import { arrowsInList } from '../../base/arrows.ts'
import { Button } from '../../base/Button.tsx'
import { Badge, TableFrame } from '../../base/states.tsx'
import { t } from '../../messages/index.ts'
import { criterionInWords, namesFrom } from '../criterion-words.ts'
import { sizeOf } from './form.ts'
import { StateBadge } from './StateBadge.tsx'

const order = { open: 0, draft: 1, closed: 2 } as const

/** Every set with its state, its people and its criterion in words; what is open comes first. */
export function SetTable(props: {
  sets: readonly TrainingSet[]
  at: (end: string) => string
  onCopy: (set: TrainingSet) => void
}) {
  const words = () => t().training.list
  const sorted = createMemo(() =>
    props.sets.toSorted(
      (one, other) => order[one.state] - order[other.state] || other.createdAt.localeCompare(one.createdAt),
    ),
  )
  return (
    <TableFrame label={t().training.screen}>
      <table class="table sets" onKeyDown={arrowsInList}>
        <thead>
          <tr>
            <th scope="col">{words().columns.set}</th>
            <th scope="col">{words().columns.state}</th>
            <th scope="col">{words().columns.feedback}</th>
            <th scope="col" class="number">
              {words().columns.cases}
            </th>
            <th scope="col">{words().columns.people}</th>
            <th scope="col">{words().columns.criterion}</th>
            <th scope="col">
              <span class="visually-hidden">{t().base.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={sorted()}>
            {(set) => (
              <tr>
                <th scope="row">
                  <A href={props.at(`/sets/${set.id}`)} data-stop class="sets__name">
                    {set.name}
                  </A>
                  <span class="sets__codebook">
                    {set.codebook.title} {set.codebook.number}
                  </span>
                </th>
                <td>
                  <StateBadge state={set.state} />
                </td>
                <td>{t().training.policies[set.feedback]}</td>
                <td class="number">{casesOf(set)}</td>
                <td>
                  <People set={set} href={props.at(`/sets/${set.id}/cohort`)} />
                </td>
                <td class="sets__criterion">
                  <Show when={set.criterion} fallback={<span class="quiet">{words().noCriterion}</span>}>
                    {(criterion) => (
                      <>
                        <strong>{criterion().title}</strong>
                        <span class="sets__rule">
                          {criterionInWords(criterion().rule, namesFrom(set.criterionLabels))}
                        </span>
                      </>
                    )}
                  </Show>
                </td>
                <td>
                  <Button
                    small
                    look="quiet"
                    icon="copy"
                    aria-label={words().copyOf(set.name)}
                    onClick={() => props.onCopy(set)}
                  >
                    {words().copy}
                  </Button>
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </TableFrame>
  )
}

/** `6 of 20` where an attempt is drawn. Withdrawn cases count no longer. */
function casesOf(set: TrainingSet): string {
  const cases = set.cases.filter(({ withdrawn }) => withdrawn === null).map((one) => one.case)
  const size = sizeOf({ order: set.order, draw: set.draw, cases })
  return size === cases.length ? String(size) : t().base.done(size, cases.length)
}

/** Who has the set, how many attempts were made, and what of it waits for a trainer. */
function People(props: { set: TrainingSet; href: string }) {
  const words = () => t().training.list
  const attempts = () => props.set.people.reduce((sum, person) => sum + person.attempts, 0)
  const waiting = () => props.set.waiting
  return (
    <>
      <Show when={props.set.people.length > 0} fallback={<span class="quiet">{words().nobody}</span>}>
        <A href={props.href}>{t().base.people(props.set.people.length)}</A>
        <span class="sets__attempts">{words().attempts(attempts())}</span>
      </Show>
      <Show when={waiting().release + waiting().requests > 0}>
        <span class="sets__waiting">
          <Show when={waiting().release > 0}>
            <Badge kind="accent">{words().waiting.release(waiting().release)}</Badge>
          </Show>
          <Show when={waiting().requests > 0}>
            <Badge kind="accent">{words().waiting.requests(waiting().requests)}</Badge>
          </Show>
        </span>
      </Show>
    </>
  )
}
