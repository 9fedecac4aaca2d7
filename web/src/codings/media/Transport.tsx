import { For, Show } from 'solid-js'
import { Button } from '../../base/Button.tsx'
import { clock as clockWords } from '../../base/clock.ts'
import { t } from '../../messages/index.ts'
import { type MediaClock, rates } from './clock.ts'
import { jump, stepFrame } from './jumps.ts'

const tenths = (seconds: number) => clockWords(Math.floor(seconds * 10) / 10)

/** Play, pause, go back a little: every key of the player as a button, and the place as a slider. */
export function Transport(props: { clock: MediaClock; onLoop: () => void }) {
  const { clock } = props
  const end = () => clock.duration() ?? 0
  return (
    <div class="transport">
      <input
        class="transport__place"
        type="range"
        min="0"
        max={Math.max(end(), 0.1)}
        step="0.1"
        value={clock.time()}
        disabled={end() === 0}
        aria-label={t().media.place}
        aria-valuetext={t().media.placeOf(tenths(clock.time()), tenths(end()))}
        onInput={(event) => clock.seek(Number(event.currentTarget.value))}
      />
      <div class="transport__buttons">
        <For each={[-10, -5, -1]}>{(seconds) => <JumpButton clock={clock} seconds={seconds} />}</For>
        <Button small look="quiet" aria-label={t().media.frameBack} onClick={() => stepFrame(clock, -1)}>
          ‹
        </Button>
        <Button small look="primary" aria-keyshortcuts="s" onClick={() => clock.toggle()}>
          {clock.isPlaying() ? t().media.pause : t().media.play}
        </Button>
        <Button small look="quiet" aria-label={t().media.frameForward} onClick={() => stepFrame(clock, 1)}>
          ›
        </Button>
        <For each={[1, 5, 10]}>{(seconds) => <JumpButton clock={clock} seconds={seconds} />}</For>
        <span class="transport__time tabular">{t().media.placeOf(tenths(clock.time()), tenths(end()))}</span>
        <label class="transport__rate">
          <span class="visually-hidden">{t().media.rate}</span>
          <select class="input input--small" onChange={(event) => clock.setRate(Number(event.currentTarget.value))}>
            <For each={rates}>
              {(rate) => (
                <option value={rate} selected={clock.rate() === rate}>
                  {t().media.times(rate)}
                </option>
              )}
            </For>
          </select>
        </label>
        <Button small look="quiet" aria-pressed={clock.loop() !== null} aria-keyshortcuts="w" onClick={props.onLoop}>
          {t().media.loop}
          <Show when={clock.loop()}>{(loop) => ` ${clockWords(loop().from)}–${clockWords(loop().to)}`}</Show>
        </Button>
      </div>
    </div>
  )
}

function JumpButton(props: { clock: MediaClock; seconds: number }) {
  const label = () => (props.seconds < 0 ? t().media.back(-props.seconds) : t().media.forward(props.seconds))
  return (
    <Button small look="quiet" aria-label={label()} title={label()} onClick={() => jump(props.clock, props.seconds)}>
      {props.seconds < 0 ? `−${-props.seconds}` : `+${props.seconds}`}
    </Button>
  )
}
