import { exportAttempts, exportCohort, exportComparisons, exportItems } from '@attune/contract'
import { addressOf } from '../../base/call.ts'
import { useStudy } from '../../base/study.tsx'
import { t } from '../../messages/index.ts'

/** What a set holds, to be taken along. */
export function CohortFiles(props: { set: string }) {
  const { study } = useStudy()
  const where = () => ({ study: study().id, set: props.set })
  const words = () => t().desk.cohort.csv
  return (
    <nav class="button-row" aria-label={t().desk.cohort.files}>
      <a class="button" href={addressOf(exportComparisons, where())} download="">
        {words().comparisons}
      </a>
      <a class="button" href={addressOf(exportCohort, where())} download="">
        {words().cohort}
      </a>
      <a class="button" href={addressOf(exportItems, where())} download="">
        {words().items}
      </a>
      <a class="button" href={addressOf(exportAttempts, where())} download="">
        {words().attempts}
      </a>
    </nav>
  )
}
