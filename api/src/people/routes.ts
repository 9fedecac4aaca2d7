import {
  acceptInvitation,
  changePassword,
  changeRole,
  disableAccount,
  enableAccount,
  endMembership,
  endMySession,
  invite,
  joinStudy,
  listAccounts,
  listMySessions,
  listPeople,
  makePasswordReset,
  openOutbox,
  readInvitation,
  readMe as readMeEndpoint,
  signIn,
  signOut,
  usePasswordReset,
  withdrawInvitation,
} from '@attune/contract'
import type { Ground } from '../base/feature.ts'
import { notFound } from '../base/refusal.ts'
import { done, type Route, route } from '../base/route.ts'
import type { LabState } from '../lab/state.ts'
import { everyAccount } from './account-list.ts'
import { insertPerson, readMe } from './accounts.ts'
import { disable, enable } from './disabling.ts'
import { listInvitations, makeInvitation, readOpenInvitation, useInvitation, withdraw } from './invitations.ts'
import { giveRole, listMembers, removeMember } from './members.ts'
import { outboxKeyOf } from './outbox.ts'
import { hashPassword } from './passwords.ts'
import { makeReset, useReset } from './resets.ts'
import { endSessions, listSessions } from './sessions.ts'
import { type Door, enter, replacePassword, signInWith } from './sign-in.ts'
import { createThrottle, limitsOf } from './throttle.ts'

function sessionRoutes(door: Door): Route[] {
  const { ground, throttle } = door
  const { db, ports } = ground
  return [
    route(signIn, async ({ actor, body, client, cookie }) => {
      const { token, me } = await signInWith(door, body, actor, client)
      cookie.set(token)
      return me
    }),
    route(signOut, async ({ actor, cookie }) => {
      await ground.write((trx) => endSessions(trx, ports, actor))
      cookie.clear()
      return done
    }),
    route(readMeEndpoint, ({ actor }) => readMe(db, actor.person)),
    route(openOutbox, async ({ actor }) => ({ key: await outboxKeyOf(ground, actor.person) })),
    route(changePassword, async ({ actor, body, client }) => {
      await replacePassword(door, actor, body, client)
      return done
    }),
    route(usePasswordReset, async ({ body }) => {
      const login = await useReset(ground, body.token, body.password)
      throttle.forget(limitsOf(login, '')[0].key)
      return { login }
    }),
    route(listMySessions, async ({ actor }) => ({ sessions: await listSessions(db, ports.now(), actor) })),
    route(endMySession, async ({ actor, params, cookie }) => {
      const { person } = actor
      const ended = await ground.write((trx) => endSessions(trx, ports, { person, session: params.session }))
      if (ended === 0) throw notFound()
      if (params.session === actor.session) cookie.clear()
      return done
    }),
  ]
}

function invitationRoutes(ground: Ground): Route[] {
  const { db, ports } = ground
  return [
    route(readInvitation, async ({ body }) => {
      const { studyName, role, invitedBy, expiresAt } = await readOpenInvitation(db, ports, body.token)
      return { study: studyName, role, invitedBy, expiresAt }
    }),
    route(acceptInvitation, async ({ actor, body, client, cookie }) => {
      // The link is looked at before the costly hash, and again by the one writer that uses it up.
      await readOpenInvitation(db, ports, body.token)
      const passwordHash = await hashPassword(body.password)
      const person = await ground.write(async (trx) => {
        const id = await insertPerson(trx, ports, { login: body.login, name: body.name, passwordHash })
        await useInvitation(trx, ports, body.token, id)
        return id
      })
      cookie.set(await enter(ground, { person, before: actor, client, action: 'account made' }))
      return readMe(db, person)
    }),
    route(joinStudy, async ({ actor, body }) => {
      await ground.write((trx) => useInvitation(trx, ports, body.token, actor.person))
      return readMe(db, actor.person)
    }),
  ]
}

function memberRoutes(ground: Ground): Route[] {
  const { db, ports } = ground
  return [
    route(listPeople, async ({ actor: { study } }) => ({
      members: await listMembers(db, study),
      invitations: await listInvitations(db, ports, study),
    })),
    route(invite, ({ actor, body }) => makeInvitation(ground, actor, body)),
    route(withdrawInvitation, async ({ actor, params }) => {
      await withdraw(ground, actor, params.invitation)
      return done
    }),
    route(changeRole, async ({ actor, params, body }) => {
      await giveRole(ground, actor, params.person, body.role)
      return done
    }),
    route(endMembership, async ({ actor, params }) => {
      await removeMember(ground, actor, params.person)
      return done
    }),
    route(makePasswordReset, ({ actor, params }) => makeReset(ground, actor, params.person)),
  ]
}

function accountRoutes(ground: Ground): Route[] {
  return [
    route(listAccounts, async () => ({ accounts: await everyAccount(ground.db) })),
    route(disableAccount, async ({ actor, params }) => {
      await disable(ground, actor, params.person)
      return done
    }),
    route(enableAccount, async ({ actor, params }) => {
      await enable(ground, actor, params.person)
      return done
    }),
  ]
}

export function peopleRoutes(ground: Ground, state: LabState): Route[] {
  const throttle = createThrottle(ground.ports.now)
  return [
    ...sessionRoutes({ ground, throttle, demoPassphrase: state.demoPassphrase }),
    ...invitationRoutes(ground),
    ...memberRoutes(ground),
    ...accountRoutes(ground),
  ]
}
