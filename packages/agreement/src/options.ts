/** The families of agreement weights of Gwet (2014, ch. 3); all are 1 on the diagonal. */
export type WeightName = 'identity' | 'linear' | 'quadratic' | 'ordinal' | 'radical' | 'ratio' | 'circular' | 'bipolar'

/** A family by name, or a k x k matrix of agreement weights: 1 full agreement, 0 none. */
export type Weights = WeightName | readonly (readonly number[])[]

/** `available`: every rating counts; `listwise`: only items everybody rated; `pairwise`: each pair its own items. */
export type MissingRule = 'available' | 'listwise' | 'pairwise'

/** Krippendorff's difference functions. */
export type Metric = 'nominal' | 'ordinal' | 'interval' | 'ratio' | 'circular' | 'bipolar'

/** Options of all coefficients; `measures[id].options` says which of them one coefficient takes. */
export interface Options {
  /** Level of the interval, default 0.95. Every coefficient takes it. */
  readonly confidence?: number
  readonly missing?: MissingRule
  readonly weights?: Weights
  readonly metric?: Metric
  /** Length of the circle for circular weights or metric; default: highest − lowest score + 1. */
  readonly period?: number
  /** Lowest and highest possible score of the bipolar metric; default: the ends of the declared scale. */
  readonly poles?: readonly [number, number]
  /** One of the ten forms of McGraw and Wong, or a name of Shrout and Fleiss. */
  readonly form?: string
  /** Are the raters a sample of possible raters, or the only ones of interest? Default random. */
  readonly model?: 'random' | 'mixed'
  /** The value under the null hypothesis of the ICC's F test, default 0. */
  readonly r0?: number
  /** Points of difference that still count as agreement. */
  readonly k?: number
  /** Continuity correction of McNemar's test. */
  readonly correct?: boolean
  /** Exact (binomial) instead of approximate test. */
  readonly exact?: boolean
  /** Category that counts as the positive one. */
  readonly category?: string
}

export type OptionName = keyof Options
