import type { AttemptHead, MyTraining } from '@attune/contract'
import { A } from '@solidjs/router'
import { For, Match, Show, Switch } from 'solid-js'
import { ButtonLink } from '../../base/Button.tsx'
import { formatAgo, Moment } from '../../base/dates.tsx'
import { Badge, Meter } from '../../base/states.tsx'
import { t } from '../../messages/index.ts'
import { criterionInWords, namesFrom, validityInWords } from '../criterion-words.ts'
import { MetMark } from '../Verdict.tsx'
import { AskPanel } from './AskPanel.tsx'
import { BeginButton } from './BeginButton.tsx'
import { dueWords, expectWords, factsOf, type MyLine, statusKind } from './set-words.ts'

/** One training set: status, how far, what it asks, what it gives, and the attempts made. */
export function SetCard(props: { study: string; line: MyLine; onChanged: (training: MyTraining) => void }) {
  const words = () => t().myTraining.mine
  const line = () => props.line
  const running = () => line().attempts.find(({ state }) => state === 'running')
  return (
    <article class="my-set" aria-labelledby={`set-${line().set.id}`}>
      <header class="my-set__head">
        <h3 id={`set-${line().set.id}`}>{line().set.name}</h3>
        <Badge>{words().kind[line().set.feedback]}</Badge>
        <Badge kind={statusKind(line().status)} icon={line().status === 'locked' ? 'lock' : undefined}>
          {words().status[line().status]}
        </Badge>
      </header>
      <p class="quiet">
        {line().set.codebook.title} {line().set.codebook.number}. {factsOf(line()).join(', ')}.
      </p>
      <Show when={line().set.description}>
        <p class="my-set__words">{line().set.description}</p>
      </Show>
      <p>{expectWords(line().set)}</p>
      <Show when={line().status === 'spent'}>
        <p>{words().spent}</p>
      </Show>
      <Show when={line().status === 'held'}>
        <p>{words().held}</p>
      </Show>
      <Show when={line().lockedBy}>{(set) => <p>{words().lockedBy(set())}</p>}</Show>
      <Show when={isOpen(line()) && line().dueAt}>
        {(due) => (
          <p>
            <time datetime={due()}>{dueWords(due(), Date.now())}</time>
          </p>
        )}
      </Show>
      <Show when={line().set.criterion}>
        {(criterion) => (
          <div class="my-set__criterion">
            <p>
              <strong>{words().criterion}:</strong>{' '}
              {criterionInWords(criterion().rule, namesFrom(line().set.criterionLabels))}
            </p>
            <Show when={line().set.certifies}>
              <p class="quiet">
                {words().certifies} {validityInWords(criterion())}
              </p>
            </Show>
          </div>
        )}
      </Show>
      <Attempts study={props.study} attempts={line().attempts} />
      <Request line={line()} />
      <div class="button-row">
        <Switch>
          <Match when={running()}>
            {(attempt) => (
              <ButtonLink href={`/studies/${props.study}/attempts/${attempt().id}`} icon="arrow">
                {words().open}
              </ButtonLink>
            )}
          </Match>
          <Match when={line().mayBegin}>
            <BeginButton
              study={props.study}
              set={line().set}
              label={line().attempts.length > 0 ? words().beginAgain : words().begin}
            />
          </Match>
          <Match when={mayAsk(line())}>
            <AskPanel study={props.study} set={line().set.id} onAsked={props.onChanged} />
          </Match>
        </Switch>
      </div>
    </article>
  )
}

/** Whether something is still to be done in it, so that its deadline matters. */
const isOpen = ({ status }: MyLine): boolean =>
  status === 'locked' || status === 'ready' || status === 'held' || status === 'running'

const mayAsk = ({ status, attemptsLeft, request }: MyLine): boolean =>
  (status === 'used-up' || (status === 'done' && attemptsLeft === 0)) && request?.decision !== 'open'

function Attempts(props: { study: string; attempts: readonly AttemptHead[] }) {
  const words = () => t().myTraining.mine
  return (
    <Show when={props.attempts.length > 0}>
      <ul class="plain-list my-set__attempts" aria-label={words().attempts}>
        <For each={props.attempts}>
          {(attempt) => (
            <li>
              <A href={`/studies/${props.study}/attempts/${attempt.id}`}>{words().attempt(attempt.number)}</A>
              <span>{words().attemptState[attempt.state]}</span>
              <Show when={attempt.state === 'running' || attempt.state === 'expired'}>
                <Meter
                  value={attempt.submitted}
                  of={attempt.cases}
                  label={t().myTraining.attempt.submitted(attempt.submitted, attempt.cases)}
                />
                <span class="quiet">{t().myTraining.attempt.submitted(attempt.submitted, attempt.cases)}</span>
              </Show>
              <Show when={attempt.isWithheld}>
                <span>{words().withheld}</span>
              </Show>
              <Show when={attempt.met !== null}>
                <MetMark met={attempt.met === true} />
              </Show>
              <span class="quiet">
                <Moment at={attempt.finishedAt ?? attempt.startedAt} ago />
              </span>
            </li>
          )}
        </For>
      </ul>
    </Show>
  )
}

/** What became of asking for another attempt. */
function Request(props: { line: MyLine }) {
  const words = () => t().myTraining.mine
  return (
    <Show when={props.line.request}>
      {(request) => (
        <p>
          <Switch>
            <Match when={request().decision === 'open'}>{words().asked(formatAgo(request().at, Date.now()))}</Match>
            <Match when={request().decision === 'granted'}>{words().granted}</Match>
            <Match when={request().decision === 'refused'}>{words().refused}</Match>
          </Switch>{' '}
          <Show when={request().note.trim()}>
            <span class="quiet">{words().said(request().note)}</span>
          </Show>
        </p>
      )}
    </Show>
  )
}
