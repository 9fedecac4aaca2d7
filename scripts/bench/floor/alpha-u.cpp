// Krippendorff's alpha of units on a continuum (1995): mean over the categories of observed and of expected disagreement.
// alpha-u STARTS ENDS CODES OFFSETS categories length: units of one rater after the other, ordered; the continuum begins at 0.
#include "floor.hpp"
#include <algorithm>
#include <array>

struct Stretches { std::vector<double> starts, ends; };

/** Squared differences of units that overlap, squared lengths of units that meet only a gap. */
static double between(const Stretches &a, const Stretches &b) {
  const double last = 1e300;
  double total = 0;
  bool metA = false, metB = false;
  for (std::size_t i = 0, j = 0; i < a.starts.size() || j < b.starts.size();) {
    const double startA = i < a.starts.size() ? a.starts[i] : last, endA = i < a.starts.size() ? a.ends[i] : last;
    const double startB = j < b.starts.size() ? b.starts[j] : last, endB = j < b.starts.size() ? b.ends[j] : last;
    if (startA < endB && startB < endA) {
      total += (startA - startB) * (startA - startB) + (endA - endB) * (endA - endB);
      metA = metB = true;
    }
    if (endA <= endB) {
      if (!metA) total += (endA - startA) * (endA - startA);
      metA = false;
      i++;
    } else {
      if (!metB) total += (endB - startB) * (endB - startB);
      metB = false;
      j++;
    }
  }
  return total;
}

int main(int, char **words) {
  const auto starts = load<double>(words[1]), ends = load<double>(words[2]);
  const auto codes = load<std::int16_t>(words[3]);
  const auto offsets = load<std::int32_t>(words[4]);
  const int k = std::atoi(words[5]), m = offsets.size() - 1;
  const double length = std::atof(words[6]), whole = m * length;
  return serve([&] {
    double observed = 0, expected = 0;
    int used = 0;
    std::vector<Stretches> raters(m);
    std::vector<double> gaps, above;
    for (int category = 0; category < k; category++) {
      double units = 0;
      gaps.clear();
      for (int rater = 0; rater < m; rater++) {
        Stretches &own = raters[rater];
        own.starts.clear();
        own.ends.clear();
        double place = 0;
        for (int unit = offsets[rater]; unit < offsets[rater + 1]; unit++) {
          if (codes[unit] != category) continue;
          own.starts.push_back(starts[unit]);
          own.ends.push_back(ends[unit]);
          if (starts[unit] > place) gaps.push_back(starts[unit] - place);
          place = ends[unit];
          units++;
        }
        if (length > place) gaps.push_back(length - place);
      }
      if (units == 0) continue;
      used++;
      double apart = 0;
      for (int first = 0; first < m; first++)
        for (int second = first + 1; second < m; second++) apart += 2 * between(raters[first], raters[second]);
      observed += apart / (m * (m - 1) * length * length);
      std::sort(gaps.begin(), gaps.end());
      above.assign(gaps.size() + 1, 0);
      for (std::size_t gap = gaps.size(); gap-- > 0;) above[gap] = above[gap + 1] + gaps[gap];
      double total = 0, self = 0;
      for (const Stretches &own : raters)
        for (std::size_t unit = 0; unit < own.starts.size(); unit++) {
          const double l = own.ends[unit] - own.starts[unit];
          const std::size_t from = std::lower_bound(gaps.begin(), gaps.end(), l) - gaps.begin();
          total += (units - 1) / 3 * (2 * l * l * l - 3 * l * l + l) + l * l * (above[from] - (gaps.size() - from) * (l - 1));
          self += l * (l - 1);
        }
      expected += 2 / length * total / (whole * (whole - 1) - self);
    }
    return std::array{1 - observed / expected, observed / used, expected / used};
  });
}
