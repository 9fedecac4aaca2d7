import type { Benchmark } from './benchmark-membership.ts'

/**
 * The words of Cicchetti: written for kappa, weighted kappa and ICC of clinical instruments.
 *
 * @source Cicchetti (1994), Psychol. Assess. 6(4), 284-290. doi:10.1037/1040-3590.6.4.284
 */
export const cicchetti: Benchmark = {
  author: 'Cicchetti',
  source: 'Cicchetti (1994), Psychol. Assess. 6(4), 284-290. doi:10.1037/1040-3590.6.4.284',
  writtenFor: 'kappa and ICC',
  bands: [
    { from: 0.75, label: 'Excellent' },
    { from: 0.6, label: 'Good' },
    { from: 0.4, label: 'Fair' },
    { from: -1, label: 'Poor' },
  ],
}
