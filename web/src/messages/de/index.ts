import type { Messages } from '../en/index.ts'
import { base } from './base.ts'
import { codings } from './codings.ts'
import { keys } from './keys.ts'
import { locale } from './plural.ts'
import { refusals } from './refusals.ts'

export const de: Messages = { locale, base, codings, keys, refusals }
