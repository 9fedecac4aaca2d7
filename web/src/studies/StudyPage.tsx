import { Navigate } from '@solidjs/router'
import { Show } from 'solid-js'
import { useStudy } from '../base/study.tsx'
import { ProgressScreen } from './ProgressScreen.tsx'

/** The study: for pi and trainer who has what; for blind roles their own work is the study. */
export default function StudyPage() {
  const { study, supervises } = useStudy()
  return (
    <Show when={supervises()} fallback={<Navigate href={`/studies/${study().id}/my-codings`} />}>
      <ProgressScreen />
    </Show>
  )
}
