import { A } from '@solidjs/router'
import { Match, Show, Switch } from 'solid-js'
import { Button, IconButton } from '../../base/Button.tsx'
import { Badge } from '../../base/states.tsx'
import { t } from '../../messages/index.ts'
import { useDesk } from '../desk-context.ts'
import { createMinutesLeft, durationWords } from './time-left.ts'
import './training-bar.css'

/** In training, above the desk: which set, which case of how many, how much time, and the units that are to be coded. */
export function TrainingBar() {
  const { desk } = useDesk()
  const words = () => t().myTraining.bar
  const minutes = createMinutesLeft(() => desk.workspace.training?.dueAt ?? null)
  return (
    <Show when={desk.workspace.training}>
      {(training) => (
        <section class="training-bar" aria-label={words().label}>
          <p class="training-bar__where">
            <strong>{training().set}</strong>, {words().case(training().position, training().cases)}
          </p>
          <Show when={desk.mayWrite() && minutes() !== null}>
            <Switch
              fallback={
                <span class="training-bar__time">{t().myTraining.attempt.timeLeft(durationWords(minutes() ?? 0))}</span>
              }
            >
              <Match when={minutes() === 0}>
                <Badge kind="warn" icon="clock">
                  {words().over}
                </Badge>
              </Match>
              <Match when={(minutes() ?? 0) <= 5}>
                <Badge kind="warn" icon="clock">
                  {t().myTraining.attempt.timeLeft(durationWords(minutes() ?? 0))}
                </Badge>
              </Match>
            </Switch>
          </Show>
          <GivenTools />
          <A class="training-bar__back" href={`/studies/${desk.workspace.coding.study}/attempts/${training().attempt}`}>
            {words().back}
          </A>
        </section>
      )}
    </Show>
  )
}

/** How many units are still to be coded, and the way from one to the next. */
function GivenTools() {
  const { sight } = useDesk()
  const words = () => t().myTraining.bar
  const { given } = sight
  return (
    <Show when={given.units.length > 0}>
      <fieldset class="training-bar__given" aria-label={words().given}>
        <IconButton small icon="left" label={words().previous} aria-keyshortcuts="(" onClick={() => given.go(-1)} />
        <span>{words().uncoded(given.left(), given.units.length)}</span>
        <IconButton small icon="right" label={words().next} aria-keyshortcuts=")" onClick={() => given.go(1)} />
        <Show when={given.left() > 0}>
          <Button small look="quiet" onClick={() => given.goToUncoded()}>
            {words().nextUncoded}
          </Button>
        </Show>
      </fieldset>
    </Show>
  )
}
