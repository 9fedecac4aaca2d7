import { type Exposure, listCases, type Reply, type readExposure, type StudyCase } from '@attune/contract'
import { call } from '../../base/call.ts'

/** A case that a set could hold: how many master codings it has, and who has met it. */
export type CaseLine = {
  readonly id: string
  readonly caseId: string
  readonly masters: number
  /** Names of those who saw its item feedback: for them it can no longer be in a test. */
  readonly burnt: readonly string[]
  /** Names of those who coded it without feedback. */
  readonly seen: readonly string[]
}

type Met = Reply<typeof readExposure>

/** For whom a case is burnt, and who has seen it only, by name. */
export function exposedBy(met: Met): (id: string) => Pick<CaseLine, 'burnt' | 'seen'> {
  const names = new Map(met.people.map((person) => [person.id, person.name]))
  const byCase = new Map<string, Exposure[]>()
  for (const one of met.exposures) byCase.set(one.case, [...(byCase.get(one.case) ?? []), one])
  const namesOf = (exposures: readonly Exposure[], kind: Exposure['kind']) =>
    [...new Set(exposures.filter((one) => one.kind === kind).map(({ person }) => names.get(person) ?? ''))]
      .filter(Boolean)
      .toSorted()
  return (id) => {
    const exposures = byCase.get(id) ?? []
    const burnt = namesOf(exposures, 'burnt')
    // Who saw the feedback has coded it too; once is enough.
    return { burnt, seen: namesOf(exposures, 'seen').filter((name) => !burnt.includes(name)) }
  }
}

/** The cases of the study that have the codebook's kind of material, with master codings and exposure. */
export function caseLines(cases: readonly StudyCase[], material: string, met: Met): CaseLine[] {
  const masters = new Map(met.cases.map((one) => [one.case, one.masters]))
  const exposed = exposedBy(met)
  return cases
    .filter((one) => one.material?.kind === material)
    .map(({ id, case: caseId }) => ({ id, caseId, masters: masters.get(id) ?? 0, ...exposed(id) }))
}

/** Every case of a study, page after page. */
export async function readAllCases(study: string, signal: AbortSignal): Promise<StudyCase[]> {
  const cases: StudyCase[] = []
  let after: string | null = null
  do {
    const query: { limit: number; after?: string } = { limit: 500, ...(after === null ? {} : { after }) }
    const page: Reply<typeof listCases> = await call(listCases, { study }, { query, signal })
    cases.push(...page.cases)
    after = page.next
  } while (after !== null)
  return cases
}
