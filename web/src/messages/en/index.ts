import { base } from './base.ts'
import { codings } from './codings.ts'
import { locale } from './plural.ts'

/** English: complete, and the shape of every other language. */
export const en = { locale, base, codings }

/** Every text of the interface. A language that lacks one does not compile. */
export type Messages = typeof en
