import { readCohort, readTrainingSet } from '@attune/contract'
import { useParams } from '@solidjs/router'
import { Show } from 'solid-js'
import { ButtonLink } from '../../base/Button.tsx'
import { call } from '../../base/call.ts'
import { createLoad } from '../../base/load.ts'
import { PageHead } from '../../base/PageHead.tsx'
import { usePage } from '../../base/page.ts'
import { EmptyState, Loaded } from '../../base/states.tsx'
import { useStudy } from '../../base/study.tsx'
import { t } from '../../messages/index.ts'
import { CohortDesk } from './CohortDesk.tsx'
import { setCrumbs } from './way.ts'
import './cohort.css'
import './desk.css'

/** The people who work on a set: how each stands on each variable, and what waits for the trainer. */
export default function CohortPage() {
  const { study } = useStudy()
  const params = useParams<{ set: string }>()
  const load = createLoad(
    () => ({ study: study().id, set: params.set }),
    async (where, signal) => {
      const [set, cohort] = await Promise.all([
        call(readTrainingSet, where, { signal }),
        call(readCohort, where, { signal }),
      ])
      return { set, cohort }
    },
  )
  const set = () => load.value()?.set
  usePage(() => ({ title: t().desk.cohort.title, crumbs: setCrumbs(study().id, set()) }))
  return (
    <>
      <PageHead
        title={set() ? t().desk.cohort.titleOf(set()?.name ?? '') : t().desk.cohort.title}
        actions={
          <>
            <ButtonLink href={`/studies/${study().id}/training/sets/${params.set}`}>{t().desk.cohort.toSet}</ButtonLink>
            <ButtonLink href={`/studies/${study().id}/training/sets/${params.set}/items`}>
              {t().desk.cohort.toItems}
            </ButtonLink>
          </>
        }
      />
      <Loaded of={load}>
        {(answer) => (
          <Show
            when={answer().cohort.people.length > 0}
            fallback={
              <EmptyState title={t().desk.cohort.finding.nobody}>{t().desk.cohort.finding.nobodyAdvice}</EmptyState>
            }
          >
            <CohortDesk set={answer().set} cohort={answer().cohort} onChanged={() => void load.reload()} />
          </Show>
        )}
      </Loaded>
    </>
  )
}
