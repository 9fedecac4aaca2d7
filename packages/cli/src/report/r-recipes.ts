import type { AnyOptions, Result } from '@attune/agreement'
import { rText, rVector } from './r-text.ts'

/**
 * The lines of R that give a coefficient again. They find `x` (items x raters), `v` (the same as numbers), `m` (positions of
 * the categories), `t` (two raters: their table), `lv` (categories), `s` (their scores), `W` (weights).
 */
export function recipe(result: Result): readonly string[] {
  const lines = recipes[result.measure]?.(result.options, result)
  return lines ?? [`# ${result.measure}: no function of R that is known to us gives this coefficient.`]
}

type Recipe = (options: AnyOptions, result: Result) => readonly string[]

const level = ({ confidence = 0.95 }: AnyOptions) => String(confidence)
const rated = (options: AnyOptions) =>
  options.missing === 'listwise' ? 'm[complete.cases(m), , drop = FALSE]' : 'm[rowSums(!is.na(m)) > 0, , drop = FALSE]'

/** irrCAC gets positions: it writes names in capitals, so that two codes could become one. */
const gwet =
  (name: string, weighted = true): Recipe =>
  (options) => [
    `irrCAC::${name}(${rated(options)}, weights = ${weighted ? 'W' : '"unweighted"'}, categ.labels = seq_along(lv), conflev = ${level(options)})$est`,
  ]

const COUNTS = 'counts <- t(apply(m, 1, function(r) tabulate(r[!is.na(r)], length(lv)))); r <- rowSums(counts)'
const shares = 'p <- prop.table(t); chance <- sum(rowSums(p) * colSums(p))'
const bothScored = 'both <- v[complete.cases(v), ]'

const PSYCH_ROWS: Readonly<Record<string, string>> = {
  'ICC(1)': 'ICC1',
  'ICC(1,1)': 'ICC1',
  'ICC(k)': 'ICC1k',
  'ICC(1,k)': 'ICC1k',
  'ICC(A,1)': 'ICC2',
  'ICC(A,k)': 'ICC2k',
  'ICC(C,1)': 'ICC3',
  'ICC(C,k)': 'ICC3k',
}

function icc({ form = 'ICC(A,1)', r0 = 0, ...options }: AnyOptions): readonly string[] {
  const type = form.includes('A') ? 'agreement' : 'consistency'
  const model = /^ICC\([1k]/.test(form) ? 'oneway' : 'twoway'
  const unit = form.includes('k') ? 'average' : 'single'
  return [
    '# Estimate and interval; lmer = FALSE, because with lme4 components below 0 become 0 without a word.',
    `r <- psych::ICC(v[complete.cases(v), ], lmer = FALSE, alpha = 1 - ${level(options)})$results`,
    `r[r$type == "${PSYCH_ROWS[form] ?? 'ICC2'}", ]`,
    '# irr gives the same estimate; its interval of ICC(A,k) and its p of ICC(A,.) differ from ours (degrees of freedom at the estimate).',
    `irr::icc(v[complete.cases(v), ], model = "${model}", type = "${type}", unit = "${unit}", r0 = ${r0}, conf.level = ${level(options)})$value`,
  ]
}

const DELTA: Readonly<Record<string, string>> = {
  nominal: '1 - diag(length(lv))',
  ordinal: '"ordinal"',
  interval: 'outer(s, s, "-")^2',
  ratio: 'ifelse(outer(s, s, "=="), 0, (outer(s, s, "-") / outer(s, s, "+"))^2)',
}

function alpha({ metric = 'nominal' }: AnyOptions): readonly string[] {
  const delta = DELTA[metric]
  if (delta === undefined)
    return [`# krippendorff-alpha with the ${metric} metric: no function of R that is known to us.`]
  return [
    `kripp(m, ${delta})`,
    `# irr::kripp.alpha(t(m), "${metric}") is right for two raters or if something is missing, and wrong for more raters and complete data.`,
  ]
}

function weighted(options: AnyOptions): readonly string[] {
  return [
    `${shares.replace('sum(rowSums(p) * colSums(p))', 'sum(W * outer(rowSums(p), colSums(p)))')}; (sum(W * p) - chance) / (1 - chance)`,
    'k <- vcd::Kappa(t, weights = W); k$Weighted',
    `confint(k, level = ${level(options)})["Weighted", ]`,
    '# irr and psych build the weights from the categories that occur; unused ones then change the value.',
  ]
}

function limits(options: AnyOptions): readonly string[] {
  const z = options.limits === '2sd' ? '2' : `qnorm((1 + ${options.coverage ?? 0.95}) / 2)`
  const exact = 'c(1 - level, 1 + level) / 2'
  const interval =
    options.limitsInterval === undefined || options.limitsInterval === 'exact'
      ? `reach <- sd(d) / sqrt(n) * qt(${exact}, n - 1, ncp = z * sqrt(n))`
      : `reach <- z * sd(d) + qt(${exact}, n - 1) * sd(d) * ${options.limitsInterval === 't' ? 'sqrt(1 / n + z^2 / (2 * (n - 1)))' : 'sqrt(3 / n)'}`
  return [
    `${bothScored}; d <- both[[1]] - both[[2]]; n <- length(d); z <- ${z}; level <- ${level(options)}`,
    't.test(d, conf.level = level)                       # mean difference',
    'mean(d) + c(lower = -z, upper = z) * sd(d)          # limits of agreement',
    interval,
    'list(lower = mean(d) - rev(reach), upper = mean(d) + reach)  # their intervals',
    'summary(lm(d ~ I((both[[1]] + both[[2]]) / 2)))     # proportional bias',
  ]
}

const errorComponents = [
  'full <- v[complete.cases(v), ]; n <- nrow(full)',
  'long <- data.frame(v = unlist(full), item = factor(rep(seq_len(n), ncol(full))), rater = factor(rep(seq_along(full), each = n)))',
  'a <- anova(lm(v ~ item + rater, long))',
]

const error =
  (factor: string): Recipe =>
  ({ type }) => [
    ...errorComponents,
    type === 'consistency'
      ? `${factor}sqrt(a["Residuals", 3])`
      : `${factor}sqrt((a["rater", 3] - a["Residuals", 3]) / n + a["Residuals", 3])`,
  ]

const recipes: Readonly<Record<string, Recipe>> = {
  'percent-agreement': gwet('pa.coeff.raw'),
  'percent-agreement-pairs': () => [COUNTS, 'sum(counts * (counts - 1)) / sum(counts * (r - 1))'],
  'specific-agreement': ({ category }) =>
    category === undefined
      ? [
          COUNTS,
          'sum(counts * (counts - 1)) / sum(counts * (r - 1))',
          'setNames(colSums(counts * (counts - 1)) / colSums(counts * (r - 1)), lv)  # each category',
        ]
      : [
          COUNTS,
          `k <- match(${rText(category)}, lv); sum(counts[, k] * (counts[, k] - 1)) / sum(counts[, k] * (r - 1))`,
        ],
  'percent-agreement-all': () => ['irr::agree(x[complete.cases(x), ])$value / 100'],
  'cohen-kappa': (options) => [
    `${shares}; (sum(diag(p)) - chance) / (1 - chance)`,
    'k <- vcd::Kappa(t); k$Unweighted',
    `confint(k, level = ${level(options)})["Unweighted", ]`,
  ],
  'weighted-kappa': weighted,
  'brennan-prediger': gwet('bp.coeff.raw'),
  'gwet-ac1': gwet('gwet.ac1.raw', false),
  'gwet-ac2': gwet('gwet.ac1.raw'),
  'fleiss-kappa': (options) => [
    ...gwet('fleiss.kappa.raw')(options, EMPTY),
    '# The test is that of irr::kappam.fleiss (complete data); its error is for the test only.',
  ],
  'scott-pi': (options) => [`irrCAC::scott2.table(t, conflev = ${level(options)})`],
  'conger-kappa': gwet('conger.kappa.raw'),
  'krippendorff-alpha': alpha,
  'krippendorff-alpha-weighted': gwet('krippen.alpha.raw'),
  'light-kappa': () => [
    'mean(combn(ncol(m), 2, function(pair) {',
    '  p <- prop.table(table(factor(m[, pair[1]], seq_along(lv)), factor(m[, pair[2]], seq_along(lv))))',
    '  chance <- sum(W * outer(rowSums(p), colSums(p))); (sum(W * p) - chance) / (1 - chance)',
    '}), na.rm = TRUE)',
    '# irr::kappam.light is the same for complete data; its p-value is not usable for three and more raters.',
  ],
  'kappa-max': () => [`${shares}; (sum(pmin(rowSums(p), colSums(p))) - chance) / (1 - chance)`],
  'prevalence-index': () => ['p <- prop.table(t); abs(p[1, 1] - p[2, 2])'],
  'bias-index': () => ['p <- prop.table(t); abs(p[1, 2] - p[2, 1])'],
  'bangdiwala-b': () => ['sum(diag(t)^2) / sum(rowSums(t) * colSums(t))'],
  'category-kappa': ({ category }) =>
    category === undefined
      ? [
          `${shares}; (sum(diag(p)) - chance) / (1 - chance)`,
          '# One kappa for each category, against all others.',
          'sapply(lv, function(code) vcd::Kappa(table(factor(x[[1]] == code, c(TRUE, FALSE)), factor(x[[2]] == code, c(TRUE, FALSE))))$Unweighted["value"])',
        ]
      : [
          `vcd::Kappa(table(factor(x[[1]] == ${rText(category)}, c(TRUE, FALSE)), factor(x[[2]] == ${rText(category)}, c(TRUE, FALSE))))$Unweighted`,
        ],
  mcnemar: ({ exact, correct }) => [
    exact === true
      ? 'binom.test(t[1, 2], t[1, 2] + t[2, 1])'
      : `mcnemar.test(t, correct = ${correct === true ? 'TRUE' : 'FALSE'})`,
  ],
  bowker: () => [
    '# mcnemar.test(t) gives NaN when two codes were never confused; such pairs drop out here.',
    'b <- t[upper.tri(t)]; c <- t(t)[upper.tri(t)]; used <- b + c > 0; q <- sum((b - c)[used]^2 / (b + c)[used])',
    'c(chi2 = q, df = sum(used), p = pchisq(q, sum(used), lower.tail = FALSE))',
  ],
  'stuart-maxwell': () => [
    'coin::mh_test(as.table(t))',
    '# irr::stuart.maxwell.mh drops a code whose margins are equal although its cells are not.',
  ],
  bhapkar: () => ['irr::bhapkar(x[complete.cases(x), ])'],
  'criterion-validity': () => ['sum(diag(t)) / sum(t)', '# For two codes, all else: epiR::epi.tests(t)'],
  icc,
  'icc-oneway': () => [
    'long <- data.frame(v = unlist(v), item = factor(rep(seq_len(nrow(v)), ncol(v)))); long <- droplevels(long[complete.cases(long), ])',
    'a <- anova(lm(v ~ item, long)); size <- tabulate(long$item); k0 <- (sum(size) - sum(size^2) / sum(size)) / (length(size) - 1)',
    '(a[1, 3] - a[2, 3]) / (a[1, 3] + (k0 - 1) * a[2, 3])',
  ],
  'icc-mixed': () => [
    'long <- data.frame(v = unlist(v), item = factor(rep(seq_len(nrow(v)), ncol(v))), rater = factor(rep(seq_along(v), each = nrow(v))))',
    'as.data.frame(lme4::VarCorr(lme4::lmer(v ~ 1 + (1 | item) + (1 | rater), long)))  # the parts of the variance',
  ],
  pearson: (options) => [`${bothScored}; cor.test(both[[1]], both[[2]], conf.level = ${level(options)})`],
  spearman: () => [
    `${bothScored}; cor(both[[1]], both[[2]], method = "spearman")  # the interval (Bonett and Wright) is not in R`,
  ],
  'kendall-tau-b': () => [
    `${bothScored}; cor(both[[1]], both[[2]], method = "kendall")  # the interval (Bonett and Wright) is not in R`,
  ],
  'kendall-w': () => ['irr::kendall(v[complete.cases(v), ], correct = TRUE)'],
  'mean-pearson': ({ missing }) => [meanOfPairs('pearson', missing)],
  'mean-spearman': ({ missing }) => [meanOfPairs('spearman', missing)],
  bias: (options) => [`${bothScored}; t.test(both[[1]], both[[2]], paired = TRUE, conf.level = ${level(options)})`],
  'within-k': (options) => [
    `${bothScored}; near <- abs(both[[1]] - both[[2]]) <= ${options.k ?? 1} + 1e-9`,
    `prop.test(sum(near), length(near), conf.level = ${level(options)}, correct = FALSE)  # Wilson's interval`,
  ],
  'lin-ccc': (options) => [`${bothScored}; epiR::epi.ccc(both[[1]], both[[2]], conf.level = ${level(options)})$rho.c`],
  'bland-altman': limits,
  sem: error(''),
  mdc: (options, result) => error(`qnorm((1 + ${options.coverage ?? 0.95}) / 2) * sqrt(2) * `)(options, result),
  'cronbach-alpha': () => [
    'full <- v[complete.cases(v), ]; k <- ncol(full)',
    'k / (k - 1) * (1 - sum(sapply(full, var)) / var(rowSums(full)))  # psych::alpha deletes a rater without variance',
  ],
  finn: ({ points, design = 'oneway' }) => [
    `irr::finn(v[complete.cases(v), ], ${points ?? 'length(lv)'}, ${rText(design)})$value`,
  ],
  'robinson-a': () => ['irr::robinson(v[complete.cases(v), ])$value'],
}

const EMPTY: Result = {
  measure: '',
  options: {},
  raters: [],
  n: 0,
  dropped: [],
  warnings: [],
  estimate: 0,
}

const meanOfPairs = (method: string, missing: string | undefined) =>
  `r <- cor(v, method = "${method}", use = "${missing === 'pairwise' ? 'pairwise.complete.obs' : 'complete.obs'}"); mean(r[upper.tri(r)])`

/** The matrix of weights, as a coefficient used them. */
export function weightLines({ weights = 'identity' }: AnyOptions): readonly string[] {
  if (typeof weights !== 'string') {
    const cells = weights.flatMap((row) => [...row].map(String))
    return [`W <- matrix(${rVector(cells)}, length(lv), byrow = TRUE)`]
  }
  const distance: Readonly<Record<string, string>> = {
    linear: 'abs(outer(s, s, "-")) / diff(range(s))',
    quadratic: '(outer(s, s, "-") / diff(range(s)))^2',
    radical: 'sqrt(abs(outer(s, s, "-")) / diff(range(s)))',
  }
  if (weights === 'identity') return ['W <- diag(length(lv))']
  const known = distance[weights]
  return [known === undefined ? `W <- irrCAC::${weights}.weights(s)` : `W <- 1 - ${known}`]
}
