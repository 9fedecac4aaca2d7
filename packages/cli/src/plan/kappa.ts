import {
  powerKappaBinary,
  powerKappaGof,
  powerKappaMulticategory,
  sampleSizeKappaBinary,
  sampleSizeKappaGof,
  sampleSizeKappaMulticategory,
} from '@attune/agreement'
import type { Arguments } from '../arguments.ts'
import { Refusal } from '../refusal.ts'
import { BETWEEN, type Design, isShare, isWhole, needed, optional, risks, searched, shares } from './design.ts'

const isKappa = (value: number) => value >= -1 && value <= 1

/** The design of a study of kappa: which one depends on what is known of the categories. */
export function kappaDesign(args: Arguments): Design {
  const known = (['rates', 'shares', 'prevalence'] as const).filter((name) => args.has(name))
  const [by, ...more] = known
  if (by === undefined || more.length > 0) {
    throw new Refusal(
      by === undefined ? 'Kappa depends on how frequent the categories are.' : `Choose one of ${flags(known)}.`,
      'Give --rates P,P (two categories), --shares P,P,... (any number) or --prevalence P (intraclass kappa).',
    )
  }
  const kappa0 = needed(args, 'kappa0', isKappa, 'from -1 to 1')
  const kappa1 = needed(args, 'kappa1', isKappa, 'from -1 to 1')
  const power = optional(args, 'power', isShare, BETWEEN) ?? 0.8
  const common = { kappa0, kappa1, ...risks(args) }
  return { rates, shares: categories, prevalence }[by](args, common, power)
}

const flags = (names: readonly string[]) => names.map((name) => `--${name}`).join(', ')

type Common = Readonly<{ kappa0: number; kappa1: number; alpha?: number; tails?: 1 | 2 }>

function rates(args: Arguments, common: Common, power: number): Design {
  const [rate1, rate2, ...more] = shares(args, 'rates')
  if (rate1 === undefined || rate2 === undefined || more.length > 0)
    throw new Refusal('--rates needs two shares.', 'Write one for each rater, such as --rates 0.3,0.35.')
  const plan = { ...common, rate1, rate2 }
  return searched(args, {
    title: `Cohen's kappa, two raters, two categories`,
    of: 'power',
    options: { ...defaults(common, 1), rate1, rate2, power },
    source: 'Cantor (1996), Psychol. Methods 1(2), 150-153.',
    size: () => sampleSizeKappaBinary({ ...plan, power }),
    chance: (items) => powerKappaBinary({ ...plan, items }),
  })
}

function categories(args: Arguments, common: Common, power: number): Design {
  const plan = { ...common, shares: shares(args, 'shares') }
  return searched(args, {
    title: `Cohen's kappa, two raters, ${plan.shares.length} categories`,
    of: 'power',
    options: { ...defaults(common, 1), shares: plan.shares, power },
    source: 'Flack, Afifi, Lachenbruch & Schouten (1988), Psychometrika 53(3), 321-325.',
    size: () => sampleSizeKappaMulticategory({ ...plan, power }),
    chance: (items) => powerKappaMulticategory({ ...plan, items }),
  })
}

function prevalence(args: Arguments, common: Common, power: number): Design {
  const raters = optional(args, 'raters', isWhole, 'a whole number of 2 or more') ?? 2
  const plan = { ...common, prevalence: needed(args, 'prevalence', isShare, BETWEEN), raters }
  return searched(args, {
    title: `Intraclass kappa, ${raters} raters, two categories`,
    of: 'power',
    options: { ...defaults(common, 2), prevalence: plan.prevalence, raters, power },
    source:
      'Donner & Eliasziw (1992), Stat. Med. 11(11), 1511-1519; for more raters Altaye, Donner & Klar (2001), Biometrics 57(2), 584-588.',
    size: () => sampleSizeKappaGof({ ...plan, power }),
    chance: (items) => powerKappaGof({ ...plan, items }),
  })
}

const defaults = ({ kappa0, kappa1, alpha = 0.05, tails }: Common, usual: 1 | 2) => ({
  kappa0,
  kappa1,
  alpha,
  tails: tails ?? usual,
})
