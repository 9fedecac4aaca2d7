import type { AnnotationInput, Workspace } from '@attune/contract'
import { type Accessor, createMemo, createSignal } from 'solid-js'
import { announce } from '../../base/announce.tsx'
import { t } from '../../messages/index.ts'
import type { Stretch } from '../turns.ts'

export type GivenUnit = NonNullable<Workspace['training']>['given'][number]

/** What choosing a unit does to the coder's sight. */
type Looking = {
  setSelection: (stretch: Stretch | null) => void
  setRaised: (id: string | null) => void
  show: (place: Stretch, focus: boolean) => void
  setPane: (pane: 'material') => void
}

/** Units whose borders are given: which is chosen, which are coded, and the way from one to the next. */
export function createGiven(
  units: readonly GivenUnit[],
  annotations: Accessor<ReadonlyMap<string, AnnotationInput>>,
  looking: Looking,
) {
  const [at, setAt] = createSignal(-1)
  const byPlace = createMemo(() => {
    const found = new Map<string, string>()
    if (units.length > 0) for (const one of annotations().values()) found.set(placeCoded(one), one.id)
    return found
  })
  const codingOf = (unit: GivenUnit | undefined): string | null =>
    unit === undefined
      ? null
      : (placesOf(unit)
          .map((place) => byPlace().get(place))
          .find(Boolean) ?? null)
  const left = createMemo(() => units.filter((unit) => codingOf(unit) === null).length)

  /** Chooses a unit: exactly its words are selected, so that a code key codes it; of an event its row gets the keyboard. */
  function choose(index: number): boolean {
    const unit = units[index]
    if (!unit) return false
    setAt(index)
    looking.setPane('material')
    looking.setRaised(codingOf(unit))
    if (unit.unit === 'segment') {
      document.getSelection()?.removeAllRanges()
      looking.setSelection({ start: unit.start, end: unit.end })
      looking.show(unit, true)
    } else document.getElementById(givenRowId(index))?.focus()
    announce(t().myTraining.bar.at(index + 1, units.length, codingOf(unit) !== null))
    return true
  }

  /** The unit before or after the chosen one; at an end it goes on at the other. */
  const go = (by: 1 | -1): boolean => {
    const from = at() === -1 && by === -1 ? 0 : at()
    return choose((from + by + units.length) % Math.max(1, units.length))
  }

  /** The next unit without a code, from the chosen one on and then from the beginning. */
  const goToUncoded = (): boolean => {
    const order = units.map((_, index) => (at() + 1 + index) % units.length)
    return choose(order.find((index) => codingOf(units[index]) === null) ?? -1)
  }

  return {
    units,
    at,
    left,
    isCoded: (unit: GivenUnit) => codingOf(unit) !== null,
    choose,
    go,
    goToUncoded,
    letGo: () => setAt(-1),
    /** The unit of text that covers a place. */
    unitAt: (place: number) =>
      units.findIndex((unit) => unit.unit === 'segment' && unit.start <= place && place <= unit.end),
  }
}

export const givenRowId = (index: number): string => `given-${index}`

/** The stretches of text among the given units. */
export const givenStretches = (workspace: Workspace): readonly Stretch[] =>
  (workspace.training?.given ?? []).filter((unit) => unit.unit === 'segment')

const placeCoded = (one: AnnotationInput): string =>
  one.unit === 'segment' ? `${one.start}-${one.end}` : `at ${one.onset}-${one.offset}`

/** Where a coding of the unit lies: on its borders, or on its beginning, where the code is one for moments. */
function placesOf(unit: GivenUnit): string[] {
  if (unit.unit === 'segment') return [`${unit.start}-${unit.end}`]
  return [`at ${unit.onset}-${unit.offset}`, `at ${unit.onset}-${null}`]
}
