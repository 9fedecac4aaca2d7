import type { Benchmark } from './benchmark-membership.ts'

/**
 * The words of Koo and Li: written for ICC, to be read from its interval and not from the estimate alone.
 *
 * @source Koo & Li (2016), J. Chiropr. Med. 15(2), 155-163. doi:10.1016/j.jcm.2016.02.012
 */
export const kooLi: Benchmark = {
  author: 'Koo and Li',
  source: 'Koo & Li (2016), J. Chiropr. Med. 15(2), 155-163. doi:10.1016/j.jcm.2016.02.012',
  writtenFor: 'ICC',
  bands: [
    { from: 0.9, label: 'Excellent' },
    { from: 0.75, label: 'Good' },
    { from: 0.5, label: 'Moderate' },
    { from: -1, label: 'Poor' },
  ],
}
