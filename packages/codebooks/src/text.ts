import { z } from 'zod'
import { LIMITS } from './limits.ts'

/** Names every JavaScript object has: as ids they would be "found" in any record, so no codebook may use them. */
const BUILT_IN_NAMES = new Set([...Object.getOwnPropertyNames(Object.prototype), 'prototype'])

export const isBuiltInName = (name: string): boolean => BUILT_IN_NAMES.has(name)

const ID = /^[a-z0-9]+(?:-+[a-z0-9]+)*$/
const CATEGORY_ID = /^[A-Za-z0-9]+(?:[-/]+[A-Za-z0-9]+)*$/

/** Control characters, and halves of surrogate pairs, which no database or file takes. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}]/u
const UNPRINTABLE_EXCEPT_BREAKS = /[\p{Cs}]|(?![\n\r\t])\p{Cc}/u

/** Names a variable, code, target, episode, subject, section, collapse or codebook. */
export const idSchema = z
  .string()
  .max(LIMITS.idCharacters)
  .regex(ID, 'An id is lower-case letters, digits and inner hyphens, such as "coherence-of-mind". Rename it.')
  .refine((id) => !isBuiltInName(id), 'This id is reserved. Choose another one.')

/** Names a category or an outcome; capitals and slashes are usual there, such as "Ds3a" or "A/C". */
export const categoryIdSchema = z
  .string()
  .max(LIMITS.idCharacters)
  .regex(
    CATEGORY_ID,
    'A category id is letters, digits and inner hyphens or slashes, such as "Ds3a" or "A/C". Rename it.',
  )
  .refine((id) => !isBuiltInName(id), 'This id is reserved. Choose another one.')

/** One line shown to coders. */
export const labelSchema = z
  .string()
  .max(LIMITS.labelCharacters)
  .refine((text) => text.trim() !== '', 'This text is empty. Write what coders shall read here.')
  .refine(
    (text) => !UNPRINTABLE.test(text),
    'This text holds a line break or a control character. Keep it to one line.',
  )

/** Running text, line breaks allowed. */
export const proseSchema = z
  .string()
  .max(LIMITS.textCharacters)
  .refine((text) => text.trim() !== '', 'This text is empty. Write it, or leave an optional field out.')
  .refine((text) => !UNPRINTABLE_EXCEPT_BREAKS.test(text), 'This text holds a control character. Remove it.')
