import type { Crumb } from '../../base/page.ts'
import { t } from '../../messages/index.ts'

/** The way to a set: training, then the set by its name. */
export function setCrumbs(study: string, set: { id: string; name: string } | undefined): Crumb[] {
  const training = { label: t().base.places.training, href: `/studies/${study}/training` }
  return set ? [training, { label: set.name, href: `/studies/${study}/training/sets/${set.id}` }] : [training]
}

/** The way to what lies in an attempt: its set's cohort comes before it. */
export function cohortCrumbs(study: string, set: { id: string; name: string } | undefined): Crumb[] {
  const cohort = set && { label: t().desk.cohort.title, href: `/studies/${study}/training/sets/${set.id}/cohort` }
  return [...setCrumbs(study, set), ...(cohort ? [cohort] : [])]
}
