// Krippendorff's alpha with the ordinal metric: the interval metric of mean ranks, which need the values in order.
// alpha-ordinal VALUES raters: doubles, NaN where no rating was made, item after item.
#include "floor.hpp"
#include <algorithm>
#include <array>
#include <cmath>

int main(int, char **words) {
  const auto values = load<double>(words[1]);
  const int m = std::atoi(words[2]);
  return serve([&] {
    std::vector<double> sorted;
    sorted.reserve(values.size());
    for (std::size_t start = 0; start < values.size(); start += m) {
      const std::size_t before = sorted.size();
      for (int rater = 0; rater < m; rater++)
        if (!std::isnan(values[start + rater])) sorted.push_back(values[start + rater]);
      if (sorted.size() - before < 2) sorted.resize(before);
    }
    std::sort(sorted.begin(), sorted.end());
    const double size = sorted.size();
    std::vector<double> distinct, ranks;
    double overall = 0;
    for (std::size_t from = 0, to = 0; from < sorted.size(); from = to) {
      while (to < sorted.size() && sorted[to] == sorted[from]) to++;
      distinct.push_back(sorted[from]);
      ranks.push_back((from + to) / 2.0 - size / 2);
      overall += (to - from) * ranks.back() * ranks.back();
    }
    double within = 0;
    for (std::size_t start = 0; start < values.size(); start += m) {
      double rated = 0, sum = 0, squares = 0;
      for (int rater = 0; rater < m; rater++) {
        const double value = values[start + rater];
        if (std::isnan(value)) continue;
        const auto found = std::lower_bound(distinct.begin(), distinct.end(), value);
        if (found == distinct.end()) continue; // a single rating beyond all that can be paired
        const double rank = ranks[found - distinct.begin()];
        rated++;
        sum += rank;
        squares += rank * rank;
      }
      if (rated >= 2) within += 2 * (rated * squares - sum * sum) / (rated - 1);
    }
    return std::array{1 - (size - 1) * within / (2 * size * overall)};
  });
}
