import type { Role } from '@attune/contract'
import { t } from '../messages/index.ts'
import type { IconName } from './Icon.tsx'
import { isSupervisor } from './session.ts'

export type Place = { readonly label: string; readonly href: string; readonly icon: IconName; readonly keys: string }

/** What the navigation of a study offers a role. The server decides again, for every call. */
export function placesOf(study: string, role: Role): Place[] {
  const at = (end: string) => `/studies/${study}${end}`
  const own: Place = { label: t().base.places.myCodings, href: at('/my-codings'), icon: 'pen', keys: 'g m' }
  const training: Place = { label: t().base.places.myTraining, href: at('/my-training'), icon: 'target', keys: 'g n' }
  if (!isSupervisor(role)) return [own, training]
  return [
    { label: t().base.places.progress, href: at(''), icon: 'grid', keys: 'g p' },
    own,
    training,
    { label: t().base.places.cases, href: at('/cases'), icon: 'file', keys: 'g c' },
    { label: t().base.places.codebooks, href: at('/codebooks'), icon: 'book', keys: 'g b' },
    { label: t().base.places.reliability, href: at('/reliability'), icon: 'chart', keys: 'g r' },
    { label: t().base.places.training, href: at('/training'), icon: 'cap', keys: 'g a' },
    { label: t().base.places.drift, href: at('/drift'), icon: 'wave', keys: 'g d' },
    { label: t().base.places.people, href: at('/people'), icon: 'people', keys: 'g e' },
    { label: t().base.places.history, href: at('/history'), icon: 'clock', keys: 'g t' },
    { label: t().base.places.settings, href: at('/settings'), icon: 'gear', keys: 'g s' },
  ]
}

/** The study an address belongs to. */
export function studyFromPath(path: string): string | undefined {
  const [, first, second] = path.split('/')
  return first === 'studies' && second !== 'new' ? second : undefined
}
