import { ButtonLink } from './Button.tsx'
import { usePage } from './page.ts'
import { EmptyState } from './states.tsx'

export function NotFound() {
  usePage(() => ({ title: 'Not found' }))
  return (
    <EmptyState
      heading={1}
      title="There is nothing at this address."
      actions={<ButtonLink href="/">Go home</ButtonLink>}
    >
      The link may be old, or the thing was removed.
    </EmptyState>
  )
}
