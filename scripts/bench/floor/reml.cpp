// Variance components of items x raters by restricted maximum likelihood, any pattern of gaps: the single-rater ICC for agreement with
// its interval by profiling the likelihood and its ratio test. Items are eliminated by their number of ratings, so that a small
// raters x raters system is left; the two ratios of variances are found by nested root finding on their analytic slopes.
// reml SCORES raters: NaN where there is no score.
#include "floor.hpp"
#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <utility>

using Values = std::vector<double>;

/** Sums over the items with so many ratings. */
struct Size { double size, items = 0, squares = 0; Values together, totals; };

struct Sums {
  int m;
  double ratings = 0, squares = 0;
  Values counts, totals;
  std::vector<Size> sizes;
};

static Sums sumsOf(const std::vector<double> &scores, int m) {
  Sums sums{m};
  sums.counts.resize(m);
  sums.totals.resize(m);
  double mean = 0;
  for (double score : scores)
    if (!std::isnan(score)) mean += score, sums.ratings++;
  mean /= sums.ratings;
  std::vector<Size> bySize(m + 1);
  std::vector<int> given(m);
  for (std::size_t start = 0; start < scores.size(); start += m) {
    int size = 0;
    double total = 0;
    for (int rater = 0; rater < m; rater++) {
      if (std::isnan(scores[start + rater])) continue;
      const double score = scores[start + rater] - mean;
      given[size++] = rater;
      total += score;
      sums.squares += score * score;
      sums.counts[rater]++;
      sums.totals[rater] += score;
    }
    if (size == 0) continue;
    Size &own = bySize[size];
    if (own.together.empty()) own.size = size, own.together.resize(m * m), own.totals.resize(m);
    own.items++;
    own.squares += total * total;
    for (int a = 0; a < size; a++) {
      own.totals[given[a]] += total;
      for (int b = 0; b < size; b++) own.together[given[a] * m + given[b]]++;
    }
  }
  for (Size &own : bySize)
    if (own.items > 0) sums.sizes.push_back(std::move(own));
  return sums;
}

struct Deviance { double value, ofItems, ofRaters; };

/** The restricted deviance with its slopes; the arrays are kept between calls. */
struct Likelihood {
  const Sums &sums;
  int m = sums.m;
  Values matrix = Values(m * m), right = Values(m), slopes = Values(m * m), slopeTotals = Values(m), lower = Values(m * m),
         inverse = Values(m * m), mass = Values(m), solvedMass = Values(m), solvedRight = Values(m), fitted = Values(m), apart = Values(m);

  double quadratic(const Values &of, const Values &x) const {
    double total = 0;
    for (int row = 0; row < m; row++)
      for (int column = 0; column < m; column++) total += x[row] * of[row * m + column] * x[column];
    return total;
  }

  void times(const Values &of, const Values &x, Values &product) const {
    for (int row = 0; row < m; row++) {
      product[row] = 0;
      for (int column = 0; column < m; column++) product[row] += of[row * m + column] * x[column];
    }
  }

  double invert() {
    double log = 0;
    for (int i = 0; i < m; i++)
      for (int j = 0; j <= i; j++) {
        double rest = lower[i * m + j];
        for (int k = 0; k < j; k++) rest -= lower[i * m + k] * lower[j * m + k];
        lower[i * m + j] = i == j ? std::sqrt(rest) : rest / lower[j * m + j];
      }
    for (int unit = 0; unit < m; unit++) {
      log += 2 * std::log(lower[unit * m + unit]);
      double *x = &inverse[unit * m];
      for (int i = 0; i < m; i++) {
        x[i] = i == unit;
        for (int k = 0; k < i; k++) x[i] -= lower[i * m + k] * x[k];
        x[i] /= lower[i * m + i];
      }
      for (int i = m - 1; i >= 0; i--) {
        for (int k = i + 1; k < m; k++) x[i] -= lower[k * m + i] * x[k];
        x[i] /= lower[i * m + i];
      }
    }
    return log;
  }

  Deviance at(double items, double raters) {
    std::fill(matrix.begin(), matrix.end(), 0);
    std::fill(slopes.begin(), slopes.end(), 0);
    std::fill(slopeTotals.begin(), slopeTotals.end(), 0);
    right = sums.totals;
    double squares = sums.squares, slopeSquares = 0, logItems = 0, ofItems = 0;
    for (const Size &own : sums.sizes) {
      const double whole = 1 + own.size * items, weight = items / whole, lighter = 1 / (whole * whole);
      for (int cell = 0; cell < m * m; cell++) matrix[cell] -= weight * own.together[cell], slopes[cell] += lighter * own.together[cell];
      for (int rater = 0; rater < m; rater++) right[rater] -= weight * own.totals[rater], slopeTotals[rater] += lighter * own.totals[rater];
      squares -= weight * own.squares;
      slopeSquares += lighter * own.squares;
      logItems += own.items * std::log1p(own.size * items);
      ofItems += own.items * own.size / whole;
    }
    for (int rater = 0; rater < m; rater++) matrix[rater * (m + 1)] += sums.counts[rater];
    for (int cell = 0; cell < m * m; cell++) lower[cell] = raters * matrix[cell];
    for (int rater = 0; rater < m; rater++) lower[rater * (m + 1)] += 1;
    const double logDeterminant = invert();
    for (int row = 0; row < m; row++) {
      mass[row] = 0;
      for (int column = 0; column < m; column++) mass[row] += matrix[row * m + column];
    }
    times(inverse, mass, solvedMass);
    times(inverse, right, solvedRight);
    double information = 0, mean = 0, explained = 0;
    for (int rater = 0; rater < m; rater++) {
      information += solvedMass[rater];
      mean += solvedRight[rater];
      explained += right[rater] * solvedRight[rater];
    }
    mean /= information;
    const double residual = squares - raters * explained - mean * mean * information, df = sums.ratings - 1;
    double scores = 0, masses = 0, totals = 0, traceItems = 0, traceRaters = 0;
    for (int rater = 0; rater < m; rater++) {
      const double score = solvedRight[rater] - mean * solvedMass[rater];
      fitted[rater] = mean + raters * score;
      apart[rater] = 1 - raters * solvedMass[rater];
      scores += score * score;
      masses += solvedMass[rater] * solvedMass[rater];
      totals += slopeTotals[rater] * fitted[rater];
    }
    for (int cell = 0; cell < m * m; cell++) traceItems += inverse[cell] * slopes[cell], traceRaters += inverse[cell] * matrix[cell];
    const double rest = slopeSquares - 2 * totals + quadratic(slopes, fitted);
    ofItems -= raters * traceItems + quadratic(slopes, apart) / information + df * rest / residual;
    return {logItems + logDeterminant + std::log(information) + df * std::log(residual), ofItems,
            traceRaters - masses / information - df * scores / residual};
  }
};

/** Pegasus: false position that lowers the weight of an end that stays. */
template <typename Function> double rootOf(Function f, double a, double fa, double b, double fb) {
  for (int round = 0; round < 200 && fa != fb; round++) {
    const double x = (a * fb - b * fa) / (fb - fa), fx = f(x), step = std::min(std::fabs(x - a), std::fabs(x - b));
    if (fx == 0 || step <= 1e-10 * std::max(1.0, std::fabs(x))) return x;
    if ((fx > 0) == (fb > 0)) fa *= fb / (fb + fx);
    else a = b, fa = fb;
    b = x, fb = fx;
  }
  return b;
}

/** Where a slope that is negative at 0 turns positive, from `start` on. */
template <typename Slope> double turning(Slope slope, double start) {
  if (slope(0) >= 0) return 0;
  const auto steepness = [&](double log) { return slope(std::exp(log)) * std::exp(log); };
  double near = std::log(start > 1e-10 ? start : 0.2), value = steepness(near);
  const bool above = value > 0;
  for (double step = above ? -0.5 : 0.5; std::fabs(near) <= std::log(1e10); step *= 2) {
    const double far = near + step, farValue = steepness(far);
    if ((farValue > 0) != above) return std::exp(rootOf(steepness, near, value, far, farValue));
    near = far, value = farValue;
  }
  return above ? 0 : 1e10;
}

int main(int, char **words) {
  const auto scores = load<double>(words[1]);
  const int m = std::atoi(words[2]);
  return serve([&] {
    const Sums sums = sumsOf(scores, m);
    Likelihood likelihood{sums};
    double raters = 0.2;
    const auto ratersFor = [&](double items, double start) {
      return turning([&](double ratio) { return likelihood.at(items, ratio).ofRaters; }, start);
    };
    const double items = turning([&](double ratio) {
      raters = ratersFor(ratio, raters);
      return likelihood.at(ratio, raters).ofItems;
    }, 0.2);
    raters = ratersFor(items, raters);
    const double best = likelihood.at(items, raters).value, icc = items / (1 + items + raters), allowed = 3.841458820694124;
    double near = raters;
    const auto excess = [&](double value) {
      const double odds = value / (1 - value);
      near = turning([&](double ratio) {
        const Deviance at = likelihood.at(odds * (1 + ratio), ratio);
        return at.ofRaters + odds * at.ofItems;
      }, near);
      return likelihood.at(odds * (1 + near), near).value - best - allowed;
    };
    const double none = icc == 0 ? 0 : excess(0);
    const double low = none <= 0 ? 0 : rootOf(excess, 0, none, icc, -allowed);
    double above = (1 + icc) / 2, over = excess(above);
    for (; over < 0 && above < 1 - 1e-9; over = excess(above)) above = (1 + above) / 2;
    const double high = over < 0 ? 1 : rootOf(excess, icc, -allowed, above, over);
    const double without = std::max(0.0, likelihood.at(0, ratersFor(0, 0.2)).value - best);
    return std::array{icc, 0.0, low, std::erfc(std::sqrt(without / 2)) / 2, high};
  });
}
