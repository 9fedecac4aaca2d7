import { type CodebookVersion, readCodebook, readExposure, type TrainingSet } from '@attune/contract'
import { createMemo, Show } from 'solid-js'
import { call } from '../../base/call.ts'
import { LeaveGuard } from '../../base/LeaveGuard.tsx'
import { createLoad } from '../../base/load.ts'
import { createShortcuts } from '../../base/shortcuts.ts'
import { Loaded } from '../../base/states.tsx'
import { useStudy } from '../../base/study.tsx'
import { t } from '../../messages/index.ts'
import { AboutPanel } from './AboutPanel.tsx'
import { BuilderFoot } from './BuilderFoot.tsx'
import { CasesPanel } from './CasesPanel.tsx'
import { CriterionPanel } from './CriterionPanel.tsx'
import { caseLines, readAllCases } from './case-lines.ts'
import { createDraft, type DraftSource } from './draft.ts'
import { FaultsNotice } from './FaultsNotice.tsx'
import { sizeOf } from './form.ts'
import { PlanningPanel } from './PlanningPanel.tsx'
import { RulesPanel } from './RulesPanel.tsx'
import { ScopePanel } from './ScopePanel.tsx'

type Props = DraftSource & { versions: readonly CodebookVersion[]; others: readonly TrainingSet[] }

/** A training set in sections, saved as a whole. */
export function SetBuilder(props: Props) {
  const { study } = useStudy()
  const draft = createDraft(props)
  let place: HTMLDivElement | undefined
  // Not at every change of the form: only another codebook asks anew.
  const chosenVersion = createMemo(() => draft.form().codebookVersion)
  const material = createLoad(chosenVersion, async (version, signal) => {
    const [{ codebook }, cases, met] = await Promise.all([
      call(readCodebook, { study: study().id, version }, { signal }),
      readAllCases(study().id, signal),
      call(readExposure, { study: study().id }, { query: { codebookVersion: version }, signal }),
    ])
    return { codebook, lines: caseLines(cases, codebook.material, met) }
  })
  const save = async () => {
    if (!(await draft.save.run())) focusFault(place)
  }
  createShortcuts(
    () => t().training.set,
    () => [{ keys: 'Mod+S', label: t().training.builder.save, inFields: true, run: () => void save() }],
  )
  return (
    <div class="builder" ref={place}>
      <AboutPanel
        form={draft.form()}
        onChange={draft.change}
        versions={props.versions}
        others={props.others}
        faults={draft.faults()}
      />
      <Loaded of={material} label={t().training.cases.loading}>
        {(found) => (
          <>
            <CasesPanel form={draft.form()} onChange={draft.change} lines={found().lines} faults={draft.faults()} />
            <ScopePanel
              form={draft.form()}
              onChange={draft.change}
              codebook={found().codebook}
              faults={draft.faults()}
            />
            <RulesPanel
              form={draft.form()}
              onChange={draft.change}
              others={props.others}
              hasScales={found().codebook.variables.some(({ kind }) => kind === 'scale')}
              faults={draft.faults()}
            />
            <CriterionPanel
              form={draft.form()}
              onChange={draft.change}
              codebook={found().codebook}
              faults={draft.faults()}
            />
            <Show when={draft.form().criterion}>
              {(criterion) => (
                <PlanningPanel
                  plan={{
                    codebookVersion: draft.form().codebookVersion,
                    criterion: criterion(),
                    scope: draft.form().scope,
                    tolerance: draft.form().tolerance,
                    masters: draft.form().masters,
                    cases: draft.form().cases,
                    size: sizeOf(draft.form()),
                  }}
                />
              )}
            </Show>
          </>
        )}
      </Loaded>
      <FaultsNotice
        failure={draft.failure()}
        onShowStored={draft.showStored}
        onSaveOver={(set) => {
          draft.restOn(set)
          void save()
        }}
      />
      <BuilderFoot draft={draft} others={props.others} onSave={() => void save()} onRefused={() => focusFault(place)} />
      <LeaveGuard isChanged={draft.isChanged() && !draft.isBusy()} what={t().training.builder.theSet} />
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
