import type { Trx } from '../base/database/database.ts'
import { Refusal } from '../base/refusal.ts'
import { burntFor } from '../training/attempts/barred.ts'
import type { CodingPlace } from './queries.ts'

type Pair = { readonly one: { readonly id: string; readonly name: string }; readonly coder: string }

async function nameOf(trx: Trx, person: string): Promise<string> {
  return (await trx.selectFrom('person').select('name').where('id', '=', person).executeTakeFirstOrThrow()).name
}

/** @throws Refusal if somebody would code what training explained to her: her work would repeat the master coding. */
export async function refuseBurnt(trx: Trx, study: string, codebook: string, pairs: readonly Pair[]): Promise<void> {
  const messages: string[] = []
  for (const person of new Set(pairs.map(({ coder }) => coder))) {
    const burnt = await burntFor(trx, { study, person }, codebook)
    const cases = pairs.filter(({ one, coder }) => coder === person && burnt.has(one.id)).map(({ one }) => one.name)
    if (cases.length === 0) continue
    const name = await nameOf(trx, person)
    const them = cases.length === 1 ? 'it' : 'them'
    messages.push(
      `${name} has seen the master coding of ${cases.toSorted().join(', ')} in training; leave ${them} out.`,
    )
  }
  if (messages.length === 0) return
  const faults = messages.map((message) => ({ path: 'cases', message }))
  throw new Refusal('in-use', messages.join(' '), { faults })
}

/**
 * What was coded blind counts as it was handed in: a later version would count in its place.
 * @throws Refusal if training explained the case to its coder since.
 */
export async function refuseExplainedSince(trx: Trx, { row, studyCase }: CodingPlace): Promise<void> {
  const { codebook } = await trx
    .selectFrom('codebook_version')
    .select('codebook')
    .where('id', '=', row.codebook_version)
    .executeTakeFirstOrThrow()
  const burnt = await burntFor(trx, { study: row.study, person: row.coder }, codebook)
  if (!burnt.has(studyCase.id)) return
  const name = await nameOf(trx, row.coder)
  const message = `${name} has seen the master coding of ${studyCase.name} in training since. What was coded without it stays as it is; give the case to somebody else to have it coded once more.`
  throw new Refusal('in-use', message)
}
