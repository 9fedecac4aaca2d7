import type { Messages } from '../en/index.ts'
import { base } from './base.ts'
import { cases } from './cases.ts'
import { codebooks } from './codebooks.ts'
import { codings } from './codings.ts'
import { door } from './door.ts'
import { history } from './history.ts'
import { home } from './home.ts'
import { imports } from './imports.ts'
import { keys } from './keys.ts'
import { people } from './people.ts'
import { locale } from './plural.ts'
import { records } from './records.ts'
import { refusals } from './refusals.ts'
import { settings } from './settings.ts'
import { studies } from './studies.ts'

export const de: Messages = {
  locale,
  records,
  imports,
  cases,
  history,
  codebooks,
  studies,
  settings,
  people,
  home,
  door,
  base,
  codings,
  keys,
  refusals,
}
