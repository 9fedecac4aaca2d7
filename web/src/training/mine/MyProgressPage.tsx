import { readMyProgress } from '@attune/contract'
import { createSignal } from 'solid-js'
import { call } from '../../base/call.ts'
import { createLoad } from '../../base/load.ts'
import { PageHead } from '../../base/PageHead.tsx'
import { usePage } from '../../base/page.ts'
import { Loaded } from '../../base/states.tsx'
import { useStudy } from '../../base/study.tsx'
import { t } from '../../messages/index.ts'
import { ProgressView } from './ProgressView.tsx'

/** My learning curve, biases, confusions, and what to practise next. */
export default function MyProgressPage() {
  const { study } = useStudy()
  const [version, setVersion] = createSignal<string>()
  usePage(() => ({
    title: t().myTraining.progress.title,
    crumbs: [{ label: t().myTraining.title, href: `/studies/${study().id}/my-training` }],
  }))
  const load = createLoad(
    () => ({ study: study().id, version: version() }),
    (from, signal) =>
      call(
        readMyProgress,
        { study: from.study },
        { query: from.version === undefined ? {} : { codebookVersion: from.version }, signal },
      ),
  )
  return (
    <>
      <PageHead title={t().myTraining.progress.title} intro={t().myTraining.mine.progressIntro} />
      <Loaded of={load}>
        {(progress) => (
          <ProgressView
            progress={progress()}
            onCodebook={setVersion}
            setHref={() => `/studies/${study().id}/my-training`}
          />
        )}
      </Loaded>
    </>
  )
}
