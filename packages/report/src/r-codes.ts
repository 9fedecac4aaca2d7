import type { UsedOptions } from '@attune/agreement'
import { level, type Recipe, rText } from './r-text.ts'

const rated = (options: UsedOptions) =>
  options.missing === 'listwise' ? 'm[complete.cases(m), , drop = FALSE]' : 'm[rowSums(!is.na(m)) > 0, , drop = FALSE]'

/** irrCAC gets positions: it writes names in capitals, so that two codes could become one. */
const gwet =
  (name: string, weighted = true): Recipe =>
  (options) => [
    `irrCAC::${name}(${rated(options)}, weights = ${weighted ? 'W' : '"unweighted"'}, categ.labels = seq_along(lv), conflev = ${level(options)})$est`,
  ]

const COUNTS = 'counts <- t(apply(m, 1, function(r) tabulate(r[!is.na(r)], length(lv)))); r <- rowSums(counts)'
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
    `${shares.replace('sum(rowSums(p) * colSums(p))', 'sum(W * outer(rowSums(p), colSums(p)))')}; (sum(W * p) - chance) / (1 - chance)`,
    'k <- vcd::Kappa(t, weights = W); k$Weighted',
    `confint(k, level = ${level(options)})["Weighted", ]`,
    '# irr and psych build the weights from the categories that occur; unused ones then change the value.',
  ]
}

/** Coefficients of codes. */
export const codeRecipes: Readonly<Record<string, Recipe>> = {
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
    ...gwet('fleiss.kappa.raw')(options),
    '# The test is that of irr::kappam.fleiss (complete data); its error is for the test only.',
  ],
  'scott-pi': (options) => [`irrCAC::scott2.table(t, conflev = ${level(options)})`],
  'conger-kappa': gwet('conger.kappa.raw'),
  'krippendorff-alpha': alpha,
  'krippendorff-alpha-weighted': gwet('krippen.alpha.raw'),
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
}
