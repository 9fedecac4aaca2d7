// The random numbers of the library: xoshiro128** filled by splitmix32, and binomial numbers from it.
#pragma once
#include <cmath>
#include <cstdint>
#include <vector>

struct Random {
  std::uint32_t a, b, c, d;

  explicit Random(std::uint32_t seed) {
    const auto filled = [&seed] {
      seed += 0x9e3779b9u;
      std::uint32_t z = seed ^ (seed >> 16);
      z *= 0x21f0aaadu;
      z = (z ^ (z >> 15)) * 0x735a2d97u;
      return z ^ (z >> 15);
    };
    a = filled(), b = filled(), c = filled(), d = filled();
  }

  std::uint32_t operator()() {
    const auto rotated = [](std::uint32_t x, int by) { return (x << by) | (x >> (32 - by)); };
    const std::uint32_t result = rotated(b * 5, 7) * 9, shifted = b << 9;
    c ^= a, d ^= b, b ^= c, a ^= d, c ^= shifted, d = rotated(d, 11);
    return result;
  }

  double uniform() { return ((*this)() + 0.5) / 4294967296.0; }
};

/** log k! for k below its size. */
inline std::vector<double> logFactorials(int size) {
  std::vector<double> logs(size);
  for (int k = 2; k < size; k++) logs[k] = logs[k - 1] + std::log(k);
  return logs;
}

/** Binomial numbers: by addition where few hits are expected, else by rejection (Hörmann 1993, BTRS). */
inline int binomial(int n, double p, Random &random, const std::vector<double> &logs) {
  if (p <= 0 || n == 0) return 0;
  if (p >= 1) return n;
  if (p > 0.5) return n - binomial(n, 1 - p, random, logs);
  if (n * p < 10) {
    const double odds = p / (1 - p);
    double none = std::pow(1 - p, n), rest = random.uniform();
    int hits = 0;
    for (double part = none; rest > part && hits < n;) {
      rest -= part;
      hits++;
      part *= double(n + 1 - hits) / hits * odds;
    }
    return hits;
  }
  const double q = 1 - p, spread = std::sqrt(n * p * q), b = 1.15 + 2.53 * spread;
  const double a = -0.0873 + 0.0248 * b + 0.01 * p, centre = n * p + 0.5, quick = 0.92 - 4.2 / b;
  for (;;) {
    const double u = random.uniform() - 0.5, v = random.uniform(), edge = 0.5 - std::fabs(u);
    const int k = std::floor((2 * a / edge + b) * u + centre);
    if (edge >= 0.07 && v <= quick) return k;
    if (k < 0 || k > n) continue;
    const int mode = (n + 1) * p;
    const double height = v * (2.83 + 5.1 / b) * spread / (a / (edge * edge) + b);
    const double chance = logs[mode] + logs[n - mode] - logs[k] - logs[n - k];
    if (std::log(height) <= chance + (k - mode) * std::log(p / q)) return k;
  }
}
