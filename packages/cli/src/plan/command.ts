import { formatOf } from '../agreement/request.ts'
import { readArguments } from '../arguments.ts'
import { orRefuse, Refusal } from '../refusal.ts'
import { EXIT, type World } from '../world.ts'
import { only } from './design.ts'
import { iccDesign } from './icc.ts'
import { kappaDesign } from './kappa.ts'
import { planMore } from './more.ts'
import { printDesign } from './print.ts'
import { planSpecs } from './specs.ts'

const FORMATS = ['json', 'csv', 'markdown', 'help']
const OF_KAPPA = ['kappa0', 'kappa1', 'rates', 'shares', 'prevalence', 'raters', 'power', 'alpha', 'tails', 'items']
const OF_ICC = [
  'rho0',
  'rho1',
  'rho',
  'width',
  'lower',
  'assurance',
  'design',
  'raters',
  'power',
  'alpha',
  'tails',
  'confidence',
  'items',
]

/** `attune plan kappa|icc|more`: how many items a study needs. */
export async function plan(words: readonly string[], world: World): Promise<number> {
  const [what, ...rest] = words
  if (what === 'more') {
    await planMore(rest, world)
    return EXIT.done
  }
  const args = readArguments(words, planSpecs)
  const [kind, ...more] = args.files
  if ((kind !== 'kappa' && kind !== 'icc') || more.length > 0) {
    throw new Refusal(
      'What is to be planned?',
      'Write "attune plan kappa", "attune plan icc" or "attune plan more FILE".',
    )
  }
  only(
    args,
    `attune plan ${kind}`,
    [...(kind === 'kappa' ? OF_KAPPA : OF_ICC), ...FORMATS],
    planSpecs.map(({ name }) => name),
  )
  const design = orRefuse('', 'Correct the options; see "attune help plan".', () =>
    kind === 'kappa' ? kappaDesign(args) : iccDesign(args),
  )
  printDesign(design, formatOf(args), world)
  return EXIT.done
}
