import type { SetStoreFunction } from 'solid-js/store'
import type { Action } from '../base/action.ts'
import { TextArea, TextField } from '../base/Field.tsx'
import { Icon } from '../base/Icon.tsx'
import { t } from '../messages/index.ts'

export type CaseForm = {
  case: string
  /** As typed: ids of target relationships, separated by commas. */
  targets: string
  wave: string
  population: string
  contentNote: string
  information: string
}
export const emptyCase: CaseForm = { case: '', targets: '', wave: '', population: '', contentNote: '', information: '' }

/** The form as the server wants it. */
export function caseBody(form: CaseForm) {
  const targets = form.targets
    .split(',')
    .map((target) => target.trim().toLowerCase())
    .filter(Boolean)
  return { ...form, targets }
}

/** What everybody may know of a case above, what blind coders never see below. */
export function CaseFields(props: { form: CaseForm; set: SetStoreFunction<CaseForm>; action: Action<[]> }) {
  return (
    <>
      <div class="form__pair">
        <TextField
          label={t().cases.fields.id}
          hint={t().cases.fields.idHint}
          required
          autocomplete="off"
          spellcheck={false}
          value={props.form.case}
          onText={(text) => props.set({ case: text })}
          fault={props.action.fault('case')}
        />
        <TextField
          label={t().cases.fields.targets}
          hint={t().cases.fields.targetsHint}
          autocomplete="off"
          value={props.form.targets}
          onText={(targets) => props.set({ targets })}
          fault={targetFault(props.action)}
        />
      </div>
      <TextField
        label={t().cases.columns.contentNote}
        hint={t().cases.fields.contentNoteHint}
        value={props.form.contentNote}
        onText={(contentNote) => props.set({ contentNote })}
        fault={props.action.fault('contentNote')}
      />
      <fieldset class="case-hidden">
        <legend>
          <Icon name="hidden" /> {t().cases.hidden}
        </legend>
        <p class="field__hint">{t().cases.hiddenHint}</p>
        <div class="form__pair">
          <TextField
            label={t().cases.columns.wave}
            hint={t().cases.fields.waveHint}
            value={props.form.wave}
            onText={(wave) => props.set({ wave })}
            fault={props.action.fault('wave')}
          />
          <TextField
            label={t().cases.columns.population}
            value={props.form.population}
            onText={(population) => props.set({ population })}
            fault={props.action.fault('population')}
          />
        </div>
        <TextArea
          label={t().cases.information}
          hint={t().cases.fields.informationHint}
          rows={4}
          value={props.form.information}
          onText={(information) => props.set({ information })}
          fault={props.action.fault('information')}
        />
      </fieldset>
    </>
  )
}

/** A fault of one relationship has a path such as `targets.1`. */
function targetFault(action: Action<[]>): string | undefined {
  const found = Array.from({ length: 20 }, (_, at) => action.fault(`targets.${at}`)).find(Boolean)
  if (found) return t().cases.fields.targetFault
  return action.fault('targets')
}
