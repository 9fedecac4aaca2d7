/** Cholesky factor, row by row, in place of the matrix. A pivot that is nothing but rounding becomes 0, so a semidefinite matrix passes. */
function factor(matrix: Float64Array, size: number): void {
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      const whole = matrix[i * size + j]!
      let rest = whole
      for (let k = 0; k < j; k++) rest -= matrix[i * size + k]! * matrix[j * size + k]!
      const pivot = matrix[j * size + j]!
      if (i !== j) matrix[i * size + j] = pivot === 0 ? 0 : rest / pivot
      else matrix[i * size + i] = rest > 1e-12 * whole ? Math.sqrt(rest) : 0
    }
  }
}

/**
 * Writes the inverse of a symmetric positive definite matrix into `inverse`; the matrix becomes its factor.
 *
 * @returns the log determinant.
 */
export function invert(matrix: Float64Array, inverse: Float64Array, size: number): number {
  factor(matrix, size)
  inverse.fill(0)
  let logDeterminant = 0
  for (let unit = 0; unit < size; unit++) {
    logDeterminant += 2 * Math.log(matrix[unit * (size + 1)]!)
    inverse[unit * (size + 1)] = 1
    substitute(matrix, inverse, unit * size, size)
  }
  return logDeterminant
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
  const lower = Float64Array.from(matrix)
  const x = Float64Array.from(right)
  factor(lower, x.length)
  substitute(lower, x, 0, x.length)
  return x
}

export function times(matrix: Float64Array, vector: Float64Array, product: Float64Array): void {
  const size = vector.length
  for (let row = 0; row < size; row++) {
    let total = 0
    for (let column = 0; column < size; column++) total += matrix[row * size + column]! * vector[column]!
    product[row] = total
  }
}

export function dot(a: Float64Array, b: Float64Array): number {
  let total = 0
  for (let index = 0; index < a.length; index++) total += a[index]! * b[index]!
  return total
}

/** vector' x matrix x vector. */
export function quadratic(matrix: Float64Array, vector: Float64Array): number {
  const size = vector.length
  let total = 0
  for (let row = 0; row < size; row++) {
    let product = 0
    for (let column = 0; column < size; column++) product += matrix[row * size + column]! * vector[column]!
    total += vector[row]! * product
  }
  return total
}
