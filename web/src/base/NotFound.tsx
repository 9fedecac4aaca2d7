import { t } from '../messages/index.ts'
import { ButtonLink } from './Button.tsx'
import { usePage } from './page.ts'
import { EmptyState } from './states.tsx'

export function NotFound() {
  usePage(() => ({ title: t().base.notFoundTitle }))
  return (
    <EmptyState heading={1} title={t().base.notFound} actions={<ButtonLink href="/">{t().base.goHome}</ButtonLink>}>
      {t().base.notFoundAdvice}
    </EmptyState>
  )
}
