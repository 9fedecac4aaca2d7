import type { Trx } from '../base/database/database.ts'
import { Refusal } from '../base/refusal.ts'
import { burntFor } from '../training/attempts/barred.ts'

type Pair = { readonly one: { readonly id: string; readonly name: string }; readonly coder: string }

/** @throws Refusal if somebody would code what training explained to her: her work would repeat the master coding. */
export async function refuseBurnt(trx: Trx, study: string, codebook: string, pairs: readonly Pair[]): Promise<void> {
  const messages: string[] = []
  for (const person of new Set(pairs.map(({ coder }) => coder))) {
    const burnt = await burntFor(trx, { study, person }, codebook)
    const cases = pairs.filter(({ one, coder }) => coder === person && burnt.has(one.id)).map(({ one }) => one.name)
    if (cases.length === 0) continue
    const { name } = await trx.selectFrom('person').select('name').where('id', '=', person).executeTakeFirstOrThrow()
    const them = cases.length === 1 ? 'it' : 'them'
    messages.push(
      `${name} has seen the master coding of ${cases.toSorted().join(', ')} in training; leave ${them} out.`,
    )
  }
  if (messages.length === 0) return
  const faults = messages.map((message) => ({ path: 'cases', message }))
  throw new Refusal('in-use', messages.join(' '), { faults })
}
