import { listPeople, listTrainingSets, readTraineeProgress } from '@attune/contract'
import { useParams, useSearchParams } from '@solidjs/router'
import { call } from '../../base/call.ts'
import { createLoad } from '../../base/load.ts'
import { PageHead } from '../../base/PageHead.tsx'
import { usePage } from '../../base/page.ts'
import { Loaded } from '../../base/states.tsx'
import { useStudy } from '../../base/study.tsx'
import { t } from '../../messages/index.ts'
import { ProgressView } from '../mine/ProgressView.tsx'
import { TraineeSets } from './TraineeSets.tsx'
import { setCrumbs } from './way.ts'
import './desk.css'
import './review.css'

/** One trainee over all sets: learning curve, bias, confusions, and every attempt. */
export default function TraineePage() {
  const { study } = useStudy()
  const params = useParams<{ person: string }>()
  const [search, setSearch] = useSearchParams<{ codebook?: string }>()
  const sets = createLoad(
    () => ({ study: study().id, person: params.person }),
    async ({ person, ...where }, signal) => {
      const [{ sets: all }, { members }] = await Promise.all([
        call(listTrainingSets, where, { signal }),
        call(listPeople, where, { signal }),
      ])
      const theirs = all.filter((set) => set.people.some(({ id }) => id === person))
      const enrolled = theirs[0]?.people.find(({ id }) => id === person)
      const member = members.find((one) => one.person.id === person)
      return { sets: theirs, name: enrolled?.name ?? member?.person.name ?? '' }
    },
  )
  const progress = createLoad(
    () => ({ study: study().id, person: params.person, version: search.codebook }),
    ({ version, ...where }, signal) =>
      call(readTraineeProgress, where, { query: version ? { codebookVersion: version } : {}, signal }),
  )
  const name = () => sets.value()?.name
  const title = () => (name() ? t().myTraining.progress.titleOf(name() ?? '') : t().desk.trainee.title)
  usePage(() => ({ title: title(), crumbs: setCrumbs(study().id, undefined) }))
  return (
    <>
      <PageHead title={title()} intro={t().desk.trainee.intro} />
      <div class="stack stack--wide trainee">
        <Loaded of={sets}>{(answer) => <TraineeSets person={params.person} sets={answer().sets} />}</Loaded>
        <Loaded of={progress}>
          {(answer) => (
            <ProgressView
              progress={answer()}
              onCodebook={(codebook) => setSearch({ codebook }, { replace: true })}
              setHref={(set) => `/studies/${study().id}/training/sets/${set}`}
            />
          )}
        </Loaded>
      </div>
    </>
  )
}
