// Bootstrap of nominal alpha: items are drawn, each known by its own disagreement and its counts of categories.
// bootstrap-alpha CODES raters k samples seed: int8 codes 0 to k - 1, item after item, all ratings made.
#include "draws.hpp"
#include "floor.hpp"
#include "samples.hpp"
#include <map>

int main(int, char **words) {
  const auto codes = load<std::int8_t>(words[1]);
  const int m = std::atoi(words[2]), k = std::atoi(words[3]), samples = std::atoi(words[4]);
  const std::uint32_t seed = std::atoi(words[5]);
  const int n = codes.size() / m;
  return serve([&] {
    // Items with the same counts are one pattern, in the order in which they appear.
    std::map<std::vector<int>, int> known;
    std::vector<std::vector<int>> patterns;
    std::vector<int> times;
    for (int item = 0; item < n; item++) {
      std::vector<int> own(k);
      for (int rater = 0; rater < m; rater++) own[codes[item * m + rater]]++;
      const auto [place, isNew] = known.try_emplace(own, patterns.size());
      if (isNew) patterns.push_back(own), times.push_back(0);
      times[place->second]++;
    }
    const int kinds = patterns.size();
    std::vector<double> apart(kinds), drawn(kinds), totals(k);
    std::vector<int> counts, patternOf;
    for (int kind = 0; kind < kinds; kind++) {
      double alike = 0;
      for (int count : patterns[kind]) {
        alike += count * count;
        counts.push_back(count);
      }
      apart[kind] = (m * m - alike) / (m - 1);
      patternOf.insert(patternOf.end(), times[kind], kind);
    }
    const auto alpha = [&] {
      std::fill(totals.begin(), totals.end(), 0);
      double within = 0, size = 0, overall = 0;
      for (int kind = 0; kind < kinds; kind++) {
        within += drawn[kind] * apart[kind];
        for (int i = 0; i < k; i++) totals[i] += drawn[kind] * counts[kind * k + i];
      }
      for (double total : totals) size += total;
      for (double total : totals) overall += total * (size - total);
      return 1 - (size - 1) * within / overall;
    };
    std::copy(times.begin(), times.end(), drawn.begin());
    const double whole = alpha();
    Random random(seed);
    std::vector<double> found(samples);
    for (double &value : found) {
      std::fill(drawn.begin(), drawn.end(), 0);
      for (int item = 0; item < n; item++) drawn[patternOf[(std::uint64_t(random()) * n) >> 32]]++;
      value = alpha();
    }
    return valueAndSpread(whole, found);
  });
}
