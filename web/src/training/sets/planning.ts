import type { ChanceToPass } from '@attune/contract'
import { batch, createSignal, onCleanup } from 'solid-js'
import {
  type AskChance,
  askCurve,
  askSizes,
  finerQualities,
  mainQualities,
  type SizeFound,
  type SizePoint,
} from './plan.ts'

type Asked = {
  readonly ask: AskChance
  readonly size: number
  /** True agreement of a coder who should not pass. */
  readonly wrong: number
  /** What is asked, as text: tells whether the answer still belongs to the form. */
  readonly key: string
}

/** Asks point by point, shows what is there already, and can be stopped. */
export function createPlanning(question: () => Asked) {
  const [points, setPoints] = createSignal<readonly ChanceToPass[]>([])
  const [sizes, setSizes] = createSignal<readonly SizePoint[]>([])
  const [enough, setEnough] = createSignal<SizeFound | null>(null)
  const [wrong, setWrong] = createSignal(0)
  const [key, setKey] = createSignal<string | null>(null)
  const [phase, setPhase] = createSignal<'idle' | 'curve' | 'sizes'>('idle')
  const [wasCancelled, setCancelled] = createSignal(false)
  const [failure, setFailure] = createSignal<unknown>()
  let running: AbortController | undefined
  onCleanup(() => running?.abort())

  const begin = (asked: Asked) =>
    batch(() => {
      setPoints([])
      setSizes([])
      setEnough(null)
      setWrong(asked.wrong)
      setKey(asked.key)
      setCancelled(false)
      setFailure(undefined)
      setPhase('curve')
    })
  const run = async () => {
    running?.abort()
    const mine = new AbortController()
    running = mine
    const asked = question()
    begin(asked)
    try {
      const addPoint = (point: ChanceToPass) => setPoints((was) => [...was, point])
      await askCurve(asked.ask, mainQualities, asked.size, addPoint, mine.signal)
      setPhase('sizes')
      const found = await askSizes(
        asked.ask,
        asked.wrong,
        asked.size,
        (point) => setSizes((was) => [...was, point]),
        mine.signal,
      )
      setEnough(found)
      setPhase('curve')
      await askCurve(asked.ask, finerQualities, asked.size, addPoint, mine.signal)
    } catch (error) {
      if (!mine.signal.aborted) setFailure(() => error)
    } finally {
      if (running === mine) setPhase('idle')
    }
  }
  const cancel = () => {
    running?.abort()
    setCancelled(true)
    setPhase('idle')
  }
  return {
    run,
    cancel,
    points,
    sizes,
    enough,
    wrong,
    key,
    phase,
    failure,
    wasCancelled,
    isRunning: () => phase() !== 'idle',
    done: () => points().length + sizes().length,
    /** How many numbers of cases will be asked is known only when they have been. */
    of: () => mainQualities.length + finerQualities.length + (enough() === null ? sizes().length + 3 : sizes().length),
  }
}
