// Krippendorff's alpha of one table under the nominal, the ordinal and the interval metric.
// alpha-codes CODES raters k: int8 codes 0 to k - 1 or -1 where no rating was made, item after item.
#include "floor.hpp"
#include <algorithm>
#include <array>

int main(int, char **words) {
  const auto codes = load<std::int8_t>(words[1]);
  const int m = std::atoi(words[2]), k = std::atoi(words[3]);
  const std::size_t items = codes.size() / m;
  std::vector<std::uint8_t> counts(items * k); // at most 255 raters
  std::vector<std::uint32_t> totals(k);
  std::vector<double> rank(k);
  return serve([&] {
    std::fill(counts.begin(), counts.end(), 0);
    std::fill(totals.begin(), totals.end(), 0);
    double nominal = 0, interval = 0;
    const std::int8_t *code = codes.data();
    for (std::size_t item = 0; item < items; item++) {
      std::uint8_t *own = &counts[item * k];
      for (int rater = 0; rater < m; rater++, code++)
        if (*code >= 0) own[*code]++;
      int rated = 0, alike = 0, sum = 0, squares = 0;
      for (int i = 0; i < k; i++) {
        const int here = own[i];
        rated += here;
        alike += here * here;
        sum += i * here;
        squares += i * i * here;
      }
      if (rated < 2) continue;
      for (int i = 0; i < k; i++) totals[i] += own[i];
      nominal += double(rated * rated - alike) / (rated - 1);
      interval += 2.0 * (rated * squares - sum * sum) / (rated - 1);
    }
    double size = 0, below = 0;
    for (int i = 0; i < k; i++) size += totals[i];
    for (int i = 0; i < k; i++) {
      rank[i] = below + totals[i] / 2.0 - size / 2; // around the mean rank, so that squares stay small
      below += totals[i];
    }
    double ordinal = 0;
    for (std::size_t item = 0; item < items; item++) {
      const std::uint8_t *own = &counts[item * k];
      double rated = 0, sum = 0, squares = 0;
      for (int i = 0; i < k; i++) {
        rated += own[i];
        sum += own[i] * rank[i];
        squares += own[i] * rank[i] * rank[i];
      }
      if (rated >= 2) ordinal += 2 * (rated * squares - sum * sum) / (rated - 1);
    }
    double byNominal = 0, byInterval = 0, byOrdinal = 0;
    for (int i = 0; i < k; i++)
      for (int j = 0; j < k; j++) {
        const double both = double(totals[i]) * totals[j];
        byNominal += i == j ? 0 : both;
        byInterval += both * (i - j) * (i - j);
        byOrdinal += both * (rank[i] - rank[j]) * (rank[i] - rank[j]);
      }
    const auto alpha = [&](double within, double overall) { return 1 - (size - 1) * within / overall; };
    return std::array{alpha(nominal, byNominal), alpha(ordinal, byOrdinal), alpha(interval, byInterval)};
  });
}
