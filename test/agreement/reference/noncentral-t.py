"""Makes noncentral-t.json: P(T <= t) of Student's noncentral t with 40 digits (mpmath 1.3.0), by integrating over the chi variable.

A point is [t, df, noncentrality, lower tail, upper tail]; each tail is integrated by itself, so that small ones keep their digits.
"""
import json
import sys

from mpmath import erfc, exp, inf, linspace, log, loggamma, mp, mpf, quad, sqrt

mp.dps = 40


def tail(t, df, delta, upper):
    """E over s = chi / sqrt(df) of the normal tail at t s - delta (upper) or below it."""
    t, df, delta = mpf(t), mpf(df), mpf(delta)
    constant = log(2) + (df / 2) * log(df / 2) - loggamma(df / 2)

    def inner(s):
        z = t * s - delta
        normal = erfc(z / sqrt(2)) / 2 if upper else erfc(-z / sqrt(2)) / 2
        return normal * exp(constant + (df - 1) * log(s) - df * s * s / 2)

    width = 1 / sqrt(2 * df)
    middle = [max(mpf("1e-30"), 1 + k * width) for k in linspace(-12, 12, 49)]
    edges = sorted(set([mpf("1e-30"), *[mpf(10) ** -k for k in range(1, 8)], *middle, 1 + 30 * width, inf]))
    return quad(inner, edges)


points = []
for df in (1, 2, 5, 11, 29, 84, 400):
    for delta in (0.5, 1.96, 4.3, 12.4, 35.8):
        spread = (1 + delta * delta / (2 * df)) ** 0.5
        for shift in (-4, -2, -0.5, 0.7, 2.5, 6):
            t = round(delta + shift * spread, 6)
            points.append([t, df, delta, float(tail(t, df, delta, False)), float(tail(t, df, delta, True))])
print('{\n  "points": [')
print(",\n".join("    " + json.dumps(point) for point in points))
print("  ]\n}")
