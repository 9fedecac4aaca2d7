import { describe, expect, it } from 'vitest'
import { createMediaClock, type Ticking } from '../../../../web/src/codings/media/clock.ts'
import { createElementSource, type Player } from '../../../../web/src/codings/media/element-source.ts'
import { correction } from '../../../../web/src/codings/media/follow.ts'

/** Time in the hand of the test: it passes in frames of 20 ms, for the clock and for every player that runs. */
function handheld() {
  let milliseconds = 0
  const running = new Set<() => void>()
  const players: { passes: (seconds: number) => void }[] = []
  const ticking: Ticking = {
    now: () => milliseconds,
    everyFrame: (run) => {
      running.add(run)
      return () => void running.delete(run)
    },
  }
  const pass = (seconds: number) => {
    for (let frame = 0; frame < seconds * 50; frame += 1) {
      milliseconds += 20
      for (const player of players) player.passes(0.02)
      for (const run of [...running]) run()
    }
  }
  /** @param slowness share of its speed that a view loses, as a busy decoder does. */
  const player = (duration: number, slowness = 0) => {
    const made = {
      currentTime: 0,
      duration,
      paused: true as boolean,
      playbackRate: 1,
      seeking: false,
      play: async () => {
        made.paused = false
      },
      pause: () => {
        made.paused = true
      },
      passes: (seconds: number) => {
        if (!made.paused)
          made.currentTime = Math.min(duration, made.currentTime + seconds * made.playbackRate * (1 - slowness))
      },
    } satisfies Player & { passes: (seconds: number) => void }
    players.push(made)
    return made
  }
  return { ticking, pass, player }
}

describe('the clock without a recording', () => {
  it('is a stopwatch that has no end, keeps its place while it stands, and runs at its speed', () => {
    const { ticking, pass } = handheld()
    const clock = createMediaClock(ticking)
    expect([clock.hasMedia(), clock.duration()]).toEqual([false, null])
    clock.play()
    pass(3)
    clock.pause()
    pass(2)
    expect(clock.now()).toBeCloseTo(3, 6)
    clock.seek(100)
    clock.setRate(2)
    clock.play()
    pass(1)
    expect(clock.time()).toBeCloseTo(102, 6)
    expect(clock.timeAt(ticking.now() - 500)).toBeCloseTo(101, 6)
  })
})

describe('the clock with recordings', () => {
  it('goes by the first view and brings a slower one back, whatever its offset', () => {
    const { ticking, pass, player } = handheld()
    const clock = createMediaClock(ticking)
    const [room, face] = [player(60), player(60, 0.02)]
    clock.attach(createElementSource(room, () => 0))
    clock.attach(createElementSource(face, () => 2.5))
    clock.seek(10)
    clock.play()
    pass(20)
    expect(room.currentTime).toBeCloseTo(30, 1)
    expect(Math.abs(clock.now() - 2.5 - face.currentTime)).toBeLessThan(0.05)
    expect(room.playbackRate).toBe(1)
  })

  it('shows nothing of a view before it begins, goes on when the first ends, and stands at the very end', () => {
    const { ticking, pass, player } = handheld()
    const clock = createMediaClock(ticking)
    const [first, later] = [player(5), player(10)]
    clock.attach(createElementSource(first, () => 0))
    clock.attach(createElementSource(later, () => 3))
    expect(clock.duration()).toBe(13)
    clock.play()
    pass(2)
    expect([first.paused, later.paused]).toEqual([false, true])
    pass(5)
    expect([first.paused, later.paused]).toEqual([true, false])
    expect(later.currentTime).toBeCloseTo(4, 1)
    pass(10)
    expect(clock.isPlaying()).toBe(false)
    expect(clock.now()).toBeCloseTo(13, 1)
    clock.play()
    expect(clock.now()).toBeCloseTo(0, 1)
  })

  it('stands with a recording that waits for its bytes', () => {
    const { ticking, pass, player } = handheld()
    const clock = createMediaClock(ticking)
    const stalled = player(60, 1)
    clock.attach(createElementSource(stalled, () => 0))
    clock.play()
    pass(4)
    expect(clock.now()).toBe(0)
  })

  it('repeats a span until told otherwise', () => {
    const { ticking, pass, player } = handheld()
    const clock = createMediaClock(ticking)
    const one = player(60)
    clock.attach(createElementSource(one, () => 0))
    clock.setLoop({ from: 4, to: 6 })
    clock.play()
    expect(clock.now()).toBe(4)
    pass(3)
    expect(clock.now()).toBeCloseTo(5, 0)
    clock.setLoop(null)
    pass(3)
    expect(clock.now()).toBeGreaterThan(7)
  })
})

describe('correction', () => {
  it.each([
    [0.01, 1, { jump: false, rate: 1 }],
    [0.1, 1, { jump: false, rate: 0.94 }],
    [-0.1, 2, { jump: false, rate: 2.12 }],
    [-0.5, 1, { jump: true, rate: 1 }],
    [0.7, 2, { jump: false, rate: 1.88 }],
  ])('of a drift of %f at speed %f', (drift, rate, expected) => {
    const found = correction(drift, rate)
    expect(found.jump).toBe(expected.jump)
    expect(found.rate).toBeCloseTo(expected.rate, 10)
  })
})
