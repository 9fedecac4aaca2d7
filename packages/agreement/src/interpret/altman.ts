import type { Benchmark } from './benchmark-membership.ts'

/**
 * The words of Altman: written for kappa.
 *
 * @source Altman (1991), Practical Statistics for Medical Research, p. 404. doi:10.1201/9780429258589
 */
export const altman: Benchmark = {
  author: 'Altman',
  source: 'Altman (1991), Practical Statistics for Medical Research, p. 404. doi:10.1201/9780429258589',
  writtenFor: 'kappa',
  bands: [
    { from: 0.8, label: 'Very Good' },
    { from: 0.6, label: 'Good' },
    { from: 0.4, label: 'Moderate' },
    { from: 0.2, label: 'Fair' },
    { from: -1, label: 'Poor' },
  ],
}
