import type { ImportReport } from '@attune/contract'
import { Button, ButtonLink } from '../base/Button.tsx'
import { counted } from '../base/numbers.ts'
import { EmptyState } from '../base/states.tsx'
import { useStudy } from '../base/study.tsx'

export function ImportDone(props: { items: ImportReport['items']; onAgain: () => void }) {
  const { study } = useStudy()
  const fresh = () => props.items.filter((item) => item.isNewCase).length
  return (
    <div class="panel">
      <EmptyState
        title={`${counted(props.items.length, 'item')} stored.`}
        actions={
          <>
            <ButtonLink href={`/studies/${study().id}`} look="primary">
              Assign the cases
            </ButtonLink>
            <ButtonLink href={`/studies/${study().id}/cases`}>See all cases</ButtonLink>
            <Button look="quiet" onClick={() => props.onAgain()}>
              Import more
            </Button>
          </>
        }
      >
        {fresh() > 0 ? `${counted(fresh(), 'new case')}: ` : ''}
        {props.items
          .map((item) => item.case)
          .slice(0, 12)
          .join(', ')}
        {props.items.length > 12 ? ' and others' : ''}.
      </EmptyState>
    </div>
  )
}
