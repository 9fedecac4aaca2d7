import { type MediaClock, useMediaClockIfAny } from '../../media/clock.ts'
import { type ClockSource, delaySince } from './clock-source.ts'
import { createStopwatch } from './stopwatch.ts'

/** The clock of an observation: that of its recording where one is open, else a stopwatch. */
export function createObservationClock(coding: string): ClockSource {
  const stopwatch = createStopwatch(coding)
  const media = useMediaClockIfAny()
  if (!media) return stopwatch
  const recording = ofRecording(media)
  const now = () => (media.hasMedia() ? recording : stopwatch)
  return {
    time: () => now().time(),
    timeAt: (moment) => now().timeAt(moment),
    isPlaying: () => now().isPlaying(),
    play: () => now().play(),
    pause: () => now().pause(),
    seek: (seconds) => now().seek(seconds),
    hasMedia: media.hasMedia,
  }
}

function ofRecording(media: MediaClock): ClockSource {
  return {
    time: media.time,
    timeAt: (moment) => media.now() - (media.isPlaying() ? (delaySince(moment) / 1000) * media.rate() : 0),
    isPlaying: media.isPlaying,
    play: media.play,
    pause: media.pause,
    seek: media.seek,
    hasMedia: media.hasMedia,
  }
}
