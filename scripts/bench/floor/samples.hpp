// What becomes of the values of all samples: their spread and their order.
#pragma once
#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

/** The value itself, and the standard deviation over the samples, which are put in order for the bounds. */
inline std::array<double, 2> valueAndSpread(double value, std::vector<double> &samples) {
  std::sort(samples.begin(), samples.end());
  double mean = 0, squares = 0;
  for (double sample : samples) mean += sample / samples.size();
  for (double sample : samples) squares += (sample - mean) * (sample - mean);
  return {value, std::sqrt(squares / (samples.size() - 1))};
}
