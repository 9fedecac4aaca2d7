import { openCoding } from '@attune/contract'
import { useNavigate, useParams } from '@solidjs/router'
import { call } from '../base/call.ts'
import { createLoad } from '../base/load.ts'
import { usePage } from '../base/page.ts'
import { Loaded } from '../base/states.tsx'
import { t } from '../messages/index.ts'
import { AfterNote } from './AfterNote.tsx'
import { CodingDesk } from './CodingDesk.tsx'
import { forgetfulOutbox, openOutbox } from './outbox/outbox.ts'
import { serverPorts } from './ports.ts'
import { afterSubmission } from './training/after-submission.ts'
import './coding.css'

/** One case, one coder, one codebook version. */
export default function CodingPage() {
  const params = useParams<{ study: string; coding: string }>()
  const navigate = useNavigate()
  const load = createLoad(
    () => ({ study: params.study, coding: params.coding }),
    async (place, signal) => {
      const workspace = await call(openCoding, place, { signal })
      const outbox = workspace.mayWrite ? await openOutbox(workspace.coder.id, place) : forgetfulOutbox
      return { workspace, outbox }
    },
  )
  usePage(() => ({ title: load.value()?.workspace.coding.case.case ?? t().codings.coding, layout: 'full' }))
  return (
    <Loaded of={load} label={t().codings.opening}>
      {(open) => {
        const { workspace, outbox } = open()
        return (
          <AfterNote coding={workspace.coding}>
            <CodingDesk
              workspace={workspace}
              ports={serverPorts(params.study, params.coding)}
              outbox={outbox}
              onSubmitted={() => {
                const { training } = workspace
                if (training) void afterSubmission(params.study, training).then((href) => navigate(href))
              }}
            />
          </AfterNote>
        )
      }}
    </Loaded>
  )
}
