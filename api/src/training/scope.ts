import type { Codebook, Variable } from '@attune/codebooks'
import type { TrainingScope } from '@attune/contract'
import type { Db } from '../base/database/database.ts'
import type { Row } from '../base/database/schema.ts'
import { contentOf, type SetContent } from './content.ts'

/** The attempt that a coding belongs to, and what its set says. */
export type Training = {
  readonly attempt: Row<'attempt'>
  readonly set: { readonly id: string; readonly name: string }
  readonly content: SetContent
}

export async function trainingOf(db: Db, attempt: string): Promise<Training> {
  const { set, name, content, ...row } = await db
    .selectFrom('attempt')
    .innerJoin('training_set', 'training_set.id', 'attempt.training_set')
    .selectAll('attempt')
    .select(['training_set.id as set', 'training_set.name', 'training_set.content'])
    .where('attempt.id', '=', attempt)
    .executeTakeFirstOrThrow()
  return { attempt: row, set: { id: set, name }, content: contentOf(content) }
}

/** Advice on a variable that is not trained would name what the trainee cannot rate. */
function withinReach(variable: Variable, ids: ReadonlySet<string>, hasCodes: boolean): Variable {
  const { evidence, advice, ...rest } = variable
  const within = advice?.filter(({ when, suggests }) => ids.has(when.variable) && ids.has(suggests.variable)) ?? []
  return {
    ...rest,
    // Evidence is annotations: where there are no codes to put, none can be asked for.
    ...(evidence !== undefined && hasCodes ? { evidence } : {}),
    ...(within.length > 0 ? { advice: within } : {}),
  }
}

function thin(codebook: Codebook, { variables, units, codes }: TrainingScope): Codebook {
  const { sampling: _, ...rest } = codebook
  const isTrained = (id: string) => variables !== null && (variables.length === 0 || variables.includes(id))
  const kept = codebook.variables.filter(({ id }) => isTrained(id))
  const coded = units === 'none' ? [] : codebook.codes.filter(({ id }) => codes.length === 0 || codes.includes(id))
  const ids = new Set(kept.map(({ id }) => id))
  const used = new Set(kept.map(({ section }) => section))
  return {
    ...rest,
    sections: codebook.sections.filter(({ id }) => used.has(id)),
    variables: kept.map((variable) => withinReach(variable, ids, coded.length > 0)),
    codes: coded,
  }
}

const thinned = new WeakMap<Codebook, Map<string, Codebook>>()

/** A codebook with only what a training set trains: its variables and codes, and no intervals, which nothing scores. */
export function withinScope(codebook: Codebook, scope: TrainingScope): Codebook {
  const byScope = thinned.get(codebook) ?? new Map<string, Codebook>()
  thinned.set(codebook, byScope)
  const key = JSON.stringify(scope)
  const there = byScope.get(key) ?? thin(codebook, scope)
  byScope.set(key, there)
  return there
}
