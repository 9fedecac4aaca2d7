import type { Ground } from '../base/feature.ts'
import { record } from '../base/history.ts'
import { notFound } from '../base/refusal.ts'
import { insertPerson } from '../people/accounts.ts'
import { hashPassword } from '../people/passwords.ts'
import type { LabState } from './state.ts'

type SetUp = {
  readonly token: string
  readonly lab: string
  readonly login: string
  readonly name: string
  readonly password: string
}

/** Makes the lab and its owner, once. Returns the owner. */
export async function setUp(ground: Ground, state: LabState, wanted: SetUp): Promise<string> {
  const { ports } = ground
  if (!state.isSetUpToken(wanted.token) || !(await state.needsOwner())) throw notFound()
  const passwordHash = await hashPassword(wanted.password)
  return ground.write(async (trx) => {
    // Somebody with the same link may have been quicker while the password was hashed.
    const owner = await trx.selectFrom('person').select('id').where('is_owner', '=', 1).limit(1).executeTakeFirst()
    if (owner !== undefined) throw notFound()
    const { login, name, lab } = wanted
    const person = await insertPerson(trx, ports, { login, name, passwordHash, isOwner: true })
    const created_at = ports.now().toISOString()
    await trx
      .insertInto('lab')
      .values({ id: 1, name: lab, created_at })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ name: lab }))
      .execute()
    const deed = { action: 'lab set up', subject: `person:${person}`, detail: { new: { lab, login } } }
    await record(trx, ports, { person, study: null, ...deed })
    return person
  })
}
