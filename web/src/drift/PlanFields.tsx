import type { CodebookVersion, Master, Member } from '@attune/contract'
import type { SetStoreFunction } from 'solid-js/store'
import type { Action } from '../base/action.ts'
import { CheckField, SelectField, TextField } from '../base/Field.tsx'
import { isSupervisor } from '../base/session.ts'
import { Panel } from '../base/states.tsx'
import { t } from '../messages/index.ts'
import { NumberField } from '../training/sets/NumberField.tsx'
import type { PlanDraft } from './form.ts'
import { TickList } from './TickList.tsx'

type Fields = { draft: PlanDraft; set: SetStoreFunction<PlanDraft>; action: Action<[]> }

/** Name, codebook, and who is watched. Another codebook has other cases, variables and charts. */
export function AboutFields(props: Fields & { versions: readonly CodebookVersion[]; members: readonly Member[] }) {
  const words = () => t().drift.builder
  const people = () => props.members.filter(({ role, disabledAt }) => !isSupervisor(role) && disabledAt === null)
  return (
    <Panel title={words().about}>
      <div class="stack">
        <div class="plan-form__row">
          <TextField
            label={words().name}
            value={props.draft.name}
            onText={(name) => props.set({ name })}
            fault={props.action.fault('name')}
          />
          <SelectField
            label={words().codebook}
            value={props.draft.codebookVersion}
            options={props.versions.map((one) => ({ value: one.id, label: `${one.title} ${one.version}` }))}
            onChoose={(codebookVersion) =>
              props.set({ codebookVersion, cases: [], variables: [], collapse: 'as-coded', charts: null })
            }
          />
        </div>
        <TickList
          label={words().people}
          hint={words().peopleHint}
          options={people().map(({ person }) => ({ id: person.id, label: person.name }))}
          chosen={props.draft.people}
          onChoose={(chosen) => props.set({ people: [...chosen] })}
          none={words().noPeople}
          fault={props.action.fault('people')}
        />
      </div>
    </Panel>
  )
}

/** Which cases come, how often, and what an alarm does. */
export function CasesFields(props: Fields & { masters: readonly Master[] }) {
  const words = () => t().drift.builder
  const cases = () =>
    props.masters.filter((one) => !one.isAdditional && one.codebookVersion === props.draft.codebookVersion)
  return (
    <Panel title={words().cases}>
      <div class="stack">
        <TickList
          label={words().cases}
          hideLabel
          hint={words().casesHint}
          options={cases().map((one) => ({ id: one.case, label: one.caseId }))}
          chosen={props.draft.cases}
          onChoose={(chosen) => props.set({ cases: [...chosen] })}
          hasAll
          none={words().noCases}
          fault={props.action.fault('cases')}
        />
        <div class="plan-form__row">
          <NumberField
            label={words().every}
            hint={words().everyHint}
            value={props.draft.every}
            whole
            min={1}
            max={100}
            onNumber={(every) => props.set({ every })}
            fault={props.action.fault('every')}
          />
          <NumberField
            label={words().recodeEvery}
            hint={words().recodeHint}
            value={props.draft.recodeEvery}
            whole
            optional
            min={1}
            max={1000}
            onNumber={(recodeEvery) => props.set({ recodeEvery })}
            fault={props.action.fault('recodeEvery')}
          />
        </div>
        <CheckField label={words().pauses} checked={props.draft.pauses} onCheck={(pauses) => props.set({ pauses })} />
      </div>
    </Panel>
  )
}
