import type { MediaTrack } from '@attune/contract'
import { createSignal, onCleanup, onMount, Show } from 'solid-js'
import { t } from '../../messages/index.ts'
import { useMediaClock } from './clock.ts'
import { createElementSource } from './element-source.ts'
import type { Reading } from './peaks.ts'
import { ViewOffset } from './ViewOffset.tsx'
import { keepOffset, keptOffset } from './view-offsets.ts'
import { Waveform } from './Waveform.tsx'

export type Caption = { readonly from: number; readonly to: number; readonly words: string }

/** One recording in step with the clock of the case. */
export function View(props: {
  track: MediaTrack
  address: string
  reading: Reading
  captions: readonly Caption[]
  isOneOfMany: boolean
}) {
  const clock = useMediaClock()
  const { track } = props
  const [own, setOwn] = createSignal(keptOffset(track.id))
  const [isBroken, setBroken] = createSignal(false)
  const offset = () => own() ?? track.offset
  let player!: HTMLVideoElement & HTMLAudioElement

  onMount(() => {
    const source = createElementSource(player, offset)
    const leave = clock.attach(source)
    // What is known of the recording comes later than the recording itself.
    player.addEventListener('loadedmetadata', () => clock.refresh())
    addCaptions(player, props.captions, offset())
    onCleanup(() => {
      leave()
      player.removeAttribute('src')
      player.load()
    })
  })
  const shift = (seconds: number | null) => {
    setOwn(seconds)
    keepOffset(track.id, seconds)
    clock.seek(clock.now())
  }
  const shared = {
    preload: 'auto',
    ref: (element: HTMLMediaElement) => {
      player = element as typeof player
    },
    onError: () => setBroken(true),
    onClick: () => clock.toggle(),
  } as const
  return (
    <figure class={`media-view media-view--${track.kind}`}>
      <Show
        when={track.kind === 'video'}
        fallback={
          <>
            <audio {...shared} src={props.address} />
            <Waveform track={track} reading={props.reading} offset={offset()} />
          </>
        }
      >
        <video {...shared} playsinline class="media-view__picture" aria-label={track.label} src={props.address} />
      </Show>
      <figcaption class="media-view__label">
        {track.label}
        <Show when={props.isOneOfMany}>
          <ViewOffset label={track.label} stored={track.offset} own={own()} onShift={shift} />
        </Show>
      </figcaption>
      <Show when={isBroken()}>
        <p class="media-view__fault" role="alert">
          {t().media.cannotPlay(track.label)}
        </p>
      </Show>
    </figure>
  )
}

/** Captions on the recording's own clock. Off at first: the words stand beside it. */
function addCaptions(player: HTMLMediaElement, captions: readonly Caption[], offset: number): void {
  if (captions.length === 0 || !('VTTCue' in window)) return
  const list = player.addTextTrack('captions', t().media.captions)
  list.mode = 'hidden'
  for (const { from, to, words } of captions) {
    if (to > offset) list.addCue(new VTTCue(Math.max(0, from - offset), to - offset, words))
  }
}
