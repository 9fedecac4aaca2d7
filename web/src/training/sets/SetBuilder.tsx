import { type CodebookVersion, openTrainingSet, readCodebook, readExposure, type TrainingSet } from '@attune/contract'
import { createMemo, createSignal, Show } from 'solid-js'
import { createAction } from '../../base/action.ts'
import { announce } from '../../base/announce.tsx'
import { Button } from '../../base/Button.tsx'
import { call } from '../../base/call.ts'
import { ConfirmDialog } from '../../base/Dialog.tsx'
import { LeaveGuard } from '../../base/LeaveGuard.tsx'
import { createLoad } from '../../base/load.ts'
import { Refused } from '../../base/refused.ts'
import { createShortcuts } from '../../base/shortcuts.ts'
import { Loaded } from '../../base/states.tsx'
import { useStudy } from '../../base/study.tsx'
import { t } from '../../messages/index.ts'
import { AboutPanel } from './AboutPanel.tsx'
import { CasesPanel } from './CasesPanel.tsx'
import { CriterionPanel } from './CriterionPanel.tsx'
import { caseLines, readAllCases } from './case-lines.ts'
import { FaultsNotice } from './FaultsNotice.tsx'
import { faultsIn } from './faults.ts'
import { bodyOf, formOf, hasNoNumber, isSame, type SetForm, sizeOf } from './form.ts'
import { PlanningPanel } from './PlanningPanel.tsx'
import { RulesPanel } from './RulesPanel.tsx'
import { ScopePanel } from './ScopePanel.tsx'

type Props = {
  start: SetForm
  /** The draft as the server has it; none while the set is new. */
  stored?: TrainingSet
  versions: readonly CodebookVersion[]
  others: readonly TrainingSet[]
  onSave: (body: SetForm, base: number) => Promise<TrainingSet>
  onSaved: (set: TrainingSet) => void
}

/** A training set in sections, saved as a whole. */
export function SetBuilder(props: Props) {
  const { study } = useStudy()
  const [form, setForm] = createSignal<SetForm>(props.start)
  const [saved, setSaved] = createSignal<SetForm>(props.start)
  const [base, setBase] = createSignal(props.stored?.version ?? 0)
  const [isOpening, setOpening] = createSignal(false)
  let place: HTMLDivElement | undefined
  const change = (part: Partial<SetForm>) => setForm((was) => ({ ...was, ...part }))
  const isChanged = createMemo(() => !isSame(form(), saved()))
  // Not at every change of the form: only another codebook asks anew.
  const chosenVersion = createMemo(() => form().codebookVersion)
  const material = createLoad(chosenVersion, async (version, signal) => {
    const [{ codebook }, cases, met] = await Promise.all([
      call(readCodebook, { study: study().id, version }, { signal }),
      readAllCases(study().id, signal),
      call(readExposure, { study: study().id }, { query: { codebookVersion: version }, signal }),
    ])
    return { codebook, lines: caseLines(cases, codebook.material, met) }
  })
  const take = (set: TrainingSet) => {
    const next = formOf(set)
    setSaved(next)
    setForm(next)
    setBase(set.version)
  }
  const store = async () => {
    if (hasNoNumber(form())) throw new Refused('bad-request', 400, t().training.number.missing)
    const set = await props.onSave(bodyOf(form()), base())
    take(set)
    announce(t().training.builder.saved)
    return set
  }
  const save = createAction(async () => {
    open.clear()
    props.onSaved(await store())
  })
  const open = createAction(async () => {
    save.clear()
    if (isChanged()) props.onSaved(await store())
    const where = { study: study().id, set: props.stored?.id ?? '' }
    props.onSaved(await call(openTrainingSet, where, { body: {} }))
    announce(t().training.builder.opened)
  })
  const failure = () => open.failure() ?? save.failure()
  const faults = createMemo(() => faultsIn(failure()))
  const stateWords = () => {
    const words = t().training.builder
    if (!props.stored) return words.notSaved
    return isChanged() ? words.changed : words.allSaved
  }
  const run = async () => {
    if (!(await save.run())) focusFault(place)
  }
  createShortcuts(
    () => t().training.set,
    () => [{ keys: 'Mod+S', label: t().training.builder.save, inFields: true, run: () => void run() }],
  )
  return (
    <div class="builder" ref={place}>
      <AboutPanel form={form()} onChange={change} versions={props.versions} faults={faults()} />
      <Loaded of={material} label={t().training.cases.loading}>
        {(found) => (
          <>
            <CasesPanel form={form()} onChange={change} lines={found().lines} faults={faults()} />
            <ScopePanel form={form()} onChange={change} codebook={found().codebook} faults={faults()} />
            <RulesPanel
              form={form()}
              onChange={change}
              others={props.others}
              hasScales={found().codebook.variables.some(({ kind }) => kind === 'scale')}
              faults={faults()}
            />
            <CriterionPanel form={form()} onChange={change} codebook={found().codebook} faults={faults()} />
            <Show when={form().criterion}>
              {(criterion) => (
                <PlanningPanel
                  plan={{
                    codebookVersion: form().codebookVersion,
                    criterion: criterion(),
                    scope: form().scope,
                    tolerance: form().tolerance,
                    masters: form().masters,
                    cases: form().cases,
                    size: sizeOf(form()),
                  }}
                />
              )}
            </Show>
          </>
        )}
      </Loaded>
      <FaultsNotice
        failure={failure()}
        onShowStored={(set) => {
          take(set)
          save.clear()
          open.clear()
          props.onSaved(set)
        }}
        onSaveOver={(set) => {
          setBase(set.version)
          open.clear()
          void run()
        }}
      />
      <footer class="builder__foot">
        <span role="status" class="builder__state">
          {stateWords()}
        </span>
        <Button
          look={props.stored ? 'usual' : 'primary'}
          busy={save.pending()}
          disabled={!isChanged() && props.stored !== undefined}
          onClick={() => void run()}
        >
          {props.stored ? t().training.builder.save : t().training.builder.saveDraft}
        </Button>
        <Show when={props.stored}>
          <Button look="primary" busy={open.pending()} onClick={() => setOpening(true)}>
            {t().training.builder.open}
          </Button>
        </Show>
      </footer>
      <ConfirmDialog
        open={isOpening()}
        onClose={() => setOpening(false)}
        title={t().training.builder.openTitle(form().name)}
        confirm={t().training.builder.open}
        action={{
          ...open,
          // What stands in the way is said at the fields, so the dialog goes either way.
          run: async () => {
            if (!(await open.run())) queueMicrotask(() => focusFault(place))
            return true
          },
          clear: () => undefined,
        }}
      >
        <p>{t().training.builder.openMeans}</p>
      </ConfirmDialog>
      <LeaveGuard isChanged={isChanged() && !save.pending() && !open.pending()} what={t().training.builder.theSet} />
    </div>
  )
}

/** After the faults are on the screen: the cursor goes to the first field that has one. */
function focusFault(place: HTMLElement | undefined): void {
  queueMicrotask(() => {
    const first =
      place?.querySelector<HTMLElement>('[aria-invalid=true]') ?? place?.querySelector<HTMLElement>('.faults')
    first?.focus()
    first?.scrollIntoView?.({ block: 'center' })
  })
}
