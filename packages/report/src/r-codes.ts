import type { UsedOptions } from '@attune/agreement'
import { level, type Recipe, rText } from './r-text.ts'

const rated = (options: UsedOptions) =>
  options.missing === 'listwise' ? 'm[complete.cases(m), , drop = FALSE]' : 'm[rowSums(!is.na(m)) > 0, , drop = FALSE]'

/** A coefficient in Gwet's frame, by base R. */
const gwet =
  (chance: 'none' | 'even' | 'pooled' | 'guess', isWeighted = true): Recipe =>
  (options) => [`gwet(${rated(options)}, ${isWeighted ? 'W' : 'diag(length(lv))'}, "${chance}", ${level(options)})`]

/** irrCAC gets positions: it writes names in capitals, so that two codes could become one. */
const irrCac =
  (name: string): Recipe =>
  (options) => [
    '# irrCAC rounds to five digits, cuts the interval it prints at 1, and its p is one-sided.',
    `r <- irrCAC::${name}(${rated(options)}, weights = W, categ.labels = seq_along(lv), conflev = ${level(options)})$est; r`,
    'df <- sum(rowSums(!is.na(m)) > 0) - 1; p <- 2 * pt(-abs(r$coeff.val / r$coeff.se), df)',
    `c(r$coeff.val + c(lower = -1, upper = 1) * qt((1 + ${level(options)}) / 2, df) * r$coeff.se, p = p)`,
  ]

const counts = (options: UsedOptions) =>
  `counts <- t(apply(${rated(options)}, 1, function(r) tabulate(r[!is.na(r)], length(lv)))); r <- rowSums(counts)`
const shares = 'p <- prop.table(t); chance <- sum(rowSums(p) * colSums(p))'

const DELTA: Readonly<Record<string, string>> = {
  nominal: '1 - diag(length(lv))',
  ordinal: '"ordinal"',
  interval: 'outer(s, s, "-")^2',
  ratio: 'ifelse(outer(s, s, "=="), 0, (outer(s, s, "-") / outer(s, s, "+"))^2)',
}

function alpha({ metric = 'nominal' }: UsedOptions): readonly string[] {
  const delta = DELTA[metric]
  if (delta === undefined)
    return [`# krippendorff-alpha with the ${metric} metric: no function of R that is known to us.`]
  return [
    `kripp(m, ${delta})`,
    `# irr::kripp.alpha(t(m), "${metric}") is right for two raters or if something is missing, and wrong for more raters and complete data.`,
  ]
}

function weighted(options: UsedOptions): readonly string[] {
  return [
    `kappa_of(t, W, ${level(options)})`,
    '# vcd::Kappa(t, weights = W)$Weighted has the same estimate and error.',
    '# irr and psych build the weights from the categories that occur; unused ones then change the value.',
  ]
}

/** The p of Fleiss, Nee and Landis, whose error holds only if there is no agreement; as irr::kappam.fleiss, which drops incomplete rows. */
const fleissTest: Recipe = (options) => [
  '# Where every item has the same number of ratings, the p is that of Fleiss, Nee and Landis (1979):',
  counts(options),
  `p <- colMeans(counts / r); v <- sum(p * (1 - p)); z <- ${gwet('pooled')(options)}["estimate"] * v /`,
  '  sqrt(2 / sum(r * (r - 1)) * (v^2 - sum(p * (1 - p) * (1 - 2 * p))))',
  'if (min(r) == max(r)) c(z = unname(z), p = 2 * pnorm(-abs(unname(z))))',
]

/** Coefficients of codes. */
export const codeRecipes: Readonly<Record<string, Recipe>> = {
  'percent-agreement': gwet('none'),
  'percent-agreement-pairs': (options) => [
    counts(options),
    `ratio_of(rowSums(counts * (counts %*% W - 1)), r * (r - 1), ${level(options)})`,
  ],
  'specific-agreement': ({ category, ...options }) => [
    counts(options),
    category === undefined
      ? `ratio_of(rowSums(counts * (counts - 1)), r * (r - 1), ${level(options)})`
      : `k <- match(${rText(category)}, lv)`,
    category === undefined
      ? `sapply(setNames(seq_along(lv), lv), function(k) ratio_of(counts[, k] * (counts[, k] - 1), counts[, k] * (r - 1), ${level(options)}))`
      : `ratio_of(counts[, k] * (counts[, k] - 1), counts[, k] * (r - 1), ${level(options)})`,
  ],
  'percent-agreement-all': (options) => [
    'full <- m[complete.cases(m), , drop = FALSE]; equal <- sum(apply(full, 1, function(r) length(unique(r)) == 1))',
    `prop.test(equal, nrow(full), conf.level = ${level(options)}, correct = FALSE)[c("estimate", "conf.int")]  # Wilson's interval`,
  ],
  'cohen-kappa': (options) => [
    `kappa_of(t, diag(length(lv)), ${level(options)})`,
    '# vcd::Kappa(t)$Unweighted has the same estimate and error; irr::kappa2(x) the same p.',
  ],
  'weighted-kappa': weighted,
  'brennan-prediger': gwet('even'),
  'gwet-ac1': gwet('guess', false),
  'gwet-ac2': gwet('guess'),
  'fleiss-kappa': (options) => [
    ...gwet('pooled')(options),
    ...((options.weights ?? 'identity') === 'identity' ? fleissTest(options) : []),
  ],
  'scott-pi': (options) => [
    `scott_of(t, W, ${level(options)})`,
    '# irrCAC::scott2.table(t, weights = W) has the same, rounded.',
  ],
  'conger-kappa': irrCac('conger.kappa.raw'),
  'krippendorff-alpha': alpha,
  'krippendorff-alpha-weighted': irrCac('krippen.alpha.raw'),
  'hubert-kappa': ({ agreement }) => [
    'h <- m[complete.cases(m), ]; p <- apply(h, 2, function(r) tabulate(r, length(lv)) / nrow(h))',
    agreement === 'pairs'
      ? `irrCAC::conger.kappa.raw(h, categ.labels = seq_along(lv))$est`
      : 'o <- mean(apply(h, 1, function(r) length(unique(r)) == 1)); e <- sum(apply(p, 1, prod)); (o - e) / (1 - e)',
  ],
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
  'category-kappa': ({ category, ...options }) => {
    const of = (code: string) =>
      `kappa_of(table(factor(x[[1]] == ${code}, c(TRUE, FALSE)), factor(x[[2]] == ${code}, c(TRUE, FALSE))), diag(2), ${level(options)})`
    if (category !== undefined) return [of(rText(category))]
    return [
      `kappa_of(t, diag(length(lv)), ${level(options)})`,
      `sapply(setNames(lv, lv), function(code) ${of('code')})  # each category against all others`,
    ]
  },
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
    'margins_of(t, FALSE)',
    '# coin::mh_test(as.table(t)) has the same; irr::stuart.maxwell.mh drops a code whose margins are equal although its cells are not.',
  ],
  bhapkar: () => ['margins_of(t, TRUE)', '# irr::bhapkar has the same where every code is used.'],
  'criterion-validity': (options) => [
    `binom.test(sum(diag(t)), sum(t), conf.level = ${level(options)})[c("estimate", "conf.int")]  # Clopper and Pearson's interval`,
    '# For two codes, all else: epiR::epi.tests(t)',
  ],
}
