import { checkReferences } from './check-ids.ts'
import type { Fault } from './fault.ts'
import type { Codebook, Sampling } from './schema.ts'

/** Intervals are cut from the time of an observation, and ask for behaviours of its own list. */
export function checkSampling(codebook: Codebook): Fault[] {
  const samplings = codebook.sampling ?? []
  if (samplings.length > 0 && codebook.material !== 'observation') {
    const message = 'Only observations are sampled by intervals. Remove "sampling" or change "material".'
    return [{ path: 'sampling', message }]
  }
  return samplings.flatMap((sampling, index) => checkOne(codebook, sampling, index))
}

function checkOne(codebook: Codebook, sampling: Sampling, index: number): Fault[] {
  return (['codes', 'subjects', 'episodes'] as const).flatMap((list) =>
    checkReferences(
      sampling[list] ?? [],
      codebook[list].map((entry) => entry.id),
      ['sampling', index, list],
      list.slice(0, -1),
    ),
  )
}
