import { base } from './base.ts'
import { codings } from './codings.ts'
import { keys } from './keys.ts'
import { locale } from './plural.ts'
import { refusals } from './refusals.ts'

/** English: complete, and the shape of every other language. */
export const en = { locale, base, codings, keys, refusals }

/** Every text of the interface. A language that lacks one does not compile. */
export type Messages = typeof en
