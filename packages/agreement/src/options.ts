import type { SegmentOptionName, SegmentOptions } from './segment-options.ts'
import type { Category } from './table/types.ts'

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
  /** Category that counts as the positive one, or that is looked at by itself; as in a table, `2` and `'2'` are the same. Results give it as text. */
  readonly category?: Category
  /** Does a difference between raters' means count as error (agreement, default) or not (consistency)? */
  readonly type?: 'agreement' | 'consistency'
  /** Is each item rated by raters of its own (oneway, default), or are raters crossed with items (twoway)? */
  readonly design?: 'oneway' | 'twoway'
  /** Number of points of the rating scale; default: the declared categories. */
  readonly points?: number
  /** Share of differences that limits of agreement or a detectable change are to cover, default 0.95. */
  readonly coverage?: number
  /** Multiplier of the limits of agreement: the normal quantile of `coverage` (default), or 2 as in 1986. */
  readonly limits?: 'z' | '2sd'
  /** Interval of the limits of agreement: exact (default), t with its standard error, or t with sqrt(3/n) s. */
  readonly limitsInterval?: 'exact' | 't' | 'rough'
  /** Raters of a planned (decision) study, default: those of the table. */
  readonly plannedRaters?: number
  /** When three and more raters agree on an item: if all chose one category (default), or as the share of pairs that did. */
  readonly agreement?: 'all' | 'pairs'
}

export type OptionName = keyof Options

/** Options of coefficients of any kind of table. */
export interface AnyOptions extends Options, SegmentOptions {}

/** Options as they were used, as a result says them. */
export interface UsedOptions extends Omit<AnyOptions, 'category'> {
  readonly category?: string
}

export type AnyOptionName = OptionName | SegmentOptionName
