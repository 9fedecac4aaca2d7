import type { MediaTrack } from '@attune/contract'
import { createEffect, createResource, Show } from 'solid-js'
import { clock as clockWords } from '../../base/clock.ts'
import { t } from '../../messages/index.ts'
import { useMediaClock } from './clock.ts'
import { type Peaks, peaksOf, type Reading } from './peaks.ts'

/** Points of the outline: as many as a wide screen has pixels to show. */
const pieces = 1200
const height = 48

/** The outline of a sound, the present place upon it; a click goes there. The slider above says the same in words. */
export function Waveform(props: { track: MediaTrack; reading: Reading; offset: number }) {
  const clock = useMediaClock()
  const [peaks] = createResource(async () => {
    try {
      return await peaksOf(props.reading, props.track.size, props.track.type, pieces)
    } catch {
      // A sound this browser cannot take apart: the player says whether it can be heard.
      return null
    }
  })
  const length = () => props.track.duration ?? clock.duration() ?? 0
  const share = () => (length() > 0 ? Math.min(1, Math.max(0, (clock.time() - props.offset) / length())) : 0)
  const go = (event: MouseEvent & { currentTarget: HTMLElement }) => {
    const box = event.currentTarget.getBoundingClientRect()
    clock.seek(props.offset + ((event.clientX - box.left) / box.width) * length())
  }
  return (
    <Show when={!peaks.loading} fallback={<p class="waveform-note">{t().media.drawingSound}</p>}>
      <Show when={peaks()} fallback={<p class="waveform-note">{t().media.noOutline}</p>}>
        {(outline) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the slider of the player is the same for the keyboard
          <div class="waveform" role="img" aria-label={inWords(outline(), length())} onClick={go}>
            <Outline peaks={outline()} />
            <span class="waveform__now" style={{ 'inset-inline-start': `${share() * 100}%` }} />
          </div>
        )}
      </Show>
    </Show>
  )
}

/** How much of the recording is not silent, and where it is loudest. */
function inWords(peaks: Peaks, length: number): string {
  const loudest = peaks.reduce((best, peak, index) => (peak > (peaks[best] ?? 0) ? index : best), 0)
  const heard = peaks.filter((peak) => peak > 0.02).length / peaks.length
  return t().media.outline(
    clockWords(Math.round(length)),
    heard,
    clockWords(Math.round((loudest / peaks.length) * length)),
  )
}

function Outline(props: { peaks: Peaks }) {
  let canvas!: HTMLCanvasElement
  createEffect(() => draw(canvas, props.peaks))
  return <canvas ref={canvas} class="waveform__outline" width={pieces} height={height} />
}

function draw(canvas: HTMLCanvasElement, peaks: Peaks): void {
  const pen = canvas.getContext('2d')
  if (!pen) return
  pen.clearRect(0, 0, pieces, height)
  pen.fillStyle = getComputedStyle(canvas).color
  peaks.forEach((peak, index) => {
    const tall = Math.max(1, peak * height)
    pen.fillRect(index, (height - tall) / 2, 1, tall)
  })
}
