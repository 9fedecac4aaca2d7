import { endpoints, readHealth, readLab, readOpenApi, setUpLab } from '@attune/contract'
import type { Ground } from '../base/feature.ts'
import { done, type Route, route } from '../base/route.ts'
import { programVersion } from '../base/version.ts'
import { showDemo } from '../demo/create.ts'
import { demoState } from '../demo/state.ts'
import { enter } from '../people/sign-in.ts'
import { describeApi } from './describe.ts'
import { setUp } from './setup.ts'
import type { LabState } from './state.ts'

export function labRoutes(ground: Ground, state: LabState): Route[] {
  const { db } = ground
  // The same for the whole life of the program, and costly to make.
  let description: ReturnType<typeof describeApi> | null = null
  return [
    route(readHealth, async () => {
      await db.selectFrom('lab').select('id').execute()
      return { status: 'ready' as const, version: programVersion, schema: state.schema }
    }),
    route(readLab, async () => {
      const lab = await db.selectFrom('lab').select('name').executeTakeFirst()
      const demo = await demoState(ground, state)
      return {
        name: lab?.name ?? 'Attune',
        version: programVersion,
        needsOwner: await state.needsOwner(),
        // Where other machines can reach the door, the passphrase stays with whoever reads the server's own output.
        demo:
          demo === null ? null : { people: [...demo.people], passphrase: state.isLoopback ? state.demoPassphrase : '' },
      }
    }),
    route(readOpenApi, async () => {
      description ??= describeApi(endpoints, programVersion)
      return description
    }),
    route(setUpLab, async ({ body, client, cookie }) => {
      const person = await setUp(ground, state, body)
      await showDemo(ground, state, person, body.demo)
      cookie.set(await enter(ground, { person, before: null, client, action: 'signed in' }))
      return done
    }),
  ]
}
