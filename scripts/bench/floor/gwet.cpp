// Fleiss' kappa, AC1 and quadratically weighted AC2 with the standard error of each, all items with all ratings.
// gwet CODES raters k: int8 codes 0 to k - 1, item after item.
#include "floor.hpp"
#include <algorithm>
#include <array>
#include <cmath>

int main(int, char **words) {
  const auto codes = load<std::int8_t>(words[1]);
  const int m = std::atoi(words[2]), k = std::atoi(words[3]);
  const std::size_t items = codes.size() / m;
  const double n = items, pairs = m * (m - 1.0);
  std::vector<double> apart(k * k), square(k);
  double weightSum = 0;
  for (int i = 0; i < k; i++)
    for (int j = 0; j < k; j++) {
      apart[i * k + j] = double((i - j) * (i - j)) / ((k - 1) * (k - 1));
      weightSum += 1 - apart[i * k + j];
    }
  std::vector<std::uint8_t> counts(items * k); // at most 255 raters
  std::vector<double> plain(items), weighted(items), totals(k), fleissPart(k), acPart(k), acWeightedPart(k);
  return serve([&] {
    std::fill(counts.begin(), counts.end(), 0);
    std::fill(totals.begin(), totals.end(), 0);
    double plainSum = 0, weightedSum = 0;
    const std::int8_t *code = codes.data();
    for (std::size_t item = 0; item < items; item++) {
      std::uint8_t *own = &counts[item * k];
      for (int rater = 0; rater < m; rater++) own[*code++]++;
      // Sums and sums of squares of positions give the quadratic disagreement of all pairs at once.
      int alike = 0, sum = 0, squares = 0;
      for (int i = 0; i < k; i++) {
        const int here = own[i];
        alike += here * here;
        sum += i * here;
        squares += i * i * here;
        totals[i] += here;
      }
      plain[item] = (m * m - alike) / pairs;
      weighted[item] = 2.0 * (m * squares - sum * sum) / ((k - 1) * (k - 1)) / pairs;
      plainSum += plain[item];
      weightedSum += weighted[item];
    }
    double fleissBeyond = 1, guess = 1;
    for (int i = 0; i < k; i++) {
      const double share = totals[i] / (n * m);
      fleissBeyond -= share * share;
      guess -= share * share;
      fleissPart[i] = share;
      acPart[i] = (1 - share) / (k - 1);
      acWeightedPart[i] = weightSum * (1 - share) / (k * (k - 1.0));
    }
    const double acBeyond = 1 - guess / (k - 1), acWeightedBeyond = 1 - weightSum * guess / (k * (k - 1.0));
    const double fleiss = 1 - plainSum / n / fleissBeyond, ac1 = 1 - plainSum / n / acBeyond;
    const double ac2 = 1 - weightedSum / n / acWeightedBeyond;
    double fleissSquares = 0, ac1Squares = 0, ac2Squares = 0;
    for (std::size_t item = 0; item < items; item++) {
      const std::uint8_t *own = &counts[item * k];
      double byFleiss = 0, byAc1 = 0, byAc2 = 0;
      for (int i = 0; i < k; i++) {
        byFleiss += own[i] * fleissPart[i];
        byAc1 += own[i] * acPart[i];
        byAc2 += own[i] * acWeightedPart[i];
      }
      const auto part = [&](double disagreement, double beyond, double value, double chance) {
        const double own = 1 - disagreement / beyond - 2 * (1 - value) * (chance / m - (1 - beyond)) / beyond - value;
        return own * own;
      };
      fleissSquares += part(plain[item], fleissBeyond, fleiss, byFleiss);
      ac1Squares += part(plain[item], acBeyond, ac1, byAc1);
      ac2Squares += part(weighted[item], acWeightedBeyond, ac2, byAc2);
    }
    const auto error = [&](double squares) { return std::sqrt(squares / (n * (n - 1))); };
    return std::array{fleiss, error(fleissSquares), ac1, error(ac1Squares), ac2, error(ac2Squares)};
  });
}
