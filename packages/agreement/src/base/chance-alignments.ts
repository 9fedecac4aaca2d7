import type { AnyOptions } from '../options.ts'
import { partsOf } from '../table/join.ts'
import type { UnitTable } from '../table/segment-types.ts'
import { alignMany } from './align-many.ts'
import { alignTwo } from './align-two.ts'
import type { Alignment, Continuum, Dissimilarity } from './continuum.ts'
import { randomFrom } from './random.ts'
import { randomContinuum } from './random-continuum.ts'
import { rememberWith } from './remember.ts'

export type GammaOptions = Pick<
  AnyOptions,
  'confidence' | 'alpha' | 'beta' | 'deltaEmpty' | 'seed' | 'samples' | 'effort'
>

/** The options of the gamma family, defaults filled in. @throws RangeError if one is out of its range. */
export function gammaSettings(options: GammaOptions) {
  const { alpha = 1, beta = 1, deltaEmpty = 1, seed = 1, samples = 30, effort = 1_000_000 } = options
  if (!(alpha > 0 && Number.isFinite(alpha))) throw new RangeError(`Alpha ${alpha} is not a number above 0.`)
  if (!(beta >= 0 && Number.isFinite(beta))) throw new RangeError(`Beta ${beta} is not a number of at least 0.`)
  if (!(deltaEmpty > 0 && Number.isFinite(deltaEmpty))) {
    throw new RangeError(`DeltaEmpty ${deltaEmpty} is not a number above 0.`)
  }
  if (!(Number.isInteger(samples) && samples >= 2)) throw new RangeError(`${samples} samples are not at least 2.`)
  if (!(effort >= 1)) throw new RangeError(`The effort ${effort} is not at least 1.`)
  return { alpha, beta, deltaEmpty, seed, samples, effort }
}

/** The best alignment of a continuum, or `null` if the search gave up. */
export function align(continuum: Continuum, weights: Dissimilarity, effort: number): Alignment | null {
  return continuum.offsets.length === 3 ? alignTwo(continuum, weights) : alignMany(continuum, weights, effort)
}

export interface Aligned {
  readonly continuum: Continuum
  readonly alignment: Alignment
}

/** One continuum after the other, as marked (`real`) and as made by chance (`chance[sample]`), each with its best alignment. */
export interface Alignments {
  readonly real: readonly Aligned[]
  readonly chance: readonly (readonly Aligned[])[]
}

type Settings = ReturnType<typeof gammaSettings>

/** Alignments of a table; units are aligned and moved within their own continuum only. `null` if a search gave up. */
export function chanceAlignments(table: UnitTable, settings: Settings): Alignments | null {
  const marked = partsOf(table).filter(({ starts }) => starts.length > 0)
  const ofPart = table.joined === undefined ? alignmentsOf : keptAlignments
  const parts = marked.flatMap((part) => ofPart(part, settings) ?? [])
  if (parts.length < marked.length) return null
  const chance = Array.from({ length: settings.samples }, (_, sample) => parts.map((part) => part.chance[sample]!))
  return { real: parts.map(({ real }) => real), chance }
}

/** Kept with the document: resampling asks for the same ones again and again. */
const keptAlignments = rememberWith(alignmentsOf)

function alignmentsOf(table: UnitTable, settings: Settings) {
  const { seed, samples, effort } = settings
  const random = randomFrom(seed)
  const { begin, length } = table.extent ?? seen(table)
  const real = align(table, settings, effort)
  if (real === null) return null
  const chance: Aligned[] = []
  for (let sample = 0; sample < samples; sample++) {
    const continuum = randomContinuum(table, begin, length, random)
    const alignment = align(continuum, settings, effort)
    if (alignment === null) return null
    chance.push({ continuum, alignment })
  }
  return { real: { continuum: table, alignment: real }, chance }
}

/** From the first start to the last end, where the extent is not declared. */
function seen({ starts, ends }: UnitTable): { begin: number; length: number } {
  const begin = starts.reduce((least, start) => Math.min(least, start), Number.POSITIVE_INFINITY)
  return { begin, length: ends.reduce((most, end) => Math.max(most, end), Number.NEGATIVE_INFINITY) - begin }
}

export const gaveUp = (effort: number): string =>
  `The search for the best alignment of three or more raters gave up after ${effort} steps; allow more effort, or compare raters in pairs.`
