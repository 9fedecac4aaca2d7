import type { ImportReport } from '@attune/contract'
import { Button, ButtonLink } from '../base/Button.tsx'
import { EmptyState } from '../base/states.tsx'
import { useStudy } from '../base/study.tsx'
import { t } from '../messages/index.ts'

export function ImportDone(props: { items: ImportReport['items']; onAgain: () => void }) {
  const { study } = useStudy()
  const fresh = () => props.items.filter((item) => item.isNewCase).length
  return (
    <div class="panel">
      <EmptyState
        title={t().imports.stored(t().imports.items(props.items.length))}
        actions={
          <>
            <ButtonLink href={`/studies/${study().id}`} look="primary">
              {t().imports.assignCases}
            </ButtonLink>
            <ButtonLink href={`/studies/${study().id}/cases`}>{t().imports.seeCases}</ButtonLink>
            <Button look="quiet" onClick={() => props.onAgain()}>
              {t().imports.importMore}
            </Button>
          </>
        }
      >
        {fresh() > 0 ? t().imports.newCases(fresh()) : ''}
        {props.items
          .map((item) => item.case)
          .slice(0, 12)
          .join(', ')}
        {props.items.length > 12 ? t().imports.andOthers : ''}.
      </EmptyState>
    </div>
  )
}
