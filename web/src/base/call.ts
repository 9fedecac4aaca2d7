import type { BodyInput, Endpoint, Parameters, QueryInput, Reply } from '@attune/contract'
import { isFileReply } from '@attune/contract'
import { t } from '../messages/index.ts'
import { faultsOf, isRefusal, Offline, Refused } from './refused.ts'
import { sessionEnded } from './session-ended.ts'

type BodyPart<E extends Endpoint> = E extends { body: object } ? { body: BodyInput<E> } : { body?: undefined }
type QueryPart<E extends Endpoint> = E extends { query: object }
  ? Record<string, never> extends QueryInput<E>
    ? { query?: QueryInput<E> }
    : { query: QueryInput<E> }
  : { query?: undefined }
type ContentPart<E extends Endpoint> = E extends { content: string } ? { content: Blob } : { content?: undefined }
type Input<E extends Endpoint> = BodyPart<E> &
  QueryPart<E> &
  ContentPart<E> & { signal?: AbortSignal; keepalive?: boolean }
type InputArgument<E extends Endpoint> = Record<string, never> extends Input<E> ? [input?: Input<E>] : [input: Input<E>]

/**
 * Asks the server. Throws `Refused` when it says no (also before asking, when the body breaks the endpoint's own schema)
 * and `Offline` when there was no answer at all.
 */
export async function call<E extends Endpoint>(
  endpoint: E,
  parameters: Parameters<E>,
  ...[input]: InputArgument<E>
): Promise<Reply<E>> {
  const body = input?.body === undefined ? undefined : checkedBody(endpoint, input.body)
  const response = await reach(addressOf(endpoint, parameters, input?.query), {
    method: endpoint.method,
    headers: endpoint.method === 'GET' ? {} : { 'content-type': endpoint.content ?? 'application/json' },
    credentials: 'same-origin',
    cache: 'no-store',
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(input?.content ? { body: input.content } : {}),
    ...(input?.signal ? { signal: input.signal } : {}),
    ...(input?.keepalive ? { keepalive: true } : {}),
  })
  if (!response.ok) throw await refusalOf(response)
  return (isFileReply(endpoint.reply) ? await response.text() : await response.json()) as Reply<E>
}

/** The address of an endpoint, for a link that saves a file. */
export function addressOf<E extends Endpoint>(endpoint: E, parameters: Parameters<E>, query?: object): string {
  const values: Record<string, string> = parameters
  const path = endpoint.path.replace(/:([A-Za-z]+)/g, (_, name: string) => encodeURIComponent(values[name] ?? ''))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value))
  }
  return `/api${path}${search.size > 0 ? `?${search}` : ''}`
}

/** The schema's own messages at once, without a way to the server and back. */
function checkedBody(endpoint: Endpoint, body: unknown): unknown {
  const checked = endpoint.body?.safeParse(body)
  if (!checked || checked.success) return body
  throw new Refused('bad-request', 400, t().refusals.fields, faultsOf(checked.error.issues))
}

async function reach(address: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(address, request)
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw new Offline({ cause })
  }
}

async function refusalOf(response: Response): Promise<Refused> {
  const reply: unknown = await response.json().catch(() => null)
  if (!isRefusal(reply)) {
    return new Refused('internal', response.status, t().refusals.unexplained(response.status))
  }
  const { code, message, faults, request, current } = reply.error
  if (code === 'not-signed-in') sessionEnded()
  return new Refused(code, response.status, message, faults, { request, current })
}
