import { pluralIn } from '../plural.ts'

export const locale = 'en-GB'
export const plural = pluralIn(locale)
