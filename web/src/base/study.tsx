import { type Role, readStudy, type Study } from '@attune/contract'
import { type RouteSectionProps, useParams } from '@solidjs/router'
import { createContext, type JSX, Show, useContext } from 'solid-js'
import { call } from './call.ts'
import { createCaseCommands } from './caseCommands.ts'
import { createLoad, type Load } from './load.ts'
import { NotFound } from './NotFound.tsx'
import { isSupervisor } from './session.ts'
import { Loaded } from './states.tsx'

type StudyContext = {
  readonly study: () => Study
  readonly role: () => Role
  /** Pi or trainer: may see what blind coders may not. */
  readonly supervises: () => boolean
  readonly set: (study: Study) => void
}
const Context = createContext<StudyContext>()

/** The study this screen belongs to. Only below `/studies/:study`. */
export function useStudy(): StudyContext {
  const context = useContext(Context)
  if (!context) throw new Error('useStudy is for screens below /studies/:study.')
  return context
}

/** Loads the study once for all screens below it. */
export function StudyScope(props: RouteSectionProps) {
  const params = useParams()
  const load = createLoad(
    () => params.study,
    (study, signal) => call(readStudy, { study }, { signal }),
  )
  return <Loaded of={load}>{(study) => <GivenStudy load={load} study={study} children={props.children} />}</Loaded>
}

/** Hands a study down; tests use it without a server. */
export function GivenStudy(props: { study: () => Study; load?: Load<Study>; children: JSX.Element }) {
  const role = () => props.study().role
  const context: StudyContext = {
    study: () => props.study(),
    role,
    supervises: () => isSupervisor(role()),
    set: (study) => props.load?.set(study),
  }
  createCaseCommands(() => props.study().id, context.supervises)
  return <Context.Provider value={context}>{props.children}</Context.Provider>
}

/** Screens of pi and trainer. For blind roles their addresses are like any address where nothing is. */
export function Supervised(props: RouteSectionProps) {
  const { supervises } = useStudy()
  return (
    <Show when={supervises()} fallback={<NotFound />}>
      {props.children}
    </Show>
  )
}
