import { type Compared, chanceToPass as chanceIn } from '@attune/agreement'
import type { Body, ChanceToPass, readChanceToPass } from '@attune/contract'
import type { Db } from '../base/database/database.ts'
import { Refusal } from '../base/refusal.ts'
import { targetsOf } from '../codings/queries.ts'
import { findCodebook } from '../reliability/queries.ts'
import { withinScope } from './scope.ts'
import type { ScoredCase } from './scoring/cases.ts'
import { comparedIn } from './scoring/compared.ts'
import { everyMaster } from './scoring/masters.ts'
import type { SetGround } from './scoring/set-ground.ts'
import { readSubmitted } from './scoring/submitted.ts'

type Plan = Body<typeof readChanceToPass>

/** How often a coder of a given quality meets a criterion, with the outcomes as common as the study's masters gave them. */
export async function chanceOf(db: Db, study: string, plan: Plan): Promise<ChanceToPass> {
  const { criterion, quality, size, trials, seed } = plan
  return chanceIn(criterion.rule, await designOf(db, study, plan), { quality, size, trials, seed })
}

/** The master codings that a plan draws from, as an attempt in which nobody coded anything. */
async function designOf(db: Db, study: string, plan: Plan): Promise<Compared> {
  const { codebookVersion, criterion, scope, tolerance, masters } = plan
  const codebook = await findCodebook(db, study, codebookVersion)
  const content = { ...unopened, codebookVersion, criterion, scope, tolerance, masters }
  const set: SetGround = {
    ...{ id: '', name: '', codebookHash: '', study, codebookVersion, content },
    codebook: withinScope(codebook, scope),
  }
  const asked = await mastersFor(db, set, plan)
  const codings = asked.flatMap(({ masters }) => masters)
  const submitted = await readSubmitted(db, codings, { annotations: scope.units !== 'none' })
  const cases = asked.map(
    ({ row, masters }): ScoredCase => ({
      ...uncoded,
      case: row.id,
      caseName: row.name,
      targets: targetsOf(row.targets, codebook),
      masters: masters.flatMap((coding) => submitted.get(coding) ?? []),
    }),
  )
  return comparedIn(set, cases, new Map())
}

/** Cases with the master codings that count, those that were asked for. @throws Refusal if there is none. */
async function mastersFor(db: Db, set: SetGround, { cases, masters }: Plan) {
  const all = await everyMaster(db, set, cases.length === 0 ? 'all' : cases)
  const rows = await db
    .selectFrom('study_case')
    .select(['id', 'name', 'targets'])
    .where('study', '=', set.study)
    .orderBy('name')
    .execute()
  const asked = rows.flatMap((row) => {
    const own = all.get(row.id)
    return own === undefined ? [] : [{ row, masters: masters === 'any' ? own : own.slice(0, 1) }]
  })
  if (asked.length > 0) return asked
  const message = 'None of these cases has a master coding with this codebook version. Mark one as master coding first.'
  throw new Refusal('incomplete', message, { faults: [{ path: 'cases', message }] })
}

/** What a set says that a plan does not ask about. */
const unopened: Omit<SetGround['content'], 'codebookVersion' | 'criterion' | 'scope' | 'tolerance' | 'masters'> = {
  name: '',
  description: '',
  feedback: 'test',
  showsScores: false,
  release: 'trainer',
  order: 'fixed',
  draw: null,
  seed: 1,
  timeLimitMinutes: null,
  attempts: 1,
  prerequisite: null,
  certifies: false,
}

const uncoded: Omit<ScoredCase, 'case' | 'caseName' | 'targets' | 'masters'> = {
  attempt: '',
  position: 0,
  contentNote: '',
  isWithdrawn: false,
  releasedAt: null,
  reflection: '',
  submittedAt: null,
  own: null,
}
