import { checkCodes } from './check-codes.ts'
import { checkIds } from './check-ids.ts'
import { checkSampling } from './check-sampling.ts'
import { checkVariable } from './check-variable.ts'
import type { Fault } from './fault.ts'
import { hazardsOf } from './hazards.ts'
import { readJson } from './json.ts'
import { LIMITS } from './limits.ts'
import type { Codebook } from './schema.ts'
import { readShape } from './shape-faults.ts'

export type ParsedCodebook = { ok: true; codebook: Codebook } | { ok: false; faults: Fault[] }

/**
 * A codebook from outside: the text of a JSON file, or a value already read from one.
 *
 * Faults come in three steps, each reported in full before the next is tried: the file (JSON, size,
 * reserved names), the shape (fields, types, ranges), the sense (references, totals, uniqueness).
 */
export function parseCodebook(input: unknown): ParsedCodebook {
  const read = typeof input === 'string' ? readJson(input) : { ok: true as const, value: input }
  if (!read.ok) return read
  const hazards = hazardsOf(read.value)
  if (hazards.length > 0) return refuse(hazards)
  const shape = readShape(read.value)
  if (!shape.ok) return refuse(shape.faults)
  const sense = senseFaults(shape.codebook)
  return sense.length > 0 ? refuse(sense) : shape
}

const refuse = (faults: Fault[]): ParsedCodebook => ({ ok: false, faults: faults.slice(0, LIMITS.faults) })

function senseFaults(codebook: Codebook): Fault[] {
  return [
    ...checkIds(codebook),
    ...codebook.variables.flatMap((variable, index) => checkVariable(codebook, variable, ['variables', index])),
    ...checkCodes(codebook),
    ...checkSampling(codebook),
  ]
}
