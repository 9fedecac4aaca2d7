"""Makes distributions.json: tails and quantiles to 17 digits, computed with 60 (mpmath 1.3.0; quantiles by bisection)."""
import json
import sys

from mpmath import erfc, exp, gammainc, log, loggamma, mp, mpf, sqrt

mp.dps = 60


def betainc(a, b, _low, x, regularized=True):
    """I_x(a, b): the series in which every term is positive, on the side of the smaller tail."""
    a, b, x = mpf(a), mpf(b), mpf(x)
    if x <= 0 or x >= 1:
        return mpf(x >= 1)
    if x > (a + 1) / (a + b + 2):
        return 1 - betainc(b, a, 0, 1 - x)
    front = exp(a * log(x) + b * log(1 - x) + loggamma(a + b) - loggamma(a) - loggamma(b)) / a
    total = term = mpf(1)
    n = 0
    while term > total * mpf(10) ** -50:
        term *= (a + b + n) / (a + 1 + n) * x
        total += term
        n += 1
    return front * total


def lower_upper(lower, upper):
    return [float(lower), float(upper)]


def normal(z):
    z = mpf(z)
    return lower_upper(erfc(-z / sqrt(2)) / 2, erfc(z / sqrt(2)) / 2)


def gamma_tails(a, x):
    return gammainc(a, 0, x, regularized=True), gammainc(a, x, regularized=True)


def chi2(x, df):
    return lower_upper(*gamma_tails(mpf(df) / 2, mpf(x) / 2))


def beta_tails(a, b, x):
    return betainc(a, b, 0, x, regularized=True), betainc(b, a, 0, 1 - x, regularized=True)


def f(x, df1, df2):
    x, df1, df2 = mpf(x), mpf(df1), mpf(df2)
    return lower_upper(*beta_tails(df1 / 2, df2 / 2, df1 * x / (df1 * x + df2)))


def t(x, df):
    x, df = mpf(x), mpf(df)
    outer = betainc(df / 2, mpf(1) / 2, 0, df / (df + x * x), regularized=True) / 2
    return lower_upper(outer, 1 - outer) if x < 0 else lower_upper(1 - outer, outer)


def beta(x, a, b):
    return lower_upper(*beta_tails(mpf(a), mpf(b), mpf(x)))


def quantile(tails, p, low, high):
    """Bisection in 60 digits on the smaller tail."""
    p = mpf(p)
    low, high = mpf(low), mpf(high)
    positive = low > 0
    for _ in range(130):
        middle = sqrt(low * high) if positive else (low + high) / 2
        lower = tails(middle)
        if lower < p:
            low = middle
        else:
            high = middle
    return float((low + high) / 2)


rows = {"normal": [], "t": [], "f": [], "chi2": [], "beta": [], "quantiles": []}
for z in [-37.5, -20, -8.3, -3, -1.96, -0.7, -1e-9, 0, 1e-9, 0.1, 0.5, 1, 1.2, 1.6448536269514722, 1.7320508, 2.5, 5, 12, 30]:
    rows["normal"].append([z, *normal(z)])
for df in [0.5, 1, 2, 3, 4.79, 9, 16, 30, 99.5, 1000, 99999]:
    for x in [-300, -12, -2.5, -0.4, 1e-7, 0.3, 1, 1.8, 3, 8, 40]:
        rows["t"].append([x, df, *t(x, df)])
for df1, df2 in [(1, 1), (2, 5), (5, 18), (5, 4.79), (19, 38), (3.3, 250), (100, 7), (999, 8991), (20000, 3), (9999, 89991)]:
    for x in [1e-6, 0.02, 0.4, 0.9, 1, 1.1, 1.5, 3, 12, 300]:
        if (df1 > 900 and df2 > 900) and (x > 3 or x < 0.4):
            continue
        rows["f"].append([x, df1, df2, *f(x, df1, df2)])
for df in [0.3, 1, 2, 3, 7.5, 40, 500, 20000]:
    for x in [1e-8, 0.01, 0.5, 1, 2.3, 7, 33, 90, 480, 530, 1200, 19900, 20500]:
        tails = chi2(x, df)
        if min(tails) > 1e-280:
            rows["chi2"].append([x, df, *tails])
for a, b in [(0.5, 0.5), (1, 9), (3, 2), (30, 4.5), (0.01, 2), (500, 700), (2e4, 3)]:
    for x in [1e-5, 0.01, 0.2, 0.42, 0.5, 0.77, 0.99, 0.9998]:
        tails = beta(x, a, b)
        if min(tails) > 1e-280:
            rows["beta"].append([x, a, b, *tails])

half = mpf(1) / 2  # t and normal are 0 at p = 1/2 by symmetry: left out
for p in [1e-12, 1e-5, 0.005, 0.025, 0.3, 0.5, 0.500001, 0.6, 0.9, 0.975, 0.995, 0.999999]:
    if p != 0.5:
        rows["quantiles"].append(["normal", p, quantile(lambda z: erfc(-z / sqrt(2)) / 2, p, -40, 40)])
    for df in [1, 2.5, 16, 400]:
        if p == 0.5:
            continue
        def t_lower(x, df=df):
            outer = betainc(mpf(df) / 2, half, 0, df / (df + x * x), regularized=True) / 2
            return outer if x < 0 else 1 - outer
        rows["quantiles"].append(["t", p, df, quantile(t_lower, p, -(mpf(10) ** 13), mpf(10) ** 13)])
    for df in [0.7, 1, 3, 59, 3000]:
        rows["quantiles"].append(["chi2", p, df, quantile(lambda x: gammainc(mpf(df) / 2, 0, x / 2, regularized=True), p, mpf(10) ** -45, 9000)])
    for df1, df2 in [(5, 18), (5, 4.79), (0.8, 30), (99, 297), (1, 1), (40, 2)]:
        def f_lower(x):
            return betainc(mpf(df1) / 2, mpf(df2) / 2, 0, df1 * x / (df1 * x + df2), regularized=True)
        rows["quantiles"].append(["f", p, df1, df2, quantile(f_lower, p, mpf(10) ** -45, mpf(10) ** 25)])
    for a, b in [(1, 9), (3, 2), (30, 4.5)]:
        rows["quantiles"].append(["beta", p, a, b, quantile(lambda x: betainc(a, b, 0, x, regularized=True), p, 0, 1)])
json.dump(rows, sys.stdout, indent=None)
