// The ten forms of the intraclass correlation from mean squares: estimate, interval, p of the F test (McGraw & Wong 1996).
#pragma once
#include "f-quantile.hpp"
#include <algorithm>
#include <cstddef>
#include <vector>

struct Squares { double items, within, raters, residual; int n, k; };

/** Two passes over each item while it is in the cache; differences from the first score keep the digits that scores share. */
inline Squares meanSquares(const double *values, int n, int k) {
  const double origin = values[0];
  std::vector<double> itemMeans(n), raterMeans(k);
  double grand = 0, within = 0;
  for (int item = 0; item < n; item++) {
    const double *row = values + (std::size_t)item * k;
    double total = 0, squares = 0;
    for (int rater = 0; rater < k; rater++) {
      total += row[rater] - origin;
      raterMeans[rater] += row[rater] - origin;
    }
    const double mean = total / k;
    for (int rater = 0; rater < k; rater++) squares += (row[rater] - origin - mean) * (row[rater] - origin - mean);
    itemMeans[item] = mean;
    grand += total;
    within += squares;
  }
  grand /= (double)n * k;
  double between = 0, raters = 0;
  for (double mean : itemMeans) between += k * (mean - grand) * (mean - grand);
  for (double total : raterMeans) raters += n * (total / n - grand) * (total / n - grand);
  return {between / (n - 1), within / (n * (k - 1.0)), raters / (k - 1), (within - raters) / ((n - 1.0) * (k - 1)), n, k};
}

enum Type { oneway, agreement, consistency };
struct Bounds { double lower, upper, p; };

/** Bounds of the single form and p of the hypothesis 0, which are the same for the form with k. */
inline Bounds boundsOf(Type type, const Squares &s) {
  const double n = s.n, k = s.k, df1 = n - 1;
  const double error = type == oneway ? s.within : s.residual;
  const double df2 = type == oneway ? n * (k - 1) : (n - 1) * (k - 1);
  const double p = fUpper(s.items / error, df1, df2);
  if (type != agreement) {
    const double low = s.items / fQuantile(0.975, df1, df2), high = s.items * fQuantile(0.975, df2, df1);
    return {(low - error) / (low + (k - 1) * error), (high - error) / (high + (k - 1) * error), p};
  }
  const double whole = n * s.items + n * (k - 1) * s.residual + k * (s.raters - s.residual);
  const double above = n * std::max(0.0, s.items - s.residual);
  const double ofRaters = k * above * s.raters, ofRest = (n * (whole - above) + k * above * (n - 1)) * s.residual;
  const double sum = ofRaters + ofRest, df = sum * sum / (ofRaters * ofRaters / (k - 1) + ofRest * ofRest / ((n - 1) * (k - 1)));
  const double off = k * s.raters + (k * n - k - n) * s.residual;
  const double low = fQuantile(0.975, df1, df), high = fQuantile(0.975, df, df1);
  return {n * (s.items - low * s.residual) / (low * off + n * s.items), n * (high * s.items - s.residual) / (off + n * high * s.items), p};
}

inline double estimateOf(Type type, bool mean, const Squares &s) {
  const double error = type == oneway ? s.within : s.residual;
  const double shift = type == agreement ? (s.raters - s.residual) / s.n : 0;
  return (s.items - error) / (mean ? s.items + shift : s.items + (s.k - 1) * error + s.k * shift);
}
