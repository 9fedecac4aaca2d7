// Cohen's kappa of two columns of a CSV file with items: the file is read, codes are numbered, pairs are counted.
// csv-kappa PATH: bytes of the path.
#include "csv.hpp"
#include "floor.hpp"
#include <array>
#include <string>
#include <unordered_map>

int main(int, char **words) {
  const auto name = load<char>(words[1]);
  const std::string path(name.begin(), name.end());
  return serve([&] {
    const auto text = load<char>(path.c_str());
    std::unordered_map<std::string_view, int> ids;
    std::vector<std::uint8_t> codes;
    bool isHeader = true;
    eachRow({text.data(), text.size()}, [&](const std::vector<std::string_view> &cells) {
      if (isHeader) { isHeader = false; return; }
      for (int rater : {1, 2}) codes.push_back(ids.try_emplace(cells[rater], int(ids.size())).first->second);
    });
    const int k = int(ids.size());
    std::vector<double> counts(k * k), rows(k), columns(k);
    for (std::size_t item = 0; item < codes.size(); item += 2) counts[codes[item] * k + codes[item + 1]]++;
    const double n = double(codes.size()) / 2;
    double observed = 0, expected = 0;
    for (int i = 0; i < k; i++)
      for (int j = 0; j < k; j++) rows[i] += counts[i * k + j], columns[j] += counts[i * k + j];
    for (int i = 0; i < k; i++) observed += counts[i * k + i] / n, expected += rows[i] / n * (columns[i] / n);
    return std::array{(observed - expected) / (1 - expected)};
  });
}
