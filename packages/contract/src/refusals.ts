import { z } from 'zod'

/** Every "no" the server can say, with its HTTP status. `not-found` also stands for "not yours to know". */
export const refusalStatus = {
  'bad-request': 400,
  'not-signed-in': 401,
  'wrong-credentials': 401,
  'foreign-origin': 403,
  'not-found': 404,
  'too-many-tries': 429,
  stale: 409,
  'already-submitted': 409,
  'already-exists': 409,
  'in-use': 409,
  incomplete: 422,
  'unreadable-file': 422,
  'too-large': 413,
  'no-such-range': 416,
  'storage-full': 507,
  'not-ready': 503,
  internal: 500,
} as const

export type RefusalCode = keyof typeof refusalStatus

/** One thing that is wrong with a field or a line of what was sent, and what to do about it. */
export const fieldFault = z.strictObject({ path: z.string(), message: z.string() })
export type FieldFault = z.infer<typeof fieldFault>

/** The one shape of every refusal. `request` finds the entry in the server's log. */
export const refusalReply = z.strictObject({
  error: z.strictObject({
    code: z.enum(Object.keys(refusalStatus) as [RefusalCode, ...RefusalCode[]]),
    message: z.string(),
    faults: z.array(fieldFault),
    request: z.string(),
    /** With `stale`: the item as it stands now. */
    current: z.unknown().optional(),
  }),
})
export type RefusalReply = z.infer<typeof refusalReply>
