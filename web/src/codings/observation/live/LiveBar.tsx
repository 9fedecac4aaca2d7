import { For, Show } from 'solid-js'
import { Button } from '../../../base/Button.tsx'
import { clock as clockWords } from '../../../base/clock.ts'
import { t } from '../../../messages/index.ts'
import { useDesk } from '../../desk-context.ts'
import type { ClockSource } from './clock-source.ts'
import type { Recorder } from './recorder.ts'
import { preferStateKeys, type StateKeys, stateKeys } from './state-keys.ts'

/** The stopwatch, whether keys code, and whose behaviour they code. */
export function LiveBar(props: { recorder: Recorder; clock: ClockSource; onArm: () => void }) {
  const { desk } = useDesk()
  return (
    <section class="live-bar" aria-label={t().live.recording}>
      <Button
        small
        look={props.recorder.isArmed() ? 'primary' : 'usual'}
        aria-pressed={props.recorder.isArmed()}
        onClick={() => {
          props.recorder.setArmed(!props.recorder.isArmed())
          if (props.recorder.isArmed()) props.onArm()
        }}
      >
        {t().live.byKeys}
      </Button>
      <span class="live-bar__clock" role="timer" aria-label={t().live.clock}>
        {clockWords(Math.floor(props.clock.time() * 10) / 10)}
      </span>
      <Button small onClick={() => (props.clock.isPlaying() ? props.clock.pause() : props.clock.play())}>
        {props.clock.isPlaying() ? t().live.pause : t().live.start}
      </Button>
      <Button small look="quiet" disabled={props.clock.isPlaying()} onClick={() => props.clock.seek(0)}>
        {t().live.toZero}
      </Button>
      <Show when={desk.codebook.subjects.length > 0}>
        <fieldset class="choices" aria-label={t().live.whose}>
          <For each={desk.codebook.subjects}>
            {(subject, index) => (
              <label>
                <input
                  type="radio"
                  name="live-subject"
                  checked={props.recorder.subject() === subject.id}
                  onChange={() => props.recorder.setSubject(subject.id)}
                />
                {subject.label}
                <Show when={index() < 9}>
                  <kbd class="live-key">{t().live.shift(index() + 1)}</kbd>
                </Show>
              </label>
            )}
          </For>
        </fieldset>
      </Show>
      <label class="live-bar__choice">
        <span>{t().live.states}</span>
        <select
          class="input input--small"
          onChange={(event) => preferStateKeys(event.currentTarget.value as StateKeys)}
        >
          <option value="toggle" selected={stateKeys() === 'toggle'}>
            {t().live.toggle}
          </option>
          <option value="hold" selected={stateKeys() === 'hold'}>
            {t().live.hold}
          </option>
        </select>
      </label>
    </section>
  )
}
