let zeros = new Int8Array()

/** States of scores without a gap; all tables look at the same zeros, which nobody writes to. */
export function noGaps(length: number): Int8Array {
  if (zeros.length < length) zeros = new Int8Array(length)
  return zeros.subarray(0, length)
}

/** Whether these are the zeros that all tables share; `false` says nothing. */
export const hasNoGaps = (state: Int8Array): boolean => state.buffer === zeros.buffer
