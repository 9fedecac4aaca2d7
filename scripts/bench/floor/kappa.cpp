// Cohen's kappa and quadratically weighted kappa of one table, each with both standard errors, interval and test.
// kappa CODES k: int8 codes 0 to k - 1, two raters in turn.
#include "floor.hpp"
#include "kappa.hpp"
#include <array>

int main(int, char **words) {
  const auto codes = load<std::int8_t>(words[1]);
  const int k = std::atoi(words[2]);
  const auto same = identityWeights(k), quadratic = quadraticWeights(k);
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
