import type { UsedOptions } from '@attune/agreement'
import { level, type Recipe, rText } from './r-text.ts'

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

function icc({ form = 'ICC(A,1)', r0 = 0, ...options }: UsedOptions): readonly string[] {
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

function limits(options: UsedOptions): readonly string[] {
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

const meanOfPairs = (method: string, missing: string | undefined) =>
  `r <- cor(v, method = "${method}", use = "${missing === 'pairwise' ? 'pairwise.complete.obs' : 'complete.obs'}"); mean(r[upper.tri(r)])`

/** Coefficients of scores. */
export const scoreRecipes: Readonly<Record<string, Recipe>> = {
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
  mdc: (options) => error(`qnorm((1 + ${options.coverage ?? 0.95}) / 2) * sqrt(2) * `)(options),
  'cronbach-alpha': () => [
    'full <- v[complete.cases(v), ]; k <- ncol(full)',
    'k / (k - 1) * (1 - sum(sapply(full, var)) / var(rowSums(full)))  # psych::alpha deletes a rater without variance',
  ],
  finn: ({ points, design = 'oneway' }) => [
    `irr::finn(v[complete.cases(v), ], ${points ?? 'length(lv)'}, ${rText(design)})$value`,
  ],
  'robinson-a': () => ['irr::robinson(v[complete.cases(v), ])$value'],
}
