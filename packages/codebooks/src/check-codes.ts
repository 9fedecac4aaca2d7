import { checkReferences, repeated } from './check-ids.ts'
import { type Fault, formatPath } from './fault.ts'
import { scaleFault } from './scale.ts'
import type { Code, Codebook } from './schema.ts'

export function checkCodes(codebook: Codebook): Fault[] {
  return codebook.codes.flatMap((code, index) => [
    ...checkUnit(codebook, code, index),
    ...checkKey(codebook.codes, code, index),
    ...checkRange(code, index),
    ...checkExclusive(code, index),
    ...checkModifiers(code, index),
    ...checkReferences(
      code.subjects ?? [],
      codebook.subjects.map((subject) => subject.id),
      ['codes', index, 'subjects'],
      'subject',
    ),
  ])
}

/** Events are marked on observation records, segments on transcripts; a code of the other kind could never be used. */
function checkUnit(codebook: Codebook, code: Code, index: number): Fault[] {
  const at = (field: string) => formatPath(['codes', index, field])
  const fitting = codebook.material === 'transcript' ? 'segment' : 'event'
  if (code.unit !== fitting) {
    const message = `Material of kind ${codebook.material} takes codes of unit "${fitting}". Change unit or material.`
    return [{ path: at('unit'), message }]
  }
  if (code.unit === 'event') {
    const message = 'An event code says "point" (a moment) or "state" (with a duration). Add it.'
    return code.event === undefined ? [{ path: at('event'), message }] : []
  }
  const misplaced = (['event', 'subjects', 'exclusive', 'modifiers'] as const).filter(
    (field) => code[field] !== undefined,
  )
  return misplaced.map((field) => ({ path: at(field), message: `Only event codes have "${field}". Remove it.` }))
}

function checkKey(codes: readonly Code[], code: Code, index: number): Fault[] {
  const first = codes.findIndex((other) => other.key !== undefined && other.key === code.key)
  if (first === -1 || first === index) return []
  const message = `The key "${code.key}" already belongs to ${codes[first]?.id}. Choose another one.`
  return [{ path: formatPath(['codes', index, 'key']), message }]
}

function checkRange(code: Code, index: number): Fault[] {
  const message = code.value ? scaleFault(code.value) : null
  return message === null ? [] : [{ path: formatPath(['codes', index, 'value']), message }]
}

/** A moment ends nothing. */
function checkExclusive(code: Code, index: number): Fault[] {
  if (code.exclusive === undefined || code.event !== 'point') return []
  const message = 'Only states can exclude each other. Remove "exclusive" or make it a state.'
  return [{ path: formatPath(['codes', index, 'exclusive']), message }]
}

function checkModifiers(code: Code, index: number): Fault[] {
  const modifiers = code.modifiers ?? []
  const at = ['codes', index, 'modifiers']
  return [
    ...repeated(ids(modifiers), (place) => [...at, place, 'id'], 'a modifier'),
    ...modifiers.flatMap((modifier, which) =>
      repeated(ids(modifier.values), (place) => [...at, which, 'values', place, 'id'], 'a value'),
    ),
  ]
}

const ids = (entries: readonly { id: string }[]): string[] => entries.map((entry) => entry.id)
