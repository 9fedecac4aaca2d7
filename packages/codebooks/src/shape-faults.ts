import type { z } from 'zod'
import { type Fault, formatPath } from './fault.ts'
import { type Codebook, codebookSchema } from './schema.ts'

type RawIssue = z.core.$ZodRawIssue

/** A value in the shape of a codebook, or the shape's faults, each with a path and a remedy in plain words. */
export function readShape(value: unknown): { ok: true; codebook: Codebook } | { ok: false; faults: Fault[] } {
  const parsed = codebookSchema.safeParse(value, { error: explain })
  if (parsed.success) return { ok: true, codebook: parsed.data }
  return { ok: false, faults: parsed.error.issues.flatMap(faultsOfIssue) }
}

function faultsOfIssue(issue: z.core.$ZodIssue): Fault[] {
  if (issue.code !== 'unrecognized_keys') return [{ path: formatPath(issue.path), message: issue.message }]
  return issue.keys.map((key) => ({ path: formatPath([...issue.path, key]), message: issue.message }))
}

/** Words for what zod found; texts written beside a rule of the schema win over these. */
function explain(issue: RawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return typeMessage(issue.expected, issue.input)
    case 'unrecognized_keys':
      return `This field is not known here.${knownFields(issue)} Remove it or correct its name.`
    case 'invalid_value':
      return issue.input === undefined
        ? `This field is missing. Add it: ${oneOf(issue.values)}.`
        : `Write ${oneOf(issue.values)} here.`
    case 'invalid_union':
      return `Write ${oneOf(['scale', 'classification', 'presence', 'count', 'duration'])} here.`
    case 'too_small':
      return sizeMessage(issue.origin, 'at least', Number(issue.minimum), issue.inclusive ?? true)
    case 'too_big':
      return sizeMessage(issue.origin, 'at most', Number(issue.maximum), issue.inclusive ?? true)
    default:
      return undefined
  }
}

const KINDS: Record<string, string> = {
  string: 'a text in quotation marks',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list in [ ]',
  object: 'an object in { }',
  record: 'an object in { }',
}

function typeMessage(expected: string, input: unknown): string {
  const kind = KINDS[expected] ?? expected
  return input === undefined ? `This field is missing. Add it: ${kind}.` : `Write ${kind} here.`
}

function sizeMessage(origin: string, bound: 'at least' | 'at most', limit: number, inclusive: boolean): string {
  if (origin === 'array') return `Give ${bound} ${limit} ${limit === 1 ? 'entry' : 'entries'} here.`
  if (origin === 'string') return `Write ${bound} ${limit} characters here.`
  if (!inclusive) return `Write a number ${bound === 'at least' ? 'above' : 'below'} ${limit} here.`
  return `Write a number of ${bound} ${limit} here.`
}

const oneOf = (values: readonly unknown[]): string => values.map((value) => JSON.stringify(value)).join(' or ')

function knownFields(issue: RawIssue): string {
  const shape: unknown = issue.inst && 'shape' in issue.inst ? issue.inst.shape : undefined
  if (typeof shape !== 'object' || shape === null) return ''
  return ` Known are ${Object.keys(shape).join(', ')}.`
}
