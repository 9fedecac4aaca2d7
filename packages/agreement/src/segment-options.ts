/** Options of the coefficients of segments and events; `measures[id].options` says which of them one coefficient takes. */
export interface SegmentOptions {
  /** Member of the family of 2016: all values and gaps, unit or gap, categories of overlapping units, one category. */
  readonly variant?: 'u' | '|u' | 'cu' | '(k)u'
  /** How windows are laid over a segmentation: as in segeval or as in NLTK. */
  readonly convention?: 'segeval' | 'nltk'
  /** Size of the window of Pk and WindowDiff; default: half the mean length of the reference's segments, at least 2. */
  readonly window?: number
  /** Boundaries fewer than this many positions apart count as a near miss, default 2 (neighbours). */
  readonly nearMiss?: number
  /** Largest difference in time that still counts as the same moment; it includes its end. */
  readonly tolerance?: number
  /** Length of one time unit of a time-unit kappa. */
  readonly step?: number
  /** Start of the random numbers of the chance model: the same seed gives the same result. */
  readonly seed?: number
  /** Number of random continua of the chance model, default 30. */
  readonly samples?: number
  /** Weight of positions in gamma's dissimilarity, default 1. */
  readonly alpha?: number
  /** Weight of categories in gamma's dissimilarity, default 1. */
  readonly beta?: number
  /** Cost of a unit without a counterpart, default 1. */
  readonly deltaEmpty?: number
  /** Most steps that the search for the best alignment of three or more raters may take. */
  readonly effort?: number
  /** Smallest share of overlap (intersection over union) of two matching spans, default 0.5. */
  readonly overlap?: number
}

export type SegmentOptionName = keyof SegmentOptions
