import type { KappaCompany } from '@attune/contract'
import { ForestChart } from '../charts/ForestChart.tsx'
import { coefficients } from '../charts/forest-scales.ts'
import { NumbersTable } from '../charts/NumbersTable.tsx'
import { t } from '../messages/index.ts'
import { linesOf, numbersOf, sentenceOf } from './company.ts'

/** Kappa beside what does not depend on how often each code is used, so that its paradox shows. */
export function CompanyPanel(props: { company: KappaCompany }) {
  return (
    <div class="closely">
      <ForestChart
        title={sentenceOf(props.company)}
        caption={sentenceOf(props.company)}
        name="kappa"
        axis={t().reliability.company.axis}
        scale={coefficients}
        lines={linesOf(props.company)}
        criterion={null}
        data={numbersOf(props.company)}
        hasTable
      />
      <NumbersTable data={numbersOf(props.company)} />
    </div>
  )
}
