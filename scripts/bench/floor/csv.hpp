// Reading CSV by hand: cells of a row as pieces of the file, quotation marks taken away, commas, LF or CR LF.
#pragma once
#include <string_view>
#include <vector>

/** Calls `onRow` with the cells of each row; a doubled quotation mark inside a cell stays doubled. */
template <typename OnRow> void eachRow(std::string_view text, OnRow onRow) {
  std::vector<std::string_view> cells;
  const char *at = text.data(), *end = at + text.size();
  while (at < end) {
    cells.clear();
    for (;;) {
      const char *start = at;
      if (at < end && *at == '"') {
        start = ++at;
        while (at < end && (*at != '"' || (at + 1 < end && at[1] == '"' && ++at))) at++;
        cells.emplace_back(start, at - start);
        if (at < end) at++;
      } else {
        while (at < end && *at != ',' && *at != '\n' && *at != '\r') at++;
        cells.emplace_back(start, at - start);
      }
      if (at == end || *at != ',') break;
      at++;
    }
    if (at < end && *at == '\r') at++;
    if (at < end && *at == '\n') at++;
    onRow(cells);
  }
}
