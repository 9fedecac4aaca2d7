import type { SampleSize } from '../planning/plan.ts'
import { sampleSizeIcc } from '../planning/sample-size-icc.ts'
import { sampleSizeIccWidth } from '../planning/sample-size-icc-width.ts'
import { sampleSizeKappaBinary } from '../planning/sample-size-kappa-binary.ts'
import { sampleSizeKappaGof } from '../planning/sample-size-kappa-gof.ts'
import { sampleSizeKappaMulticategory } from '../planning/sample-size-kappa-multicategory.ts'
import type { Actual } from './fields.ts'
import { numbersIn } from './guards.ts'
import type { ReferenceCase } from './reference.ts'

/** A number among the data, by name. */
const number = (given: ReferenceCase, name: string): number => Number(given.data[name])

/** Risks where the case names them; else the defaults. */
function risks({ data }: ReferenceCase): { alpha?: number; power?: number } {
  const { alpha, power } = data
  return { ...(typeof alpha === 'number' && { alpha }), ...(typeof power === 'number' && { power }) }
}

const fields = ({ items, exact }: SampleSize): Actual => ({ estimate: items, exact })

/** How the sample sizes of the reference files are computed with this library. */
export const planningAdapters: { readonly [measure: string]: (given: ReferenceCase) => Actual } = {
  sample_size_icc: (given) => {
    const [rho0, rho1, raters] = [number(given, 'rho0'), number(given, 'rho1'), number(given, 'raters')]
    return fields(sampleSizeIcc({ rho0, rho1, raters, ...risks(given), tails: given.data.tails === 2 ? 2 : 1 }))
  },
  sample_size_icc_width: (given) => {
    const [rho, raters, width] = [number(given, 'rho'), number(given, 'raters'), number(given, 'width')]
    return fields(sampleSizeIccWidth({ rho, raters, width, confidence: number(given, 'level') }))
  },
  sample_size_kappa_binary: (given) => {
    const [kappa0, kappa1] = [number(given, 'kappa0'), number(given, 'kappa1')]
    const [rate1, rate2] = [number(given, 'rate1'), number(given, 'rate2')]
    const tails = given.data.two_sided === true ? 2 : 1
    return fields(sampleSizeKappaBinary({ kappa0, kappa1, rate1, rate2, ...risks(given), tails }))
  },
  sample_size_kappa_gof: (given) => {
    const [kappa0, kappa1] = [number(given, 'kappa0'), number(given, 'kappa1')]
    const [prevalence, raters] = [number(given, 'props'), number(given, 'raters')]
    return fields(sampleSizeKappaGof({ kappa0, kappa1, prevalence, raters, ...risks(given), search: 'kappaSize' }))
  },
  sample_size_kappa_multicategory: (given) => {
    const shares = numbersIn(given.data.mrg)
    const [kappa0, kappa1] = [number(given, 'k0'), number(given, 'k1')]
    return fields(sampleSizeKappaMulticategory({ kappa0, kappa1, shares, ...risks(given) }))
  },
}
