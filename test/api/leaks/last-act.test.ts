import { expect, it } from 'vitest'
import { forEachEngine } from '../support/lab.ts'
import { elsewhere, lastAct, requestOf } from './last-act.ts'
import { inspector } from './matrix.ts'
import { routes } from './targets.ts'
import { buildWorld } from './world.ts'

/** What a secret link is there to tell its holder: who invites to what, which account it opens; members know their study. */
const linkTells: Readonly<Record<string, readonly string[]>> = {
  readInvitation: ['name of the study', 'name of pi'],
  acceptInvitation: ['name of the study', 'id of the study'],
  signIn: ['name of the study', 'id of the study'],
  joinStudy: ['name of the study', 'id of the study'],
  usePasswordReset: ['login of coder'],
}

forEachEngine('every write done for real', (lab) => {
  it('tells nobody what they must not know, also where it is refused', async () => {
    const world = await buildWorld(lab())
    const inspect = inspector(world)
    const done = new Set<string>()
    const leaks: string[] = []
    for (const act of lastAct(world)) {
      const { endpoint, method, path, body } = requestOf(act)
      const answer = await world.actors[act.actor].send(method, path, body, act.headers)
      expect(answer.status, `${act.name} as ${act.actor}: ${answer.text.slice(0, 300)}`).toBe(act.status ?? 200)
      const found = inspect(act.actor, answer, new Set()).map((canary) => canary.place)
      const surplus = found.filter((place) => !linkTells[act.name]?.includes(place))
      leaks.push(...surplus.map((place) => `${act.name} as ${act.actor} tells the ${place}`))
      if (answer.status !== 200) continue
      done.add(act.name)
      const reply = JSON.parse(answer.text)
      if ('safeParse' in endpoint.reply) expect(endpoint.reply.safeParse(reply).success).toBe(true)
      act.keep?.(reply)
    }
    expect(leaks).toEqual([])
    const writes = routes.filter(([, { method }]) => method !== 'GET').map(([name]) => name)
    expect(writes.filter((name) => !done.has(name))).toEqual(
      elsewhere
        .filter((name) => writes.includes(name))
        .sort((one, other) => writes.indexOf(one) - writes.indexOf(other)),
    )
  })
})
