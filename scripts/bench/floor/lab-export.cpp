// Trainees against a master, scale after scale: kappa, quadratically weighted kappa and ICC(A,1) of each trainee and scale, each with
// interval and test; sums over the cells are printed.
// lab-export CODES raters scales k: int8 codes of scale after scale, item after item; the master is the last rater.
#include "floor.hpp"
#include "icc.hpp"
#include "kappa.hpp"
#include <array>

int main(int, char **words) {
  const auto codes = load<std::int8_t>(words[1]);
  const int m = std::atoi(words[2]), scales = std::atoi(words[3]), k = std::atoi(words[4]), n = codes.size() / m / scales;
  const auto identity = identityWeights(k), quadratic = quadraticWeights(k);
  return serve([&] {
    std::vector<double> counts(k * k), scores(2 * n);
    std::array<double, 4> sums{};
    const auto add = [&](double value, double se, double lower, double p) {
      sums[0] += value, sums[1] += se, sums[2] += lower, sums[3] += p;
    };
    for (int scale = 0; scale < scales; scale++)
      for (int trainee = 0; trainee + 1 < m; trainee++) {
        const std::int8_t *first = &codes[(std::size_t)scale * n * m];
        std::fill(counts.begin(), counts.end(), 0);
        int both = 0;
        for (int item = 0; item < n; item++) {
          const int one = first[item * m + trainee], other = first[item * m + m - 1];
          if (one < 0 || other < 0) continue;
          counts[one * k + other]++;
          scores[2 * both] = one, scores[2 * both + 1] = other;
          both++;
        }
        for (const auto &weights : {identity, quadratic}) {
          const Kappa found = kappaOf(counts, weights, k, both);
          add(found.value, found.se, found.lower, found.p);
        }
        const Squares squares = meanSquares(scores.data(), both, 2);
        const Bounds bounds = boundsOf(agreement, squares);
        add(estimateOf(agreement, false, squares), 0, bounds.lower, bounds.p);
      }
    return sums;
  });
}
