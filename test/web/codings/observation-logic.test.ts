import type { Code } from '@attune/codebooks'
import { createRoot } from 'solid-js'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { episodeAt } from '../../../web/src/codings/observation/episodes/episodes.ts'
import { endedBy, openStateOf, remarksOn } from '../../../web/src/codings/observation/events/event-state.ts'
import { createCodeKeys } from '../../../web/src/codings/observation/live/code-keys.ts'
import { createStopwatch } from '../../../web/src/codings/observation/live/stopwatch.ts'
import { moved } from '../../../web/src/codings/observation/timeline/move.ts'
import { partAt } from '../../../web/src/codings/observation/timeline/pointing.ts'
import { inLanes, spanOf, ticksOf, worthDrawing } from '../../../web/src/codings/observation/timeline/time-axis.ts'
import { createView } from '../../../web/src/codings/observation/timeline/view.ts'
import { eventOf, laterSsp } from './observation-sample.ts'

const codebook = laterSsp()
const code = (id: string): Code => codebook.codes.find((one) => one.id === id) as Code

beforeEach(() => localStorage.clear())

describe('states', () => {
  const play = eventOf('play', 10)
  const search = eventOf('search-at-door', 20)

  it('are ended by one of the same group and subject that begins later, not by others', () => {
    const cry = eventOf('cry', 12)
    const all = [play, cry, eventOf('play', 5, { offset: 8 })]
    expect(endedBy(codebook, all, search)).toEqual([play])
    expect(endedBy(codebook, all, { ...search, subject: 'caregiver' })).toEqual([])
    expect(endedBy(codebook, all, { ...search, onset: 9 })).toEqual([])
    expect(endedBy(codebook, [play], eventOf('cry', 20))).toEqual([])
  })

  it('go on for one subject: the one that began last is ended first', () => {
    const again = eventOf('play', 15)
    expect(openStateOf(codebook, [again, play], { code: 'play', subject: 'infant' })).toBe(again)
    expect(openStateOf(codebook, [again, play], { code: 'play', subject: 'stranger' })).toBeUndefined()
  })

  it('are pointed out without an end, and where two exclude each other; moments never are', () => {
    const closed = eventOf('play', 10, { offset: 30 })
    const open = eventOf('cry', 40)
    const remarks = remarksOn(codebook, [open, search, closed, eventOf('smile', 12)])
    expect([...remarks].toSorted()).toEqual(
      [
        [open.id, { kind: 'open' }],
        [search.id, { kind: 'open' }],
      ].toSorted(),
    )
    const ended = { ...search, offset: 25 }
    expect(remarksOn(codebook, [closed, ended]).get(ended.id)).toEqual({ kind: 'overlap', with: closed })
    expect(remarksOn(codebook, [closed, { ...ended, onset: 30, offset: 31 }]).size).toBe(0)
  })
})

describe('a stopwatch', () => {
  it('goes on over a reload, and stands where it was paused', () => {
    let now = 1000
    const open = () => createRoot((dispose) => ({ watch: createStopwatch('c', () => now), dispose }))
    const first = open()
    first.watch.play()
    now += 2500
    expect(first.watch.timeAt(performance.now())).toBeCloseTo(2.5, 2)
    first.dispose()
    now += 1500
    const second = open()
    expect(second.watch.isPlaying()).toBe(true)
    expect(second.watch.time()).toBeCloseTo(4, 2)
    second.watch.pause()
    now += 9000
    expect(second.watch.timeAt(performance.now())).toBeCloseTo(4, 2)
    second.dispose()
    const third = open()
    expect([third.watch.isPlaying(), third.watch.time()]).toEqual([false, 4])
    third.dispose()
  })

  it('gives the time at which the key went down, not that at which the page came to it', () => {
    createRoot((dispose) => {
      const now = 1000
      const watch = createStopwatch('d', () => now)
      watch.seek(10)
      watch.play()
      const clock = vi.spyOn(performance, 'now').mockReturnValue(5000)
      expect(watch.timeAt(4700)).toBeCloseTo(9.7, 5)
      expect(watch.timeAt(5200)).toBeCloseTo(10, 5)
      clock.mockRestore()
      dispose()
    })
  })

  it('begins at zero when what was kept is of no use', () => {
    localStorage.setItem('attune:stopwatch:e', '{"at":"soon"}')
    createRoot((dispose) => {
      expect(createStopwatch('e').time()).toBe(0)
      dispose()
    })
  })
})

describe('keys of codes', () => {
  it('are those of the codebook until changed; a key that is taken is exchanged, and kept', () => {
    const keys = createCodeKeys(codebook)
    expect([keys.keyOf(code('cry')), keys.codeFor('c')?.id]).toEqual(['c', 'cry'])
    keys.bind(code('cry'), 'P')
    expect([keys.keyOf(code('cry')), keys.keyOf(code('play'))]).toEqual(['p', 'c'])
    expect(createCodeKeys(codebook).codeFor('p')?.id).toBe('cry')
    keys.bind(code('cry'), '?')
    expect(keys.keyOf(code('cry'))).toBe('p')
    keys.reset()
    expect([keys.keyOf(code('cry')), keys.isOwn()]).toEqual(['c', false])
    expect(keys.keyOf({ ...code('cry'), id: 'constructor' })).toBe('c')
  })
})

describe('moving an event', () => {
  it('moves it as a whole, or a border as far as the other one', () => {
    const event = { onset: 10, offset: 12 }
    expect(moved(event, 'whole', 0.1)).toEqual({ onset: 10.1, offset: 12.1 })
    expect(moved(event, 'begin', 5)).toEqual({ onset: 12, offset: 12 })
    expect(moved(event, 'end', -5)).toEqual({ onset: 10, offset: 10 })
    expect(moved({ onset: 10, offset: null }, 'end', 1)).toEqual({ onset: 10, offset: null })
  })

  it('takes a long mark by its edges and a short one as a whole', () => {
    expect([102, 150, 198].map((x) => partAt(x, { left: 100, right: 200 }, true))).toEqual(['begin', 'whole', 'end'])
    expect(partAt(100, { left: 100, right: 110 }, true)).toBe('whole')
    expect(partAt(100, { left: 100, right: 200 }, false)).toBe('whole')
  })
})

describe('the axis of time', () => {
  it('reaches from whole to whole minute and has round ticks with room between them', () => {
    const span = spanOf({ events: [] }, [], [eventOf('cry', 70, { offset: 130 })])
    expect(span).toEqual({ from: 0, to: 180 })
    expect(ticksOf(span, 700)).toEqual([0, 30, 60, 90, 120, 150, 180])
    expect(ticksOf({ from: 10, to: 11 }, 700).slice(0, 3)).toEqual([10, 10.1, 10.2])
  })

  it('comes closer around a time that stays where it is, and never leaves what there is', () => {
    createRoot((dispose) => {
      const view = createView(() => ({ from: 0, to: 100 }))
      view.zoom(0.5, 20)
      expect(view.span()).toEqual({ from: 10, to: 60 })
      view.pan(-50)
      expect(view.span()).toEqual({ from: 0, to: 50 })
      view.bringIn(90)
      expect(view.span()).toEqual({ from: 50, to: 100 })
      view.zoom(10)
      expect([view.isWhole(), view.span()]).toEqual([true, { from: 0, to: 100 }])
      dispose()
    })
  })

  it('draws of 5,000 events no more than the screen can show, and every one that is alone', () => {
    const events = Array.from({ length: 5000 }, (_, index) => eventOf('smile', index * 0.7))
    const { rows } = inLanes(events, 0)
    const drawn = worthDrawing(rows, { from: 0, to: 3600 }, 800, 2)
    expect(drawn.length).toBeGreaterThan(300)
    expect(drawn.length).toBeLessThanOrEqual(801)
    const near = worthDrawing(rows, { from: 100, to: 107 }, 800, 9)
    expect(near.map(({ item }) => item)).toEqual(events.filter(({ onset }) => onset >= 100 && onset <= 107))
  })

  it('knows the episode of a time; of two that meet the one that begins, and one that goes on has no end', () => {
    const places = [
      { episode: '1', onset: 0, offset: 60, source: 'record' as const },
      { episode: '2', onset: 60, offset: null, source: 'coder' as const },
    ]
    expect([10, 60, 5000, -1].map((time) => episodeAt(places, time))).toEqual(['1', '2', '2', null])
  })
})

afterEach(() => vi.restoreAllMocks())
