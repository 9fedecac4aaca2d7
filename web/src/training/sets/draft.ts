import { openTrainingSet, type TrainingSet } from '@attune/contract'
import { createMemo, createSignal } from 'solid-js'
import { createAction } from '../../base/action.ts'
import { announce } from '../../base/announce.tsx'
import { call } from '../../base/call.ts'
import { Refused } from '../../base/refused.ts'
import { useStudy } from '../../base/study.tsx'
import { t } from '../../messages/index.ts'
import { faultsIn } from './faults.ts'
import { bodyOf, formOf, hasNoNumber, isSame, type SetForm } from './form.ts'

export type DraftSource = {
  readonly start: SetForm
  /** The draft as the server has it; none while the set is new. */
  readonly stored?: TrainingSet
  readonly onSave: (body: SetForm, base: number) => Promise<TrainingSet>
  readonly onSaved: (set: TrainingSet) => void
}

/** A set being edited: what was changed, on which version it rests, and how it is saved and opened. */
export function createDraft(source: DraftSource) {
  const { study } = useStudy()
  const [form, setForm] = createSignal<SetForm>(source.start)
  const [saved, setSaved] = createSignal<SetForm>(source.start)
  const [base, setBase] = createSignal(source.stored?.version ?? 0)
  const isChanged = createMemo(() => !isSame(form(), saved()))
  const take = (set: TrainingSet) => {
    const next = formOf(set)
    setSaved(next)
    setForm(next)
    setBase(set.version)
  }
  const store = async () => {
    if (hasNoNumber(form())) throw new Refused('bad-request', 400, t().training.number.missing)
    const set = await source.onSave(bodyOf(form()), base())
    take(set)
    announce(t().training.builder.saved)
    source.onSaved(set)
  }
  const save = createAction(async () => {
    open.clear()
    await store()
  })
  const open = createAction(async () => {
    save.clear()
    if (isChanged()) await store()
    const where = { study: study().id, set: source.stored?.id ?? '' }
    source.onSaved(await call(openTrainingSet, where, { body: {} }))
    announce(t().training.builder.opened)
  })
  const failure = () => open.failure() ?? save.failure()
  const forget = () => {
    save.clear()
    open.clear()
  }
  return {
    form,
    change: (part: Partial<SetForm>) => setForm((was) => ({ ...was, ...part })),
    isChanged,
    isStored: () => source.stored !== undefined,
    isBusy: () => save.pending() || open.pending(),
    save,
    open,
    failure,
    faults: createMemo(() => faultsIn(failure())),
    /** What somebody else stored takes the place of what stands here. */
    showStored: (set: TrainingSet) => {
      take(set)
      forget()
      source.onSaved(set)
    },
    /** What stands here may go over what somebody else stored. */
    restOn: (set: TrainingSet) => {
      setBase(set.version)
      forget()
    },
  }
}
export type Draft = ReturnType<typeof createDraft>
