import {
  type BodyInput,
  type Endpoint,
  isFileReply,
  type Parameters,
  type QueryInput,
  type RefusalReply,
  type Reply,
} from '@attune/contract'
import { type Lab, origin } from './lab.ts'

type Given<E extends Endpoint> = {
  readonly params?: Parameters<E>
  readonly query?: { readonly [Name in keyof QueryInput<E>]?: string | number }
  readonly body?: E['body'] extends undefined ? never : BodyInput<E>
  readonly headers?: Readonly<Record<string, string>>
}

export type Answer = { readonly status: number; readonly headers: Headers; readonly text: string }

/** Somebody's browser: keeps the cookie, sends the Origin header. */
export type Browser = {
  /** The answer of a call that must succeed. */
  readonly call: <E extends Endpoint>(endpoint: E, given?: Given<E>) => Promise<Reply<E>>
  /** The refusal of a call that must fail, with its status. */
  readonly refused: <E extends Endpoint>(
    endpoint: E,
    given?: Given<E>,
  ) => Promise<RefusalReply['error'] & { readonly status: number }>
  /** Any request below `/api`, as it is. */
  readonly send: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Answer>
  readonly cookie: () => string
  readonly setCookie: (cookie: string) => void
}

export function pathOf(endpoint: Endpoint, params: Readonly<Record<string, string>> = {}, query: object = {}): string {
  const path = endpoint.path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)])).toString()
  return search === '' ? path : `${path}?${search}`
}

export function openBrowser(lab: Pick<Lab, 'app'>, cookie = ''): Browser {
  let jar = cookie
  const send: Browser['send'] = async (method, path, body, headers = {}) => {
    const init: RequestInit = {
      method,
      headers: {
        ...(jar === '' ? {} : { cookie: jar }),
        ...(method === 'GET' ? {} : { origin }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
    }
    if (body !== undefined) init.body = typeof body === 'string' ? body : JSON.stringify(body)
    const response = await lab.app.request(`/api${path}`, init)
    const set = response.headers.get('set-cookie')
    if (set !== null) jar = /Max-Age=0/i.test(set) ? '' : (set.split(';')[0] ?? '')
    return { status: response.status, headers: response.headers, text: await response.text() }
  }
  const request = <E extends Endpoint>(endpoint: E, { params, query, body, headers }: Given<E> = {}) => {
    const filled: unknown = body ?? (endpoint.body === undefined ? undefined : {})
    return send(endpoint.method, pathOf(endpoint, params, query), filled, headers)
  }
  return {
    send,
    cookie: () => jar,
    setCookie: (next) => {
      jar = next
    },
    async call<E extends Endpoint>(endpoint: E, given?: Given<E>) {
      const { status, text } = await request(endpoint, given)
      if (status !== 200) throw new Error(`${endpoint.method} ${endpoint.path}: ${status} ${text}`)
      return (isFileReply(endpoint.reply) ? text : JSON.parse(text)) as Reply<E>
    },
    async refused(endpoint, given) {
      const { status, text } = await request(endpoint, given)
      if (status < 400) throw new Error(`${endpoint.method} ${endpoint.path} was not refused: ${status} ${text}`)
      const { error }: RefusalReply = JSON.parse(text)
      return { status, ...error }
    },
  }
}
