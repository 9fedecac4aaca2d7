import { notation, type RatingValue } from '@attune/codebooks'
import { clock } from '../../base/clock.ts'
import { formatScore } from '../../base/numbers.ts'
import { t } from '../../messages/index.ts'

/** A value as it is read: "5.5", "U/E3", "present", "Cannot rate". */
export function valueWords(value: RatingValue | null | undefined): string {
  if (!value) return t().ratings.notRated
  switch (value.kind) {
    case 'score':
      return formatScore(value.score)
    case 'class':
      return notation(value.classes)
    case 'presence':
      return value.present ? t().ratings.present : t().ratings.absent
    case 'count':
      return String(value.count)
    case 'duration':
      return clock(value.seconds)
    case 'none':
      return t().ratings.noValues[value.reason]
  }
}
