/** Inverse and log determinant of a symmetric positive definite matrix. */
export interface Inverted {
  readonly inverse: Float64Array
  readonly logDeterminant: number
}

/** Cholesky factor, row by row. A pivot that is nothing but rounding becomes 0, so a semidefinite matrix passes. */
function factor(matrix: Float64Array, size: number): Float64Array {
  const lower = new Float64Array(size * size)
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = matrix[i * size + j]!
      for (let k = 0; k < j; k++) rest -= lower[i * size + k]! * lower[j * size + k]!
      const pivot = lower[j * size + j]!
      if (i !== j) lower[i * size + j] = pivot === 0 ? 0 : rest / pivot
      else lower[i * size + i] = rest > 1e-12 * matrix[i * size + i]! ? Math.sqrt(rest) : 0
    }
  }
  return lower
}

export function invert(matrix: Float64Array, size: number): Inverted {
  const lower = factor(matrix, size)
  const inverse = new Float64Array(size * size)
  let logDeterminant = 0
  for (let unit = 0; unit < size; unit++) {
    logDeterminant += 2 * Math.log(lower[unit * (size + 1)]!)
    inverse[unit * (size + 1)] = 1
    substitute(lower, inverse, unit * size, size)
  }
  return { inverse, logDeterminant }
}

/** Solves L L' x = x in place, for the values of x that begin at `from`; directions without a pivot are left at 0. */
function substitute(lower: Float64Array, x: Float64Array, from: number, size: number): void {
  for (let i = 0; i < size; i++) {
    let rest = x[from + i]!
    for (let k = 0; k < i; k++) rest -= lower[i * size + k]! * x[from + k]!
    const pivot = lower[i * size + i]!
    x[from + i] = pivot === 0 ? 0 : rest / pivot
  }
  for (let i = size - 1; i >= 0; i--) {
    let rest = x[from + i]!
    for (let k = i + 1; k < size; k++) rest -= lower[k * size + i]! * x[from + k]!
    const pivot = lower[i * size + i]!
    x[from + i] = pivot === 0 ? 0 : rest / pivot
  }
}

/** Solution of a semidefinite system, by the same factor. */
export function solve(matrix: Float64Array, right: Float64Array): Float64Array {
  const size = right.length
  const x = Float64Array.from(right)
  substitute(factor(matrix, size), x, 0, size)
  return x
}

export function times(matrix: Float64Array, vector: Float64Array): Float64Array {
  const size = vector.length
  const product = new Float64Array(size)
  for (let row = 0; row < size; row++) {
    let total = 0
    for (let column = 0; column < size; column++) total += matrix[row * size + column]! * vector[column]!
    product[row] = total
  }
  return product
}

export function dot(a: Float64Array, b: Float64Array): number {
  let total = 0
  for (let index = 0; index < a.length; index++) total += a[index]! * b[index]!
  return total
}
