// Bootstrap of Cohen's kappa: numbers of items in the cells of the table are drawn, not items.
// bootstrap-kappa CODES k samples seed: int8 codes 0 to k - 1, two raters in turn.
#include "draws.hpp"
#include "floor.hpp"
#include "samples.hpp"

int main(int, char **words) {
  const auto codes = load<std::int8_t>(words[1]);
  const int k = std::atoi(words[2]), samples = std::atoi(words[3]), seed = std::atoi(words[4]);
  const int n = codes.size() / 2;
  const auto logs = logFactorials(n + 1);
  return serve([&] {
    std::vector<int> counts(k * k);
    for (int item = 0; item < n; item++) counts[codes[2 * item] * k + codes[2 * item + 1]]++;
    std::vector<int> used;
    for (int cell = 0; cell < k * k; cell++)
      if (counts[cell] > 0) used.push_back(cell);
    std::vector<double> rows(k), columns(k);
    std::vector<int> times(used.size());
    const auto kappa = [&] {
      std::fill(rows.begin(), rows.end(), 0);
      std::fill(columns.begin(), columns.end(), 0);
      double all = 0, apart = 0, byChance = 0;
      for (std::size_t cell = 0; cell < used.size(); cell++) {
        const int row = used[cell] / k, column = used[cell] % k;
        all += times[cell];
        rows[row] += times[cell];
        columns[column] += times[cell];
        if (row != column) apart += times[cell];
      }
      for (int i = 0; i < k; i++) byChance += rows[i] * (all - columns[i]);
      return 1 - all * apart / byChance;
    };
    for (std::size_t cell = 0; cell < used.size(); cell++) times[cell] = counts[used[cell]];
    const double whole = kappa();
    Random random(seed);
    std::vector<double> found(samples);
    for (double &value : found) {
      int items = n, left = n;
      for (std::size_t cell = 0; cell < used.size(); cell++) {
        times[cell] = binomial(left, double(counts[used[cell]]) / items, random, logs);
        left -= times[cell];
        items -= counts[used[cell]];
      }
      value = kappa();
    }
    return valueAndSpread(whole, found);
  });
}
