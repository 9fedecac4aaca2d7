import type { Benchmark } from './benchmark-membership.ts'

/**
 * The words of Fleiss: written for kappa.
 *
 * @source Fleiss, Levin & Paik (2003), Statistical Methods for Rates and Proportions, 3rd ed., p. 604. doi:10.1002/0471445428
 */
export const fleissBenchmark: Benchmark = {
  author: 'Fleiss',
  source:
    'Fleiss, Levin & Paik (2003), Statistical Methods for Rates and Proportions, 3rd ed., p. 604. doi:10.1002/0471445428',
  writtenFor: 'kappa',
  bands: [
    { from: 0.75, label: 'Excellent' },
    { from: 0.4, label: 'Intermediate to Good' },
    { from: -1, label: 'Poor' },
  ],
}
