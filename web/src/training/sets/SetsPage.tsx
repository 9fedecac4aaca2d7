import { listTrainingSets, type TrainingSet } from '@attune/contract'
import { A, useNavigate } from '@solidjs/router'
import { createMemo, createSignal, For, Show } from 'solid-js'
import { arrowsInList } from '../../base/arrows.ts'
import { Button, ButtonLink } from '../../base/Button.tsx'
import { call } from '../../base/call.ts'
import { createLoad } from '../../base/load.ts'
import { PageHead } from '../../base/PageHead.tsx'
import { usePage } from '../../base/page.ts'
import { createShortcuts } from '../../base/shortcuts.ts'
import { Badge, EmptyState, Loaded, TableFrame } from '../../base/states.tsx'
import { useStudy } from '../../base/study.tsx'
import { t } from '../../messages/index.ts'
import { criterionInWords, plainNames } from '../criterion-words.ts'
import { CopySet } from './CopySet.tsx'
import { sizeOf } from './form.ts'
import { StateBadge } from './StateBadge.tsx'
import './sets.css'

const order = { open: 0, draft: 1, closed: 2 } as const

/** The training sets of a study: what is open, what is still being made, who works on it. */
export default function SetsPage() {
  const { study } = useStudy()
  const navigate = useNavigate()
  usePage(() => ({ title: t().training.screen }))
  const load = createLoad(
    () => study().id,
    (id, signal) => call(listTrainingSets, { study: id }, { signal }),
  )
  const at = (end: string) => `/studies/${study().id}/training${end}`
  const [copied, setCopied] = createSignal<TrainingSet>()
  createShortcuts(
    () => t().training.screen,
    () => [{ keys: 'n', label: t().training.list.new, run: () => navigate(at('/new')) }],
  )
  return (
    <>
      <PageHead
        title={t().training.screen}
        intro={t().training.list.intro}
        actions={
          <>
            <ButtonLink href={`/studies/${study().id}/certificates`}>{t().training.list.certificates}</ButtonLink>
            <ButtonLink href={at('/new')} look="primary" icon="plus">
              {t().training.list.new}
            </ButtonLink>
          </>
        }
      />
      <Loaded of={load} label={t().training.list.loading}>
        {(answer) => (
          <div class="panel">
            <Show
              when={answer().sets.length > 0}
              fallback={
                <EmptyState
                  title={t().training.list.none}
                  actions={
                    <ButtonLink href={at('/new')} look="primary" icon="plus">
                      {t().training.list.new}
                    </ButtonLink>
                  }
                >
                  {t().training.list.noneAdvice}
                </EmptyState>
              }
            >
              <SetTable sets={answer().sets} at={at} onCopy={setCopied} />
            </Show>
          </div>
        )}
      </Loaded>
      <CopySet set={copied()} onClose={() => setCopied(undefined)} />
    </>
  )
}

function SetTable(props: {
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
                        <span class="sets__rule">{criterionInWords(criterion().rule, plainNames)}</span>
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
