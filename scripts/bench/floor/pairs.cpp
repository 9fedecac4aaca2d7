// Cohen's kappa of every pair of raters, each with both standard errors, interval and test; sums over the pairs are printed.
// A set of bits for each rater and category, and the bits that two sets share counted, for every cell of every pair.
// pairs CODES raters k: int8 codes, item after item, -1 where there is none.
#include "floor.hpp"
#include "kappa.hpp"
#include <array>
#include <bit>

int main(int, char **words) {
  const auto codes = load<std::int8_t>(words[1]);
  const int m = std::atoi(words[2]), k = std::atoi(words[3]), n = codes.size() / m, length = (n + 63) / 64;
  const auto identity = identityWeights(k);
  return serve([&] {
    std::vector<std::uint64_t> bits((std::size_t)m * k * length);
    for (int item = 0; item < n; item++)
      for (int rater = 0; rater < m; rater++) {
        const int code = codes[(std::size_t)item * m + rater];
        if (code >= 0) bits[((std::size_t)rater * k + code) * length + item / 64] |= std::uint64_t(1) << (item % 64);
      }
    std::vector<double> counts(k * k);
    std::array<double, 4> sums{};
    for (int first = 0; first < m; first++)
      for (int second = first + 1; second < m; second++) {
        double both = 0;
        for (int i = 0; i < k; i++)
          for (int j = 0; j < k; j++) {
            const std::uint64_t *one = &bits[((std::size_t)first * k + i) * length], *other = &bits[((std::size_t)second * k + j) * length];
            int shared = 0;
            for (int word = 0; word < length; word++) shared += std::popcount(one[word] & other[word]);
            both += counts[i * k + j] = shared;
          }
        const Kappa found = kappaOf(counts, identity, k, both);
        sums[0] += found.value, sums[1] += found.se, sums[2] += found.lower, sums[3] += found.p;
      }
    return sums;
  });
}
