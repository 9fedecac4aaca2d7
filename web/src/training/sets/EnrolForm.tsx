import { enrolTrainees, listPeople, type TrainingSet } from '@attune/contract'
import { createSignal, For } from 'solid-js'
import { createAction } from '../../base/action.ts'
import { announce } from '../../base/announce.tsx'
import { Button } from '../../base/Button.tsx'
import { call } from '../../base/call.ts'
import { formatMoment } from '../../base/dates.tsx'
import { CheckField, TextField } from '../../base/Field.tsx'
import { Form } from '../../base/Form.tsx'
import { createLoad } from '../../base/load.ts'
import { Loaded } from '../../base/states.tsx'
import { useStudy } from '../../base/study.tsx'
import { t } from '../../messages/index.ts'

type Props = { set: TrainingSet; onSet: (set: TrainingSet) => void }

/** Gives the set to people of the study, or moves the day until which those who have it can begin. */
export function EnrolForm(props: Props & { onClose: () => void }) {
  const { study } = useStudy()
  const words = () => t().training.people
  const [chosen, setChosen] = createSignal<readonly string[]>([])
  const [due, setDue] = createSignal('')
  const load = createLoad(
    () => study().id,
    async (id, signal) => {
      const { members } = await call(listPeople, { study: id }, { signal })
      return members.filter(({ disabledAt }) => disabledAt === null)
    },
  )
  const isEnrolled = (id: string) => props.set.people.some((person) => person.id === id)
  const hintFor = (id: string) => {
    const dueAt = props.set.people.find((person) => person.id === id)?.dueAt
    return dueAt ? words().hasItUntil(formatMoment(dueAt)) : words().hasIt
  }
  const tick = (id: string, isOn: boolean) =>
    setChosen((was) => (isOn ? [...was, id] : was.filter((one) => one !== id)))
  const enrol = createAction(async () => {
    const body = { people: [...chosen()], dueAt: instantOf(due()) }
    props.onSet(await call(enrolTrainees, { study: study().id, set: props.set.id }, { body }))
    announce(words().given(t().base.people(chosen().length)))
    props.onClose()
  })
  return (
    <Form
      action={enrol}
      submit={words().giveTo(t().base.people(chosen().length))}
      disabled={chosen().length === 0}
      label={words().give}
      more={
        <Button look="quiet" onClick={() => props.onClose()}>
          {t().base.cancel}
        </Button>
      }
    >
      <Loaded of={load}>
        {(members) => (
          <fieldset class="ticks">
            <legend class="field__label">{t().base.places.people}</legend>
            <For each={members()}>
              {(member) => (
                <CheckField
                  label={t().studies.personWithRole(member.person.name, t().base.roles[member.role])}
                  {...(isEnrolled(member.person.id) ? { hint: hintFor(member.person.id) } : {})}
                  checked={chosen().includes(member.person.id)}
                  onCheck={(isOn) => tick(member.person.id, isOn)}
                />
              )}
            </For>
          </fieldset>
        )}
      </Loaded>
      <div class="enrol__due">
        <TextField
          label={words().due}
          hint={words().dueHint}
          type="datetime-local"
          value={due()}
          onText={setDue}
          fault={enrol.fault('dueAt')}
        />
      </div>
    </Form>
  )
}

/** What the picker gives is the time of this desk; the server keeps UTC. */
export function instantOf(local: string): string | null {
  if (local === '') return null
  const moment = new Date(local)
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString()
}
