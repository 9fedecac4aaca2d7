import { openCoding } from '@attune/contract'
import { useParams } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { call } from '../base/call.ts'
import { createLoad } from '../base/load.ts'
import { usePage } from '../base/page.ts'
import { Loaded } from '../base/states.tsx'
import { t } from '../messages/index.ts'
import { CodingDesk } from './CodingDesk.tsx'
import { ContentNote } from './ContentNote.tsx'
import { forgetfulOutbox, openOutbox } from './outbox/outbox.ts'
import { serverPorts } from './ports.ts'
import './coding.css'

/** One case, one coder, one codebook version. */
export default function CodingPage() {
  const params = useParams<{ study: string; coding: string }>()
  const load = createLoad(
    () => ({ study: params.study, coding: params.coding }),
    async (place, signal) => {
      const workspace = await call(openCoding, place, { signal })
      const outbox = workspace.mayWrite ? await openOutbox(workspace.coder.id, place) : forgetfulOutbox
      return { workspace, outbox }
    },
  )
  const [noted, setNoted] = createSignal<string | null>(null)
  usePage(() => ({ title: load.value()?.workspace.coding.case.case ?? t().codings.coding, layout: 'full' }))
  return (
    <Loaded of={load} label={t().codings.opening}>
      {(open) => {
        const { workspace, outbox } = open()
        return (
          <Show
            when={isNoted(workspace.coding.id, noted()) || workspace.coding.case.contentNote.trim() === ''}
            fallback={
              <ContentNote
                caseId={workspace.coding.case.case}
                note={workspace.coding.case.contentNote}
                study={params.study}
                onOpen={() => setNoted(remember(workspace.coding.id))}
              />
            }
          >
            <CodingDesk workspace={workspace} ports={serverPorts(params.study, params.coding)} outbox={outbox} />
          </Show>
        )
      }}
    </Loaded>
  )
}

const key = (coding: string): string => `attune:noted:${coding}`

/** Once in a browser session is enough: a reload should not ask again. */
function isNoted(coding: string, now: string | null): boolean {
  if (now === coding) return true
  try {
    return sessionStorage.getItem(key(coding)) !== null
  } catch {
    return false
  }
}

function remember(coding: string): string {
  try {
    sessionStorage.setItem(key(coding), '1')
  } catch {
    // A browser without storage asks again after a reload.
  }
  return coding
}
