import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { endpoints } from '@attune/contract'
import { getConnInfo } from '@hono/node-server/conninfo'
import { serveStatic } from '@hono/node-server/serve-static'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { getCookie } from 'hono/cookie'
import { admit } from './base/access.ts'
import type { Ground } from './base/feature.ts'
import { securityHeaders } from './base/guards.ts'
import { notFound, Refusal } from './base/refusal.ts'
import type { Route } from './base/route.ts'
import { answerError, type House, serve } from './base/serve.ts'
import { caseRoutes } from './cases/routes.ts'
import { certificateRoutes } from './certificates/routes.ts'
import { codebookRoutes } from './codebooks/routes.ts'
import { codingRoutes } from './codings/routes.ts'
import { demoRoutes } from './demo/routes.ts'
import { driftRoutes } from './drift/routes.ts'
import { labRoutes } from './lab/routes.ts'
import type { LabState } from './lab/state.ts'
import { mediaRoutes } from './media/routes.ts'
import { peopleRoutes } from './people/routes.ts'
import { readActor } from './people/sessions.ts'
import { type Computing, computeHere } from './reliability/computing.ts'
import { reliabilityRoutes } from './reliability/routes.ts'
import { studyRoutes } from './studies/routes.ts'
import { attemptRoutes } from './training/attempts/routes.ts'
import { deskRoutes } from './training/desk/routes.ts'
import { planningRoute } from './training/planning-route.ts'
import { setRoutes } from './training/sets/routes.ts'

const smallBody = 256 * 1024

export type AppOptions = {
  readonly ground: Ground
  readonly state: LabState
  /** Folder of the built pages; null serves the API alone. */
  readonly pages: string | null
  /** Where agreement is computed; in this thread unless told. */
  readonly computing?: Computing
  /** See the setting `proxy`. */
  readonly hasProxy?: boolean
  /** Only for tests, which put faults in here and expect the leak tests to find them. */
  readonly seams?: { readonly admit?: typeof admit; readonly route?: (route: Route) => Route }
}

function allRoutes(ground: Ground, state: LabState, computing: Computing): Route[] {
  return [
    ...labRoutes(ground, state),
    ...demoRoutes(ground, state),
    ...peopleRoutes(ground, state),
    ...studyRoutes(ground),
    ...codebookRoutes(ground),
    ...caseRoutes(ground),
    ...mediaRoutes(ground),
    ...codingRoutes(ground),
    ...reliabilityRoutes(ground, computing),
    ...setRoutes(ground, state.data),
    planningRoute(ground, computing),
    ...attemptRoutes(ground),
    ...deskRoutes(ground, computing),
    ...certificateRoutes(ground),
    ...driftRoutes(ground),
  ]
}

/** Every endpoint of the contract is served exactly once, and nothing else is. */
function matchContract(routes: readonly Route[]): void {
  const served = routes.map((route) => route.endpoint)
  for (const [name, endpoint] of endpoints) {
    const times = served.filter((one) => one === endpoint).length
    if (times !== 1) throw new Error(`Endpoint ${name} is served ${times} times.`)
  }
  if (served.length !== endpoints.size) throw new Error('A route is served that the contract does not describe.')
}

/**
 * Whom a request comes from. X-Forwarded-For is believed only where the lab says that its own proxy writes it, and then only
 * its last entry: everything before it may have been made up by the sender.
 */
function addressOf(c: Context, hasProxy: boolean): string {
  const forwarded = hasProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  if (forwarded) return forwarded
  try {
    return getConnInfo(c).remote.address ?? ''
  } catch {
    // No socket: the application is called directly, as tests do.
    return ''
  }
}

export function createApp(options: AppOptions): Hono {
  const { ground, state, pages, computing = computeHere(ground.db), hasProxy = false, seams = {} } = options
  const isHttps = ground.origin().startsWith('https://')
  const house: House = {
    db: ground.db,
    log: ground.log,
    requestId: ground.ports.id,
    origin: ground.origin,
    isHttps,
    cookieName: isHttps ? '__Host-attune' : 'attune',
    actor: (cookie) => readActor(ground, cookie),
    admit: seams.admit ?? admit,
    address: (c) => addressOf(c, hasProxy),
  }
  const app = new Hono()
  app.use(securityHeaders(isHttps))
  const routes = allRoutes(ground, state, computing)
  matchContract(routes)
  for (const intact of routes) {
    const route = seams.route?.(intact) ?? intact
    const { method, path, bodyLimit: maxSize = smallBody } = route.endpoint
    const tooLarge = () => {
      throw new Refusal('too-large', `At most ${Math.floor(maxSize / 1024)} kB can be sent here.`)
    }
    app.on(method, `/api${path}`, bodyLimit({ maxSize, onError: tooLarge }), (c) =>
      serve(c, route, house, getCookie(c, house.cookieName)),
    )
  }
  app.all('/api/*', () => {
    throw notFound()
  })
  if (pages !== null) servePages(app, pages)
  app.notFound((c) => answerError(c, notFound(), house))
  app.onError((error, c) => answerError(c, error, house))
  return app
}

/** A path of the application in the browser: plain words and ids, nothing that could be meant for the API or a file. */
const pagePath = /^(?!\/api(\/|$))(\/[a-z0-9-]+)*\/?$/i

/** Pages and their files; every other path is the application's own, which routes in the browser. */
function servePages(app: Hono, folder: string): void {
  if (!existsSync(join(folder, 'index.html'))) {
    throw new Error(`The pages are not built: ${folder} has no index.html.`)
  }
  // Files in assets/ carry a hash of their content in their name.
  app.use('/assets/*', async (c, next) => {
    await next()
    if (c.res.ok) c.res.headers.set('Cache-Control', 'public, max-age=31536000, immutable')
  })
  app.use('/assets/*', serveStatic({ root: folder }))
  app.all('/assets/*', () => {
    throw notFound()
  })
  app.get('*', serveStatic({ root: folder }))
  const index = serveStatic({ root: folder, path: 'index.html' })
  app.get('*', (c, next) => (pagePath.test(c.req.path) ? index(c, next) : next()))
}
