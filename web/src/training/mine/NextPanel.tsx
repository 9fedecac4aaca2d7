import type { MyTraining } from '@attune/contract'
import { Match, Show, Switch } from 'solid-js'
import { ButtonLink } from '../../base/Button.tsx'
import { Meter } from '../../base/states.tsx'
import { t } from '../../messages/index.ts'
import { BeginButton } from './BeginButton.tsx'
import { dueWords, expectWords, type MyLine } from './set-words.ts'
import '../../home/home.css'

type Next = NonNullable<MyTraining['next']>

/** The one thing to do next, with the button that does it. */
export function NextPanel(props: { study: string; training: MyTraining; more?: boolean }) {
  const line = () => props.training.sets.find(({ set }) => set.id === props.training.next?.set)
  return (
    <Show when={props.training.next && line()} fallback={<Nothing />}>
      {(found) => (
        <Show when={props.training.next}>
          {(next) => <NextThing study={props.study} line={found()} next={next()} more={props.more === true} />}
        </Show>
      )}
    </Show>
  )
}

function NextThing(props: { study: string; line: MyLine; next: Next; more: boolean }) {
  const words = () => t().myTraining.mine.next
  const attempt = () => props.line.attempts.find(({ id }) => id === props.next.attempt)
  const isOver = () => attempt() !== undefined && attempt()?.state !== 'running'
  const at = (end: string) => `/studies/${props.study}${end}`
  return (
    <div class="next" data-next="">
      <div class="next__main">
        <p class="next__kicker">{isOver() ? words().feedback : props.next.attempt ? words().goOn : words().begin}</p>
        <p class="next__case">{props.line.set.name}</p>
        <p class="quiet">
          {t().myTraining.mine.kind[props.line.set.feedback]}. {expectWords(props.line.set)}
        </p>
        <Show when={props.line.dueAt}>{(due) => <p class="quiet">{dueWords(due(), Date.now())}</p>}</Show>
        <div class="button-row">
          <Switch
            fallback={<BeginButton study={props.study} set={props.line.set} label={words().beginButton} primary />}
          >
            <Match when={props.next.coding}>
              {(coding) => (
                <ButtonLink href={at(`/codings/${coding()}`)} look="primary" icon="pen">
                  {words().goOnButton}
                </ButtonLink>
              )}
            </Match>
            <Match when={props.next.attempt}>
              {(id) => (
                <ButtonLink href={at(`/attempts/${id()}`)} look="primary" icon="arrow">
                  {isOver() ? words().resultButton : words().attemptButton}
                </ButtonLink>
              )}
            </Match>
          </Switch>
          <Show when={props.more}>
            <ButtonLink href={at('/my-training')} look="quiet">
              {t().myTraining.home.all}
            </ButtonLink>
          </Show>
        </div>
      </div>
      <Show when={attempt()}>
        {(one) => (
          <div class="next__figures">
            <p>{words().coded(one().submitted, one().cases)}</p>
            <Meter
              value={one().submitted}
              of={one().cases}
              label={t().myTraining.attempt.submitted(one().submitted, one().cases)}
            />
          </div>
        )}
      </Show>
    </div>
  )
}

function Nothing() {
  return (
    <div class="next">
      <div class="next__main">
        <p class="next__case">{t().myTraining.mine.next.nothing}</p>
        <p class="quiet">{t().myTraining.mine.next.nothingAdvice}</p>
      </div>
    </div>
  )
}
