// Quantiles and tails of the F distribution, the usual way: the continued fraction of the incomplete beta function (Lentz),
// log gamma from the library, Newton's method on the logarithm of the odds.
#pragma once
#include <cmath>

inline double betaFraction(double a, double b, double x) {
  const double tiny = 1e-300;
  double c = 1, d = 1 - (a + b) * x / (a + 1);
  d = 1 / (std::fabs(d) < tiny ? tiny : d);
  double h = d;
  for (int m = 1; m < 20000; m++) {
    double term = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / (std::fabs(1 + term * d) < tiny ? tiny : 1 + term * d);
    c = std::fabs(1 + term / c) < tiny ? tiny : 1 + term / c;
    h *= d * c;
    term = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / (std::fabs(1 + term * d) < tiny ? tiny : 1 + term * d);
    c = std::fabs(1 + term / c) < tiny ? tiny : 1 + term / c;
    h *= d * c;
    if (std::fabs(d * c - 1) < 1e-15) break;
  }
  return h;
}

struct Beta { double lower, upper, density; }; // density of the log odds

/** Beta distribution at the odds exp(y); `scale` is log B(a, b). */
inline Beta betaAt(double a, double b, double y, double scale) {
  const double x = 1 / (1 + std::exp(-y)), z = 1 / (1 + std::exp(y));
  const double density = std::exp(a * std::log(x) + b * std::log(z) - scale);
  if (x < (a + 1) / (a + b + 2)) {
    const double lower = density * betaFraction(a, b, x) / a;
    return {lower, 1 - lower, density};
  }
  const double upper = density * betaFraction(b, a, z) / b;
  return {1 - upper, upper, density};
}

inline double logBeta(double a, double b) { return std::lgamma(a) + std::lgamma(b) - std::lgamma(a + b); }

inline double fUpper(double f, double df1, double df2) {
  const double a = df1 / 2, b = df2 / 2;
  return betaAt(a, b, std::log(f * df1 / df2), logBeta(a, b)).upper;
}

/** z with upper tail p, roughly: Abramowitz & Stegun 26.2.23. */
inline double roughNormal(double p) {
  const double t = std::sqrt(-2 * std::log(p));
  return t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
}

/** Quantile for p above 1/2, as intervals need it. */
inline double fQuantile(double p, double df1, double df2) {
  const double a = df1 / 2, b = df2 / 2, scale = logBeta(a, b), z = -roughNormal(1 - p);
  const double h = 2 / (1 / (2 * a - 1) + 1 / (2 * b - 1)), lambda = (z * z - 3) / 6;
  double y = std::log(a / b);
  if (a >= 1 && b >= 1) {
    const double shift = (1 / (2 * b - 1) - 1 / (2 * a - 1)) * (lambda + 5.0 / 6 - 2 / (3 * h));
    y -= 2 * (z * std::sqrt(std::fmax(0, h + lambda)) / h - shift);
  }
  const double goal = std::log(1 - p);
  for (int step = 0; step < 100; step++) {
    const Beta at = betaAt(a, b, y, scale);
    const double move = (std::log(at.upper) - goal) * at.upper / at.density;
    y += move;
    if (std::fabs(move) < 1e-9 * std::fmax(1e-3, std::fabs(y))) break;
  }
  return std::exp(y) * df2 / df1;
}
