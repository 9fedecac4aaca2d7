import { assuranceIcc, powerIcc, sampleSizeIcc, sampleSizeIccAssurance, sampleSizeIccWidth } from '@attune/agreement'
import type { Arguments } from '../arguments.ts'
import { Refusal } from '../refusal.ts'
import { BETWEEN, type Design, isShare, isWhole, needed, only, optional, risks, searched } from './design.ts'

const isIcc = (value: number) => value > -1 && value < 1
const OWN = [
  'rho0',
  'rho1',
  'rho',
  'width',
  'lower',
  'assurance',
  'design',
  'power',
  'alpha',
  'tails',
  'confidence',
  'items',
]
const DESIGNS = ['oneway', 'twoway'] as const
const WALTER = 'Walter, Eliasziw & Donner (1998), Stat. Med. 17(1), 101-110.'

/** The design of a study of an ICC: for a test, for the width of its interval, or for an interval that is assured. */
export function iccDesign(args: Arguments): Design {
  const raters = optional(args, 'raters', isWhole, 'a whole number of 2 or more') ?? 2
  if (args.has('lower') || args.has('assurance')) return assured(args, raters)
  if (args.has('width')) return wide(args, raters)
  if (args.has('rho0') || args.has('rho1')) return tested(args, raters)
  throw new Refusal(
    'What is the study for?',
    'Give --rho0 and --rho1 (a test), --rho and --width (an interval), or --rho, --lower or --width, and --assurance.',
  )
}

const icc = (args: Arguments, option: string) => needed(args, option, isIcc, 'below 1')

function tested(args: Arguments, raters: number): Design {
  only(args, 'a test of the ICC', ['rho0', 'rho1', 'power', 'alpha', 'tails', 'items'], OWN)
  const plan = { rho0: icc(args, 'rho0'), rho1: icc(args, 'rho1'), raters, ...risks(args) }
  const power = optional(args, 'power', isShare, BETWEEN) ?? 0.8
  return searched(args, {
    title: `ICC, ${raters} raters`,
    of: 'power',
    options: { rho0: plan.rho0, rho1: plan.rho1, raters, alpha: plan.alpha ?? 0.05, tails: plan.tails ?? 1, power },
    source: WALTER,
    size: () => sampleSizeIcc({ ...plan, power }),
    chance: (items) => powerIcc({ ...plan, items }),
  })
}

/** For an interval whose lower bound is high enough, or that is narrow enough, with a stated probability. */
function assured(args: Arguments, raters: number): Design {
  only(args, 'an assured interval', ['rho', 'lower', 'width', 'assurance', 'design', 'confidence', 'items'], OWN)
  const confidence = optional(args, 'confidence', isShare, BETWEEN) ?? 0.95
  const assurance = optional(args, 'assurance', isShare, BETWEEN) ?? 0.8
  const design = DESIGNS.find((name) => name === args.text('design')) ?? 'oneway'
  const [rho, wanted] = [icc(args, 'rho'), args.has('width') ? widthOf(args) : lowerOf(args)]
  const plan = { rho, raters, design, ...wanted, confidence: confidenceOf(wanted, confidence) }
  return searched(args, {
    title: `Interval of the ICC, ${raters} raters`,
    of: 'assurance',
    options: { rho, ...wanted, raters, design, confidence, assurance },
    source: 'Zou (2012), Stat. Med. 31(29), 3972-3981; computed from the F distribution.',
    size: () => sampleSizeIccAssurance({ ...plan, assurance }),
    chance: (items) => assuranceIcc({ ...plan, items }),
  })
}

function widthOf(args: Arguments): { readonly width: number } {
  if (args.has('lower')) throw new Refusal('--lower and --width exclude each other.', 'Choose one.')
  return { width: width(args) }
}

function lowerOf(args: Arguments): { readonly lower: number } {
  const [rho, lower] = [icc(args, 'rho'), icc(args, 'lower')]
  if (rho > lower) return { lower }
  throw new Refusal(`--lower ${lower} is not below --rho ${rho}.`, 'Give a --lower below --rho.')
}

/** The library takes a lower bound from a one-sided interval; a report gives the two-sided one, which has less room below. */
function confidenceOf(wanted: { readonly width: number } | { readonly lower: number }, confidence: number): number {
  return 'lower' in wanted ? (1 + confidence) / 2 : confidence
}

const width = (args: Arguments) => needed(args, 'width', (value) => value > 0 && value < 2, 'between 0 and 2')

function wide(args: Arguments, raters: number): Design {
  only(args, 'the width of an interval', ['rho', 'width', 'confidence'], OWN)
  const rho = icc(args, 'rho')
  const wanted = width(args)
  const confidence = optional(args, 'confidence', isShare, BETWEEN) ?? 0.95
  const size = sampleSizeIccWidth({ rho, raters, width: wanted, confidence })
  return {
    title: `Interval of the ICC, ${raters} raters`,
    of: null,
    options: { rho, raters, width: wanted, confidence },
    size,
    items: size.items,
    chance: null,
    curve: [],
    source: 'Bonett (2002), Stat. Med. 21(9), 1331-1335.',
  }
}
