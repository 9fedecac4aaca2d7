import { findCode, type Sampling } from '@attune/codebooks'
import { For, Show } from 'solid-js'
import { announce } from '../../../base/announce.tsx'
import { Button } from '../../../base/Button.tsx'
import { clock } from '../../../base/clock.ts'
import { preferences } from '../../../base/preferences.ts'
import { t } from '../../../messages/index.ts'
import { CodeSign } from '../../CodeSign.tsx'
import { useDesk } from '../../desk-context.ts'
import type { IntervalPlace } from '../../edits.ts'
import type { CodeKeys } from '../live/code-keys.ts'
import { markOf, settle, takeBack, toggleOutOfView, toggleSeen } from './interval-actions.ts'

const OUT_OF_VIEW = '-'

/** The interval that is being scored. Its keys work while the focus is anywhere in it. */
export function IntervalCard(props: {
  sampling: Sampling
  place: IntervalPlace
  span: { onset: number; offset: number }
  count: number
  scored: number
  keys: CodeKeys
  onGo: (interval: number) => void
}) {
  const { desk } = useDesk()
  const mark = () => markOf(desk, props.place)
  const codes = () => props.sampling.codes.flatMap((id) => findCode(desk.codebook, id) ?? [])
  const go = (by: number) => {
    const next = props.place.interval + by
    if (next < 1 || next > props.count) return announce(t().intervals.allDone(props.scored, props.count))
    props.onGo(next)
    announce(t().intervals.now(next, props.count))
  }
  const goOn = () => {
    settle(desk, props.place)
    go(1)
  }
  const press = (event: KeyboardEvent) => {
    if (!desk.mayWrite() || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
    if (!pressed(event)) return
    event.preventDefault()
    event.stopPropagation()
  }
  const pressed = (event: KeyboardEvent): boolean => {
    if (event.key === 'Enter') (event.shiftKey ? () => go(-1) : goOn)()
    else if (event.key === 'Backspace' || event.key === 'Delete') takeBack(desk, props.place)
    else if (!preferences().singleKeys) return false
    else if (event.key === OUT_OF_VIEW) toggleOutOfView(desk, props.place)
    else {
      const code = codes().find((one) => props.keys.keyOf(one) === event.key)
      if (code) toggleSeen(desk, props.place, code.id)
      return code !== undefined
    }
    return true
  }
  return (
    <section class="interval-card" tabindex="0" aria-label={t().intervals.card} on:keydown={press}>
      <header class="interval-card__head">
        <h2>{t().intervals.now(props.place.interval, props.count)}</h2>
        <span class="interval-card__time">
          {props.sampling.method === 'momentary'
            ? t().intervals.moment(clock(props.span.offset))
            : t().intervals.stretch(clock(props.span.onset), clock(props.span.offset))}
        </span>
        <Show when={mark()} fallback={<span class="quiet">{t().intervals.open}</span>}>
          <span>{t().intervals.isScored}</span>
        </Show>
      </header>
      <progress
        class="meter"
        value={props.scored}
        max={props.count}
        aria-label={t().intervals.progress(props.scored, props.count)}
      />
      <fieldset class="interval-card__codes" aria-label={t().intervals.seenHere} disabled={!desk.mayWrite()}>
        <For each={codes()}>
          {(code) => (
            <button
              type="button"
              class="ethogram__code"
              aria-pressed={mark()?.present.includes(code.id) ?? false}
              onClick={() => toggleSeen(desk, props.place, code.id)}
            >
              <kbd class="live-key">{props.keys.keyOf(code) || '–'}</kbd>
              <CodeSign code={code.id} />
              {code.label}
            </button>
          )}
        </For>
        <button
          type="button"
          class="ethogram__code"
          aria-pressed={mark()?.isUnscorable ?? false}
          onClick={() => toggleOutOfView(desk, props.place)}
        >
          <kbd class="live-key">{OUT_OF_VIEW}</kbd>
          {t().intervals.outOfView}
        </button>
      </fieldset>
      <Show when={desk.mayWrite()}>
        <div class="button-row">
          <Button small look="primary" onClick={goOn}>
            {t().intervals.goOn}
          </Button>
          <Button small look="quiet" disabled={props.place.interval === 1} onClick={() => go(-1)}>
            {t().intervals.back}
          </Button>
          <Button small look="quiet" disabled={!mark()} onClick={() => takeBack(desk, props.place)}>
            {t().intervals.takeBack}
          </Button>
        </div>
      </Show>
    </section>
  )
}
