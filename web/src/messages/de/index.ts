import type { Messages } from '../en/index.ts'
import { accounts } from './accounts.ts'
import { annotations } from './annotations.ts'
import { base } from './base.ts'
import { cases } from './cases.ts'
import { certificates } from './certificates.ts'
import { codebooks } from './codebooks.ts'
import { codings } from './codings.ts'
import { criteria } from './criteria.ts'
import { desk } from './desk.ts'
import { door } from './door.ts'
import { drift } from './drift.ts'
import { episodes } from './episodes.ts'
import { evidence } from './evidence.ts'
import { history } from './history.ts'
import { home } from './home.ts'
import { imports } from './imports.ts'
import { intervals } from './intervals.ts'
import { keys } from './keys.ts'
import { live } from './live.ts'
import { media } from './media.ts'
import { myTraining } from './my-training.ts'
import { observations } from './observations.ts'
import { people } from './people.ts'
import { locale } from './plural.ts'
import { ratings } from './ratings.ts'
import { records } from './records.ts'
import { refusals } from './refusals.ts'
import { reliability } from './reliability.ts'
import { settings } from './settings.ts'
import { studies } from './studies.ts'
import { timeline } from './timeline.ts'
import { training } from './training.ts'
import { transcripts } from './transcripts.ts'

export const de: Messages = {
  locale,
  transcripts,
  observations,
  media,
  live,
  timeline,
  training,
  intervals,
  episodes,
  ratings,
  annotations,
  evidence,
  records,
  imports,
  cases,
  history,
  codebooks,
  studies,
  settings,
  people,
  accounts,
  home,
  door,
  drift,
  base,
  codings,
  criteria,
  desk,
  certificates,
  myTraining,
  keys,
  refusals,
  reliability,
}
