import type { MediaTrack } from '@attune/contract'
import { createSignal, For, Match, onCleanup, Show, Switch } from 'solid-js'
import { announce } from '../../base/announce.tsx'
import { createLoad } from '../../base/load.ts'
import { createShortcuts } from '../../base/shortcuts.ts'
import { FailureNotice } from '../../base/states.tsx'
import { t } from '../../messages/index.ts'
import { useDesk } from '../desk-context.ts'
import type { Ports } from '../ports.ts'
import { captionsOf } from './captions.ts'
import { useMediaClock } from './clock.ts'
import { keepInStep, playFocusedTurn } from './in-step.ts'
import { mediaKeys, toggleLoop } from './jumps.ts'
import { LocalView } from './LocalView.tsx'
import { fromAddress } from './reading.ts'
import { spanInSight } from './span.ts'
import { Transport } from './Transport.tsx'
import { View } from './View.tsx'
import './media.css'

type MediaPort = NonNullable<Ports['media']>

/** The recordings of the case above its text or its events; nothing where there are none. */
export function MediaPanel(props: { media: MediaPort }) {
  const load = createLoad(
    () => props.media,
    (media, signal) => media.list(signal),
  )
  return (
    <>
      <FailureNotice failure={load.failure()} />
      <Show when={load.value()?.length ? load.value() : undefined}>
        {(tracks) => <Player tracks={tracks()} address={props.media.address} />}
      </Show>
    </>
  )
}

function Player(props: { tracks: readonly MediaTrack[]; address: MediaPort['address'] }) {
  const { desk, sight } = useDesk()
  const clock = useMediaClock()
  const { material } = desk.workspace
  const [follows, setFollows] = createSignal(true)
  const leaving = new AbortController()
  onCleanup(() => leaving.abort())
  const text = material.kind === 'transcript' && material.turns.some((turn) => turn.time !== null) ? material : null
  if (text) keepInStep(text.turns, clock, follows)
  const captions = text ? captionsOf(text.text, text.turns) : []
  const loop = () => announce(toggleLoop(clock, spanInSight(sight, material)))
  createShortcuts(
    () => t().media.recording,
    () => mediaKeys(clock, { loop, fromTurn: text && (() => playFocusedTurn(text.turns, clock)) }),
  )
  const shared = () => ({ captions, isOneOfMany: props.tracks.length > 1 })
  return (
    <section class="media" aria-label={t().media.recording}>
      <div class="media__views">
        <For each={props.tracks}>
          {(track) => (
            <Switch>
              <Match when={track.place === 'local'}>
                <LocalView track={track} {...shared()} />
              </Match>
              <Match when={track.place === 'lab'}>
                <View
                  track={track}
                  address={props.address(track)}
                  reading={fromAddress(props.address(track), leaving.signal)}
                  {...shared()}
                />
              </Match>
            </Switch>
          )}
        </For>
      </div>
      <Show when={clock.hasMedia()}>
        <Transport clock={clock} onLoop={loop} />
        <Show when={text}>
          <label class="media__follow">
            <input type="checkbox" checked={follows()} onChange={(event) => setFollows(event.currentTarget.checked)} />{' '}
            {t().media.follow}
          </label>
        </Show>
      </Show>
    </section>
  )
}
