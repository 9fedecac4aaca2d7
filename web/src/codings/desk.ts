import type { Slot } from '@attune/codebooks'
import type { AnnotationInput, CodingHead, Declaration, Workspace } from '@attune/contract'
import { createEffect, createMemo, createSignal, on } from 'solid-js'
import { announce } from '../base/announce.tsx'
import { t } from '../messages/index.ts'
import { evidenceBySlot } from './annotation-order.ts'
import { codeSigns } from './code-signs.ts'
import { applyEdit, draftFrom, inverseOf, ratingEdit, versionsFrom } from './draft.ts'
import { annotationItem, type Edit, episodeItem, type ItemKey, intervalItem, ratingItem } from './edits.ts'
import { progressOf, sectionsFor } from './instruments.ts'
import { forgetfulOutbox, type Outbox } from './outbox/outbox.ts'
import type { Ports } from './ports.ts'
import { createSaving } from './saving.ts'
import type { SavingState } from './saving-state.ts'
import { itemsThere } from './server-items.ts'
import { record, redo, type Step, undo } from './undo.ts'

/** Strokes into text fields are sent after a pause this long; everything else at once. */
export const TYPING_PAUSE = 700

export type EditOptions = {
  /** In words, for undo and for screen readers: "Anger applied to turn 34". */
  label: string
  /** Names the field that is being typed into: its strokes are one step to undo, and are sent after a pause. */
  stroke?: string
}

export type Desk = ReturnType<typeof createDesk>

/** One coding on the coder's desk: the draft, its history, and the way to the server. */
export function createDesk(workspace: Workspace, ports: Ports, outbox: Outbox = forgetfulOutbox) {
  // What an earlier window could not send any more is part of the draft before anything is shown.
  const left = outbox.left.map(({ edit }) => edit)
  const [draft, setDraft] = createSignal(left.reduce(applyEdit, draftFrom(workspace)))
  const [head, setHead] = createSignal<CodingHead>(workspace.coding)
  const [history, setHistory] = createSignal(outbox.steps)
  createEffect(on(history, outbox.keepSteps, { defer: true }))
  const [savingState, setSavingState] = createSignal<SavingState>({
    status: 'saved',
    waiting: 0,
    conflicts: [],
    refusal: null,
    savedAt: null,
    awaySince: null,
    isKept: true,
  })
  const mayWrite = () => workspace.mayWrite && head().state !== 'submitted'
  const saving = createSaving({
    versions: versionsFrom(workspace),
    revision: workspace.revision,
    send: ports.send,
    newOperation: () => crypto.randomUUID(),
    now: Date.now,
    later: (milliseconds, run) => {
      const timer = setTimeout(run, milliseconds)
      return () => clearTimeout(timer)
    },
    onState: setSavingState,
    onForeignWrite: () => void refresh(),
    outbox,
    onSaved: () => tabs?.postMessage('saved'),
  })
  saving.flush()

  // Another tab of this browser hears of it at once; another machine with its next save or look.
  const tabs =
    typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(`attune-coding-${workspace.coding.id}`)
  tabs?.addEventListener('message', () => void refresh())

  function apply(edits: readonly Edit[], pause = 0): void {
    setDraft(edits.reduce(applyEdit, draft()))
    for (const edit of edits) saving.add(edit, pause)
  }

  /** Does something: at once here, as soon as possible on the server, undoable. */
  function edit(one: Edit, options: EditOptions): void {
    editTogether([one], options)
  }

  /** Several edits as one step: a state that begins and the one that it ends. */
  function editTogether(edits: readonly Edit[], options: EditOptions): void {
    if (!mayWrite() || edits.length === 0) return
    let seen = draft()
    const inverses = edits.map((one) => {
      const inverse = inverseOf(seen, one)
      seen = applyEdit(seen, one)
      return inverse
    })
    const step: Step = { label: options.label, undo: inverses.reverse(), redo: [...edits] }
    setHistory(record(history(), step, options.stroke ?? null, Date.now()))
    apply(edits, options.stroke ? TYPING_PAUSE : 0)
    if (!options.stroke) announce(options.label)
  }

  function goBack(): void {
    const back = undo(history())
    if (!back || !mayWrite()) return
    setHistory(back.history)
    apply(back.step.undo)
    announce(t().codings.undone(back.step.label))
  }

  function goForward(): void {
    const forward = redo(history())
    if (!forward || !mayWrite()) return
    setHistory(forward.history)
    apply(forward.step.redo)
    announce(t().codings.redone(forward.step.label))
  }

  const items = (): ItemKey[] => [
    ...[...draft().ratings.values()].map((rating) => ratingItem(rating.slot)),
    ...[...draft().annotations.keys()].map(annotationItem),
    ...[...draft().intervals.values()].map(intervalItem),
    ...[...draft().episodes.keys()].map(episodeItem),
  ]

  /** Takes over what another window saved. Without an answer nothing changes; the next save will tell. */
  async function refresh(): Promise<void> {
    const now = await ports.read().catch(() => null)
    if (!now) return
    const edits = saving.takeOver(itemsThere(now, items(), saving.versionOf), now.revision)
    if (edits.length > 0) {
      setDraft(edits.reduce(applyEdit, draft()))
      announce(t().codings.takenOver(edits.length))
    }
    setHead(now.coding)
  }

  /** Gives up a change that the server refuses: the item goes back to what is saved. */
  async function giveUpRefused(): Promise<void> {
    const refused = saving.dropRefused()
    const now = refused ? await ports.read().catch(() => null) : null
    if (!refused || !now) return
    setDraft(applyEdit(draft(), inverseOf(draftFrom(now), refused)))
    setHead(now.coding)
  }

  function settleConflict(item: ItemKey, chosen: Edit): void {
    setDraft(applyEdit(draft(), chosen))
    saving.settleConflict(item, chosen)
  }

  /** Waits until everything is saved; false if that cannot be done now. */
  async function everythingSaved(): Promise<boolean> {
    saving.flush()
    const isUnderWay = () => savingState().status === 'saving'
    for (let tries = 0; tries < 100 && isUnderWay(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 50))
    return savingState().waiting === 0 && savingState().conflicts.length === 0
  }

  const sections = sectionsFor(workspace.codebook, workspace.coding.case.targets)
  const slots = sections.flatMap((section) => section.slots)
  const evidence = createMemo(() => evidenceBySlot(draft().annotations.values()))
  const progress = createMemo(() => progressOf(workspace.codebook, slots, draft().ratings))
  return {
    workspace,
    codebook: workspace.codebook,
    targets: workspace.coding.case.targets,
    sections,
    slots,
    signs: codeSigns(workspace.codebook.codes),
    draft,
    head,
    setHead,
    mayWrite,
    saving: savingState,
    queue: saving,
    history,
    /** Whether work outlives this window. */
    isLasting: outbox.isLasting,
    progress,
    /** Annotations by the slot they support. */
    evidence,
    edit,
    editTogether,
    undo: goBack,
    redo: goForward,
    refresh,
    giveUpRefused,
    settleConflict,
    everythingSaved,
    close: () => tabs?.close(),
    submit: (declaration?: Declaration) => ports.submit(crypto.randomUUID(), saving.revision(), declaration),
  }
}

/** The rating of a slot with some of it changed. */
export function changedRating(
  desk: Desk,
  slot: Slot,
  change: Partial<Parameters<typeof ratingEdit>[1] & object>,
): Edit {
  const key = ratingItem(slot).slice('rating '.length)
  const rating = desk.draft().ratings.get(key)
  const before = rating ?? { slot, confidence: null, rationale: '' }
  const value = change.value ?? rating?.value
  return value ? ratingEdit(slot, { ...before, ...change, slot, value }) : ratingEdit(slot, undefined)
}

export function changedAnnotation<Item extends AnnotationInput>(annotation: Item, change: Partial<Item>): Edit {
  return { type: 'put-annotation', annotation: { ...annotation, ...change } }
}
