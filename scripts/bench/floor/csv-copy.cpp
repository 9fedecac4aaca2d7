// A CSV file read and written back: commas, CR LF, quotation marks where they are needed.
// csv-copy PATH: bytes of the path; gives the size of what was written.
#include "csv.hpp"
#include "floor.hpp"
#include <array>
#include <string>

static bool needsQuotes(std::string_view cell) {
  for (char character : cell)
    if (character == '"' || character == ',' || character == ';' || character == '\t' || character == '\n' || character == '\r') return true;
  return !cell.empty() && (cell.front() <= ' ' || cell.back() <= ' ');
}

int main(int, char **words) {
  const auto name = load<char>(words[1]);
  const std::string path(name.begin(), name.end()), target = path + ".floor";
  return serve([&] {
    const auto text = load<char>(path.c_str());
    std::string out;
    out.reserve(text.size() + text.size() / 8);
    eachRow({text.data(), text.size()}, [&](const std::vector<std::string_view> &cells) {
      bool isFirst = true;
      for (std::string_view cell : cells) {
        if (!isFirst) out += ',';
        isFirst = false;
        if (needsQuotes(cell)) (out += '"').append(cell) += '"';
        else out += cell;
      }
      out += "\r\n";
    });
    std::FILE *file = std::fopen(target.c_str(), "wb");
    std::fwrite(out.data(), 1, out.size(), file);
    std::fclose(file);
    return std::array{double(out.size())};
  });
}
