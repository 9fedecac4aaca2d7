import { orRefuse } from '../refusal.ts'

/** What the library will not compute from the rows of a file. */
export function orRefuseRows<Value>(where: string, compute: () => Value): Value {
  const remedy = 'Correct the rows, choose another --measure, or say begin and length with --begin and --length.'
  return orRefuse(where, remedy, compute)
}
