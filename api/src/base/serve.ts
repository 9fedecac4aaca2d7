import { type Endpoint, isFileReply, isStreamReply, type RefusalCode, type RefusalReply } from '@attune/contract'
import type { Context } from 'hono'
import { deleteCookie, setCookie } from 'hono/cookie'
import { routePath } from 'hono/route'
import type { z } from 'zod'
import type { Actor, admit } from './access.ts'
import type { Db } from './database/database.ts'
import { refuseForeignOrigin } from './guards.ts'
import type { Log } from './log.ts'
import { Prepared } from './prepared.ts'
import { Refusal } from './refusal.ts'
import type { Call, Route } from './route.ts'
import { Streamed } from './streamed.ts'

/** What serving a route needs of the house around it. */
export type House = {
  readonly db: Db
  readonly log: Log
  readonly requestId: () => string
  readonly origin: () => string
  readonly cookieName: string
  readonly isHttps: boolean
  readonly actor: (cookie: string | undefined) => Promise<Actor | null>
  readonly admit: typeof admit
  readonly address: (c: Context) => string
}

function check(schema: z.ZodType | undefined, value: unknown, where: string): unknown {
  if (schema === undefined) return undefined
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const faults = result.error.issues.map((issue) => ({
    path: [where, ...issue.path.map(String)].join('.'),
    message: issue.message,
  }))
  throw new Refusal('bad-request', 'Some fields cannot be used as they are.', { faults })
}

/** Keys that would reach into the prototype of every object once somebody copies them carelessly. */
function refusePrototypeKeys(key: string, value: unknown): unknown {
  if (key === '__proto__' || key === 'constructor' || key === 'prototype') {
    throw new Refusal('bad-request', `The body has a field named ${key}, which cannot be used.`)
  }
  return value
}

/** Bytes as they come: the handler takes them from the stream and puts them where they belong. Null: other than announced. */
function contentOf(c: Context, { content }: Endpoint): ReadableStream<Uint8Array> | null {
  return content !== undefined && c.req.header('content-type') === content ? c.req.raw.body : null
}

async function readBody(c: Context, endpoint: Endpoint): Promise<unknown> {
  if (endpoint.body === undefined) return undefined
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) {
    throw new Refusal('bad-request', 'Send JSON (content-type application/json).')
  }
  try {
    return JSON.parse(await c.req.text(), refusePrototypeKeys)
  } catch (error) {
    if (error instanceof SyntaxError) throw new Refusal('bad-request', 'The body is not JSON.')
    // Nested so deeply that reading it would need more stack than there is.
    if (error instanceof RangeError) throw new Refusal('bad-request', 'The body is nested too deeply.')
    throw error
  }
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Whatever is no id in a path finds nothing, like an id that nobody has; no database has to make sense of it. */
function knownId(value: unknown): string {
  return typeof value === 'string' && uuid.test(value) ? value : ''
}

/** Parameters that number things instead of naming them. */
const numbered: ReadonlySet<string> = new Set(['position'])

function knownParameter(name: string, value: unknown): string {
  if (!numbered.has(name)) return knownId(value)
  return typeof value === 'string' && /^[1-9]\d{0,5}$/.test(value) ? value : ''
}

function readQuery(c: Context): Record<string, string> {
  const query = c.req.query()
  if (Object.values(query).some((value) => value.includes('\0'))) {
    throw new Refusal('bad-request', 'The query has a NUL character, which cannot be used.')
  }
  return query
}

/** The way of every request: origin, actor, access, input, handler, and a reply that holds nothing its schema does not name. */
export async function serve(c: Context, route: Route, house: House, cookie: string | undefined): Promise<Response> {
  const { endpoint } = route
  refuseForeignOrigin(c, house.origin())
  const params = Object.fromEntries(
    Object.entries(c.req.param()).map(([name, value]) => [name, knownParameter(name, value)]),
  )
  const admitted = async () => house.admit(house.db, endpoint.access, await house.actor(cookie), params)
  const early = await admitted()
  const body = check(endpoint.body, await readBody(c, endpoint), 'body')
  // A body may take a minute to come. Whoever was shut out meanwhile must not act any more.
  const actor = endpoint.body === undefined || endpoint.access === 'public' ? early : await admitted()
  const options = { path: '/', httpOnly: true, sameSite: 'Lax', secure: house.isHttps } as const
  const call: Call<Endpoint> = {
    // Narrowed by `admit` to what the endpoint's access promises.
    actor: actor as never,
    params: params as never,
    query: check(endpoint.query, readQuery(c), 'query') as never,
    body: body as never,
    content: contentOf(c, endpoint),
    header: (name) => c.req.header(name) ?? '',
    client: { address: house.address(c), userAgent: (c.req.header('user-agent') ?? '').slice(0, 200) },
    signal: c.req.raw.signal,
    cookie: {
      set: (token) => setCookie(c, house.cookieName, token, options),
      clear: () => {
        deleteCookie(c, house.cookieName, options)
        c.header('Clear-Site-Data', '"cache", "storage"')
      },
    },
  }
  const reply: unknown = await route.handle(call)
  if (isStreamReply(endpoint.reply)) {
    if (!(reply instanceof Streamed)) throw new Error(`${endpoint.path} answers with something else than a stream.`)
    return reply.answer(c)
  }
  if (isFileReply(endpoint.reply)) {
    c.header('Content-Type', `${endpoint.reply.file}; charset=utf-8`)
    c.header('Content-Disposition', `attachment; filename="${endpoint.reply.name}"`)
    return c.body(reply instanceof Prepared ? reply.body : String(reply))
  }
  if (reply instanceof Prepared) return c.body(reply.body, 200, { 'Content-Type': 'application/json' })
  return c.json(endpoint.reply.parse(reply))
}

/** Seconds after which a try may succeed that failed for no fault of its own. Always the same, so that they tell nothing. */
const retryAfter: Partial<Record<RefusalCode, string>> = { 'not-ready': '1', 'too-many-tries': '60' }

/** The one place where a refusal or a failure becomes a reply. A failure says nothing but where to find it in the log. */
export function answerError(c: Context, error: Error, house: House): Response {
  const request = house.requestId()
  const refusal = error instanceof Refusal ? error : storageTrouble(error)
  // The path as the request gave it may hold anything, so the log gets the pattern that it met.
  const place = { request, method: c.req.method, path: routePath(c) }
  if (refusal === null) house.log('error', 'request failed', { ...place, error: error.stack ?? error.message })
  else house.log(refusal.status >= 500 ? 'error' : 'info', 'refused', { ...place, code: refusal.code })
  const shown =
    refusal ?? new Refusal('internal', 'Something went wrong on the server. Nothing was saved by this request.')
  const body: RefusalReply = {
    error: { code: shown.code, message: shown.message, faults: [...shown.faults], request },
  }
  const seconds = retryAfter[shown.code]
  if (seconds !== undefined) c.header('Retry-After', seconds)
  if (shown.code === 'no-such-range') c.header('Content-Range', `bytes */${shown.current}`)
  if (shown.current !== undefined) body.error.current = shown.current
  return c.json(body, shown.status)
}

/** Trouble of the disk that is neither the user's fault nor ours, and that a later try may survive. */
function storageTrouble(error: Error): Refusal | null {
  const code = 'code' in error ? error.code : undefined
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') {
    return new Refusal(
      'storage-full',
      'The disk of the server is full. Your change is kept in this browser and sent again.',
    )
  }
  if (code === 'SQLITE_BUSY') return new Refusal('not-ready', 'The database is busy. Try again in a moment.')
  return null
}
