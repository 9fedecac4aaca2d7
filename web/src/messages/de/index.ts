import type { Messages } from '../en/index.ts'
import { base } from './base.ts'
import { codings } from './codings.ts'
import { locale } from './plural.ts'

export const de: Messages = { locale, base, codings }
