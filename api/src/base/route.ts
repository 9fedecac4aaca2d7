import type { Body, Endpoint, Parameters, Query, Reply } from '@attune/contract'
import type { ActorFor } from './access.ts'
import type { Prepared } from './prepared.ts'
import type { Streamed } from './streamed.ts'

/** What a handler gets: everything checked, identity from the session. */
export type Call<E extends Endpoint> = {
  readonly actor: ActorFor<E['access']>
  readonly params: Parameters<E>
  readonly query: Query<E>
  readonly body: Body<E>
  /** The bytes of a body that is no JSON. */
  readonly content: ReadableStream<Uint8Array> | null
  /** A header of the request; empty where it has none. */
  readonly header: (name: string) => string
  /** Address of the peer and name of its program, for rate limits and the list of sessions. */
  readonly client: { readonly address: string; readonly userAgent: string }
  /** Aborted when the client has left. */
  readonly signal: AbortSignal
  /** Sets or clears the session cookie of the reply. */
  readonly cookie: { readonly set: (token: string) => void; readonly clear: () => void }
}

export type Handler<E extends Endpoint> = (call: Call<E>) => Promise<Reply<E> | Prepared | Streamed>

/** An endpoint with the function that answers it. The types tie both to the contract; `app.ts` refuses a missing one. */
export type Route = { readonly endpoint: Endpoint; readonly handle: Handler<Endpoint> }

export function route<E extends Endpoint>(endpoint: E, handle: Handler<E>): Route {
  // The call was checked against this very endpoint before the handler sees it; TypeScript cannot follow that through a list.
  return { endpoint, handle: handle as unknown as Handler<Endpoint> }
}

/** The reply of a deed that has nothing to say. */
export const done = { done: true } as const
