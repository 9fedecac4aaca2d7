// All ten forms of the intraclass correlation of one table without gaps, each with interval and test.
// icc SCORES raters
#include "floor.hpp"
#include "icc.hpp"

int main(int, char **words) {
  const auto scores = load<double>(words[1]);
  const int k = std::atoi(words[2]), n = scores.size() / k;
  return serve([&] {
    const Squares squares = meanSquares(scores.data(), n, k);
    const Bounds bounds[] = {boundsOf(oneway, squares), boundsOf(agreement, squares), boundsOf(consistency, squares)};
    std::vector<double> found;
    // Four forms have the same numbers under the random and the mixed model.
    for (Type type : {oneway, agreement, consistency, agreement, consistency}) {
      for (bool mean : {false, true}) {
        const Bounds &single = bounds[type];
        const auto stepped = [&](double value) { return mean ? k * value / (1 + (k - 1) * value) : value; };
        found.insert(found.end(), {estimateOf(type, mean, squares), 0, stepped(single.lower), single.p});
      }
    }
    return found;
  });
}
