import { pluralIn } from '../plural.ts'

export const locale = 'de-DE'
export const plural = pluralIn(locale)
