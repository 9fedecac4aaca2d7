import type { ClockSource, ClockState } from './clock.ts'
import { correction } from './follow.ts'

/** What a player is asked; a test gives its own. */
export type Player = Pick<
  HTMLMediaElement,
  'currentTime' | 'duration' | 'paused' | 'playbackRate' | 'seeking' | 'play' | 'pause'
>

/**
 * One video or audio as a source of time.
 *
 * @param offset where its second 0 lies on the clock of the case.
 */
export function createElementSource(player: Player, offset: () => number): ClockSource {
  const covers = (seconds: number) => seconds >= offset() && seconds < offset() + player.duration
  return {
    time: () => player.currentTime + offset(),
    covers,
    end: () => (Number.isFinite(player.duration) ? offset() + player.duration : null),
    follow: (state) => {
      const own = state.seconds - offset()
      if (!covers(state.seconds)) {
        if (!player.paused) player.pause()
        if (state.hasMoved) player.currentTime = Math.max(0, Math.min(own, player.duration || 0))
        return
      }
      if (state.isPlaying) run(player, own, state)
      else stand(player, own)
    },
  }
}

function stand(player: Player, own: number): void {
  if (!player.paused) player.pause()
  if (Math.abs(player.currentTime - own) > 0.005) player.currentTime = own
}

function run(player: Player, own: number, { hasMoved, isMaster, rate }: ClockState): void {
  const next = isMaster ? { jump: false, rate } : correction(player.currentTime - own, rate)
  if (hasMoved || player.paused || (next.jump && !player.seeking)) {
    if (Math.abs(player.currentTime - own) > 0.005) player.currentTime = own
  }
  if (player.playbackRate !== next.rate) player.playbackRate = next.rate
  // Refused only where the tab was never touched; the clock then stands and the button says so.
  if (player.paused) player.play().catch(() => undefined)
}
