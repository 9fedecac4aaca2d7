import type { UsedOptions } from '@attune/agreement'
import { level, type Recipe, rText } from './r-text.ts'

const bothScored = 'both <- v[complete.cases(v), ]'

/** The call that gives an ICC of these columns. */
export function iccCall({ form = 'ICC(A,1)', ...options }: UsedOptions, columns: string): string {
  const type = /^ICC\([1k]/.test(form) ? 'oneway' : form.includes('A') ? 'agreement' : 'consistency'
  return `icc_of(${columns}, "${type}", "${form.includes('k') ? 'average' : 'single'}", ${level(options)})`
}

function icc(options: UsedOptions): readonly string[] {
  return [
    iccCall(options, 'v'),
    '# psych::ICC(..., lmer = FALSE) and irr::icc have the same estimate; the interval of ICC(A,k) and the p of ICC(A,.) of irr differ',
    '# (degrees of freedom at the estimate). With lmer = TRUE psych makes components below 0 to 0 without a word.',
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
    'drift <- lm(d ~ I((both[[1]] + both[[2]]) / 2)); summary(drift)  # proportional bias',
    'confint(drift, level = level)',
  ]
}

const errorComponents = [
  'full <- v[complete.cases(v), ]; n <- nrow(full)',
  'long <- data.frame(v = unlist(full), item = factor(rep(seq_len(n), ncol(full))), rater = factor(rep(seq_along(full), each = n)))',
  'a <- anova(lm(v ~ item + rater, long))',
]

/** The error of measurement with Satterthwaite's degrees of freedom, times a factor. */
const error =
  (factor: string): Recipe =>
  ({ type, ...options }) => [
    ...errorComponents,
    type === 'consistency'
      ? 'parts <- a["Residuals", 3]; df <- a["Residuals", 1]'
      : 'parts <- c(a["rater", 3], a["Residuals", 3] * (n - 1)) / n; df <- sum(parts)^2 / sum(parts^2 / a[c("rater", "Residuals"), 1])',
    `${factor}sqrt(sum(parts) * c(estimate = 1, lower = df / qchisq((1 + ${level(options)}) / 2, df), upper = df / qchisq((1 - ${level(options)}) / 2, df)))`,
  ]

const bonettWright = (variance: string, options: UsedOptions) =>
  `tanh(atanh(r$estimate) + c(lower = -1, upper = 1) * qnorm((1 + ${level(options)}) / 2) * sqrt(${variance}))  # Bonett and Wright`

const meanOfPairs = (method: string, missing: string | undefined) =>
  `r <- cor(v, method = "${method}", use = "${missing === 'pairwise' ? 'pairwise.complete.obs' : 'complete.obs'}"); mean(r[upper.tri(r)])`

/** Coefficients of scores. */
export const scoreRecipes: Readonly<Record<string, Recipe>> = {
  icc,
  'icc-oneway': () => [
    'long <- data.frame(v = unlist(v), item = factor(rep(seq_len(nrow(v)), ncol(v)))); long <- droplevels(long[complete.cases(long), ])',
    'a <- anova(lm(v ~ item, long)); size <- tabulate(long$item); k0 <- (sum(size) - sum(size^2) / sum(size)) / (length(size) - 1)',
    'c(estimate = (a[1, 3] - a[2, 3]) / (a[1, 3] + (k0 - 1) * a[2, 3]), p = a[1, 5])',
  ],
  'icc-mixed': ({ form = 'ICC(A,1)' }) => [
    'long <- data.frame(v = unlist(v), item = factor(rep(seq_len(nrow(v)), ncol(v))), rater = factor(rep(seq_along(v), each = nrow(v))))',
    'a <- as.data.frame(lme4::VarCorr(lme4::lmer(v ~ 1 + (1 | item) + (1 | rater), long)))  # the parts of the variance',
    `apart <- sum(a$vcov[a$grp %in% c(${form.includes('A') ? '"rater", ' : ''}"Residual")])${form.includes('k') ? ' / ncol(v)' : ''}`,
    'a$vcov[a$grp == "item"] / (a$vcov[a$grp == "item"] + apart)',
  ],
  pearson: (options) => [`${bothScored}; cor.test(both[[1]], both[[2]], conf.level = ${level(options)})`],
  spearman: (options) => [
    `${bothScored}; r <- cor.test(rank(both[[1]]), rank(both[[2]])); r[c("estimate", "p.value")]; n <- nrow(both)`,
    bonettWright('(1 + r$estimate^2 / 2) / (n - 3)', options),
  ],
  'kendall-tau-b': (options) => [
    `${bothScored}; r <- cor.test(both[[1]], both[[2]], method = "kendall", exact = FALSE); r[c("estimate", "p.value")]; n <- nrow(both)`,
    bonettWright('0.437 / (n - 4)', options),
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
  'cronbach-alpha': (options) => [
    `${iccCall({ ...options, form: 'ICC(C,k)' }, 'v')}  # alpha is ICC(C,k), and Feldt's interval its interval`,
    '# psych::alpha deletes a rater without variance.',
  ],
  finn: ({ points, design = 'oneway' }) => [
    `irr::finn(v[complete.cases(v), ], ${points ?? 'length(lv)'}, ${rText(design)})$value`,
  ],
  'robinson-a': () => ['irr::robinson(v[complete.cases(v), ])$value'],
}
