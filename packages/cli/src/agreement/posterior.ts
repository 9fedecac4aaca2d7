import { type CodeTable, kappaPosterior, type Options, type Result } from '@attune/agreement'
import { type Arguments, numberFrom } from '../arguments.ts'
import { Refusal } from '../refusal.ts'
import { seedOf } from './interval-choice.ts'

export const PRIORS = ['perks'] as const

/** A Bayesian interval of kappa, asked for beside the coefficients. */
export interface Posterior {
  readonly threshold: number
  readonly seed: number
}

export function posteriorOf(args: Arguments): Posterior | null {
  if (!args.has('prior')) {
    if (args.has('threshold')) throw new Refusal('--threshold belongs to --prior.', 'Leave --threshold out.')
    return null
  }
  const isKappa = (value: number) => value >= -1 && value <= 1
  return {
    threshold: numberFrom('threshold', args.text('threshold') ?? '0.6', isKappa, 'from -1 to 1'),
    seed: seedOf(args) ?? 1,
  }
}

/** @throws Refusal if there are not two raters. */
export function posterior(
  table: CodeTable,
  options: Pick<Options, 'confidence' | 'weights' | 'period'>,
  plan: Posterior,
): Result {
  if (table.raters.length === 2) return kappaPosterior(table, options, plan)
  throw new Refusal(
    `--prior is for two raters; there are ${table.raters.length}.`,
    'Add --pairs, --reference RATER or --raters A,B.',
  )
}
