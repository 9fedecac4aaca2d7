import type { Role } from '@attune/contract'
import type { IconName } from './Icon.tsx'
import { isSupervisor } from './session.ts'

export type Place = { readonly label: string; readonly href: string; readonly icon: IconName; readonly keys: string }

/** What the navigation of a study offers a role. The server decides again, for every call. */
export function placesOf(study: string, role: Role): Place[] {
  const at = (end: string) => `/studies/${study}${end}`
  const own: Place = { label: 'My codings', href: at('/my-codings'), icon: 'pen', keys: 'g m' }
  if (!isSupervisor(role)) return [own]
  return [
    { label: 'Progress', href: at(''), icon: 'grid', keys: 'g p' },
    own,
    { label: 'Cases', href: at('/cases'), icon: 'file', keys: 'g c' },
    { label: 'Codebooks', href: at('/codebooks'), icon: 'book', keys: 'g b' },
    { label: 'Reliability', href: at('/reliability'), icon: 'chart', keys: 'g r' },
    { label: 'People', href: at('/people'), icon: 'people', keys: 'g e' },
    { label: 'History', href: at('/history'), icon: 'clock', keys: 'g t' },
    { label: 'Study settings', href: at('/settings'), icon: 'gear', keys: 'g s' },
  ]
}

/** The study an address belongs to. */
export function studyFromPath(path: string): string | undefined {
  const [, first, second] = path.split('/')
  return first === 'studies' && second !== 'new' ? second : undefined
}

export const roleNames: Record<Role, string> = {
  pi: 'Principal investigator',
  trainer: 'Trainer',
  coder: 'Coder',
  trainee: 'Trainee',
}
