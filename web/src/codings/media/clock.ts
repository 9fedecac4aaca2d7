import { createContext, createSignal, onCleanup, useContext } from 'solid-js'

/** What can keep the time of the case: a video or an audio on the screen. Seconds of the case clock throughout. */
export type ClockSource = {
  readonly time: () => number
  /** Whether the source has something to show at this second. */
  readonly covers: (seconds: number) => boolean
  /** The second of the case at which it ends; null while that is not known. */
  readonly end: () => number | null
  /** Called at every tick and at every change: to show this second, and to run or to stand. */
  readonly follow: (state: ClockState) => void
}
export type ClockState = {
  readonly seconds: number
  readonly isPlaying: boolean
  readonly rate: number
  /** The one by which the others go; it is not corrected itself unless somebody went elsewhere. */
  readonly isMaster: boolean
  readonly hasMoved: boolean
}
export type Loop = { readonly from: number; readonly to: number }

/** Speeds that browsers play with sound. */
export const rates = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 2.5, 3] as const

export type MediaClock = ReturnType<typeof createMediaClock>

/** How time passes; tests give their own. */
export type Ticking = {
  /** Milliseconds that only grow. */
  readonly now: () => number
  /** Runs at every frame until told to stop. */
  readonly everyFrame: (run: () => void) => () => void
}

export const frames: Ticking = {
  now: () => performance.now(),
  everyFrame: (run) => {
    let id = requestAnimationFrame(function next() {
      run()
      id = requestAnimationFrame(next)
    })
    return () => cancelAnimationFrame(id)
  },
}

/**
 * The clock of one case on this screen. With media, the first view that covers the present second leads and the others
 * follow; without, it is a stopwatch for what is coded live.
 */
export function createMediaClock(ticking: Ticking = frames) {
  const [sources, setSources] = createSignal<readonly ClockSource[]>([])
  const [time, setTime] = createSignal(0)
  const [isPlaying, setPlaying] = createSignal(false)
  const [rate, setRateSignal] = createSignal(1)
  const [loop, setLoop] = createSignal<Loop | null>(null)
  let anchor = { seconds: 0, at: ticking.now() }
  let stop: (() => void) | null = null

  const free = () => anchor.seconds + (isPlaying() ? ((ticking.now() - anchor.at) / 1000) * rate() : 0)
  const leader = (seconds: number) => sources().find((source) => source.covers(seconds))

  /** The present second, exact and without being watched: for stamping an event. */
  function now(): number {
    const seconds = free()
    return isPlaying() ? (leader(seconds)?.time() ?? seconds) : anchor.seconds
  }

  const duration = (): number | null => {
    const ends = sources().map((source) => source.end())
    const known = ends.filter((end) => end !== null)
    return known.length === 0 ? null : Math.max(...known)
  }

  /** Everybody learns the present second; from here time goes on. */
  function settle(seconds: number, hasMoved: boolean): void {
    anchor = { seconds, at: ticking.now() }
    setTime(seconds)
    const first = leader(seconds)
    for (const source of sources()) {
      source.follow({ seconds, isPlaying: isPlaying(), rate: rate(), isMaster: source === first, hasMoved })
    }
  }

  function tick(): void {
    const seconds = now()
    const round = loop()
    const end = duration()
    if (round && seconds >= round.to) settle(round.from, true)
    else if (end !== null && seconds >= end) pause()
    else settle(seconds, false)
  }

  function play(): void {
    if (isPlaying()) return
    const [end, round] = [duration(), loop()]
    const isOver = end !== null && anchor.seconds >= end
    const isOutside = round !== null && (anchor.seconds < round.from || anchor.seconds >= round.to)
    const from = isOutside ? round.from : isOver ? 0 : anchor.seconds
    anchor = { seconds: from, at: ticking.now() }
    setPlaying(true)
    settle(from, isOver || isOutside)
    stop = ticking.everyFrame(tick)
  }

  function pause(): void {
    if (!isPlaying()) return
    const seconds = now()
    stop?.()
    stop = null
    setPlaying(false)
    settle(seconds, false)
  }

  /** Goes to a second of the case; playing goes on if it was. */
  function seek(seconds: number): void {
    const end = duration()
    settle(Math.max(0, end === null ? seconds : Math.min(seconds, end)), true)
  }

  function setRate(next: number): void {
    const seconds = now()
    setRateSignal(Math.min(3, Math.max(0.25, next)))
    settle(seconds, false)
  }

  /** A view joins; returns how it leaves. */
  function attach(source: ClockSource): () => void {
    setSources((all) => [...all, source])
    settle(now(), true)
    return () => setSources((all) => all.filter((one) => one !== source))
  }

  return {
    /** The present second of the case, for showing: changes with every frame while it plays. */
    time,
    now,
    /** The second at a moment of the page (`event.timeStamp`): when the key went down, not when it was dealt with. */
    timeAt: (moment: number) => now() - (isPlaying() ? (delaySince(moment, ticking.now()) / 1000) * rate() : 0),
    isPlaying,
    play,
    pause,
    toggle: () => (isPlaying() ? pause() : play()),
    seek,
    /** The last second there is something of; null for a stopwatch, which has no end. */
    duration,
    rate,
    setRate,
    /** A span that is played again and again; null goes on. */
    loop,
    setLoop,
    /** Whether a recording keeps the time; otherwise this is a stopwatch. */
    hasMedia: () => sources().length > 0,
    attach,
    /** A view came to know how long it is. */
    refresh: () => {
      setSources((all) => [...all])
      settle(now(), true)
    },
    close: () => stop?.(),
  }
}

/** A busy page deals with a key late; a stamp of another clock is passed over. */
function delaySince(moment: number, now: number): number {
  const delay = now - moment
  return delay > 0 && delay < 10_000 ? delay : 0
}

const Context = createContext<MediaClock>()
export const MediaClockProvider = Context.Provider

/** The clock of the case on the coding screen: of its recording, or a stopwatch where there is none. */
export function useMediaClock(): MediaClock {
  const clock = useContext(Context)
  if (!clock) throw new Error('useMediaClock is for parts of the coding screen.')
  return clock
}

/** The same where there may be no such screen around. */
export const useMediaClockIfAny = (): MediaClock | null => useContext(Context) ?? null

/** A clock that stops with the screen it belongs to. */
export function createScreenClock(): MediaClock {
  const clock = createMediaClock()
  onCleanup(clock.close)
  return clock
}
