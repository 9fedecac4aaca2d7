import type { z } from 'zod'

/**
 * Who may call. The words are defined here and decided in one place of the server (`api/src/access`).
 *
 * - `public`: anybody, `signed-in`: any account, `owner`: the owner of the lab
 * - `member`: any role in `:study`, `supervisor`: trainer or pi of it, `pi`: pi of it
 * - `coding-reader`: the coder whose coding `:coding` is, or a supervisor of its study
 * - `coding-writer`: only the coder whose coding `:coding` is
 * - `attempt-owner`: only whose attempt `:attempt` is
 * - `certificate-reader`: whose certificate `:certificate` is, or a supervisor of its study
 */
export type Access =
  | 'public'
  | 'signed-in'
  | 'owner'
  | 'member'
  | 'supervisor'
  | 'pi'
  | 'coding-reader'
  | 'coding-writer'
  | 'attempt-owner'
  | 'certificate-reader'

/** A reply that is a file to save and not JSON. */
export type FileReply = {
  readonly file: 'text/csv' | 'text/html' | 'text/plain' | 'application/json'
  readonly name: string
}

/** A reply in bytes that is played and not saved; its type is that of the recording. */
export type StreamReply = { readonly stream: 'media' }

/**
 * One thing the server can be asked. `reply` is an allow-list: what the schema does not name is an error on the server and
 * never reaches the network. A route without `access` or without `reply` does not compile.
 */
export type Endpoint = {
  readonly summary: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Below `/api`; parameters as `:name`. */
  readonly path: `/${string}`
  readonly access: Access
  readonly query?: z.ZodType
  readonly body?: z.ZodType
  /** The body is bytes of this type, taken as they come, instead of JSON. */
  readonly content?: 'application/octet-stream'
  /** Largest body in bytes; 256 kB unless told. */
  readonly bodyLimit?: number
  readonly reply: z.ZodType | FileReply | StreamReply
}

type ParameterNames<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParameterNames<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never

/** The parameters of a path: `'/studies/:study/cases/:case'` asks for `{ study, case }`. */
export type Parameters<E extends Endpoint> = { [Name in ParameterNames<E['path']>]: string }
export type Query<E extends Endpoint> = E['query'] extends z.ZodType ? z.output<E['query']> : undefined
export type QueryInput<E extends Endpoint> = E['query'] extends z.ZodType ? z.input<E['query']> : undefined
export type Body<E extends Endpoint> = E['body'] extends z.ZodType ? z.output<E['body']> : undefined
export type BodyInput<E extends Endpoint> = E['body'] extends z.ZodType ? z.input<E['body']> : undefined
export type Reply<E extends Endpoint> = E['reply'] extends z.ZodType ? z.output<E['reply']> : string

/** Whether a reply is a file. */
export function isFileReply(reply: Endpoint['reply']): reply is FileReply {
  return 'file' in reply
}

/** Whether a reply is bytes to play. */
export function isStreamReply(reply: Endpoint['reply']): reply is StreamReply {
  return 'stream' in reply
}
