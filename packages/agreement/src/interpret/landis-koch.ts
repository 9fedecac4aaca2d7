import type { Benchmark } from './benchmark-membership.ts'

/**
 * The words of Landis and Koch: written for kappa; the authors call the limits arbitrary.
 *
 * @source Landis & Koch (1977), Biometrics 33(1), 159-174. doi:10.2307/2529310
 */
export const landisKoch: Benchmark = {
  author: 'Landis and Koch',
  source: 'Landis & Koch (1977), Biometrics 33(1), 159-174. doi:10.2307/2529310',
  writtenFor: 'kappa',
  bands: [
    { from: 0.8, label: 'Almost Perfect' },
    { from: 0.6, label: 'Substantial' },
    { from: 0.4, label: 'Moderate' },
    { from: 0.2, label: 'Fair' },
    { from: 0, label: 'Slight' },
    { from: -1, label: 'Poor' },
  ],
}
