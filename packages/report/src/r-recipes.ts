import type { Result, UsedOptions } from '@attune/agreement'
import type { Plan } from './content.ts'
import type { Finding } from './findings.ts'
import { labelOf } from './labels.ts'
import { listing } from './numbers.ts'
import { codeRecipes } from './r-codes.ts'
import { scoreRecipes } from './r-scores.ts'
import { rVector } from './r-text.ts'

/**
 * The lines of R that give a coefficient again. They find `x` (items x raters), `v` (the same as numbers), `m` (positions of
 * the categories), `t` (two raters: their table), `lv` (categories), `s` (their scores), `W` (weights).
 */
export function recipe({ measure, options }: Result): readonly string[] {
  const lines = (codeRecipes[measure] ?? scoreRecipes[measure])?.(options)
  return lines ?? [`# ${measure}: no function of R that is known to us gives this coefficient.`]
}

/** Intervals and tests that the lines of a recipe do not give. */
const LACKING: Readonly<Record<string, readonly ('interval' | 'test')[]>> = {
  'hubert-kappa': ['interval'],
  'icc-oneway': ['interval'],
  'icc-mixed': ['interval', 'test'],
  finn: ['interval', 'test'],
  'robinson-a': ['interval'],
}

/** What of this result its lines of R do not give. */
export function lacking(result: Result): ('interval' | 'test')[] {
  if (result.estimate === null) return []
  // icc_of has the test of 0; irr has one of another value, with degrees of freedom at the estimate.
  const parts = result.measure === 'icc' && (result.options.r0 ?? 0) > 0 ? ['test' as const] : LACKING[result.measure]
  return (parts ?? []).filter((part) => result[part] !== undefined)
}

/** The matrix of weights, as a coefficient used them. */
export function weightLines({ weights = 'identity' }: UsedOptions): readonly string[] {
  if (typeof weights !== 'string') {
    const cells = weights.flatMap((row) => [...row].map(String))
    return [`W <- matrix(${rVector(cells)}, length(lv), byrow = TRUE)`]
  }
  const distance: Readonly<Record<string, string>> = {
    linear: 'abs(outer(s, s, "-")) / diff(range(s))',
    quadratic: '(outer(s, s, "-") / diff(range(s)))^2',
    radical: 'sqrt(abs(outer(s, s, "-")) / diff(range(s)))',
  }
  if (weights === 'identity') return ['W <- diag(length(lv))']
  const known = distance[weights]
  return [known === undefined ? `W <- irrCAC::${weights}.weights(s)` : `W <- 1 - ${known}`]
}

/** The coefficients that irrCAC gives, which rounds. */
const ROUNDED: ReadonlySet<string> = new Set(['conger-kappa', 'krippendorff-alpha-weighted'])

/** What the script does not give again, or not to the last digit: a sentence for each kind, none if it gives everything. */
export function shortfalls(findings: readonly Finding[], { interval }: Plan): string[] {
  const named = (test: (result: Result) => boolean) =>
    listing([
      ...new Set(findings.filter(({ result }) => test(result)).map(({ title, result }) => labelOf(title, result))),
    ])
  const isComputed = (result: Result) => recipe(result).some((line) => !line.startsWith('#'))
  const whole = named((result) => !isComputed(result))
  const parts = (['interval', 'test'] as const).map(
    (part) => [part, named((result) => isComputed(result) && lacking(result).includes(part))] as const,
  )
  const rounded = named(({ measure }) => ROUNDED.has(measure))
  const isDrawn = interval.method === 'bootstrap' || interval.method === 'jackknife'
  return [
    ...(whole === '' ? [] : [`No function of R that is known to us gives ${whole}.`]),
    ...parts.flatMap(([part, names]) => (names === '' ? [] : [`It does not give the ${part} of ${names}.`])),
    ...(rounded === '' ? [] : [`The package it calls rounds to five digits: ${rounded}.`]),
    ...(isDrawn ? [`Intervals by ${interval.method} are not drawn again in R.`] : []),
  ]
}
