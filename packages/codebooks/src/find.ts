import type { Code, Codebook } from './schema.ts'
import type { Variable } from './variable-schema.ts'

export const findVariable = (codebook: Codebook, id: string): Variable | undefined =>
  codebook.variables.find((variable) => variable.id === id)

export const findCode = (codebook: Codebook, id: string): Code | undefined =>
  codebook.codes.find((code) => code.id === id)
