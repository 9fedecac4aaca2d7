// Cohen's kappa and quadratically weighted kappa of one table, each with both standard errors, interval and test.
// kappa CODES k: int8 codes 0 to k - 1, two raters in turn.
#include "floor.hpp"
#include <array>
#include <cmath>

static const double z95 = 1.959963984540054;

struct Kappa { double value, se, lower, p; };

static Kappa kappaOf(const std::vector<double> &counts, const std::vector<double> &weights, int k, double n) {
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

int main(int, char **words) {
  const auto codes = load<std::int8_t>(words[1]);
  const int k = std::atoi(words[2]);
  std::vector<double> same(k * k), quadratic(k * k);
  for (int i = 0; i < k; i++)
    for (int j = 0; j < k; j++) {
      same[i * k + j] = i == j;
      quadratic[i * k + j] = 1 - double((i - j) * (i - j)) / ((k - 1) * (k - 1));
    }
  return serve([&] {
    // Four tallies by turns: a processor waits when the same place is written twice in a row.
    std::vector<std::uint32_t> tally(4 * k * k);
    std::uint32_t *one = tally.data(), *two = one + k * k, *three = two + k * k, *four = three + k * k;
    const std::int8_t *code = codes.data(), *end = code + codes.size();
    for (; end - code >= 8; code += 8) {
      one[code[0] * k + code[1]]++;
      two[code[2] * k + code[3]]++;
      three[code[4] * k + code[5]]++;
      four[code[6] * k + code[7]]++;
    }
    for (; code < end; code += 2) one[code[0] * k + code[1]]++;
    std::vector<double> counts(k * k);
    for (int cell = 0; cell < k * k; cell++) counts[cell] = double(one[cell]) + two[cell] + three[cell] + four[cell];
    const auto plain = kappaOf(counts, same, k, codes.size() / 2), weighted = kappaOf(counts, quadratic, k, codes.size() / 2);
    return std::array{plain.value, plain.se, plain.lower, plain.p, weighted.value, weighted.se, weighted.lower, weighted.p};
  });
}
