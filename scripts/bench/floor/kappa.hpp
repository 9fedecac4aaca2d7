// Kappa of two raters from their counts, under any weights: value, both standard errors, bound and test (Fleiss, Cohen & Everitt 1969).
#pragma once
#include <cmath>
#include <vector>

static const double z95 = 1.959963984540054;

struct Kappa { double value, se, lower, p; };

template <typename Counts> Kappa kappaOf(const Counts &counts, const std::vector<double> &weights, int k, double n) {
  std::vector<double> rows(k), columns(k), ofRow(k), ofColumn(k);
  double observed = 0, expected = 0;
  for (int i = 0; i < k; i++)
    for (int j = 0; j < k; j++) {
      rows[i] += counts[i * k + j] / n;
      columns[j] += counts[i * k + j] / n;
      observed += weights[i * k + j] * counts[i * k + j] / n;
    }
  for (int i = 0; i < k; i++)
    for (int j = 0; j < k; j++) {
      expected += weights[i * k + j] * rows[i] * columns[j];
      ofRow[i] += weights[i * k + j] * columns[j];
      ofColumn[j] += weights[i * k + j] * rows[i];
    }
  const double beyond = 1 - expected, centre = observed * beyond - 2 * expected * (1 - observed);
  double spread = 0, nullSpread = 0;
  for (int i = 0; i < k; i++)
    for (int j = 0; j < k; j++) {
      const double share = weights[i * k + j] * beyond - (ofRow[i] + ofColumn[j]) * (1 - observed) - centre;
      spread += counts[i * k + j] / n * share * share;
      const double null = weights[i * k + j] - ofRow[i] - ofColumn[j] + expected;
      nullSpread += rows[i] * columns[j] * null * null;
    }
  const double value = (observed - expected) / beyond, se = std::sqrt(spread / n) / (beyond * beyond);
  const double z = value / (std::sqrt(nullSpread / n) / beyond);
  return {value, se, value - z95 * se, std::erfc(std::fabs(z) / std::sqrt(2.0))};
}

inline std::vector<double> identityWeights(int k) {
  std::vector<double> weights(k * k);
  for (int i = 0; i < k; i++) weights[i * k + i] = 1;
  return weights;
}

inline std::vector<double> quadraticWeights(int k) {
  std::vector<double> weights(k * k);
  for (int i = 0; i < k; i++)
    for (int j = 0; j < k; j++) weights[i * k + j] = 1 - double((i - j) * (i - j)) / ((k - 1) * (k - 1));
  return weights;
}
