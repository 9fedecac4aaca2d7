import { clock as clockWords } from '../../base/clock.ts'
import type { Shortcut } from '../../base/shortcuts.ts'
import { t } from '../../messages/index.ts'
import { type MediaClock, rates } from './clock.ts'

/** Seconds of one frame. Browsers do not tell the rate of a video; 25 a second is what cameras of observation rooms record. */
export const frame = 1 / 25

export function jump(clock: MediaClock, seconds: number): void {
  clock.seek(clock.now() + seconds)
}

/** A frame is for looking closely: the recording stands. */
export function stepFrame(clock: MediaClock, direction: 1 | -1): void {
  clock.pause()
  jump(clock, direction * frame)
}

export function changeRate(clock: MediaClock, direction: 1 | -1): void {
  const place = rates.findIndex((rate) => rate >= clock.rate())
  clock.setRate(rates[Math.max(0, Math.min(rates.length - 1, place + direction))] ?? 1)
}

/** Repeats a span; pressed again, or without a span, goes on as before. */
export function toggleLoop(clock: MediaClock, span: { from: number; to: number } | null): string {
  if (clock.loop() || !span) {
    const had = clock.loop() !== null
    clock.setLoop(null)
    return had ? t().media.loopEnds : t().media.nothingToLoop
  }
  clock.setLoop(span)
  clock.seek(span.from)
  clock.play()
  return t().media.loops(clockWords(span.from), clockWords(span.to))
}

/** The keys of the player; while words are selected or events are recorded, letters mean codes first. */
export function mediaKeys(clock: MediaClock, more: { loop: () => void; fromTurn: (() => boolean) | null }): Shortcut[] {
  const words = t().media
  return [
    { keys: 's', label: words.playOrPause, run: clock.toggle },
    { keys: 'u', label: words.back(5), run: () => jump(clock, -5) },
    { keys: 'p', label: words.forward(5), run: () => jump(clock, 5) },
    { keys: 'i', label: words.back(1), run: () => jump(clock, -1) },
    { keys: 'o', label: words.forward(1), run: () => jump(clock, 1) },
    { keys: 'U', label: words.back(10), run: () => jump(clock, -10) },
    { keys: 'P', label: words.forward(10), run: () => jump(clock, 10) },
    { keys: 'y', label: words.frameBack, run: () => stepFrame(clock, -1) },
    { keys: 'Y', label: words.frameForward, run: () => stepFrame(clock, 1) },
    { keys: '<', label: words.slower, run: () => changeRate(clock, -1) },
    { keys: '>', label: words.faster, run: () => changeRate(clock, 1) },
    { keys: 'w', label: words.loop, run: more.loop },
    ...(more.fromTurn ? [{ keys: 'S', label: words.fromTurn, run: more.fromTurn }] : []),
  ]
}
