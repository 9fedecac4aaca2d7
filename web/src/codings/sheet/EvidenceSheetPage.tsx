import { openCoding } from '@attune/contract'
import { useParams } from '@solidjs/router'
import { call } from '../../base/call.ts'
import { createLoad } from '../../base/load.ts'
import { usePage } from '../../base/page.ts'
import { Loaded } from '../../base/states.tsx'
import { t } from '../../messages/index.ts'
import { AfterNote } from '../AfterNote.tsx'
import { EvidenceSheet } from './EvidenceSheet.tsx'

/** One coding as a report to read and print. Whoever may open the coding may open its sheet. */
export default function EvidenceSheetPage() {
  const params = useParams<{ study: string; coding: string }>()
  const load = createLoad(
    () => ({ study: params.study, coding: params.coding }),
    (place, signal) => call(openCoding, place, { signal }),
  )
  usePage(() => {
    const name = load.value()?.coding.case.case
    return { title: name ? t().evidence.sheet.title(name) : t().evidence.sheet.name }
  })
  return (
    <Loaded of={load} label={t().evidence.sheet.opening}>
      {(workspace) => (
        <AfterNote coding={workspace().coding}>
          <EvidenceSheet workspace={workspace()} />
        </AfterNote>
      )}
    </Loaded>
  )
}
