const KRIPP = `# Krippendorff's alpha from its coincidence matrix; m: positions of the values, delta: squared differences of the values.
kripp <- function(m, delta) {
  k <- max(m, NROW(delta), na.rm = TRUE); o <- matrix(0, k, k)
  for (i in seq_len(nrow(m))) {
    count <- tabulate(m[i, !is.na(m[i, ])], k)
    if (sum(count) > 1) o <- o + (outer(count, count) - diag(count, k)) / (sum(count) - 1)
  }
  n <- rowSums(o)
  if (identical(delta, "ordinal")) { rank <- cumsum(n) - n / 2; delta <- outer(rank, rank, "-")^2 }
  1 - (sum(n) - 1) * sum(o * delta) / sum(outer(n, n) * delta)
}
`

const GWET = `# Gwet's frame: a coefficient with its linearised error, interval and p (t). irrCAC has the same, rounded and with the upper bound cut at 1.
gwet <- function(m, W, chance, level) {
  k <- nrow(W)
  counts <- matrix(vapply(seq_len(k), function(code) rowSums(m == code, na.rm = TRUE), numeric(nrow(m))), nrow(m))
  counts <- counts[rowSums(counts) > 0, , drop = FALSE]
  r <- rowSums(counts); n <- length(r); paired <- r > 1
  agree <- ifelse(paired, rowSums(counts * (counts %*% W - 1)) / (r * (r - 1)), 0)
  share <- colMeans(counts / r)
  by <- switch(chance, none = rep(0, k), even = rep(mean(W), k), pooled = drop(W %*% share),
    guess = sum(W) / (k * (k - 1)) * (1 - share))
  e <- sum(by * share); value <- (sum(agree) / sum(paired) - e) / (1 - e)
  own <- ifelse(paired, n / sum(paired) * (agree - e) / (1 - e), 0) - 2 * (1 - value) * (drop(counts %*% by) / r - e) / (1 - e)
  se <- sqrt(sum((own - value)^2) / (n * (n - 1)))
  c(estimate = value, value + c(lower = -1, upper = 1) * qt((1 + level) / 2, n - 1) * se, p = 2 * pt(-abs(value / se), n - 1),
    n = if (chance %in% c("none", "even")) sum(paired) else n)
}
`

const KAPPA_OF = `# Kappa of two raters: the interval with the error of Fleiss, Cohen and Everitt (1969) for any kappa, p with theirs for a kappa of 0.
kappa_of <- function(t, W, level) {
  p <- unclass(prop.table(t)); a <- rowSums(p); b <- colSums(p); n <- sum(t)
  o <- sum(W * p); e <- sum(W * outer(a, b)); value <- (o - e) / (1 - e)
  w <- outer(drop(W %*% b), drop(a %*% W), "+")
  se <- sqrt(sum(p * (W * (1 - e) - w * (1 - o) - o * (1 - e) + 2 * e * (1 - o))^2) / n) / (1 - e)^2
  se0 <- sqrt(sum(outer(a, b) * (W - w + e)^2) / n) / (1 - e)
  c(estimate = value, value + c(lower = -1, upper = 1) * qnorm((1 + level) / 2) * se, p = 2 * pnorm(-abs(value / se0)), n = n)
}
`

const SCOTT_OF = `# Scott's pi of two raters, with Gwet's linearised error and an interval (t).
scott_of <- function(t, W, level) {
  p <- unclass(prop.table(t)); n <- sum(t); share <- (rowSums(p) + colSums(p)) / 2; w <- drop(W %*% share)
  e <- sum(W * outer(share, share)); value <- (sum(W * p) - e) / (1 - e)
  part <- W - (1 - value) * outer(w, w, "+"); se <- sqrt(sum(p * (part - sum(p * part))^2) / n) / (1 - e)
  c(estimate = value, value + c(lower = -1, upper = 1) * qt((1 + level) / 2, n - 1) * se, n = n)
}
`

const MARGINS_OF = `# Stuart and Maxwell's or Bhapkar's test of equal margins; codes that nobody used, or confused with no other, have no part in it.
margins_of <- function(t, bhapkar) {
  t <- unclass(t); d <- rowSums(t) - colSums(t); v <- eigen(diag(rowSums(t) + colSums(t), nrow(t)) - t - t(t), symmetric = TRUE)
  used <- v$values > 1e-9 * max(v$values, 1); q <- sum(crossprod(v$vectors[, used], d)^2 / v$values[used]); df <- sum(used)
  if (bhapkar) q <- q / (1 - q / sum(t))
  c(chi2 = q, df = df, p = pchisq(q, df, lower.tail = FALSE), n = sum(t))
}
`

const RATIO_OF = `# A ratio of sums over items, with the error of a ratio and an interval (t).
ratio_of <- function(top, bottom, level) {
  n <- length(top); value <- sum(top) / sum(bottom); se <- sqrt(sum((top - value * bottom)^2) * n / (n - 1)) / sum(bottom)
  c(estimate = value, value + c(lower = -1, upper = 1) * qt((1 + level) / 2, n - 1) * se)
}
`

const ICC_OF = `# Intraclass correlation of complete rows from their mean squares, with interval and the p of a value of 0 (McGraw and Wong 1996).
icc_of <- function(v, type, unit, level) {
  v <- as.matrix(v[complete.cases(v), ]); n <- nrow(v); k <- ncol(v); tail <- (1 + level) / 2
  items <- k * var(rowMeans(v)); raters <- n * var(colMeans(v))
  apart <- sum((v - mean(v))^2) - (n - 1) * items
  df <- if (type == "oneway") n * (k - 1) else (n - 1) * (k - 1)
  rest <- (if (type == "oneway") apart else apart - (k - 1) * raters) / df
  more <- if (type == "agreement") (raters - rest) / n else 0
  value <- (items - rest) / (items + (k - 1) * rest + k * more)
  if (type == "agreement") {
    a <- k * value / (n * (1 - value)); b <- 1 + k * value * (n - 1) / (n * (1 - value))
    df2 <- (a * raters + b * rest)^2 / ((a * raters)^2 / (k - 1) + (b * rest)^2 / df)
    low <- qf(tail, n - 1, df2); high <- qf(tail, df2, n - 1); others <- k * raters + (k * n - k - n) * rest
    bounds <- c(n * (items - low * rest) / (low * others + n * items), n * (high * items - rest) / (others + n * high * items))
  } else {
    ratio <- items / rest * c(1 / qf(tail, n - 1, df), qf(tail, df, n - 1)); bounds <- (ratio - 1) / (ratio + k - 1)
  }
  mean_of_k <- function(x) if (unit == "average") k * x / (1 + (k - 1) * x) else x
  c(estimate = mean_of_k(value), lower = mean_of_k(bounds[1]), upper = mean_of_k(bounds[2]),
    p = pf(items / rest, n - 1, df, lower.tail = FALSE), n = n)
}
`

const FUNCTIONS: readonly (readonly [call: string, lines: string])[] = [
  ['kripp(', KRIPP],
  ['gwet(', GWET],
  ['kappa_of(', KAPPA_OF],
  ['scott_of(', SCOTT_OF],
  ['margins_of(', MARGINS_OF],
  ['ratio_of(', RATIO_OF],
  ['icc_of(', ICC_OF],
]

/** Functions of our own that these lines of R call: base R, where a package cuts, rounds or has no such number. */
export function functionsFor(body: string): string {
  return FUNCTIONS.filter(([call]) => body.includes(call))
    .map(([, lines]) => `\n${lines}`)
    .join('')
}
