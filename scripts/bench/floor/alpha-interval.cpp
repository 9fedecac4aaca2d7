// Krippendorff's alpha with the interval metric from moments: linear, whatever the number of distinct values.
// alpha-interval VALUES raters: doubles, NaN where no rating was made, item after item.
#include "floor.hpp"
#include <array>
#include <cmath>

int main(int, char **words) {
  const auto values = load<double>(words[1]);
  const int m = std::atoi(words[2]);
  return serve([&] {
    const double origin = values[0]; // digits all values share must not cost accuracy
    double size = 0, sum = 0, squares = 0, within = 0;
    for (std::size_t start = 0; start < values.size(); start += m) {
      double rated = 0, ownSum = 0, ownSquares = 0;
      for (int rater = 0; rater < m; rater++) {
        const double value = values[start + rater] - origin;
        if (std::isnan(value)) continue;
        rated++;
        ownSum += value;
        ownSquares += value * value;
      }
      if (rated < 2) continue;
      within += 2 * (rated * ownSquares - ownSum * ownSum) / (rated - 1);
      size += rated;
      sum += ownSum;
      squares += ownSquares;
    }
    return std::array{1 - (size - 1) * within / (2 * (size * squares - sum * sum))};
  });
}
