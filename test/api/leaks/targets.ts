import { type Endpoint, endpoints } from '@attune/contract'
import { fixedId } from '../support/ports.ts'
import type { Coding } from './coding-states.ts'
import type { Place } from './place.ts'
import type { World } from './world.ts'

/** One thing a request can be about: ids that exist, that belong together or do not, or that nobody has. */
export type Target = {
  readonly label: string
  /** Whose study stands in the path. */
  readonly study: 'here' | 'there' | 'nowhere'
  /** Whether everything the path and the body name is really in that study. */
  readonly isThere: boolean
  readonly ids: Readonly<Record<string, string>>
  readonly coding: Coding | null
}

const nowhere = (what: string) => fixedId(`nobody has this ${what}`)

const unknown: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...['study', 'case', 'recordCase', 'media', 'version', 'person', 'invitation', 'session', 'coding'],
    ...['set', 'attempt', 'certificate', 'plan', 'request'],
  ]
    .map((name) => [name, nowhere(name)])
    .concat([['position', '1']]),
)

function idsOf(place: Place, coding: string): Record<string, string> {
  const { case: studyCase, recordCase, media, version, person, invitation, session, study } = place
  const training = place.training ?? unknown
  return { ...training, study, case: studyCase, recordCase, media, version, person, invitation, session, coding }
}

/** Names of the parameters that an endpoint takes its ids from; bodies count as well. */
const namesInBody: Readonly<Record<string, readonly string[]>> = {
  assignCodings: ['case', 'person', 'version'],
  readReliability: ['version'],
  readConfusion: ['version', 'person'],
  readPair: ['version', 'person'],
  readCoderMatrix: ['version'],
  exportResults: ['version'],
  exportRatingsLong: ['version'],
  exportRatingsWide: ['version'],
  exportAnnotations: ['version'],
  exportEvents: ['version'],
  exportIntervals: ['version'],
  exportEpisodes: ['version'],
  exportConfusion: ['version', 'person'],
  exportReport: ['version'],
  exportScript: ['version'],
  createTrainingSet: ['case', 'version'],
  readExposure: ['version'],
  readChanceToPass: ['version'],
  createDriftPlan: ['case', 'person', 'version'],
  suggestCharts: ['person', 'version'],
}

function innerNames(name: string, endpoint: Endpoint): string[] {
  const inPath = [...endpoint.path.matchAll(/:(\w+)/g)].map(([, one]) => one ?? '')
  return [...inPath.filter((one) => one !== 'study'), ...(namesInBody[name] ?? [])]
}

export function targetsOf(name: string, endpoint: Endpoint, { here, there }: Pick<World, 'here' | 'there'>): Target[] {
  const plain = {
    label: 'plain',
    study: 'nowhere',
    isThere: true,
    ids: idsOf(here, nowhere('coding')),
    coding: null,
  } as const
  if (!endpoint.path.includes(':study')) return [plain]
  const inner = innerNames(name, endpoint)
  const [first, foreign] = [here.codings[0]?.id ?? '', there.codings[2]?.id ?? '']
  const mixed = (label: string, study: 'here' | 'there', ids: Readonly<Record<string, string>>): Target[] =>
    inner.length === 0 ? [] : [{ label, study, isThere: false, ids, coding: null }]
  const real = (study: 'here' | 'there', place: Place): Target[] =>
    inner.includes('coding')
      ? place.codings.map((coding) => ({
          label: `${study}: ${coding.coder}'s ${coding.state}`,
          study,
          isThere: true,
          ids: idsOf(place, coding.id),
          coding,
        }))
      : ['case', ...(inner.includes('case') && !inner.includes('media') ? ['recordCase'] : [])].map((which) => ({
          label: `${study}, ${which}`,
          study,
          isThere: true,
          ids: { ...idsOf(place, ''), ...(which === 'recordCase' ? { case: place.recordCase } : {}) },
          coding: null,
        }))
  return [
    ...real('here', here),
    ...real('there', there),
    ...mixed('their ids in our study', 'here', { ...idsOf(there, foreign), study: here.study }),
    ...mixed('our ids in their study', 'there', { ...idsOf(here, first), study: there.study }),
    ...mixed('ids that nobody has', 'here', { ...unknown, study: here.study }),
    {
      label: 'a study that nobody has',
      study: 'nowhere',
      isThere: false,
      ids: { ...idsOf(here, first), study: unknown.study ?? '' },
      coding: null,
    },
  ]
}

/** Every route of the running application: the server refuses to start if it serves anything else. */
export const routes: readonly (readonly [string, Endpoint])[] = [...endpoints]
