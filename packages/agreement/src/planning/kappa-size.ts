import { chiSquaredQuantile } from '../distributions/distributions.ts'
import { probabilityBelow } from './plan.ts'

/** P(X <= x) for noncentral chi squared with one degree of freedom. */
function noncentralLower(x: number, noncentrality: number): number {
  const [root, shift] = [Math.sqrt(x), Math.sqrt(noncentrality)]
  return probabilityBelow(root - shift) - probabilityBelow(-root - shift)
}

/**
 * The noncentrality as kappaSize 1.2 finds it: halving until the power is within 0.00001, so that its figures can be repeated. They
 * are off in the sixth digit.
 */
export function kappaSizeNoncentrality(alpha: number, power: number): number {
  const critical = chiSquaredQuantile(1 - alpha, 1)
  const missed = 1 - power
  let [low, middle, high] = [critical, 2 * critical, 3 * critical]
  while (noncentralLower(critical, low) < missed) [low, middle] = [low / 4, low]
  while (noncentralLower(critical, high) > missed) [middle, high] = [high, high + critical]
  for (let off = 1; off > 0.00001; off = Math.abs(noncentralLower(critical, middle) - missed)) {
    if (noncentralLower(critical, middle) < missed) [middle, high] = [(low + middle) / 2, middle]
    else [low, middle] = [middle, (middle + high) / 2]
  }
  return middle
}
