import type { StudyCase } from '@attune/contract'
import { Moment } from '../base/dates.tsx'
import { Icon } from '../base/Icon.tsx'
import { t } from '../messages/index.ts'
import { CaseMasters } from './CaseMasters.tsx'

/** What is known of a case; what blind coders never see stands apart and says so. */
export function CaseFacts(props: { case: StudyCase }) {
  return (
    <aside class="case__facts" aria-label={t().cases.facts}>
      <dl>
        <dt>{t().cases.about}</dt>
        <dd>{props.case.targets.join(', ') || t().cases.noRelationships}</dd>
        <dt>{t().cases.added}</dt>
        <dd>
          <Moment at={props.case.createdAt} />
        </dd>
      </dl>
      <div class="case-hidden">
        <p class="case-hidden__title">
          <Icon name="hidden" /> {t().cases.hidden}
        </p>
        <dl>
          <dt>{t().cases.columns.wave}</dt>
          <dd>{props.case.wave || t().cases.notGiven}</dd>
          <dt>{t().cases.columns.population}</dt>
          <dd>{props.case.population || t().cases.notGiven}</dd>
          <dt>{t().cases.information}</dt>
          <dd class="case__information">{props.case.information || t().base.none}</dd>
          <dt>{t().cases.masters}</dt>
          <dd>
            <CaseMasters case={props.case.id} />
          </dd>
        </dl>
      </div>
    </aside>
  )
}
