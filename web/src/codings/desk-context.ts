import type { Slot } from '@attune/codebooks'
import { slotKey } from '@attune/codebooks'
import type { AnnotationInput } from '@attune/contract'
import { createContext, createSignal, useContext } from 'solid-js'
import { remember } from './code-search.ts'
import type { Desk } from './desk.ts'
import { createPins } from './pins.ts'
import { createDeclaration } from './training/declaration.ts'
import { createGiven } from './training/given.ts'
import type { Stretch } from './turns.ts'

export type Pane = 'material' | 'instruments'
export type Tab = 'ratings' | 'annotations' | 'memo'

export type Sight = ReturnType<typeof createSight>

/** Where the coder's attention is: what is selected, raised, focused. Nothing of it is saved. */
export function createSight(desk: Desk) {
  const [raised, setRaised] = createSignal<string | null>(null)
  const [pointed, setPointed] = createSignal<string | null>(null)
  const [slot, setSlot] = createSignal<Slot | null>(null)
  const [selection, setSelection] = createSignal<Stretch | null>(null)
  const [isExact, setExact] = createSignal(false)
  const [isPaletteOpen, setPaletteOpen] = createSignal(false)
  const [pane, setPane] = createSignal<Pane>('material')
  const [tab, setTab] = createSignal<Tab>('ratings')
  const [recent, setRecent] = createSignal<readonly string[]>([])
  const [wanted, setWanted] = createSignal<{ place: Stretch; focus: boolean } | null>(null)
  const sight = {
    /** Codes at hand under the digits. */
    pins: createPins(desk.workspace.coder.id, desk.codebook.id),
    raised,
    setRaised,
    /** What the mouse or the focus is on: it stands out among those that overlap, and nothing opens. */
    pointed,
    setPointed,
    raisedAnnotation: (): AnnotationInput | undefined => desk.draft().annotations.get(raised() ?? ''),
    slot,
    setSlot: (next: Slot | null) => {
      const was = slot()
      if (!next || !was || slotKey(next) !== slotKey(was)) setSlot(next)
    },
    selection,
    setSelection: (next: Stretch | null) => {
      setSelection(next)
      // The palette is for the selected words: without any it has nothing to do.
      if (!next) setPaletteOpen(false)
    },
    /** Selections stay as they are made, whatever the codebook says. */
    isExact,
    setExact,
    isPaletteOpen,
    /** Whoever only reads has no use for codes, and an open palette would take the keys of the text. */
    setPaletteOpen: (open: boolean) => setPaletteOpen(open && desk.mayWrite()),
    pane,
    setPane,
    tab,
    setTab,
    recent,
    used: (code: string) => setRecent(remember(recent(), code)),
    /** A place in the text that should come into view. */
    wanted,
    bringIntoView: (place: Stretch) => setWanted({ place, focus: false }),
    /** `focus`: the keyboard goes there too. */
    show: (place: Stretch, focus = false) => {
      setPane('material')
      setWanted({ place, focus })
    },
  }
  const units = desk.workspace.training?.given ?? []
  return {
    ...sight,
    /** Units whose borders training gives; else there are none. */
    given: createGiven(units, () => desk.draft().annotations, sight),
    /** What is said before submitting; it stays while the panel is closed. */
    declaration: createDeclaration(),
  }
}

const Context = createContext<{ desk: Desk; sight: Sight }>()
export const DeskProvider = Context.Provider

export function useDesk(): { desk: Desk; sight: Sight } {
  const context = useContext(Context)
  if (!context) throw new Error('useDesk is for parts of the coding screen.')
  return context
}
