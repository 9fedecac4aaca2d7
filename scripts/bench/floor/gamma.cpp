// Gamma of two raters: the best alignment of their units and of random continua made from them, by shortest augmenting paths over the
// pairs that cost less than two units alone. The same random numbers (xoshiro128**) as ours.
// gamma STARTS ENDS CODES OFFSETS length samples: the continuum begins at 0; alpha, beta and deltaEmpty are 1, the seed is 1.
#include "floor.hpp"
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

struct Continuum { std::vector<double> starts, ends; std::vector<std::int16_t> codes; int first = 0; };

struct Random {
  std::uint32_t mixed, a, b, c, d;
  explicit Random(std::uint32_t seed) : mixed(seed) { a = filled(), b = filled(), c = filled(), d = filled(); }
  std::uint32_t filled() {
    mixed += 0x9e3779b9u;
    std::uint32_t z = mixed ^ (mixed >> 16);
    z *= 0x21f0aaadu;
    z = (z ^ (z >> 15)) * 0x735a2d97u;
    return z ^ (z >> 15);
  }
  static std::uint32_t rotated(std::uint32_t x, int by) { return (x << by) | (x >> (32 - by)); }
  std::uint32_t next() {
    const std::uint32_t result = rotated(b * 5, 7) * 9, shifted = b << 9;
    c ^= a, d ^= b, b ^= c, a ^= d, c ^= shifted, d = rotated(d, 11);
    return result;
  }
};

static double longest(const Continuum &all, int from, int to) {
  double most = 0;
  for (int unit = from; unit < to; unit++) most = std::max(most, all.ends[unit] - all.starts[unit]);
  return most;
}

/** Disorder of the best alignment. */
static double disorderOf(const Continuum &all) {
  const int rows = all.first, units = all.starts.size(), columns = units - rows;
  const double share = std::sqrt(2.0), far = longest(all, rows, units), reach = share * (longest(all, 0, rows) + far);
  std::vector<int> edges(rows + 1), targets;
  std::vector<double> gains;
  for (int unit = 0, low = rows; unit < rows; unit++) {
    const double start = all.starts[unit], end = all.ends[unit], last = start + share * (end - start + far);
    while (low < units && all.starts[low] < start - reach) low++;
    for (int other = low; other < units && all.starts[other] <= last; other++) {
      const double lengths = end - start + all.ends[other] - all.starts[other];
      const double apart = std::fabs(all.starts[other] - start) + std::fabs(all.ends[other] - end);
      if (apart >= share * lengths) continue;
      const double off = apart / lengths, gain = 2 - off * off - (all.codes[other] != all.codes[unit]);
      if (gain <= 0) continue;
      targets.push_back(other - rows);
      gains.push_back(gain);
    }
    edges[unit + 1] = targets.size();
  }
  const double never = std::numeric_limits<double>::infinity();
  std::vector<int> columnOf(rows, -1), rowOf(columns, -1), from(columns), touched;
  std::vector<double> rowPrice(rows), columnPrice(columns), distance(columns, never);
  std::vector<char> settled(columns);
  for (int first = 0; first < rows; first++) {
    double lowest = 0;
    for (int edge = edges[first]; edge < edges[first + 1]; edge++) lowest = std::min(lowest, -gains[edge] - columnPrice[targets[edge]]);
    rowPrice[first] = lowest;
    touched.clear();
    int row = first, end = -1, endRow = first;
    double soFar = 0, total = -lowest;
    for (;;) {
      for (int edge = edges[row]; edge < edges[row + 1]; edge++) {
        const int column = targets[edge];
        if (settled[column]) continue;
        const double arrival = soFar - gains[edge] - rowPrice[row] - columnPrice[column];
        if (arrival >= distance[column] || arrival >= total) continue;
        if (distance[column] == never) touched.push_back(column);
        distance[column] = arrival;
        from[column] = row;
      }
      int next = -1;
      for (int column : touched)
        if (!settled[column] && (next < 0 || distance[column] < distance[next])) next = column;
      if (next < 0 || distance[next] >= total) break;
      settled[next] = 1;
      soFar = distance[next];
      row = rowOf[next];
      if (row < 0) {
        end = next, total = soFar;
        break;
      }
      if (soFar - rowPrice[row] < total) end = -1, endRow = row, total = soFar - rowPrice[row];
    }
    rowPrice[first] += total;
    for (int column : touched) {
      if (settled[column] && distance[column] < total) {
        const double change = total - distance[column];
        columnPrice[column] -= change;
        if (rowOf[column] >= 0) rowPrice[rowOf[column]] += change;
      }
      distance[column] = never;
      settled[column] = 0;
    }
    int column = end;
    if (column < 0) {
      if (endRow == first) continue;
      column = columnOf[endRow];
      columnOf[endRow] = -1;
    }
    for (;;) {
      const int joined = from[column], before = columnOf[joined];
      columnOf[joined] = column;
      rowOf[column] = joined;
      if (joined == first) break;
      column = before;
    }
  }
  double disorder = units;
  for (int unit = 0; unit < rows; unit++) {
    if (columnOf[unit] < 0) continue;
    const int other = rows + columnOf[unit];
    const double apart = std::fabs(all.starts[unit] - all.starts[other]) + std::fabs(all.ends[unit] - all.ends[other]);
    const double off = apart / (all.ends[unit] - all.starts[unit] + all.ends[other] - all.starts[other]);
    disorder += off * off + (all.codes[unit] != all.codes[other]) - 2;
  }
  return disorder * 2 / units;
}

int main(int, char **words) {
  const auto offsets = load<std::int32_t>(words[4]);
  const Continuum real{load<double>(words[1]), load<double>(words[2]), load<std::int16_t>(words[3]), offsets[1]};
  const double length = std::atof(words[5]);
  const int samples = std::atoi(words[6]), units = real.starts.size();
  return serve([&] {
    Random random(1);
    double room = 0;
    for (int unit = 0; unit < units; unit++) room += real.ends[unit] - real.starts[unit];
    room = room / units / 2;
    const double observed = disorderOf(real);
    double expected = 0;
    Continuum made;
    for (int sample = 0; sample < samples; sample++) {
      double moves[2];
      int drawn[2];
      for (int rater = 0; rater < 2; rater++) {
        for (int attempt = 0; attempt < 100; attempt++) {
          moves[rater] = random.next() / 4294967296.0 * length;
          const double apart = std::fabs(moves[0] - moves[rater]);
          if (rater == 0 || std::min(apart, length - apart) >= room) break;
        }
        drawn[rater] = random.next() % 2;
      }
      made.starts.clear(), made.ends.clear(), made.codes.clear();
      for (int rater = 0; rater < 2; rater++) {
        const int from = offsets[drawn[rater]], to = offsets[drawn[rater] + 1];
        int turn = from;
        while (turn < to && real.starts[turn] + moves[rater] < length) turn++;
        const auto copy = [&](int unit, double by) {
          made.starts.push_back(real.starts[unit] + by);
          made.ends.push_back(real.ends[unit] + by);
          made.codes.push_back(real.codes[unit]);
        };
        for (int unit = turn; unit < to; unit++) copy(unit, moves[rater] - length);
        for (int unit = from; unit < turn; unit++) copy(unit, moves[rater]);
        if (rater == 0) made.first = made.starts.size();
      }
      expected += disorderOf(made) / samples;
    }
    return std::array{1 - observed / expected, observed, expected};
  });
}
