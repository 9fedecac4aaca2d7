import { z } from 'zod'

/** Random UUID; near master codings an id must not tell order or time. */
export const id = z.uuid()
/** UTC, as the server's clock gives it. */
export const instant = z.iso.datetime()

const loneSurrogate = /\p{Surrogate}/u

/** Text that survives storage unchanged: no NUL, no half of a surrogate pair. Both would shift character offsets. */
export function text(maximum: number) {
  return z
    .string()
    .max(maximum, `At most ${maximum} characters.`)
    .refine((value) => !value.includes('\0'), 'Contains a NUL character; remove it.')
    .refine((value) => !loneSurrogate.test(value), 'Contains half of a surrogate pair; save the text as UTF-8 again.')
}

/** A short label that somebody typed: trimmed, not empty. */
export function label(maximum = 120) {
  return text(maximum).trim().min(1, 'Must not be empty.')
}

/** The name a person signs in with. */
export const login = z
  .string()
  .trim()
  .toLowerCase()
  .regex(
    /^[a-z0-9][a-z0-9._@-]{1,63}$/,
    'Two to 64 of the characters a-z 0-9 . _ @ - and begins with a letter or digit.',
  )

/** Long enough to matter; no rules on kinds of characters. */
export const password = text(200).min(10, 'At least 10 characters.')

/** The pseudonymous id of a case. Never a name: it appears in exports. */
export const caseId = z
  .string()
  .trim()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/,
    'One to 40 of the characters A-Z a-z 0-9 . _ - and begins with a letter or digit.',
  )

export const role = z.enum(['pi', 'trainer', 'coder', 'trainee'])
export type Role = z.infer<typeof role>

/** A secret that is handed over in the fragment of a link. */
export const token = z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'This link is not complete. Copy it again.')

export const done = z.strictObject({ done: z.literal(true) })

/** Part of a longer list. `next` goes into `after` of the next call; null at the end. */
export const page = {
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(200),
}

/** A comma-separated list in a query string. */
export const commaList = z
  .string()
  .max(4000)
  .transform((value) => value.split(',').filter((part) => part !== ''))
