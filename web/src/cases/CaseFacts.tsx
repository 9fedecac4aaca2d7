import type { StudyCase } from '@attune/contract'
import { Moment } from '../base/dates.tsx'
import { Icon } from '../base/Icon.tsx'

/** What is known of a case; what blind coders never see stands apart and says so. */
export function CaseFacts(props: { case: StudyCase }) {
  return (
    <aside class="case__facts" aria-label="About this case">
      <dl>
        <dt>About</dt>
        <dd>{props.case.targets.join(', ') || 'No relationships named'}</dd>
        <dt>Added</dt>
        <dd>
          <Moment at={props.case.createdAt} />
        </dd>
      </dl>
      <div class="case-hidden">
        <p class="case-hidden__title">
          <Icon name="hidden" /> Hidden from blind coders
        </p>
        <dl>
          <dt>Wave</dt>
          <dd>{props.case.wave || 'Not given'}</dd>
          <dt>Population</dt>
          <dd>{props.case.population || 'Not given'}</dd>
          <dt>Case information</dt>
          <dd class="case__information">{props.case.information || 'None'}</dd>
        </dl>
      </div>
    </aside>
  )
}
